"""Where nobody can be found among the data, the page says so and offers no e-mail that finds nobody: GDPR Art. 11."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

STATISTICS = "purposes: {{visitor-statistics: {{identifiable: {answer}}}}}"
CONSENT_TO_COOKIES_ALONE = """
purposes: {newsletter: , electronic-direct-marketing: }
recipients: {newsletter-service: }
words:
  fi: {purposes: {electronic-direct-marketing: }}
  sv: {purposes: {electronic-direct-marketing: }}
  en: {purposes: {electronic-direct-marketing: }}
"""
MAIL = {"fi": "Oikeus peruuttaa suostumus", "sv": "Rätt att återkalla samtycket", "en": "Right to withdraw consent"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_purpose_and_what_it_means_are_stated(language: str, tmp_path: Path) -> None:
    built = pages(STATISTICS.format(answer="no"), tmp_path, pdf=language == "sv")
    assert len(built.said(language, "purposes.visitor-statistics.identifiable")) == 1
    assert len(built.said(language, "rights.unidentified")) == 1


@pytest.mark.parametrize(("answer", "codes"), [("", {"N620"}), ("unknown", set()), ("yes", set()), ("no", set())])
def test_the_answer_is_asked_where_only_a_device_is_known(answer: str, codes: set[str], tmp_path: Path) -> None:
    built = pages(STATISTICS.format(answer=answer), tmp_path)
    assert built.codes() & {"N620"} == codes
    assert (built.said("en", "rights.unidentified") == []) is (answer != "no")


def test_data_that_name_the_person_contradict_the_answer(tmp_path: Path) -> None:
    assert "N620" in pages("purposes: {newsletter: {identifiable: no}}", tmp_path).codes()


def test_an_answer_for_the_whole_register_is_not_asked_again(tmp_path: Path) -> None:
    assert "N620" not in pages("identifiable: yes\n" + STATISTICS.format(answer=""), tmp_path).codes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_email_is_prepared_for_consent_that_only_a_setting_withdraws(language: str, tmp_path: Path) -> None:
    alone = pages(CONSENT_TO_COOKIES_ALONE, tmp_path / "alone")
    both = pages("{}", tmp_path / "both")
    assert alone.said(language, "rights.withdrawal") != []
    assert MAIL[language] in "".join(both.links[language])
    assert MAIL[language] not in "".join(alone.links[language])


@pytest.mark.parametrize(
    ("ways", "found"),
    [("[email]", True), ("[phone, post]", True), ("[email, cookie-settings]", False), ("[cookie-settings]", False)],
)
def test_a_message_withdraws_no_consent_of_people_who_cannot_be_found(ways: str, found: bool, tmp_path: Path) -> None:
    example = f"purposes: {{visitor-statistics: {{identifiable: %s, withdraw: {ways}}}}}"
    assert ("N620" in pages(example % "no", tmp_path / "no").codes()) is found
    assert "N620" not in pages(example % "yes", tmp_path / "yes").codes()


DEVICES_ALONE = """
identifiable: no
people: [site-visitors]
purposes: {orders: , bookkeeping: , newsletter: , electronic-direct-marketing: }
sources: {customer: , trade-register: , own-activity: }
recipients: {parcel-carrier: , payment-provider: , accounting-firm: , newsletter-service: }
words:
  fi: {purposes: {electronic-direct-marketing: }}
  sv: {purposes: {electronic-direct-marketing: }}
  en: {purposes: {electronic-direct-marketing: }}
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_email_is_prepared_where_no_message_finds_anybody(language: str, tmp_path: Path) -> None:
    built = pages(DEVICES_ALONE, tmp_path)
    assert len(built.said(language, "identifiable")) == 1
    assert built.said(language, "rights.unidentified") == []
    assert not any(link.startswith("mailto:") and "body=" in link for link in built.links[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_purpose_whose_people_are_found_is_an_exception_to_the_register(language: str, tmp_path: Path) -> None:
    """The register's answer is no more printed of all data, but of the purposes that it concerns."""
    built = pages("identifiable: no\npurposes: {orders: {identifiable: yes}}", tmp_path)
    assert built.said(language, "identifiable") == built.said(language, "rights.unidentified") != []
    names = {"fi": "Kirjanpito, Uutiskirje", "sv": "Bokföring, Nyhetsbrev", "en": "Bookkeeping, Newsletter"}
    assert names[language] in built.texts[language]


def test_data_that_name_the_person_contradict_a_purpose_whatever_the_register_says(tmp_path: Path) -> None:
    assert "N620" in pages("identifiable: yes\npurposes: {newsletter: {identifiable: no}}", tmp_path).codes()
