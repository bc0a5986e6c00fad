"""Keeping without an end: who may state it, what is said of it, and what never is."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import site_with
from verify.two_sites import as_composed, contexts, rendered, verified

from notice.check import Checked, check
from notice.document.purposes import PurposesSection
from notice.document.summary import SummarySection
from notice.findings import Finding, Level
from notice.load import load
from notice.messages import help
from notice.outputs.facts import facts

DAY = date(2026, 11, 22)
KEEP = "{for: , after: , until: , then-within: , criterion: permanently-archived, law: %s}"
AUTHORITY = "controller: {public-authority: yes, dpo: {email: dpo@example.fi}}\n"
CLAIM = {"fi": ("poistetaan", "anonymisoidaan"), "sv": ("raderas", "anonymiseras"), "en": ("erased", "anonymised")}


def own_terms(site: Path, vocabulary: str, words: dict[str, str]) -> Path:
    """The site with terms of its own and their words."""
    (site / "content" / "vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    for language, text in words.items():
        (site / "content" / language / "site.yaml").write_text(text, encoding="utf-8")
    return site


def checked(example: str, folder: Path) -> Checked:
    return check(load(site_with(example, folder / "site")), DAY)


def permanent(done: Checked) -> list[Finding]:
    return [one for one in done.findings if one.code == "C086"]


@pytest.mark.parametrize("purpose", ["orders", "newsletter", "electronic-direct-marketing", "visitor-statistics"])
@pytest.mark.parametrize("law", ["", "accounting-act", "consumer-protection-act"])
def test_a_private_shop_keeps_nothing_permanently(purpose: str, law: str, tmp_path: Path) -> None:
    [one] = permanent(checked(f"purposes: {{{purpose}: {{keep: {KEEP % law}}}}}", tmp_path))
    assert one.level is Level.ERROR
    assert one.fact == f"purposes.{purpose}.keep.criterion"
    assert one.key == "no-act"
    assert "archives-act" in help(one, "en")


RESEARCH = """
purposes:
  scientific-research:
    basis: legitimate-interests
    interest-of: controller
    balancing: yes
    people: [customers]
    data: [name]
    recipients: none
    keep: %s
    required: voluntary
words:
  fi: {purposes: {scientific-research: {interest: Paikallishistorian tutkiminen.}}}
  sv: {purposes: {scientific-research: {interest: Forskning i orternas historia.}}}
  en: {purposes: {scientific-research: {interest: Research into local history.}}}
"""


def test_historical_research_alone_orders_nothing(tmp_path: Path) -> None:
    assert len(permanent(checked(RESEARCH % (KEEP % ""), tmp_path))) == 1


@pytest.mark.parametrize(
    "example",
    [
        f"purposes: {{bookkeeping: {{keep: {KEEP % 'archives-act'}}}}}",
        f"purposes: {{bookkeeping: {{law: archives-act, keep: {KEEP % ''}}}}}",
        f"purposes: {{bookkeeping: {{keep: {KEEP % 'unknown'}}}}}",
        f"{AUTHORITY}purposes: {{bookkeeping: {{basis: public-task, keep: {KEEP % ''}}}}}",
        RESEARCH % (KEEP % "archives-act"),
    ],
    ids=["an act in keep", "an act of the purpose", "an act not known yet", "an authority's task", "research by act"],
)
def test_an_archiving_act_or_an_authoritys_task_carries_it(example: str, tmp_path: Path) -> None:
    assert permanent(checked(example, tmp_path)) == []


def test_an_authority_needs_a_basis_in_law_too(tmp_path: Path) -> None:
    example = f"{AUTHORITY}purposes: {{orders: {{keep: {KEEP % ''}}}}}"
    assert len(permanent(checked(example, tmp_path))) == 1


ARCHIVING = """
purposes:
  archiving:
    basis: legal-obligation
    law: %s
    people: [customers]
    data: [name]
    recipients: none
    keep: {for: 3 years, after: last-order}
    required: not-asked
