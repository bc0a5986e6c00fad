"""If the check of a site reports no error, the build publishes it: a sample here, every variant by `make figures`."""

import json
from itertools import islice
from pathlib import Path
from typing import get_args

import pytest
from agreement.variants import SITES, Variant, site, variants
from agreement.verdicts import Verdict, judge, judge_all
from rules.overlay import site_with
from verify.two_sites import DAY

from notice.build import build
from notice.check import check
from notice.findings import Level
from notice.load import load
from notice.model.register import SourceKind

FIGURES = Path(__file__).with_name("figures.json")
FEW, STEP = 251, 41
"""Every Nth variant: in the tests of every change, and in the slower proofs."""


def disagreeing(verdicts: list[Verdict]) -> list[Verdict]:
    return [one for one in verdicts if one.surprise]


@pytest.mark.parametrize("name", ["starter", "content"])
def test_check_and_build_agree_on_a_few_variants(name: str) -> None:
    verdicts = [judge(one) for one in islice(variants(name), 7, None, FEW)]
    assert len(verdicts) >= 4
    assert disagreeing(verdicts) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", get_args(SourceKind))
@pytest.mark.parametrize("answer", [{"public": "no"}, {"public": "yes", "many": "no"}, {"named": "Esimerkkilähde Oy"}])
def test_check_and_build_agree_on_every_kind_of_source(kind: str, answer: dict[str, str], tmp_path: Path) -> None:
    row = {"kind": kind, "data": "[name]"} | answer
    example = f"""
vocabulary: {{sources: {{nursery: {{}}}}}}
sources: {{nursery: {{{", ".join(f"{key}: {value}" for key, value in row.items())}}}}}
words:
  fi: {{sources: {{nursery: taimitarha}}}}
  sv: {{sources: {{nursery: plantskola}}}}
  en: {{sources: {{nursery: plant nursery}}}}
"""
    folder = site_with(example, tmp_path / "site")
    assert all(one.level is not Level.ERROR for one in check(load(folder), DAY).findings) == build_passes(folder)


def build_passes(folder: Path) -> bool:
    return bool(build(folder, folder / "build", DAY, html_only=True).published)


def test_a_disagreement_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that refuses what the check lets pass is one."""

    def refused(*given: object, **named: object) -> str:
        return "B003"

    monkeypatch.setattr("agreement.verdicts._surprise", refused)
    assert disagreeing([judge(Variant("as it is", site("starter")))])


@pytest.mark.slow
@pytest.mark.parametrize("name", SITES)
def test_check_and_build_agree_on_a_sample_of_each_site(name: str) -> None:
    verdicts = judge_all(list(variants(name)), STEP)
    assert len(verdicts) >= 15
    assert disagreeing(verdicts) == []
    assert any(one.passes for one in verdicts) and not all(one.passes for one in verdicts)


def test_the_figures_are_of_all_sites_and_show_no_disagreement() -> None:
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    assert set(figures["sites"]) == set(SITES)
    assert figures["variants"] == sum(figures["sites"].values()) > 1000
    assert figures["disagreements"] == 0
