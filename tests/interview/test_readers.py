"""What owners type becomes a fact, is left open, or is refused with a reason."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice.interview.answers import Chosen, Postal, Service
from notice.interview.readers import (
    LONGEST,
    NONE,
    Misread,
    read_address,
    read_business_id,
    read_email,
    read_languages,
    read_phone,
    read_text,
    read_website,
)
from notice.interview.registers import read_registers
from notice.interview.services import GROUPS, names, offered, read_services
from notice.languages import LANGUAGES
from notice.model import texts

BY_ID = {group.id: group for group in GROUPS}


def test_the_longest_answer_is_the_longest_fact() -> None:
    assert LONGEST == texts.LONGEST


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("1234567-1", "1234567-1"),
        (" 12345671 ", "1234567-1"),
        ("FI12345671", "1234567-1"),
        ("fi 1234567-1", "1234567-1"),
        ("", None),
        ("unknown", None),
    ],
)
def test_a_business_id_is_written_with_its_hyphen(typed: str, fact: str | None) -> None:
    assert read_business_id(typed) == fact


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1234567-2", "check-digit"),
        ("1234567", "check-digit"),
        ("123", "business-id"),
        ("abc", "business-id"),
        ("1234567-1 and 9999999-2", "business-id"),
        ("none", "none"),
    ],
)
def test_a_business_id_that_cannot_be_one_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Misread) as refused:
        read_business_id(typed)
    assert refused.value.key == why


@pytest.mark.parametrize(
    ("typed", "fact"),
    [
        ("Katu 1, 00100 Helsinki", Postal("Katu 1", "00100", "Helsinki")),
        ("Katu 1 00100 Helsinki", Postal("Katu 1", "00100", "Helsinki")),
        ("PL 12,00101 Helsinki", Postal("PL 12", "00101", "Helsinki")),
        ("Storgatan 5 B 12, 65100 Vasa", Postal("Storgatan 5 B 12", "65100", "Vasa")),
        ("Kungsgatan 1, SE-111 22 Stockholm", Postal("Kungsgatan 1", "SE-111 22", "Stockholm")),
        ("?", None),
    ],
)
def test_an_address_has_three_parts(typed: str, fact: Postal | None) -> None:
    assert read_address(typed) == fact


@pytest.mark.parametrize("typed", ["Katu 1", "00100 Helsinki", "Katu 1, Helsinki", "Katu 1, 00100"])
def test_an_address_that_lacks_a_part_is_refused(typed: str) -> None:
    with pytest.raises(Misread):
        read_address(typed)


def test_other_contacts_are_checked_and_a_domain_becomes_an_address() -> None:
    assert read_website("www.example.fi") == "https://www.example.fi"
    assert read_website("http://example.fi/shop") == "http://example.fi/shop"
    assert read_email("hei@example.fi") == "hei@example.fi"
    assert read_phone("040 123 4567") == "040 123 4567"
    for read, typed in ((read_website, "example"), (read_email, "hei"), (read_email, "-"), (read_phone, "12")):
        with pytest.raises(Misread):
            read(typed)


@pytest.mark.parametrize("typed", ["-", "ei", "Ei ole", "nej", "None"])
def test_an_owner_can_have_no_telephone_and_no_website(typed: str) -> None:
    assert read_phone(typed) == read_website(typed) == NONE


@pytest.mark.parametrize(
    "typed", ["fi, sv", "suomi ja ruotsi", "finska och svenska", "Finnish and Swedish", "FI sv fi"]
)
def test_languages_are_known_by_name_in_any_language(typed: str) -> None:
    assert read_languages(typed) == ("fi", "sv")


def test_a_language_that_is_not_shipped_is_refused_and_none_is_left_open() -> None:
    assert read_languages(" ") is None
    with pytest.raises(Misread):
        read_languages("fi, de")


@pytest.mark.parametrize(
    ("typed", "language", "presets"),
    [
        ("1, 3", "fi", ["webshop-customers", "whistleblowing-channel"]),
        ("asiakasrekisteri", "fi", ["webshop-customers"]),
        ("Asiakasrekistri; HENKILÖSTÖ", "fi", ["webshop-customers", "employees"]),
        ("kameraövervakning", "sv", ["camera-surveillance"]),
        ("newsletter", "en", ["newsletter"]),
        ("uutiskirje", "en", ["newsletter"]),
    ],
)
def test_registers_are_known_by_number_name_and_id(typed: str, language: str, presets: list[str]) -> None:
    assert [one.preset for one in read_registers(typed, language) or ()] == presets


def test_a_preset_can_be_chosen_several_times_with_an_id_of_its_own() -> None:
    found = read_registers("newsletter, newsletter=Båtklubben, newsletter", "sv")
    assert found == (Chosen("newsletter", "newsletter"), Chosen("newsletter", "batklubben", "Båtklubben"))
    for wrong in ("newsletter=x, employees=x", "newsletter=", "newsletter=site", "newsletter=con", "zzz", "0", "99"):
        with pytest.raises(Misread):
            read_registers(wrong, "sv")


@pytest.mark.parametrize(
    ("typed", "group", "found"),
    [
        ("PAYTRAIL", "payment", [Service("paytrail")]),
        ("paytral", "payment", [Service("paytrail")]),
        ("paytrail ja Klarna", "payment", [Service("paytrail"), Service("klarna")]),
        ("Stripe & PayPal", "payment", [Service("stripe"), Service("paypal")]),
        ("Google", "mail", [Service("google-workspace")]),
        ("office 365", "mail", [Service("microsoft-365")]),
        ("google analytics, meta", "analytics", [Service("google-analytics"), Service("meta-ads")]),
        ("Kuriiri Oy", "delivery", [Service(name="Kuriiri Oy")]),
        ("Kuriiri Oy, posti", "delivery", [Service("posti"), Service(name="Kuriiri Oy")]),
        ("Zoom Communications, Inc.", "mail", [Service("zoom")]),
        ("Zoom Communications, Inc., Kuriiri Oy", "mail", [Service("zoom"), Service(name="Kuriiri Oy")]),
        ("Klarna / Paytrail", "payment", [Service("klarna"), Service("paytrail")]),
        (
            "Klarna/Paytrail+Stripe&PayPal",
            "payment",
            [Service(one) for one in ("klarna", "paytrail", "stripe", "paypal")],
        ),
        ("Klarna och paytrail", "payment", [Service("klarna"), Service("paytrail")]),
        ("Klarna (Paytrail)", "payment", [Service("klarna"), Service("paytrail")]),
        ("Klarna - Walley", "payment", [Service("klarna"), Service(name="Walley")]),
        ("Kuriiri & Co A/S, Posti", "delivery", [Service("posti"), Service(name="Kuriiri & Co A/S")]),
        ("Shopify", "payment", [Service("shopify")]),
        ("Postnord", "delivery", [Service(name="Postnord")]),
        ("-", "payment", []),
        ("ei mitään", "payment", []),
        ("inget", "payment", []),
        ("En käytä.", "newsletter", []),
        ("Använder inte", "newsletter", []),
        ("We don’t", "newsletter", []),
        ("nothing", "newsletter", []),
    ],
)
def test_known_services_are_recognised_by_their_names(typed: str, group: str, found: list[Service]) -> None:
    assert read_services(typed, BY_ID[group], "fi") == tuple(found)


def test_a_name_of_several_services_is_asked_about() -> None:
    with pytest.raises(Misread) as refused:
        read_services("Matomo Cloud, Google", BY_ID["analytics"], "en")
    assert refused.value.key == "ambiguous"
    assert "Google Analytics" in refused.value.text("en")


KNOWN_PAYMENTS = {"Klarna": "klarna", "Paytrail": "paytrail", "Stripe": "stripe", "PayPal": "paypal"}
OTHER_FIRMS = ("Kuriiri Oy", "Walley", "Maksuturva A/S", "Sukan Raha")
BETWEEN = (" / ", "/", "+", " + ", " ja ", " och ", " and ", " & ", "&", ", ", ",", "; ", " (", " - ")


@given(
    st.lists(st.sampled_from([*KNOWN_PAYMENTS, *OTHER_FIRMS]), min_size=1, unique=True),
    st.lists(st.sampled_from(BETWEEN), min_size=8, max_size=8),
)
def test_each_part_of_an_answer_comes_back(parts: list[str], signs: list[str]) -> None:
    typed = parts[0] + "".join(sign + part for sign, part in zip(signs, parts[1:], strict=False))
    found = read_services(typed, BY_ID["payment"], "fi") or ()
    assert {one.id for one in found if one.id} == {KNOWN_PAYMENTS[part] for part in parts if part in KNOWN_PAYMENTS}
    (others,) = [one.name for one in found if one.name] or [""]
    assert all(part in others for part in parts if part in OTHER_FIRMS)


@pytest.mark.parametrize(("typed", "group"), [("GA4", "accounting"), ("Posti", "payroll"), ("Mailchimp", "analytics")])
def test_a_service_of_another_group_is_refused_with_what_it_is(typed: str, group: str) -> None:
    with pytest.raises(Misread) as refused:
        read_services(typed, BY_ID[group], "fi")
    assert refused.value.key == "other-group"


def test_what_a_service_of_another_group_is_stands_in_the_reason() -> None:
    with pytest.raises(Misread) as refused:
        read_services("GA4", BY_ID["accounting"], "fi")
    assert refused.value.text("fi").startswith("Google Analytics on muuta: kävijätilastointi.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_known_service_is_recognised_by_the_name_that_is_offered(language: str) -> None:
    for group in GROUPS:
        for id in offered(group):
            assert read_services(names(language)[id], group, language) == (Service(id),)


@given(st.text(), st.sampled_from(sorted(LANGUAGES)))
def test_any_text_is_a_fact_or_is_refused_with_a_reason(typed: str, language: str) -> None:
    readers: list[Callable[[str], object]] = [read_text, read_business_id, read_address, read_email, read_phone]
    readers += [read_website, read_languages, partial(read_registers, language=language)]
    readers += [partial(read_services, group=group, language=language) for group in GROUPS]
    for read in readers:
        try:
            read(typed)
        except Misread as refused:
            assert refused.text(language).endswith(".")


@pytest.mark.parametrize(("typed", "kept"), [("en, fi, de", ("en", "fi")), ("de", ()), ("suomi et", ("fi",))])
def test_a_language_that_the_package_lacks_is_added_later(typed: str, kept: tuple[str, ...]) -> None:
    with pytest.raises(Misread) as refused:
        read_languages(typed)
    assert refused.value.kept == kept
    for language in ("fi", "sv", "en"):
        assert f"`notice words start {'et' if 'et' in typed else 'de'}`" in refused.value.text(language)