"""


def test_the_standard_purpose_of_archiving_says_that_an_act_orders_it(tmp_path: Path) -> None:
    [one] = permanent(checked(ARCHIVING % "companies-act", tmp_path / "1"))
    assert one.fact == "purposes.archiving"
    assert permanent(checked(ARCHIVING % "archives-act", tmp_path / "2")) == []
    own = "words: {fi: {purposes: {archiving: {text: a}}}, sv: {purposes: {archiving: {text: a}}}, en: {purposes: {archiving: {text: a}}}}"
    assert permanent(checked(ARCHIVING % "companies-act" + own, tmp_path / "3")) == []


@pytest.mark.parametrize("end", ["erased", "anonymised"])
def test_an_end_is_stated_only_of_what_ends(end: str, tmp_path: Path) -> None:
    keep = KEEP % "archives-act"
    [one] = permanent(checked(f"purposes: {{bookkeeping: {{keep: {keep[:-1]}, end: {end}}}}}}}", tmp_path))
    assert one.fact == "purposes.bookkeeping.keep.end"


@pytest.mark.parametrize(
    ("vocabulary", "keep", "at"),
    [
        ("criteria: {as-memory: {never-ends: yes}}", "{for: , after: , criterion: as-memory}", "criterion"),
        ("events: {as-memory: {never-ends: yes}}", "{for: , after: , until: as-memory}", "until"),
        ("events: {as-memory: {never-ends: yes}}", "{for: 3 years, after: as-memory}", "after"),
    ],
)
def test_what_an_owner_declares_is_judged_like_the_packages_own(
    vocabulary: str, keep: str, at: str, tmp_path: Path
) -> None:
    kind = vocabulary.split(":")[0]
    words = dict.fromkeys(("fi", "sv", "en"), f"{kind}: {{as-memory: {{name: a, text: b}}}}\n")
    site = own_terms(site_with(f"purposes: {{orders: {{keep: {keep}}}}}", tmp_path / "site"), vocabulary, words)
    [one] = permanent(check(load(site), DAY))
    assert one.fact == f"purposes.orders.keep.{at}"


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("fi", "pysyvästi"),
        ("fi", "määräämättömän ajan"),
        ("fi", "tietoja ei koskaan poisteta"),
        ("sv", "varaktigt"),
        ("sv", "för alltid"),
        ("sv", "uppgifterna raderas aldrig"),
        ("en", "permanently"),
        ("en", "forever"),
        ("en", "the data are never erased"),
    ],
)
def test_words_that_say_so_declare_it_or_are_an_error(language: str, says: str, tmp_path: Path) -> None:
    words = dict.fromkeys(("fi", "sv", "en"), "criteria: {as-memory: {name: x, text: y}}\n")
    words[language] = f"criteria: {{as-memory: {{name: x, text: {says}}}}}\n"
    example = "purposes: {bookkeeping: {keep: {for: , after: , criterion: as-memory, law: archives-act}}}"
    silent = own_terms(site_with(example, tmp_path / "silent"), "criteria: {as-memory: }", words)
    [one] = permanent(check(load(silent), DAY))
    assert one.span.file == f"content/{language}/site.yaml"
    declared = own_terms(site_with(example, tmp_path / "declared"), "criteria: {as-memory: {never-ends: yes}}", words)
    assert permanent(check(load(declared), DAY)) == []


def test_words_of_what_is_closed_for_good_are_spared(tmp_path: Path) -> None:
    words = {
        "fi": "criteria: {while-member: {name: kunnes jäsenyys suljetaan pysyvästi}}\n",
        "sv": "criteria: {while-member: {name: tills medlemskapet varaktigt upphör}}\n",
        "en": "criteria: {while-member: {name: until the membership is permanently closed}}\n",
    }
    example = "purposes: {orders: {keep: {for: , after: , criterion: while-member}}}"
    assert permanent(check(load(own_terms(site_with(example, tmp_path / "site"), "{}", words)), DAY)) == []


LAWFUL = f"purposes: {{bookkeeping: {{keep: {KEEP % 'archives-act'}}}}}"


def purposes_of(site: Checked, language: str = "en") -> PurposesSection:
    sections = contexts(site)[0].composed[language].document.sections
    return next(section for section in sections if isinstance(section, PurposesSection))


def kept(section: PurposesSection, purpose: str) -> str:
    """What the purpose says of how long its data are kept."""
    [entry] = [entry for entry in section.purposes if entry.id == f"purpose-{purpose}"]
    return " ".join(value.text for row in entry.rows for value in row.values if ".keep" in value.fact)


def test_after_a_time_that_does_not_end_nothing_happens(tmp_path: Path) -> None:
    done = checked(LAWFUL, tmp_path)
    for language in contexts(done)[0].composed:
        said = kept(purposes_of(done, language), "bookkeeping").lower()
        assert said and not any(claim in said for claim in CLAIM[language])


def test_no_fixed_period_is_called_the_longest_of_what_is_kept_permanently(tmp_path: Path) -> None:
    timeline = purposes_of(checked(LAWFUL, tmp_path)).timeline
    assert timeline is not None
    first = timeline.bars[0]
    # The name serves orders as well, for three years
    assert "name" in first.data and first.endless and first.open and first.longest == ""


def test_the_summary_names_what_is_kept_permanently(tmp_path: Path) -> None:
    labels = {"fi": "Pysyvästi:", "sv": "Varaktigt:", "en": "Permanently:"}
    names = {"fi": "Kirjanpito", "sv": "Bokföring", "en": "Bookkeeping"}
    done = checked(LAWFUL, tmp_path)
    for language, composed in contexts(done)[0].composed.items():
        summary = next(section for section in composed.document.sections if isinstance(section, SummarySection))
        texts = [value.text for row in summary.rows for value in row.values]
        assert texts[texts.index(labels[language]) + 1] == names[language]


def test_the_page_and_the_attached_facts_agree(tmp_path: Path) -> None:
    done = checked(LAWFUL, tmp_path)
    [case] = contexts(done)
    assert verified(rendered(done), contexts(done)) == ()
    attached = facts(as_composed(case), case.composed["en"].document).decode()
    assert "permanently-archived" in attached
    assert '"end"' not in attached


def test_a_time_that_ends_is_still_followed_by_erasure(tmp_path: Path) -> None:
    """It is said once, of all purposes; a purpose at the end of which something else happens says that itself."""
    example = "{purposes: {orders: {keep: {for: 3 years, after: order-delivered, end: anonymised}}}}"
    section = purposes_of(checked(example, tmp_path))
    assert "The data are erased after the retention period, unless otherwise stated." in [
        note.text for note in section.notes
    ]
    assert "anonymised" in kept(section, "orders")
    assert "anonymised" not in kept(section, "bookkeeping") and "erased" not in kept(section, "bookkeeping")


@pytest.mark.parametrize(
    ("keep", "at"),
    [
        ("by-data: [{data: [phone], criterion: permanently-archived}]", "by-data.0.criterion"),
        ("by-data: [{data: [phone], until: as-memory}]", "by-data.0.until"),
        ("or: {event: as-memory, whichever: later}", "or.event"),
        ("or: {event: as-memory, whichever: earlier}", None),
        ("for: , after: , until: as-memory, at-latest: {for: 5 years, after: last-order}", None),
        ("for: , after: , until: as-memory, at-latest: {for: 5 years, after: account-closed}", "until"),
        ("by-data: [{data: [phone], criterion: permanently-archived, law: archives-act}]", None),
        ("law: archives-act, by-data: [{data: [phone], criterion: permanently-archived}]", None),
        ("by-data: [{data: [phone], criterion: permanently-archived, law: unknown}]", None),
    ],
)
def test_what_never_ends_is_found_wherever_it_decides(keep: str, at: str | None, tmp_path: Path) -> None:
    site = site_with(f"purposes: {{orders: {{keep: {{{keep}}}}}}}", tmp_path / "site")
    own_terms(site, "events: {as-memory: {never-ends: yes}}", {
        code: f"events: {{as-memory: {{name: {name}}}}}" for code, name in MEMORY.items()
    })  # fmt: skip
    found = [one for one in permanent(check(load(site), DAY)) if one.key == "no-act"]
    assert [one.fact for one in found] == ([f"purposes.orders.keep.{at}"] if at else [])


MEMORY = {"fi": "muiston säilyminen", "sv": "minnets bevarande", "en": "memory"}
