"""Characters that the PDF cannot show are findings at their place; all others are shown and read back."""

import html
import string
import unicodedata
from datetime import date
from pathlib import Path

import pytest
import yaml
from outputs.pdf.specimen_pdf import FACTS, METADATA, TEMPLATE, compared
from rules.overlay import site_with

from notice import font
from notice.build import build
from notice.check import check
from notice.errors import CannotTypeset
from notice.findings import Finding, Level
from notice.load import load
from notice.messages import help, message
from notice.outputs.pdf import pdf
from notice.prose import DEEPEST

DAY = date(2026, 11, 28)
REGISTER = "content/registers/customers.yaml"
WORDS = "content/fi/customers.yaml"

LACKING = {
    "an emoji": "😀",
    "Arabic": "مرحبا",
    "Chinese": "中文",
    "Hebrew": "שלום",
    "a star": "★",
    "a ligature": "ﬁ",
    "another ligature": "ﬄ",
    "a letter that is read twice": "ǩ",
    "a mark that tears its letter": "k\u0300",
    "a keycap": "1\ufe0f\u20e3",
}


def errors(example: str, folder: Path) -> list[Finding]:
    return [one for one in check(load(site_with(example, folder)), DAY).findings if one.level is Level.ERROR]


def laid(**tree: object) -> str:
    return yaml.safe_dump(tree, allow_unicode=True)


@pytest.mark.parametrize("signs", LACKING.values(), ids=LACKING)
def test_a_sign_of_a_fact_that_the_font_lacks_is_found_at_its_place(signs: str, tmp_path: Path) -> None:
    facts = laid(recipients={"parcel-carrier": {"named": f"Kuljetus {signs} Oy"}})
    [found] = errors(facts, tmp_path / "site")
    assert (found.code, found.fact, found.span.file) == ("Y025", "recipients.parcel-carrier.named", REGISTER)
    assert "U+" in message(found, "en")


@pytest.mark.parametrize("signs", LACKING.values(), ids=LACKING)
def test_a_sign_of_a_word_that_the_font_lacks_is_found_at_its_place(signs: str, tmp_path: Path) -> None:
    words = laid(words={"fi": {"purposes": {"orders": {"text": f"Toimitamme {signs} tilauksen."}}}})
    [found] = errors(words, tmp_path / "site")
    assert (found.code, found.span.file) == ("Y025", WORDS)
    assert found.span.line > 1


@pytest.mark.parametrize(
    ("place", "facts"),
    [
        ("controller.name", {"controller": {"name": "Kauppa 😀 Oy"}}),
        ("controller.address.city", {"controller": {"address": {"city": "東京"}}}),
        ("cookies.basket.name", {"cookies": {"basket": {"name": "kori★"}}}),
        ("recipients.newsletter-service.transfers.US.reference", {
            "recipients": {"newsletter-service": {"transfers": {"US": {"reference": "Päätös ★"}}}},
        }),
    ],
)  # fmt: skip
def test_any_fact_that_is_printed_is_read(place: str, facts: dict[str, object], tmp_path: Path) -> None:
    found = errors(laid(**facts), tmp_path / "site")
    assert ("Y025", place) in [(one.code, one.fact) for one in found]


@pytest.mark.parametrize(
    "words",
    [
        {"name": "Asiakkaat 😀"},
        {"ui": {"kind": "Seloste ★"}},
        {"mail": {"open": "Avaa 😀"}},
        {"recipients": {"parcel-carrier": "Kuljettaja 😀"}},
    ],
)
def test_any_word_that_the_pdf_has_is_read(words: dict[str, object], tmp_path: Path) -> None:
    assert [one.code for one in errors(laid(words={"fi": words}), tmp_path / "site")] == ["Y025"]


@pytest.mark.parametrize(
    "words",
    [
        {"description": "Miten tietoja käsitellään 😀."},
        {"mail": {"greeting": "Hei 😀"}},
        {"rights": {"access": {"ask": "Pyydän tietoni 😀."}}},
        {"ui": {"skip": "Ohita 😀"}},
    ],
)
def test_a_word_that_the_page_alone_has_is_free(words: dict[str, object], tmp_path: Path) -> None:
    folder = site_with(laid(words={"fi": words}), tmp_path / "site")
    outcome = build(folder, tmp_path / "out", DAY)
    assert [one for one in outcome.findings if one.level is Level.ERROR] == []
    assert outcome.published


