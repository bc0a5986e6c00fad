"""A standard sentence that is replaced in one language is replaced in all; names and what a site lacks are spared."""

from pathlib import Path

import pytest
from rules.overlay import found

JOINT = "joint-controllers: {partner: {name: Kumppani Oy, email: a@kumppani.example, does: [requests], purposes: [orders]}}\n"


def lacking(example: str, folder: Path) -> list[str]:
    return [dict(one.arguments)["languages"] for one in found(example, folder / "site") if one.code == "T025"]


REPLACED = [
    ("{fi: {texts: {erased: Tiedot poistetaan heti.}}}", ["sv, en"]),
    ("{sv: {texts: {no-profiling: Vi profilerar dig inte.}}}", ["fi, en"]),
    ("{en: {purposes: {orders: {text: We take the order.}}}}", ["fi, sv"]),
    ("{fi: {role-notes: {processor: Käsittelijä toimii puolestamme.}}, en: {role-notes: {processor: It acts for us.}}}", ["sv"]),
    ("{fi: {requirements: {not-asked: {consequence: Muuta ei tarvita.}}}}", ["sv, en"]),
    # The same sentence in one file after another
    ("{fi: {texts: {erased: Tiedot poistetaan heti.}}, sv: {texts: {erased: Genast.}}, en: {texts: {erased: At once.}}}", []),
    # Names, labels and headings may have a form of their own; rights belong to another rule; no page needs the word
    ("{fi: {purposes: {orders: {name: Tilaukset}}}}", []),
    ("{sv: {labels: {keep: Förvaras}}}", []),
    ("{en: {headings: {purposes: Why}}}", []),
    ("{en: {rights: {access: {text: You can ask for your data.}}}}", []),
    ("{en: {texts: {many-sources: There are many.}}}", []),
    # Written out as it is
    ("{en: {texts: {no-profiling: We do not use the data for profiling.}}}", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "languages"), REPLACED)
def test_a_sentence_is_replaced_in_all_languages_or_none(words: str, languages: list[str], tmp_path: Path) -> None:
    assert lacking(f"words: {words}", tmp_path) == languages


def test_on_joint_controllers_two_languages_say_something_else(tmp_path: Path) -> None:
    words = (
        "words: {fi: {texts: {joint-controllers: Päätämme yhdessä.}}, sv: {texts: {joint-controllers: Tillsammans.}}}"
    )
    assert lacking(JOINT + words, tmp_path) == ["en"]
