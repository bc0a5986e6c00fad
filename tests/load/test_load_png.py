"""PNG logos: every form of the format is read and built; damaged, oversized and animated ones are findings."""

import zlib
from pathlib import Path

import page as validator
import pytest
from load.pictures import END, FORMS, SIGNATURE, chunk, header, png
from rules.overlay import site_with
from texts import help, message
from verify.two_sites import DAY

from notice.build import build
from notice.load import load
from notice.load.findings import PictureFault
from notice.load.png import png_size

ONE_LANGUAGE = """
site: {languages: [fi], theme: {logo: logo.png}}
controller: {requests: {languages: [fi]}}
words: {en: , sv: }
"""
GOOD = png()
PIXELS = chunk(b"IDAT", zlib.compress((b"\0" + b"\x3c" * 360) * 40))
START = SIGNATURE + header(120, 40)


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize(("colour", "depth"), FORMS)
def test_a_png_of_every_form_is_built_into_pages_and_pdfs(
    tmp_path: Path, colour: int, depth: int, interlaced: bool
) -> None:
    picture = png(colour=colour, depth=depth, interlaced=interlaced)
    site = site_with(ONE_LANGUAGE, tmp_path / "site")
    (site / "content/logo.png").write_bytes(picture)
    outcome = build(site, tmp_path / "out", DAY)
    assert [message(finding) for finding in outcome.findings] == []
    assert (tmp_path / "out/logo.png").read_bytes() == picture
    pages, papers = (list((tmp_path / "out").rglob(f"*.{kind}")) for kind in ("html", "pdf"))
    assert len(pages) == 4
    assert all('logo.png" alt="" width="120" height="40"' in page.read_text(encoding="utf-8") for page in pages)
    assert len(papers) == 1
    assert b"/Image" in papers[0].read_bytes()


@pytest.mark.parametrize("extra", [b"", chunk(b"iCCP", b"x\0\0" + zlib.compress(b"no profile" * 20))])
def test_a_pdf_with_a_transparent_png_keeps_its_standards(tmp_path: Path, extra: bytes) -> None:
    site = site_with(ONE_LANGUAGE, tmp_path / "site")
    (site / "content/logo.png").write_bytes(png(colour=6, extra=extra))
    build(site, tmp_path / "out", DAY)
    [paper] = (tmp_path / "out").rglob("*.pdf")
    for profile in ("ua1", "3a"):
        failures = validator.validate_pdf_bytes(paper.read_bytes(), profile=profile).failures
        assert [one.rule_id for one in failures if not one.rule_id.endswith("A-STREAM-LENGTH-001")] == []


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 5), (120, 40), (2_000, 2_000)])
@pytest.mark.parametrize("interlaced", [False, True])
def test_the_size_is_that_of_the_file(width: int, height: int, interlaced: bool) -> None:
    assert png_size(png(width, height, interlaced=interlaced)) == (width, height)


@pytest.mark.parametrize(
    "body",
    [
        GOOD[:8],
        GOOD[:30],
        GOOD[:-20],
        GOOD[:-12],
        GOOD[:60] + bytes([GOOD[60] ^ 1]) + GOOD[61:],
        START + END,
        START + PIXELS,
        START + chunk(b"IDAT", b"no zlib") + END,
        START + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + END,
        START + chunk(b"IDAT", zlib.compress(b"\0" * 500_000)) + END,
        START + chunk(b"IDAT", zlib.compress((b"\0" + b"\x3c" * 360) * 40)[:-4]) + END,
        START + PIXELS + chunk(b"tEXt", b"a\0b") + PIXELS + END,
        START + chunk(b"XXXX", b"") + PIXELS + END,
        START + header(120, 40) + PIXELS + END,
        START + PIXELS + chunk(b"PLTE", bytes(3)) + END,
        START + chunk(b"IDAT", zlib.compress((b"\5" + b"\x3c" * 360) * 40)) + END,
        START + chunk(b"IDAT", zlib.compress((b"\0" + b"\x3c" * 360) * 39 + b"\xff" + b"\x3c" * 360)) + END,
        START + chunk(b"PLTE", b"") + PIXELS + END,
        START + chunk(b"PLTE", bytes(4)) + PIXELS + END,
        START + chunk(b"PLTE", bytes(3 * 257)) + PIXELS + END,
        png(colour=3, depth=1).replace(chunk(b"PLTE", bytes(6)), chunk(b"PLTE", bytes(9))),
        png(colour=3, extra=chunk(b"tRNS", b"\0")),
        SIGNATURE + PIXELS + END,
        SIGNATURE + header(120, 40, colour=3) + PIXELS + END,
        SIGNATURE + header(120, 40, colour=5) + PIXELS + END,
        SIGNATURE + header(120, 40, depth=3) + PIXELS + END,
        SIGNATURE + header(120, 40, interlace=2) + PIXELS + END,
        SIGNATURE + header(0, 40) + PIXELS + END,
        SIGNATURE + chunk(b"IHDR", b"") + PIXELS + END,
        GOOD + b"<script>",
        b"\xff\xd8\xff\xe0" + GOOD,
        b"",
    ],
)
def test_a_damaged_picture_is_refused(body: bytes) -> None:
    with pytest.raises(PictureFault):
        png_size(body)


@pytest.mark.parametrize("length", range(0, len(GOOD), 7))
def test_a_picture_cut_anywhere_is_refused(length: int) -> None:
    with pytest.raises(PictureFault):
        png_size(GOOD[:length])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (SIGNATURE + header(60_000, 60_000) + chunk(b"IDAT", zlib.compress(bytes(1_000_000))) + END, "60000 × 60000"),
        (SIGNATURE + header(2**31, 2**31) + PIXELS + END, "pixels"),
        (png(extra=chunk(b"acTL", bytes(8))), "animated"),
        (png(2_000, 50), "20 times"),
        (GOOD[:-20], "cut short"),
    ],
)
def test_a_finding_at_the_line_of_the_theme_says_what_is_wrong(tmp_path: Path, body: bytes, said: str) -> None:
    site = site_with(ONE_LANGUAGE, tmp_path / "site")
    (site / "content/logo.png").write_bytes(body)
    loaded = load(site)
    assert [(one.code, one.span.file) for one in loaded.findings] == [("Y022", "content/site.yaml")]
    assert said in message(loaded.findings[0])
    assert help(loaded.findings[0])
    assert loaded.logo is None
