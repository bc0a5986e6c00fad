"""The PDF file: both standards, attached facts, reproducible bytes, layout."""

import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import page as validator
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from outputs.pdf.specimen_pdf import FACTS, METADATA, TEMPLATE, compared, made, page, short
from texts import refusing

from notice.errors import CannotTypeset
from notice.outputs.pdf import pdf
from notice.verify.structure import read_structure

# A false alarm of the validator for a compressed stream whose last byte is 0x0D.
FALSE_ALARM = "A-STREAM-LENGTH-001"


def faults(body: bytes, profile: str) -> list[str]:
    found = [each.rule_id for each in validator.validate_pdf_bytes(body, profile=profile).failures]
    return [rule for rule in found if not rule.endswith(FALSE_ALARM)]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_file_keeps_both_standards(language: str, profile: str) -> None:
    assert faults(made(language), profile) == []


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_file_that_keeps_none_is_seen(profile: str) -> None:
    with pikepdf.open(io.BytesIO(made("en"))) as file:
        del file.Root.Metadata
        out = io.BytesIO()
        file.save(out)
    assert faults(out.getvalue(), profile) != []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_file_names_itself(language: str) -> None:
    reading = read_structure(made(language))
    paper = METADATA[language]
    assert reading.claims == ("PDF/UA-1", "PDF/A-3A")
    assert reading.title == paper.title
    assert reading.language == f"{paper.language}-{paper.region}"
    assert reading.attachments == {"notice.json": FACTS}


def test_every_page_has_header_number_and_draft_mark() -> None:
    reading = read_structure(made("fi"))
    assert reading.pages > 1
    for number, running in enumerate(reading.running, 1):
        assert running.startswith(f"{METADATA['fi'].draft} {METADATA['fi'].header}")
        assert running.endswith(f"{METADATA['fi'].footer} {number} / {reading.pages}")


def test_a_final_notice_has_no_draft_mark() -> None:
    assert "Luonnos" not in read_structure(made("sv")).running[0]


def test_contents_lead_to_the_headings() -> None:
    with pikepdf.open(io.BytesIO(made("fi"))) as file, file.open_outline() as outline:
        (notice,) = outline.root
        chapters = [str(each.title) for each in notice.children]
        places = [link for sheet in file.pages for link in sheet.get("/Annots", []) if _leads_inside(link)]
    assert chapters[0] == "Kuka vastaa tiedoistasi"
    assert len(chapters) == 6
    # Links: one for each chapter, one in the text to the rights, one back to the top.
    assert len(places) == len(chapters) + 2
    roles = [block.role for block in read_structure(made("fi")).blocks]
    assert roles.count("TOC") == 1
    assert "TOC" not in [block.role for block in read_structure(made("sv")).blocks]
    assert "TOC" in [block.role for block in read_structure(made("en")).blocks]


def test_row_headers_head_their_rows() -> None:
    """In a table of purposes, a screen reader says the purpose before each of its cells."""
    _, body = short(
        "<table><thead><tr><th>What</th><th>How long</th></tr></thead>"
        "<tbody><tr><th scope=row>Orders</th><td>3 years</td></tr></tbody></table>"
    )
    with pikepdf.open(io.BytesIO(body)) as file:
        names = {str(name): cell for name, cell in pikepdf.NameTree(file.Root.StructTreeRoot.IDTree).items()}
        cells = names.values()
        assert sorted(str(cell.A[0].Scope) for cell in cells) == ["/Column", "/Column", "/Row"]
        row = next(name for name in names if str(names[name].A[0].Scope) == "/Row")
        dictionaries = [each for each in file.objects if isinstance(each, pikepdf.Dictionary)]
        (cell,) = [each for each in dictionaries if str(each.get("/S")) == "/TD"]
        assert row in [str(header) for header in cell.A[0].Headers]
        assert len(cell.A[0].Headers) == 2


def test_table_heads_repeat_and_rows_stay_whole() -> None:
    cell = "Words that fill the cell well. " * 12
    rows = "".join(f"<tr><th scope=row>Row {n}</th><td>start{n} {cell} end{n}</td></tr>" for n in range(1, 40))
    _, body = short(f"<table><thead><tr><th>Heading</th><th>FactText</th></tr></thead><tbody>{rows}</tbody></table>")
    texts = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(body)]
    assert len(texts) > 2
    assert all("Heading" in text for text in texts)
    for n in range(1, 40):
        assert [f"start{n} " in text for text in texts] == [f"end{n}\r" in f"{text}\r" for text in texts]


@pytest.mark.parametrize(
    "follower", ["<p>Words</p>", "<ul><li>Words</li></ul>", "<table><tr><td>Words</td></tr></table>"]
)
def test_no_heading_stands_alone_at_the_foot_of_a_page(follower: str) -> None:
    broken = 0
    for lines in range(36, 50):
        filling = "".join(f"<p>Line {line}</p>" for line in range(lines))
        _, body = short(f"{filling}<h2>Chapter</h2>{follower}")
        texts = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(body)]
        assert ["Chapter" in text for text in texts] == ["Words" in text for text in texts]
        broken += len(texts) > 1 and "Words" in texts[1]
    assert broken


def pages_of(body: bytes) -> list[str]:
    return [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(body)]


