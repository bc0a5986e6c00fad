"""`unknown` and `none` are answers: the notice says that a fact is not stated yet, or that there is none."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml
from rules.overlay import REGISTER, site_with
from verify.two_sites import contexts, rendered, verified

from notice.check import check
from notice.findings import Level
from notice.load import load

pytestmark = pytest.mark.slow

FILES = {"controller": "content/controller.yaml", "register": f"content/registers/{REGISTER}.yaml"}
NO_ANSWER = {"purposes"}
"""A notice must have a purpose: `purposes` can be neither."""

Tree = dict[str, object]

RICH = """
controller:
  trade-name: Esimerkkikauppa
  website: https://www.example.fi
  contact: {name: Maija Mallikas, email: maija@example.fi, phone: 010 000 0000, address: {street: Katu 1, postcode: 00100, city: Helsinki, country: FI}}
  dpo: {name: Tiina Tietosuoja, email: dpo@example.fi}
  representative: {name: Edustaja Oy, email: edustaja@example.fi}
  requests: {form: https://www.example.fi/lomake, identify-by: [strong-identification]}
people: [customers, newsletter-subscribers, site-visitors, job-applicants]
joint-controllers:
  partner: {name: Kumppani Oy, email: info@example.com, does: [requests], purposes: [orders]}
purposes:
  orders: {ai-assistant: yes, impact-assessment: 2026-10-01, new-since: 2026-10-01, told-before-use: yes}
  recruitment:
    basis: public-task
    law: {act: data-protection-act, section: 4}
    people: [job-applicants]
    data: [name, health-data, criminal-convictions, personal-identity-code]
    condition: {ground: health-care, law: {act: working-life-privacy-act, section: 5}}
    criminal-data: {law: {act: data-protection-act, section: 7}}
    identity-code: {ground: law, law: working-life-privacy-act}
    recipients: [law-firm]
    keep:
      criterion: while-claim-pending
      at-latest: {for: 9 years, after: case-closed}
      by-data: [{data: [name], for: 1 year, after: last-order, law: debt-limitation-act}]
      law: debt-limitation-act
      end: anonymised
    required: statutory
    required-data: [name]
    means: both
    research: yes
sources:
  customer: {data: [name, delivery-address, email, phone, order-contents, health-data, criminal-convictions, personal-identity-code]}
  authorities: {named: Etappi, public: no, data: [name], informed: within-month, law: {act: openness-act, section: 16}}
  public-sources: {many: yes, data: [name], exempt: knows-already, consented: yes}
identifiable: yes
similar-techniques: [pixels]
limited-rights: {restriction: {extent: narrowed, law: {act: data-protection-act, section: 31}}}
research: {plan: yes, responsible: yes, assessment-sent: yes}
changes-told-by: [email, website-notice]
recipients:
  law-firm:
    named: Example Law LLP
    role: controller
    country: GB
    activity: legal-services
    sub-processors: [IN, FI]
    data: [name]
    notice: https://www.example.com/privacy
    transfers:
      GB: {mechanism: adequacy}
      IN: {importer: Example India Ltd, mechanism: bcr, reference: Approval 1, copy: https://www.example.com/bcr, verified: 2026-11-01}
automated-decisions:
  credit: {purpose: orders, exception: law, law: credit-information-act, safeguards: [human-intervention, own-view, contest]}
profiling: {purposes: [newsletter], data: [email], effects: [offers-chosen]}
words:
  fi: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
  sv: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
  en: {automated-decisions: {credit: {name: a, logic: b, significance: c, consequences: d}}}
"""
"""A patch of the invented firm's register with every kind of fact; not a realistic one."""


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_with(RICH, tmp_path_factory.mktemp("rich") / "site")


def read(file: Path) -> Tree:
    tree = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(tree, dict)
    return tree


def _rich_tree(file: str) -> Tree:
    with TemporaryDirectory() as folder:
        return read(site_with(RICH, Path(folder) / "site") / FILES[file])


def paths(tree: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of the tree, the outer ones too; lists are facts as a whole."""
    for key, value in tree.items() if isinstance(tree, dict) else ():
        yield (*path, key)
        yield from paths(value, (*path, key))


EVERYWHERE = [(file, path) for file in FILES for path in paths(_rich_tree(file)) if ".".join(path) not in NO_ANSWER]


GROUPS = [EVERYWHERE[first::60] for first in range(60)]
"""The facts in groups, each from distant parts of the files: building a site for each fact would take too long."""


def with_unknown(rich: Path, facts: list[tuple[str, tuple[str, ...]]], folder: Path) -> Path:
    shutil.copytree(rich, folder)
    for file, path in facts:
        tree = read(folder / FILES[file])
        here: object = tree
        for step in path[:-1]:
            assert isinstance(here, dict)
            here = here[step]
        assert isinstance(here, dict)
        here[path[-1]] = "unknown"
        (folder / FILES[file]).write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder


def test_there_is_much_that_may_be_unknown() -> None:
    assert len(EVERYWHERE) > 200
    assert sum(map(len, GROUPS)) == len(EVERYWHERE)


def test_the_rich_register_is_whole(rich: Path) -> None:
    assert check(load(rich), date(2026, 11, 22)).findings == ()


@pytest.mark.parametrize(
    ("file", "path"), EVERYWHERE, ids=lambda part: ".".join(part) if isinstance(part, tuple) else part
)
def test_an_unknown_fact_makes_a_draft(rich: Path, file: str, path: tuple[str, ...], tmp_path: Path) -> None:
    checked = check(load(with_unknown(rich, [(file, path)], tmp_path / "site")), date(2026, 11, 22))
    assert [finding for finding in checked.findings if finding.level is Level.ERROR] == []
    assert all(case.notice.waiting for case in contexts(checked))


@pytest.mark.parametrize("facts", GROUPS, ids=[".".join(group[0][1]) for group in GROUPS])
def test_a_site_with_unknown_facts_is_built(
    rich: Path, facts: list[tuple[str, tuple[str, ...]]], tmp_path: Path
) -> None:
    checked = check(load(with_unknown(rich, facts, tmp_path / "site")), date(2026, 11, 22))
    assert verified(rendered(checked), contexts(checked)) == ()


NONE = (
    "safeguards: none",
    "recipients: {hosting-provider: {sub-processors: none}}",
    "recipients: {hosting-provider: {transfers: none}}",
    "{cookie-consent: none, cookies: none, purposes: {visitor-statistics: {data: [pages-visited, visit-times, device-data], withdraw: [account-settings]}}, sources: {browser: {data: [pages-visited, visit-times, device-data]}}}",
    "joint-controllers: none",
    "purposes: {orders: {marketing: none}}",
    "purposes: {orders: {withdraw: none}}",
    "{purposes: {orders: {recipients: none}}, recipients: {parcel-carrier: , payment-provider: }}",
    "controller: {dpo: none, representative: none}",
    "controller: {contact: {}}",
    "confirm: none",
)


@pytest.mark.parametrize("stated", NONE)
def test_none_is_an_answer_with_which_a_site_is_built(stated: str, tmp_path: Path) -> None:
    checked = check(load(site_with(stated, tmp_path / "site")), date(2026, 11, 22))
    assert checked.findings == ()
    assert verified(rendered(checked), contexts(checked)) == ()
