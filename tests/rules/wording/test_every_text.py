"""Every word that a visitor reads is read, an override of any standard text included."""

import pytest
from rules.wording.test_sentences import Sentence, findings

from notice.words import standard

LANGUAGE = "fi"
PATHS = sorted({path for path in standard(LANGUAGE).flat if path[-1] != "name" and len(path) > 1})
TEXTS = [path for path in PATHS if path[0] == "texts"]
ONE_OF_EACH_GROUP = list({path[0]: path for path in PATHS}.values())
OF_THINGS = {"activities", "cookie-categories", "cookie-purposes", "criteria", "data", "events", "laws", "people"} | {
    "purposes",
    "recipients",
    "safeguards",
    "source-kinds",
    "sources",
}


def codes(path: tuple[str, ...], says: str) -> set[str]:
    return {finding.code for finding in findings(Sentence(LANGUAGE, ".".join(path), says))}


@pytest.mark.parametrize("path", [*TEXTS, *ONE_OF_EACH_GROUP], ids=".".join)
def test_an_act_that_is_repealed_is_found_everywhere(path: tuple[str, ...]) -> None:
    assert "L001" in codes(path, "Käsittelemme tietoja henkilötietolain nojalla.")


@pytest.mark.parametrize("path", [*TEXTS, *ONE_OF_EACH_GROUP], ids=".".join)
def test_a_signature_is_found_where_words_may_speak_of_requests(path: tuple[str, ...]) -> None:
    found = "L004" in codes(path, "Tietopyyntö on allekirjoitettava omakätisesti.")
    assert found == (path[0] not in OF_THINGS)


@pytest.mark.parametrize(
    "id", ["transfers-open", "from-you", "no-cookies", "many-sources", "joint-controllers", "bases"]
)
def test_doubt_is_found_in_texts_on_the_processing(id: str) -> None:
    assert "W001" in codes(("texts", id), "Saatamme luovuttaa tietojasi.")


@pytest.mark.parametrize("id", ["rights-free", "rights-month", "objection", "complaint", "unidentified"])
def test_the_law_s_own_may_is_spared_in_texts_on_rights(id: str) -> None:
    assert codes(("texts", id), "Voimme pyytää lisätietoja, ja määräaikaa voidaan jatkaa.") == set()