def test_a_short_entry_stays_on_one_page() -> None:
    """The name, text and details of a purpose are on one page."""
    rows = "".join(f"<div><dt>Label {n}</dt><dd>FactText {n}</dd></div>" for n in range(6))
    entry = f"<article class=entry><h3>Beginning</h3><p>Text</p><dl>{rows}</dl></article>"
    moved = 0
    for lines in range(22, 40, 2):
        _, body = short("<h2>Chapter</h2>" + "".join(f"<p>Line {line}</p>" for line in range(lines)) + entry)
        texts = pages_of(body)
        assert ["Beginning" in text for text in texts] == ["FactText 5" in text for text in texts]
        moved += "Beginning" not in texts[0]
    assert moved


def test_a_long_entry_parts_into_pieces_worth_reading() -> None:
    rows = "".join(f"<div><dt>Label {n}</dt><dd>FactText {n} {'and more ' * 14}</dd></div>" for n in range(10, 20))
    entry = f"<article class=entry><h3>Beginning</h3><p>Text</p><dl>{rows}</dl></article>"
    parted = 0
    for lines in range(4, 40, 3):
        _, body = short("<h2>Chapter</h2>" + "".join(f"<p>Line {line}</p>" for line in range(lines)) + entry)
        texts = pages_of(body)
        counts = [text.count("Label") for text in texts if "Label" in text]
        assert min(counts) >= 3
        assert ["Beginning" in text for text in texts] == ["Label 10" in text for text in texts]
        parted += len(counts) > 1
    assert parted


def test_a_table_begins_with_two_rows_below_its_heading_and_caption() -> None:
    rows = "".join(f"<tr><th scope=row>Row {n}</th><td>{'words ' * 20}</td></tr>" for n in range(1, 9))
    head = "<thead><tr><th>Name</th><th>FactText</th></tr></thead>"
    table = f"<h2>Chapter</h2><p>Intro</p><table><caption>Caption</caption>{head}<tbody>{rows}</tbody></table>"
    moved = 0
    for lines in range(24, 42):
        _, body = short("".join(f"<p>Line {line}</p>" for line in range(lines)) + table)
        texts = pages_of(body)
        for words in ("Caption", "Row 1", "Row 2"):
            assert ["Chapter" in text for text in texts] == [words in text for text in texts]
        moved += "Chapter" not in texts[0]
    assert moved


def left_edge(body: bytes, words: str) -> float:
    """The distance in points from the left at which these words begin on the first page."""
    text = pypdfium2.PdfDocument(body)[0].get_textpage()
    place = text.search(words).get_next()
    assert place is not None
    return float(text.get_charbox(place[0])[0])


def test_a_long_label_moves_no_description() -> None:
    """One long label does not change the layout of neighbouring purposes."""
    long = "A label that needs a good deal more than one line of its column"
    _, body = short(f"<dl><div><dt>Short</dt><dd>First</dd></div><div><dt>{long}</dt><dd>Followed</dd></div></dl>")
    assert abs(left_edge(body, "First") - left_edge(body, "Followed")) < 1
    _, body = short("<dl class=long><div><dt>Short</dt><dd>First</dd></div></dl>")
    assert left_edge(body, "First") < 100


def test_nothing_runs_off_the_page() -> None:
    """Long labels, descriptions and lists are printed in full."""
    items = "".join(f"<li>Item {n}.</li>" for n in range(120))
    main, body = short(
        f"<dl><div><dt>{'label ' * 40}</dt><dd>{'said ' * 2000}</dd></div><div><dt>{'label ' * 12}</dt>"
        f"<dd>{'said ' * 2000}</dd></div><div><dt>Label</dt><dd><ul>{items}</ul></dd></div></dl>"
    )
    for sheet in pypdfium2.PdfDocument(body):
        text = sheet.get_textpage()
        assert (
            min(text.get_charbox(at)[1] for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()) > 30
        )
    assert compared(main, body) == []


def test_bytes_are_the_same_in_threads() -> None:
    with ThreadPoolExecutor(2) as threads:
        again = list(
            threads.map(lambda language: pdf(page(language), METADATA[language], FACTS, TEMPLATE), ["fi", "sv"] * 2)
        )
    assert again == [made("fi"), made("sv")] * 2


def test_bytes_are_the_same_elsewhere(tmp_path: Path) -> None:
    """Clock, folder and hash seed of the machine make no difference."""
    script = "import sys; from outputs.pdf import specimen_pdf; sys.stdout.buffer.write(specimen_pdf.made('fi'))"
    tests = Path(__file__).parents[2]
    env = os.environ | {
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "7",
        "LC_ALL": "C",
        "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent)]),
    }
    run = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=env, capture_output=True, check=True)
    assert run.stdout == made("fi")


def test_a_warning_of_the_engine_is_an_error() -> None:
    with refusing(CannotTypeset, "unknown font family"):
        pdf(page("en"), METADATA["en"], FACTS, TEMPLATE.replace('"Source Sans 3"', '("Source Sans 3", "No Such Font")'))


def test_nothing_outside_the_arguments_is_read() -> None:
    with pytest.raises(CannotTypeset):
        pdf(page("en"), METADATA["en"], FACTS, TEMPLATE + '\n#read("pyproject.toml")')


def _leads_inside(link: pikepdf.Object) -> bool:
    return "/Dest" in link or str(link.A.S) == "/GoTo"
