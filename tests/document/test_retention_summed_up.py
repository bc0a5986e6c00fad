"""What the summary and the drawing make of the retentions: the longest, the last day, and what has neither."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages
from rules.overlay import DAY, site_with

from notice.check import check
from notice.derive import derive
from notice.document import compose
from notice.document.parts import Bar
from notice.document.purposes import PurposesSection
from notice.findings import Level
from notice.load import load

EVERY_DAY = """
purposes:
  orders: {keep: {for: , after: , until-day: 2029-12-31}}
  bookkeeping: {keep: {for: , after: , until-day: 2032-12-31}}
  newsletter: {keep: {until: , then-within: , until-day: 2030-06-30}}
  electronic-direct-marketing: {keep: {for: , after: , until-day: 2029-12-31}}
  visitor-statistics: {keep: {for: , after: , until-day: 2027-12-31}}
"""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Viimeinen määräpäivä: 31. joulukuuta 2032"),
        ("sv", "Sista fasta dag: 31 december 2032"),
        ("en", "Last fixed day: 31 December 2032"),
    ],
)
def test_fixed_days_alone_are_summed_up_by_the_last(language: str, said: str, tmp_path: Path) -> None:
    built = pages(EVERY_DAY, tmp_path, pdf=language == "fi")
    assert built.codes() == {"C066"}
    assert said in built.texts[language]
    assert "not yet stated" not in built.texts["en"]


def test_the_longest_time_of_an_open_end_is_among_the_periods(tmp_path: Path) -> None:
    keep = "until: account-closed, at-latest: {for: 10 years, after: last-sign-in}"
    built = pages(f"purposes: {{orders: {{keep: {{for: , after: , {keep}}}}}}}", tmp_path)
    assert "Longest fixed period: 10 years Some: until an event" in built.texts["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_kept_for_good_are_named_by_their_purpose(language: str, tmp_path: Path) -> None:
    other = "by-data: [{data: [order-contents], criterion: permanently-archived, law: archives-act}]"
    built = pages(f"purposes: {{orders: {{keep: {{{other}}}}}}}", tmp_path)
    said = {
        "fi": "Osin pysyvästi: Tilausten hoi",
        "sv": "Delvis varaktigt: Hantering av",
        "en": "Permanently in part: Handling orders",
    }
    assert said[language] in built.texts[language]


def bars(example: str, folder: Path) -> dict[str, Bar]:
    """The bars of the English drawing by their data."""
    loaded = load(site_with(example, folder / "site"))
    assert all(one.level is not Level.ERROR for one in check(loaded, DAY).findings)
    [notice] = loaded.notices
    document = compose(notice, derive(notice), loaded.words[notice.id, "en"]).document
    [section] = [one for one in document.sections if isinstance(one, PurposesSection)]
    return {bar.data: bar for bar in section.timeline.bars} if section.timeline else {}


@pytest.mark.parametrize(
    ("keep", "longest", "open_"),
    [
        ("for: 5 years, after: order-delivered", "5 years", False),
        # Two periods of the same data from different events: neither is the longest
        (
            "for: 5 years, after: order-delivered, by-data: [{data: [delivery-address], until-day: 2029-12-31}]",
            "5 years",
            False,
        ),
        ("for: 5 years, after: order-delivered, or: {event: warranty-ended, whichever: later}", "5 years", False),
        ("for: , after: , until: account-closed, at-latest: {for: 4 years, after: last-order}", "4 years", False),
        ("for: , after: , until: consent-withdrawn, then-within: 1 month", "", True),
        ("for: , after: , until-day: 2029-12-31", "31 December 2029", False),
        ("for: , after: , criterion: while-claim-pending", "", True),
        ("for: unknown", "not yet stated", False),
    ],
)
def test_the_bar_of_a_phone_number(keep: str, longest: str, open_: bool, tmp_path: Path) -> None:
    [bar] = [
        bar for data, bar in bars(f"purposes: {{orders: {{keep: {{{keep}}}}}}}", tmp_path).items() if "phone" in data
    ]
    assert (bar.longest, bar.open, bar.endless) == (longest, open_, False)


def test_periods_from_different_events_are_not_compared_by_length(tmp_path: Path) -> None:
    """The contents of an order: three years from its delivery, two from the last order, which may end later."""
    kinds = bars("{}", tmp_path / "1")
    assert kinds["contents of the order"].open
    same = "purposes: {orders: {keep: {for: 3 years, after: last-order}}}"
    assert not bars(same, tmp_path / "2")["contents of the order"].open


def test_nothing_is_drawn_where_no_length_is_stated(tmp_path: Path) -> None:
    assert bars(EVERY_DAY, tmp_path) == {}


@pytest.mark.parametrize("keep", ["unknown", "{for: unknown}", "{for: 3 years, after: unknown}"])
def test_what_is_not_known_yet_is_said_beside_the_longest_period(keep: str, tmp_path: Path) -> None:
    built = pages(f"purposes: {{bookkeeping: {{keep: {keep}}}}}", tmp_path)
    assert "Some: until an event (see the purpose) not yet stated" in built.texts["en"]
