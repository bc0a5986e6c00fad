"""Each outside judge passes a valid file and fails an invalid one."""

import io
import pathlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import pikepdf
import pytest

from judges import specimen
from judges.browser import served
from judges.fixtures import REQUIRED, PdfJudge, Visitor, demand
from judges.yaml_server import Editor

GOOD_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Privacy notice</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<link rel="stylesheet" href="style.css"></head>
<body><main><h1>Privacy notice</h1><p>We keep your order for three years.</p></main></body></html>
"""
BAD_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Privacy notice</title>
<meta http-equiv="Content-Security-Policy" content="style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<link rel="stylesheet" href="style.css"></head>
<body><h1>Privacy notice</h1><p><div style="width: 900px">We keep your order for three years.</div></p>
<img src="https://tracker.example.com/pixel.png"><script>console.log("watched")</script></body></html>
"""


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The valid PDF with one change."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(specimen.pdf())) as pdf:
        change(pdf)
        pdf.save(made, compress_streams=False)
    return made.getvalue()


def without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def without_marks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def with_a_return_at_the_end_of_a_stream(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(pdf.pages[0].Contents.read_bytes() + b"\r")


@pytest.fixture
def site(tmp_path: pathlib.Path) -> Iterator[str]:
    """Two pages, a good one and a bad one, served."""
    (tmp_path / "good").mkdir()
    (tmp_path / "bad").mkdir()
    (tmp_path / "good" / "index.html").write_text(GOOD_PAGE, "utf-8")
    (tmp_path / "good" / "style.css").write_text(
        "body { color: #222; background: #fff } @media (prefers-color-scheme: dark) { body { width: 20px } }"
    )
    (tmp_path / "bad" / "index.html").write_text(BAD_PAGE, "utf-8")
    (tmp_path / "bad" / "style.css").write_text("p { colour: red }")
    with served(tmp_path) as address:
        yield address


def test_verapdf_passes_a_good_file_and_names_what_a_bad_one_breaks(verapdf: PdfJudge) -> None:
    assert verapdf(specimen.pdf(), "ua1") == []
    assert verapdf(specimen.pdf(), "3a") == []
    language = verapdf(changed(without_language), "ua1")
    assert [line.split(":")[0] for line in language] == ["7.2-2 x1", "7.2-24 x1", "7.2-33 x1", "7.2-34 x13"]
    assert verapdf(changed(without_language), "3a") == []
    marks = verapdf(changed(without_marks), "3a")
    assert [line.split(":")[0] for line in marks] == ["6.7.2.2-1 x1"]


def test_verapdf_reads_a_file_on_disk_and_fails_what_is_no_pdf(verapdf: PdfJudge, tmp_path: pathlib.Path) -> None:
    (tmp_path / "good.pdf").write_bytes(specimen.pdf())
    assert verapdf(tmp_path / "good.pdf", "ua1") == []
    assert verapdf(b"no PDF", "ua1")[0].startswith("unreadable")


def test_the_quick_judge_agrees(page_validation: PdfJudge) -> None:
    assert page_validation(specimen.pdf(), "ua1") == []
    assert page_validation(specimen.pdf(), "3a") == []
    assert "PDFUA1-TEXT-LANGUAGE-001" in " ".join(page_validation(changed(without_language), "ua1"))
    assert "PDFA3A-TAGGED-DOCUMENT-001" in " ".join(page_validation(changed(without_marks), "3a"))
    assert page_validation(b"no PDF", "ua1")[0].startswith("unreadable")


def test_only_the_known_false_alarm_is_let_pass(page_validation: PdfJudge, verapdf: PdfJudge) -> None:
    import page

    body = changed(with_a_return_at_the_end_of_a_stream)
    raised = page.validate_pdf_bytes(body, profile="3a").failures
    assert [failure.rule_id for failure in raised] == ["PDFA3A-STREAM-LENGTH-001"]
    assert page_validation(body, "3a") == verapdf(body, "3a") == []


def test_the_html_checker_sees_pages_and_style_sheets(
    nu_checker: Callable[[pathlib.Path], list[str]], site: str, tmp_path: pathlib.Path
) -> None:
    assert nu_checker(tmp_path / "good") == []
    found = "\n".join(nu_checker(tmp_path / "bad"))
    assert "index.html: error: No “p” element in scope but a “p” end tag seen." in found
    assert "index.html: error: An “img” element must have an “alt” attribute" in found
    assert "style.css: error: CSS: “colour”: Property “colour” doesn't exist." in found
    with pytest.raises(AssertionError, match="no page"):
        nu_checker(tmp_path / "good" / "none")


def test_a_visit_to_a_good_page_logs_nothing(visit: Visitor, site: str) -> None:
    with visit(f"{site}/good/", 320) as seen:
        assert seen.scroll_width() == 320
        assert seen.console == []
        assert seen.strangers() == []
        assert seen.requests[:2] == [f"{site}/good/", f"{site}/good/style.css"]


def test_a_visit_sees_scrolling_sideways_strangers_and_the_console(visit: Visitor, site: str) -> None:
    with visit(f"{site}/bad/", 320) as seen:
        assert seen.scroll_width() > 320
        assert "log: watched" in seen.console
        assert any("Content Security Policy" in line and "style.css" in line for line in seen.console)
        assert seen.strangers() == ["https://tracker.example.com/pixel.png"]


def test_a_visit_by_night_sees_the_dark_page(visit: Visitor, site: str, tmp_path: pathlib.Path) -> None:
    width = "document.body.clientWidth"
    with visit(f"{site}/good/", 320) as day, visit(f"{site}/good/", 320, dark=True) as night:
        assert (day.page.evaluate(width) > 20, night.page.evaluate(width)) == (True, 20)
        assert night.page.screenshot().startswith(b"\x89PNG")


def test_axe_finds_a_picture_without_words(visit: Visitor, axe: None, site: str) -> None:
    with visit(f"{site}/good/") as seen:
        assert seen.barriers() == []
    with visit(f"{site}/bad/") as seen:
        assert any(line.startswith("image-alt:") for line in seen.barriers())


def test_a_missing_judge_leaves_a_test_out_unless_it_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRED, raising=False)
    demand(None)
    with pytest.raises(pytest.skip.Exception, match="no judge"):
        demand("no judge")
    monkeypatch.setenv(REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match="no judge; NOTICE_JUDGES_REQUIRED=1"):
        demand("no judge")
    demand(None)


