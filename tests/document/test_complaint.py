"""The complaint section names the authority with all its contact details, in each language."""

from datetime import date

import pytest
from rules.overlay import STARTER
from verify.two_sites import contexts

from notice.check import check
from notice.document.complaint import ComplaintSection
from notice.load import load

WAYS = ("authority", "visit", "post", "phone", "email", "website", "form")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_authority_has_address_phone_email_website_and_form(language: str) -> None:
    document = contexts(check(load(STARTER), date(2026, 11, 26)))[0].composed[language].document
    (section,) = (one for one in document.sections if isinstance(one, ComplaintSection))
    said = {one.fact.split()[-1]: one for row in section.rows for one in row.values}
    assert {f"complaint.{way}" for way in WAYS} <= {*said}
    assert said["complaint.form"].href.startswith("https://tietosuoja.fi/")
    assert said["complaint.email"].href == "mailto:tietosuoja@om.fi"
