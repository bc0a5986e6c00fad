"""People receive data too, in a role of their own, without a company or a country: GDPR Art. 4(9)."""

from pathlib import Path

import pytest
from document.page_texts import LANGUAGES, pages

USED = """
purposes: {{newsletter: {{recipients: [newsletter-service, {id}]}}}}
recipients: {{{id}: {facts}}}
"""
KNOWN = ("other-users", "other-participants", "other-members", "general-public")
OWN = (
    USED
    + "words: {{fi: {{recipients: {{{id}: naapurit}}}}, sv: {{recipients: {{{id}: grannar}}}}, en: {{recipients: {{{id}: neighbours}}}}}}"
)


@pytest.mark.parametrize("id", KNOWN)
def test_people_are_asked_for_neither_a_name_nor_a_country(id: str, tmp_path: Path) -> None:
    built = pages(USED.format(id=id, facts="{}"), tmp_path)
    assert [one.code for one in built.findings] == []
    role = {"general-public": "anyone, because the data are published"}.get(id, "people who see or receive the data")
    assert built.said("en", f"recipients.{id}.role") == [role]


@pytest.mark.parametrize("role", ["person", "public"])
def test_the_role_is_for_the_owners_recipients_too(role: str, tmp_path: Path) -> None:
    assert [one.code for one in pages(OWN.format(id="neighbours", facts=f"{{role: {role}}}"), tmp_path).findings] == []


def test_another_role_still_needs_name_activity_and_country(tmp_path: Path) -> None:
    codes = pages(OWN.format(id="neighbours", facts="{role: controller}"), tmp_path).codes()
    assert {"N402", "N403", "N404"} <= codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_have_no_unknown_country_on_the_page(language: str, tmp_path: Path) -> None:
    text = pages(USED.format(id="other-users", facts="{}"), tmp_path, pdf=language == "fi").texts[language]
    names = {"fi": "Palvelun muut käyttäjät", "sv": "Andra användare av tjänsten", "en": "Other users of the service"}
    assert names[language] in text
    assert {"fi": "ei vielä ilmoitettu", "sv": "ännu inte angivet", "en": "not yet stated"}[language] not in text