def test_ajv_takes_a_valid_value_and_names_what_is_wrong_with_another(
    ajv: Callable[[Mapping[str, Any], Sequence[tuple[str, object]]], list[list[str]]],
) -> None:
    schemas = {
        "text": {"type": "string"},
        "keys": {"properties": {"a": {"enum": ["b"]}}, "additionalProperties": False},
    }
    values: list[tuple[str, object]] = [("text", "a"), ("text", 1), ("keys", {"a": "b"}), ("keys", {"a": "c", "d": 1})]
    right, wrong, *others = ajv(schemas, values)
    assert (right, wrong) == ([], [": must be string"])
    assert others == [
        [],
        [": must NOT have additional properties", "/a: must be equal to one of the allowed values"],
    ]
    with pytest.raises(AssertionError, match="could not run"):
        ajv({"text": {"type": "no type"}}, [("text", "a")])


def test_the_yaml_server_marks_explains_and_completes(
    editor: Callable[[pathlib.Path], AbstractContextManager[Editor]], tmp_path: pathlib.Path
) -> None:
    schema = (
        '{"type": "object", "additionalProperties": false, "properties": {"a": {"enum": ["b"], "description": "A."}}}'
    )
    (tmp_path / "schema.json").write_text(schema, "utf-8")
    line = "# yaml-language-server: $schema=schema.json\n"
    with editor(tmp_path) as opened:
        assert opened.open("good.yaml", f"{line}a: b\n") == []
        assert "A." in opened.hover("good.yaml", 2, 1)
        assert opened.hover("good.yaml", 1, 1) == ""
        assert opened.open("bad.yaml", f"{line}a: c\nd: 1\n") == [
            '2:4: Value is not accepted. Valid values: "b".',
            "3:1: Property d is not allowed.",
        ]
        opened.open("new.yaml", line)
        assert [one["label"] for one in opened.completions("new.yaml", 2, 1)] == ["a"]
