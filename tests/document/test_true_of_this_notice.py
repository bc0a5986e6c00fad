"""Standard sentences are printed only where they are true of the notice."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, SitePages, pages

CHILDREN = """
children-service: yes
children-wording: yes
purposes:
  newsletter: {children: {guardian-consent: yes, verified: yes}}
  visitor-statistics: {children: {guardian-consent: yes, verified: yes}}
"""


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> SitePages:
    return pages("{}", tmp_path_factory.mktemp("starter"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "promise",
    [
        {"fi": "vain tässä mainittuihin", "sv": "bara för de ändamål", "en": "only for the purposes stated here"},
        {"fi": "yhtä helppoa", "sv": "lika lätt", "en": "as easy as"},
        {"fi": "Sähköinen lomake", "sv": "Elektronisk blankett", "en": "Online form"},
    ],
)
def test_the_standard_wording_promises_nothing_for_the_owner(
    starter: SitePages, promise: dict[str, str], language: str
) -> None:
    assert len(starter.texts[language]) > 3000
    assert promise[language] not in starter.texts[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_absence_of_automated_decisions_is_said_once(starter: SitePages, language: str) -> None:
    assert len(starter.said(language, "automated-decisions")) == 1
    assert starter.said(language, "rights.no-automated-decisions") == []


def test_the_right_stays_where_it_is_not_known_whether_decisions_are_made(tmp_path: Path) -> None:
    open = pages("automated-decisions: unknown", tmp_path)
    assert open.said("en", "rights.no-automated-decisions") == [
        "It has not been stated yet whether this right applies here."
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ground_for_erasing_childrens_data_is_printed_for_services_to_children(
    starter: SitePages, language: str, tmp_path: Path
) -> None:
    assert starter.said(language, "rights.erasure.child") == []
    (said,) = pages(CHILDREN, tmp_path).said(language, "rights.erasure.child")
    assert {"fi": "lapselta", "sv": "barn", "en": "child"}[language] in said


@pytest.mark.parametrize(("role", "shown"), [("processor", 0), ("controller", 1), ("authority", 1)])
def test_only_a_recipient_that_answers_for_its_processing_has_a_notice_of_its_own(
    role: str, shown: int, tmp_path: Path
) -> None:
    """A processor works under the controller's notice, so its own does not cover the data: GDPR Art. 28(3)."""
    own = f"recipients: {{hosting-provider: {{role: {role}, contract: yes, notice: https://host.example.fi/privacy}}}}"
    assert len(pages(own, tmp_path).said("en", "recipients.hosting-provider.notice")) == shown


RIGHTS = {
    "fi": ("käyttää oikeuksiasi", "käyttää muita oikeuksiasi"),
    "sv": ("utöva dina rättigheter", "utöva andra rättigheter"),
    "en": ("use your rights", "use your other rights"),
}
WITHOUT_OBJECTION = """
purposes: {orders: , newsletter: , electronic-direct-marketing: , visitor-statistics: }
sources: {browser: , customer: {data: [name]}}
cookies: none
cookie-consent:
recipients: {parcel-carrier: , payment-provider: , hosting-provider: , newsletter-service: }
people: [customers]
words:
  fi: {purposes: {electronic-direct-marketing: , orders: }}
  sv: {purposes: {electronic-direct-marketing: , orders: }}
  en: {purposes: {electronic-direct-marketing: , orders: }}
"""


def test_the_summary_speaks_of_other_rights_only_after_one(starter: SitePages, tmp_path: Path) -> None:
    without = pages(WITHOUT_OBJECTION, tmp_path)
    for language, (all, other) in RIGHTS.items():
        assert other in starter.texts[language] and all not in starter.texts[language]
        assert all in without.texts[language] and other not in without.texts[language]
