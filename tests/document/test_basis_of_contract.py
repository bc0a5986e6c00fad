"""Article 6(1)(b) has two limbs: a contract that is performed, and steps at the person's request before one."""

from pathlib import Path

import pytest
from document.page_texts import pages

from notice.words import Words, standard

BEFORE = {
    "fi": "sopimus tai sitä edeltävät toimet pyynnöstäsi (b)",
    "sv": "avtal, eller åtgärder på din begäran före det (b)",
    "en": "a contract, or steps before it at your request (b)",
}
PERFORMED = {
    "fi": "sopimuksen täytäntöönpano (b)",
    "sv": "fullgörande av ett avtal (b)",
    "en": "performance of a contract (b)",
}


@pytest.mark.parametrize(("required", "expected"), [("to-enter-contract", BEFORE), ("contract", PERFORMED)])
def test_the_limb_that_applies_is_named(required: str, expected: dict[str, str], tmp_path: Path) -> None:
    built = pages(f"purposes: {{orders: {{required: {required}}}}}", tmp_path)
    for language, text in expected.items():
        assert built.said(language, "purposes.orders.basis") == [text]


@pytest.mark.parametrize(
    ("path", "fi", "sv", "en"),
    [
        (("mechanisms", "public-instrument"), "täytäntöönpanokelpoinen", "verkställbart", "enforceable"),
        (("rights", "no-automated-decisions", "absent"), "Selosteessa ei ole", "I denna beskrivning", "This notice"),
        (("events", "support-collection-ended"), "kannatusilmoitusten", "stödförklaringar", "statements of support"),
        (("requirements", "statutory", "consequence"), "pakollisia tietoja", "Utan uppgifterna", "required data"),
        (("requirements", "contract", "consequence"), "pakollisia tietoja", "Utan uppgifterna", "required data"),
        (("purposes", "camera-surveillance", "text"), "kameravalvonnan", "övervakningskameror", "surveillance cameras"),
    ],
)
def test_a_label_states_the_same_fact_in_every_language(path: tuple[str, ...], fi: str, sv: str, en: str) -> None:
    for language, part in (("fi", fi), ("sv", sv), ("en", en)):
        assert part in (Words(language, (standard(language),)).find(*path) or "")
