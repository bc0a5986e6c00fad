"""The vocabulary covers the needs of ordinary controllers, and its words are distinct."""

import re
from collections import Counter

import pytest

from notice.languages import LANGUAGES
from notice.load.vocabulary import standard_vocabulary
from notice.words import Words, standard

FLOORS = {"data": 120, "people": 30, "safeguards": 30, "sources": 20, "purposes": 60, "events": 30, "laws": 20}
"""The least number of terms of each kind."""

LISTED = ("data", "people", "safeguards")
"""Kinds whose names are printed in lists: lower case, no full stop."""


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_there_are_enough_of_each_kind(kind: str, floor: int) -> None:
    assert len(getattr(standard_vocabulary(), kind)) >= floor


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", type(standard_vocabulary()).model_fields)
def test_no_two_things_of_a_kind_have_the_same_name(kind: str, language: str) -> None:
    words = Words(language, (standard(language),))
    names = Counter(words.find(kind.replace("_", "-"), id) for id in getattr(standard_vocabulary(), kind))
    assert [name for name, times in names.items() if times > 1 and name is not None] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LISTED)
def test_names_that_stand_in_lists_begin_small_and_have_no_full_stop(kind: str, language: str) -> None:
    words = Words(language, (standard(language),))
    names = {id: words.find(kind, id) or "" for id in getattr(standard_vocabulary(), kind)}
    assert len(names) > 20
    proper = re.compile(r"[A-ZÅÄÖ]{2}|IP|KOSKI")
    assert {id: name for id, name in names.items() if name[:1].isupper() and not proper.match(name)} == {}
    assert [name for name in names.values() if name.endswith(".")] == []


def test_what_the_law_guards_is_marked() -> None:
    data = standard_vocabulary().data
    assert data["sick-leave-records"].special and data["trade-union-fee"].special and data["fingerprints"].special
    assert data["criminal-record-extract"].criminal and data["personal-identity-code"].identity_code
    assert not data["email"].special
    for id in (
        "name",
        "email",
        "phone",
        "ip-address",
        "cookie-identifiers",
        "personal-identity-code",
        "vehicle-registration",
    ):
        assert data[id].identifier
    assert not data["order-contents"].identifier


def test_every_term_of_the_data_privacy_vocabulary_has_its_form() -> None:
    terms = [
        one.dpv for kind in ("data", "people", "purposes") for one in getattr(standard_vocabulary(), kind).values()
    ]
    stated = [term for term in terms if term]
    assert len(stated) > 100
    assert [term for term in stated if not re.fullmatch(r"(pd|dpv):[A-Z][A-Za-z]+", term)] == []


def test_a_well_known_firm_says_where_its_facts_were_read_and_when() -> None:
    every = standard_vocabulary().recipients
    kinds = [one for one in every.values() if not one.named and one.role != "authority"]
    firms = {id: one for id, one in every.items() if one.named}
    assert len(kinds) >= 40
    assert len(firms) + sum(one.role == "authority" for one in every.values()) >= 50
    assert len(firms) >= 40
    for id, firm in firms.items():
        assert firm.country and firm.activity and firm.notice and firm.source and firm.verified, id
        assert firm.role is None and not firm.transfers, f"{id}: the role and the transfers are the owner's to state"


def test_a_well_known_cookie_has_its_facts_and_a_provider_that_is_known() -> None:
    terms = standard_vocabulary()
    assert len(terms.cookies) >= 60
    for id, cookie in terms.cookies.items():
        assert cookie.name and cookie.category and cookie.source and cookie.verified, id
        assert cookie.provider == "controller" or cookie.provider in terms.recipients, id
        assert cookie.purpose in terms.cookie_purposes, id
    assert any("*" in str(cookie.name) for cookie in terms.cookies.values())
