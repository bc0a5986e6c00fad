"""Sentences whose lawfulness depends on the facts."""

from dataclasses import replace

import pytest
from rules.wording.test_sentences import FAULTY, Sentence, findings, starter, without_cookie_consent

from notice.derive import derive
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


def only_necessary_cookies() -> RuleContext:
    case = without_cookie_consent()
    cookies = {id: one for id, one in (case.notice.register.cookies or {}).items() if one.category == "necessary"}
    assert cookies
    changed = replace(case.notice, register=case.notice.register.model_copy(update={"cookies": cookies}))
    return replace(case, notice=changed, derived=derive(changed))


@pytest.mark.parametrize("tips", [DELETING, BLOCKING], ids=["deleting", "blocking"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_tip_on_the_browser_is_fine_beside_stated_consent_and_necessary_cookies(
    language: str, tips: dict[str, str]
) -> None:
    tip = Sentence(language, "description", tips[language])
    assert codes(tip, starter()) == codes(tip, only_necessary_cookies()) == []
    assert codes(tip, without_cookie_consent()) == ["L018"]


REFUSAL = ("jos et", "emme kysy", "om du inte", "if you do not")
REFUSING = [one for one in FAULTY if one.code == "L018" and one.says.lower().startswith(REFUSAL)]


@pytest.mark.parametrize("one", REFUSING, ids=lambda one: one.says)
def test_refusal_by_the_browser_is_no_consent_whatever_is_asked_elsewhere(one: Sentence) -> None:
    assert len(REFUSING) > 8
    assert codes(one, starter()) == ["L018"]
