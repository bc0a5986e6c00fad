"""The retention that people have: a day, two events, a longest time, an archive, other periods for some data."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

KEEP = "purposes: {{orders: {{keep: {{for: , after: , {facts}}}}}}}"
OF_PERIOD = "purposes: {{orders: {{keep: {{{facts}}}}}}}"
AT = "purposes.orders.keep"


def keep(facts: str) -> str:
    return KEEP.format(facts=facts)


@pytest.mark.parametrize(
    ("language", "said"),
    [("fi", "31. joulukuuta 2029"), ("sv", "31 december 2029"), ("en", "31 December 2029")],
)
def test_a_fixed_end(language: str, said: str, tmp_path: Path) -> None:
    built = pages(keep("until-day: 2029-12-31"), tmp_path, pdf=language == "fi")
    assert all(one.endswith(said) for one in built.said(language, f"{AT}.until-day"))
    assert len(built.said(language, f"{AT}.until-day")) == 1
    assert built.codes() == set()


def test_a_fixed_end_that_has_passed_is_found(tmp_path: Path) -> None:
    assert pages(keep("until-day: 2026-11-21"), tmp_path / "1").codes() == {"C089"}
    assert pages(keep("until-day: 2026-11-22"), tmp_path / "2").codes() == set()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ("until: account-closed", "until: closing of the account"),
        ("criterion: while-account-open", "until the account is closed"),
    ],
)
def test_an_open_end_has_a_longest_time(facts: str, said: str, tmp_path: Path) -> None:
    """An account ends when its holder closes it, and at the latest some time after the last sign-in."""
    built = pages(keep(f"{facts}, at-latest: {{for: 2 years, after: last-sign-in}}"), tmp_path, pdf=True)
    assert built.codes() == set()
    assert said in built.texts["en"]
    assert set(built.said("en", f"{AT}.at-latest.for")) == {"but no longer than: 2 years (from: last sign-in)"}


@pytest.mark.parametrize(
    ("facts", "period"),
    [
        (
            "for: 12 years, after: patients-death, law: client-data-act, "
            "at-latest: {for: 120 years, after: patients-birth}",
            {
                "fi": "12 vuotta; alku: potilaan kuolema; kuitenkin enintään: 120 vuotta (alku: potilaan syntymä); laki",
                "sv": "12 år; räknas från: patientens död; dock högst: 120 år (räknas från: patientens födelse); lagen",
                "en": "12 years; from: death of the patient; but no longer than: 120 years (from: birth of the patient)",
            },
        ),
        (
            "by-data: [{data: [phone], for: 1 year, after: last-sign-in, at-latest: {for: 3 years, after: last-order}}]",
            {
                "fi": "puhelinnumero: 1 vuosi; alku: viimeisin kirjautuminen; kuitenkin enintään: 3 vuotta (alku: viimeisin",
                "sv": "telefonnummer: 1 år; räknas från: ",
                "en": "phone number: 1 year; from: last sign-in; but no longer than: 3 years (from: last order)",
            },
        ),
        # Nobody knows when the relationship ends: the longest time does
        ("for: 1 year, after: end-of-customer-relationship, at-latest: {for: 3 years, after: last-order}", {}),
        # A longest time from one of two events limits the other where the later counts
        ("or: {event: warranty-ended, whichever: later}, at-latest: {for: 9 years, after: order-delivered}", {}),
    ],
)
def test_a_period_from_one_event_has_a_longest_time_from_another(
    facts: str, period: dict[str, str], tmp_path: Path
) -> None:
    built = pages(OF_PERIOD.format(facts=facts), tmp_path, pdf=bool(period))
    assert built.codes() == set()
    assert all(said in built.texts[language] for language, said in period.items())


@pytest.mark.parametrize(
    ("facts", "code"), [("until: account-closed", "C061"), ("criterion: while-account-open", "C041")]
)
def test_without_a_longest_time_it_is_found(facts: str, code: str, tmp_path: Path) -> None:
    assert pages(keep(facts), tmp_path).codes() == {code}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("whichever", ["earlier", "later"])
def test_the_earlier_or_the_later_of_two_events(whichever: str, language: str, tmp_path: Path) -> None:
    other = f"or: {{event: warranty-ended, whichever: {whichever}}}"
    built = pages(OF_PERIOD.format(facts=other), tmp_path, pdf=language == "sv")
    words = {
        ("fi", "earlier"): "tilauksen toimitus tai takuuajan päättyminen, sen mukaan, kumpi on aikaisemmin",
        ("sv", "later"): "leveransen av beställningen eller garantitidens utgång, det som inträffar sist",
        ("en", "later"): "delivery of the order or end of the warranty, whichever is later",
    }
    assert built.codes() == set()
    said = built.said(language, f"{AT}.or.whichever")
    assert said
    assert all(words.get((language, whichever), ": ") in one for one in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_data_are_kept_otherwise(language: str, tmp_path: Path) -> None:
    other = "by-data: [{data: [phone, email], for: 1 month, after: order-delivered}]"
    built = pages(OF_PERIOD.format(facts=other), tmp_path, pdf=True)
    assert built.codes() == set()
    lines = {
        "fi": "puhelinnumero ja sähköpostiosoite: 1 kuukausi",
        "sv": "telefonnummer och e-postadress: 1 månad",
        "en": "phone number and email address: 1 month",
    }
    assert lines[language] in built.texts[language]
    assert len(built.said(language, f"{AT}.by-data.0.for")) == 1


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ("by-data: [{data: [cv], for: 1 month, after: order-delivered}]", "C088"),
        (
            "by-data: [{data: [phone], for: 1 month, after: order-delivered}, {data: [phone], until: account-closed, "
            "at-latest: {for: 1 year, after: last-order}}]",
            "C088",
        ),
        ("by-data: [{for: 1 month, after: order-delivered}]", "N504"),
        ("by-data: [{data: [phone], for: 1 month}]", "N504"),
        ("by-data: [{data: [phone], criterion: while-account-open}]", "C041"),
        ("by-data: [{data: [phone], for: 9 years, after: order-delivered}]", "C064"),
        ("or: {event: warranty-ended}", "N504"),
        ("at-latest: {for: 9 years, after: order-delivered}", "N504"),
        ("or: {event: last-order, whichever: earlier}, at-latest: {for: 9 years, after: last-order}", "N504"),
        ("for: , after: , until-day: 2029-12-31, at-latest: {for: 2 years, after: last-sign-in}", "N504"),
        ("then-within: 1 month", "N504"),
        ("or: {event: order-delivered, whichever: later}", "N504"),
        ("by-data: [{data: [phone], until-day: 2029-12-31, then-within: 1 month}]", "N504"),
        ("by-data: [{data: [phone], until: last-order, at-latest: {for: 1 year, after: last-order}}]", "N504"),
        ("by-data: [{data: [name, delivery-address, email, phone, order-contents], until-day: 2029-12-31}]", "C088"),
        ("end: archived", "C086"),
    ],
)
def test_each_form_is_whole_and_lawful(facts: str, code: str, tmp_path: Path) -> None:
    assert pages(OF_PERIOD.format(facts=facts), tmp_path).codes() == {code}


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ("until-day: 2029-12-31, then-within: 1 month", {"N504"}),
        ("criterion: until-debt-paid-or-expired, then-within: 1 month", {"N504"}),
        ("criterion: permanently-archived, law: archives-act, at-latest: {for: 9 years, after: last-order}", {"N504"}),
        ("until: order-delivered, at-latest: {for: 9 years, after: order-delivered}", {"N504"}),
        (
            "until: last-order, or: {event: warranty-ended, whichever: earlier}, "
            "at-latest: {for: 1 year, after: warranty-ended}",
            {"N504"},
        ),
        # A longest time from the second event limits the first where the later of the two counts
        (
            "until: last-order, or: {event: warranty-ended, whichever: later}, "
            "at-latest: {for: 1 year, after: warranty-ended}",
            set(),
        ),
        # What nobody can date limits nothing either
        ("criterion: while-account-open, at-latest: {for: 1 year, after: end-of-customer-relationship}", {"C041"}),
        ("until: end-of-customer-relationship, at-latest: {for: 1 year, after: account-closed}", {"C061"}),
        ("until: order-delivered, then-within: 9 years", {"C064"}),
        ("until: recruitment-decision, then-within: 3 years", {"C065"}),
        ("criterion: while-claim-pending, at-latest: {for: 3 years, after: recruitment-decision}", {"C065"}),
    ],
)
def test_parts_that_contradict_each_other_are_found(facts: str, codes: set[str], tmp_path: Path) -> None:
    assert pages(keep(facts), tmp_path).codes() == codes


def test_a_criterion_with_a_reason_is_a_phrase_and_a_sentence(tmp_path: Path) -> None:
    built = pages(keep("criterion: permanently-archived, law: archives-act"), tmp_path, pdf=True)
    assert "permanently; Archives Act (831/1994), section 8. The law or a decision" in built.texts["en"]
    assert "varaktigt; 8 § i arkivlagen (831/1994). Handlingarna bevaras" in built.texts["sv"]
    assert all(".;" not in text for text in built.texts.values())


def test_the_act_of_some_data_is_compared_with_their_period(tmp_path: Path) -> None:
    other = (
        "by-data: [{data: [order-contents], for: 2 years, after: accounting-calendar-year-end, law: accounting-act}]"
    )
    assert "C062" in pages(OF_PERIOD.format(facts=other), tmp_path).codes()


def test_an_act_sends_the_data_to_an_archive(tmp_path: Path) -> None:
    built = pages("purposes: {bookkeeping: {keep: {end: archived, law: archives-act}}}", tmp_path)
    assert "C086" not in built.codes()
    assert "the data are transferred to an archive" in built.texts["en"]


@pytest.mark.parametrize(
    "facts",
    [
        "by-data: unknown",
        "by-data: [{data: unknown, for: 1 month, after: order-delivered}]",
        "by-data: [{data: [phone], for: unknown, after: order-delivered}]",
        "by-data: [{data: [phone], for: 1 month, after: unknown}]",
        "by-data: [{data: [phone], for: 1 month, after: order-delivered, law: unknown}]",
        "or: unknown",
        "or: {event: unknown, whichever: later}",
        "or: {event: warranty-ended, whichever: unknown}",
        "for: , after: , until: account-closed, at-latest: unknown",
        "for: , after: , until: account-closed, at-latest: {for: unknown, after: last-order}",
        "for: , after: , until: unknown, at-latest: {for: 1 year, after: last-order}",
        "for: , after: , until-day: unknown",
        "end: unknown",
    ],
)
def test_every_part_may_be_unknown(facts: str, tmp_path: Path) -> None:
    built = pages(OF_PERIOD.format(facts=facts), tmp_path)
    assert built.codes() == {"D002"}
    assert "not yet stated" in built.texts["en"]


@pytest.mark.parametrize(
    ("other", "codes"),
    [
        ("{event: end-of-customer-relationship, whichever: later}", {"C061"}),
        ("{event: end-of-customer-relationship, whichever: earlier}", set()),
        ("{event: last-order, whichever: later}", set()),
    ],
)
def test_a_second_event_that_nobody_can_date_is_found_where_it_decides(
    other: str, codes: set[str], tmp_path: Path
) -> None:
    assert pages(OF_PERIOD.format(facts=f"or: {other}"), tmp_path / "for").codes() == codes
    assert pages(keep(f"until: order-delivered, or: {other}"), tmp_path / "until").codes() == codes


CLOSING = """
purposes: {{orders: {{data: [name, delivery-address, email, phone, order-contents, {id}], keep: {{by-data: [{{data: {data}, {facts}}}]}}}}}}
sources: {{own-activity: {{data: [invoices, marketing-consents, marketing-refusals, {id}]}}}}
"""


@pytest.mark.parametrize(
    ("data", "facts", "codes"),
    [
        ("[closing-reason]", "for: 30 days, after: account-closed", set()),
        ("[closing-reason]", "until: account-closed, then-within: 30 days", set()),
        ("[closing-reason]", "for: 30 days, after: end-of-customer-relationship", set()),
        ("[closing-reason]", "for: 30 days, after: erasure-requested", {"C061"}),
        ("[closing-reason, phone]", "for: 30 days, after: account-closed", {"C061"}),
        ("[phone]", "for: 30 days, after: account-closed", {"C061"}),
    ],
)
def test_data_that_arise_with_an_event_have_its_day(data: str, facts: str, codes: set[str], tmp_path: Path) -> None:
    built = pages(CLOSING.format(id="closing-reason", data=data, facts=facts), tmp_path)
    assert built.codes() == codes


def test_requests_are_kept_from_their_own_day(tmp_path: Path) -> None:
    kept = """
purposes:
  privacy-requests:
    basis: legal-obligation
    law: {act: gdpr, article: 12(3)}
    people: [customers]
    data: [name]
    recipients: none
    keep: {for: 1 year, after: erasure-requested}
    required: not-asked
"""
    assert pages(kept, tmp_path).codes() == set()