def test_the_finding_says_how_a_ligature_is_written(tmp_path: Path) -> None:
    [found] = errors(laid(recipients={"parcel-carrier": {"named": "Proﬁili Oy"}}), tmp_path / "site")
    assert "`fi`" in help(found, "en")


def reads_back(texts: list[str]) -> bool:
    paragraphs = "".join(f"<p>a{html.escape(one)}b {html.escape(one)} c</p>" for one in texts)
    main = f"<main lang='sv'><h1>Rubrik</h1><section><h2>Text</h2>{paragraphs}</section></main>"
    try:
        return compared(main, pdf(main, METADATA["sv"], FACTS, TEMPLATE), "sv") == []
    except CannotTypeset:
        return False


def test_every_character_that_counts_as_shown_is_read_back_from_a_pdf() -> None:
    by_number = {one for one in map(chr, range(0xA0, 0x30000)) if not unicodedata.category(one).startswith("C")}
    shown = sorted(one for one in by_number | set(string.printable[:95]) if font.lacking(one) == ())
    assert len(shown) > 1500
    assert {"å", "Ž", "ß", "Ω", "Щ", "€", "–", "ŋ", "đ", "ǧ", "Ǩ"} <= set(shown)
    assert reads_back(shown)


@pytest.mark.parametrize("joined", ["A\u0308", "o\u031b", "s\u030c", "1\ufe0f", "a\u00ad", "a\u200d"])
def test_marks_and_joiners_of_whole_letters_are_shown(joined: str) -> None:
    assert font.lacking(joined) == ()
    assert reads_back([joined])


@pytest.mark.parametrize("signs", LACKING.values(), ids=LACKING)
def test_what_counts_as_lacking_would_be_refused(signs: str) -> None:
    assert font.lacking(signs)
    assert not reads_back([signs])


def nested(depth: int, mark: str = "-") -> str:
    return "\n".join(f"{'  ' * at}{mark} kohta {at}" for at in range(depth))


@pytest.mark.parametrize("depth", [DEEPEST + 1, 30, 100])
def test_lists_nested_too_deep_are_found_at_their_place(depth: int, tmp_path: Path) -> None:
    words = laid(words={"fi": {"purposes": {"orders": {"text": nested(depth)}}}})
    [found] = errors(words, tmp_path / "site")
    assert (found.code, found.span.file) == ("T007", WORDS)
    assert found.key == "too-deep"


def test_lists_as_deep_as_may_be_are_published(tmp_path: Path) -> None:
    text = nested(DEEPEST) + "\n\nToinen:\n\n" + nested(DEEPEST, "*")
    folder = site_with(laid(words={"fi": {"purposes": {"orders": {"text": text}}}}), tmp_path / "site")
    assert build(folder, tmp_path / "out", DAY).published


@pytest.mark.parametrize(
    ("slug", "key"),
    [
        ("a" * 300, "too-long"),
        ("a" * 252, "too-long"),
        ("con", "device"),
        ("aux", "device"),
        ("nul", "device"),
        ("lpt1", "device"),
        ("rekisteri.", "signs"),
    ],
)
def test_a_slug_that_is_no_name_of_a_file_is_found_at_its_place(slug: str, key: str, tmp_path: Path) -> None:
    [found] = errors(laid(words={"fi": {"slug": slug}}), tmp_path / "site")
    assert (found.code, found.key, found.span.file) == ("T008", key, WORDS)


@pytest.mark.parametrize("slug", ["a" * 251, "console", "auxiliary", "com"])
def test_a_slug_that_is_a_name_of_a_file_is_published(slug: str, tmp_path: Path) -> None:
    folder = site_with(laid(words={"fi": {"slug": slug}}), tmp_path / "site")
    assert f"fi/{slug}/{slug}.pdf" in build(folder, tmp_path / "out", DAY).published


def test_a_register_cannot_be_called_by_a_name_of_windows(tmp_path: Path) -> None:
    folder = site_with(laid(site={"registers": ["customers", "con"]}), tmp_path / "site")
    found = [one for one in check(load(folder), DAY).findings if one.level is Level.ERROR]
    assert [(one.code, one.span.file) for one in found] == [("Y020", "content/site.yaml")]
