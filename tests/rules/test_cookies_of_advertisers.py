"""A cookie that a provider of advertising or analytics sets or reads is not necessary. Section 205 of Act 917/2014."""

from pathlib import Path

import pytest
from rules.overlay import found

from notice.findings import write

COOKIE = (
    "purposes: {visitor-statistics: {recipients: [hosting-provider, other]}}\n"
    "recipients: {other: {named: Example Oy, role: controller, country: FI, activity: %s}}\n"
    "cookies: {own: {name: m_sess, provider: %s, purpose: %s, category: necessary, duration: session, read-by: %s}}\n"
)


@pytest.mark.parametrize(
    ("activity", "provider", "purpose", "readers", "category"),
    [
        ("advertising", "other", "session", "[other]", "marketing"),
        ("advertising", "controller", "session", "[other]", "marketing"),
        ("advertising", "other", "security", "none", "marketing"),
        ("analytics", "controller", "shopping-basket", "[hosting-provider, other]", "analytics"),
    ],
)
def test_what_such_a_provider_sets_or_reads_is_not_necessary(
    activity: str, provider: str, purpose: str, readers: str, category: str, tmp_path: Path
) -> None:
    findings = found(COOKIE % (activity, provider, purpose, readers), tmp_path / "site")
    (finding,) = [one for one in findings if one.code == "C037"]
    assert finding.key == "reader"
    assert finding.suggestion == write(f"category: {category}")


@pytest.mark.parametrize(
    ("activity", "provider", "purpose", "readers"),
    [
        ("hosting", "other", "session", "[other]"),
        ("payments", "other", "payment-security", "[other]"),
        ("advertising", "controller", "session", "[hosting-provider]"),
        ("advertising", "controller", "consent-choice", "[other]"),
    ],
)
def test_what_a_service_needs_is_spared(
    activity: str, provider: str, purpose: str, readers: str, tmp_path: Path
) -> None:
    findings = found(COOKIE % (activity, provider, purpose, readers), tmp_path / "site")
    assert [one for one in findings if one.code == "C037"] == []
