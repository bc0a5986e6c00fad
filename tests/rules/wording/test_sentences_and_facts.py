"""Sentences whose lawfulness depends on the facts."""

from dataclasses import replace

import pytest
from rules.wording.test_sentences import Sentence, findings, starter

from notice.model.controller import Address
from notice.rules.rule import RuleContext

TO_ALAND = Sentence("sv", "texts.complaint", "Du kan lämna klagomål till Datainspektionen.")
TO_SWEDEN = Sentence("sv", "texts.complaint", "Du kan klaga hos Integritetsskyddsmyndigheten.")

DELETING = {
    "fi": "Evästeet voit poistaa selaimen asetuksista.",
    "sv": "Du kan radera kakor i din webbläsare.",
    "en": "You can delete cookies in your browser.",
}
BLOCKING = {
    "fi": "Evästeet voit estää selaimen asetuksista.",
    "sv": "Du kan blockera kakor i din webbläsare.",
    "en": "You can block cookies in your browser.",
}


def controller_with(**facts: object) -> RuleContext:
    """The starter's context with other facts of the controller."""
    case = starter()
    changed = case.notice.controller.model_copy(update=facts)
    return replace(case, notice=replace(case.notice, controller=changed))


def without_cookie_consent() -> RuleContext:
    case = starter()
    changed = case.notice.register.model_copy(update={"cookie_consent": None})
    return replace(case, notice=replace(case.notice, register=changed))


def codes(sentence: Sentence, case: RuleContext) -> list[str]:
    return [finding.code for finding in findings(sentence, case)]


@pytest.mark.parametrize("facts", [{"country": "AX"}, {"country": "FI", "address": Address(country="AX")}], ids=str)
def test_a_controller_on_aland_may_name_alands_authority_and_not_swedens(facts: dict[str, object]) -> None:
    case = controller_with(**facts)
    assert codes(TO_ALAND, case) == []
    assert codes(TO_SWEDEN, case) == ["L023"]


def test_a_controller_in_sweden_may_name_swedens_authority() -> None:
    assert codes(TO_SWEDEN, controller_with(country="SE")) == []


@pytest.mark.parametrize("country", [None, "FI", "NO"])
def test_another_controller_may_name_neither(country: str | None) -> None:
    case = controller_with(country=country)
    assert codes(TO_ALAND, case) == codes(TO_SWEDEN, case) == ["L023"]


@pytest.mark.parametrize("language", DELETING)
def test_a_tip_on_deleting_cookies_is_fine_beside_stated_consent_only(language: str) -> None:
    tip = Sentence(language, "description", DELETING[language])
    assert codes(tip, starter()) == []
    assert codes(tip, without_cookie_consent()) == ["L018"]


@pytest.mark.parametrize("language", BLOCKING)
def test_blocking_cookies_in_the_browser_stands_for_no_consent(language: str) -> None:
    assert codes(Sentence(language, "description", BLOCKING[language]), starter()) == ["L018"]
