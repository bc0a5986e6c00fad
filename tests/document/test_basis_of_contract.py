"""Article 6(1)(b) has two limbs: a contract that is performed, and steps at the person's request before one."""

from pathlib import Path

import pytest
from document.page_texts import pages

BEFORE = {
    "fi": "sopimus tai sitä edeltävät toimet pyynnöstäsi (b)",
    "sv": "avtal, eller åtgärder på din begäran före det (b)",
    "en": "a contract, or steps before it at your request (b)",
}
PERFORMED = {
    "fi": "sopimuksen tekeminen tai täytäntöönpano (b)",
    "sv": "fullgörande av ett avtal (b)",
    "en": "performance of a contract (b)",
}


@pytest.mark.parametrize(("required", "expected"), [("to-enter-contract", BEFORE), ("contract", PERFORMED)])
def test_the_limb_that_applies_is_named(required: str, expected: dict[str, str], tmp_path: Path) -> None:
    built = pages(f"purposes: {{orders: {{required: {required}}}}}", tmp_path)
    for language, text in expected.items():
        assert built.said(language, "purposes.orders.basis") == [text]
