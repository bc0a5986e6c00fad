"""That no data leave the EEA is said only where it is stated: the country of a firm does not tell where its data are."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

SAID = {
    "fi": "Tietoja ei siirretä EU/ETA-alueen ulkopuolelle",
    "sv": "Uppgifterna överförs inte utanför EU/EES",
    "en": "The data are not transferred outside the EU/EEA",
}
FIRMS = ("parcel-carrier", "payment-provider", "hosting-provider", "accounting-firm")
NONE = "{transfers: none}"


def recipients(stated: dict[str, str], newsletter: str = "{country: SE, transfers: none}") -> str:
    rows = [f"{id}: {stated[id]}" for id in FIRMS if id in stated]
    return f"recipients: {{{', '.join([*rows, f'newsletter-service: {newsletter}'])}}}"


@pytest.mark.parametrize(
    ("example", "is_said"),
    [
        (recipients(dict.fromkeys(FIRMS, NONE)), True),
        (recipients({}), False),
        (recipients(dict.fromkeys(FIRMS[:3], NONE)), False),
        (recipients(dict.fromkeys(FIRMS, NONE), "{country: SE, transfers: }"), False),
    ],
)
def test_it_is_said_where_every_recipient_states_it(example: str, is_said: bool, tmp_path: Path) -> None:
    texts = pages(example, tmp_path).texts
    assert {language: SAID[language] in texts[language] for language in LANGUAGES} == dict.fromkeys(LANGUAGES, is_said)


@pytest.mark.parametrize("people", ["general-public", "other-users", "other-members"])
@pytest.mark.parametrize(("facts", "is_said"), [("{}", False), ("{transfers: none}", True)])
def test_people_may_be_anywhere_unless_it_is_stated(people: str, facts: str, is_said: bool, tmp_path: Path) -> None:
    used = f"purposes: {{newsletter: {{recipients: [newsletter-service, {people}]}}}}\n"
    rows = recipients(dict.fromkeys(FIRMS, NONE))[:-1] + f", {people}: {facts}}}"
    built = pages(used + rows, tmp_path)
    assert built.codes() == set()
    assert {language: SAID[language] in built.texts[language] for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, is_said
    )
