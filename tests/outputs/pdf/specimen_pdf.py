"""Pages of an invented firm, from which PDFs are made."""

import dataclasses
import datetime
import functools
from pathlib import Path

from notice.outputs.pdf import PdfMetadata, pdf
from notice.verify.page import page_blocks
from notice.verify.pdfs import Difference, differences
from notice.verify.structure import read_structure

TEMPLATE = (Path(__file__).parents[3] / "templates" / "notice.typ").read_text(encoding="utf-8")
FACTS = '{"controller": "Metsäpolun Lankakauppa Oy"}'.encode()

METADATA = {
    "fi": PdfMetadata(
        language="fi",
        region="FI",
        title="Asiakas- ja markkinointirekisteri",
        author="Metsäpolun Lankakauppa Oy",
        description="Miten asiakkaiden henkilötietoja käsitellään.",
        keywords=("tietosuojaseloste", "asiakasrekisteri"),
        date=datetime.date(2026, 11, 1),
        header="Metsäpolun Lankakauppa Oy · Asiakas- ja markkinointirekisteri · versio 3",
        footer="Päivitetty 1. marraskuuta 2026 · https://lankakauppa.example.fi/fi/",
        contents="Sisällys",
        draft="Luonnos – ei julkaistavaksi",
        facts_description="Selosteen tiedot koneellisesti luettavina",
    ),
    "sv": PdfMetadata(
        language="sv",
        region="FI",
        title="Kundregister",
        author="Metsäpolun Lankakauppa Oy",
        description="Hur kundernas personuppgifter behandlas.",
        keywords=("dataskyddsbeskrivning",),
        date=None,
        header="Metsäpolun Lankakauppa Oy · Kundregister · version 3",
        footer="Uppdaterad den 1 november 2026",
        contents="",
        draft="",
        facts_description="Beskrivningens uppgifter i maskinläsbar form",
    ),
    "en": PdfMetadata(
        language="en",
        region="GB",
        title="Customer register",
        author="Metsäpolun Lankakauppa Oy",
        description="How the personal data of customers are used.",
        keywords=(),
        date=datetime.date(2026, 11, 1),
        header="Metsäpolun Lankakauppa Oy · Customer register · version 3",
        footer="Updated on 1 November 2026",
        contents="Contents",
        draft="",
        facts_description="The facts of this notice, for machines",
    ),
}


def page(language: str) -> str:
    return (Path(__file__).parent / "pages" / f"{language}.html").read_text(encoding="utf-8")


@functools.cache
def made(language: str) -> bytes:
    return pdf(page(language), METADATA[language], FACTS, TEMPLATE)


def short(body: str, language: str = "en") -> tuple[str, bytes]:
    """A small page and its PDF."""
    main = f'<main lang="{language}"><h1>Register</h1>{body}</main>'
    return main, pdf(main, dataclasses.replace(METADATA[language], contents=""), FACTS, TEMPLATE)


def compared(main: str, body: bytes, language: str = "") -> list[Difference]:
    """The differences between a page's `<main>` and a PDF."""
    reading = read_structure(body)
    return differences(page_blocks(main, language or reading.language), reading)
