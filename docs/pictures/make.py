"""Makes the pictures of the documentation: an invented firm's notice in a browser, printed, and as a PDF.

Run it with `make pictures`. It needs Chromium on the machine; NOTICE_CHROMIUM may name it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps
from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
LIMIT = 300_000
"""Bytes: a page with pictures should open at once."""
DESKTOP, PHONE, PAPER = (1200, 1500), (390, 844), (794, 1123)
"""Width and height in CSS pixels: a window, a telephone, an A4 sheet at 96 dots to the inch."""


def main() -> None:
    """Builds the invented firm's site, looks at it, and writes each picture beside this file."""
    with tempfile.TemporaryDirectory() as temporary, _browser() as browser:
        site = Path(temporary) / "demo"
        for words in (["init", "--example", str(site)], ["build", str(site)]):
            subprocess.run([sys.executable, "-m", "notice", *words], check=True, stdout=subprocess.DEVNULL)
        finnish, swedish, english = (
            site / "build" / path for path in ("fi/asiakasrekisteri", "sv/kundregister", "en/customer-register")
        )
        sheets = _sheets(swedish / "kundregister.pdf")
        desktop = _seen(browser, english, DESKTOP)
        _write("notice", _row([desktop, _sheets(english / "customer-register.pdf", DESKTOP[1])[0]], 2 / 3))
        _write("desktop", _row([desktop, _seen(browser, english, DESKTOP, at="#recipients")], 2 / 3))
        _write("phone", _row([_seen(browser, finnish, PHONE, at=at) for at in ("", "#objection", "#purposes")], 1))
        _write("dark", _row([_seen(browser, swedish, DESKTOP, dark=True)], 2 / 3))
        _write("print", _row(_printed(browser, finnish)[:3], 2 / 3))
        _write("paper", _row(sheets[:3], 2 / 3))


@contextmanager
def _browser() -> Iterator[Browser]:
    named = os.environ.get("NOTICE_CHROMIUM")
    chromium = named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("There is no Chromium on this machine (NOTICE_CHROMIUM may name one).")
    with sync_playwright() as playwright:
        # Chromium's own sandbox refuses to run as root; the only pages it opens are ours.
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
        yield browser
        browser.close()


def _seen(browser: Browser, notice: Path, size: tuple[int, int], *, at: str = "", dark: bool = False) -> Image.Image:
    """The page of a notice in a window of a size, scrolled to the element `at`."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light")
    page.goto((notice / "index.html").as_uri())
    if at:
        page.evaluate("at => document.querySelector(at).scrollIntoView()", at)
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return shot


def _printed(browser: Browser, notice: Path) -> list[Image.Image]:
    """The sheets on which the browser prints the page of a notice."""
    page = browser.new_page()
    page.goto((notice / "index.html").as_uri())
    sheets = _sheets(page.pdf(prefer_css_page_size=True))
    page.close()
    return sheets


def _sheets(paper: Path | bytes, height: int = PAPER[1]) -> list[Image.Image]:
    """The pages of a PDF, each of the height in pixels."""
    document = pypdfium2.PdfDocument(paper)
    sheets = [page.render(scale=height / page.get_height()).to_pil().convert("RGB") for page in document]
    document.close()
    return sheets


def _row(images: list[Image.Image], scale: float) -> Image.Image:
    """The images in a row on grey, each with a thin frame, scaled."""
    framed = [ImageOps.expand(image, 2, "#b4bac0") for image in images]
    gap = 40
    width = sum(one.width + gap for one in framed) + gap
    canvas = Image.new("RGB", (width, max(one.height for one in framed) + 2 * gap), "#eef0f2")
    left = gap
    for one in framed:
        canvas.paste(one, (left, gap))
        left += one.width + gap
    return canvas.resize((int(canvas.width * scale), int(canvas.height * scale)), Image.Resampling.LANCZOS)


def _write(name: str, picture: Image.Image) -> None:
    target = HERE / f"{name}.png"
    picture.quantize(64, dither=Image.Dither.NONE).save(target, optimize=True)
    if target.stat().st_size > LIMIT:
        sys.exit(f"{target.name} has {target.stat().st_size} bytes, more than {LIMIT}: make it smaller.")
    print(f"Made {target.name}: {target.stat().st_size} bytes.")


if __name__ == "__main__":
    main()
