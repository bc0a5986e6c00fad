"""Makes the picture of the README: the invented firm's page in a browser, and the first page of its PDF.

Run it with `make pictures`. It needs Chromium on the machine; NOTICE_CHROMIUM may name it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

HERE = Path(__file__).resolve().parent
HEIGHT = 1500
"""Pixels; the PDF page is an A4 of this height, the browser's window as high as it."""
WIDTH = 1200
LIMIT = 200_000
"""Bytes: a README should open at once."""


def main() -> None:
    """Builds the invented firm's site, looks at it, and writes `notice.png` beside this file."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        site = folder / "demo"
        for words in (["init", str(site)], ["build", str(site)]):
            subprocess.run([sys.executable, "-m", "notice", *words], check=True, stdout=subprocess.DEVNULL)
        notice = site / "build" / "en" / "customer-register"
        page = _photographed(notice / "index.html", folder)
        paper = _first_page(notice / "customer-register.pdf")
    picture = _side_by_side(page, paper)
    target = HERE / "notice.png"
    picture.quantize(64, dither=Image.Dither.NONE).save(target, optimize=True)
    if target.stat().st_size > LIMIT:
        sys.exit(f"{target.name} has {target.stat().st_size} bytes, more than {LIMIT}: make it smaller.")
    print(f"Made {target.name}: {target.stat().st_size} bytes.")


def _photographed(page: Path, folder: Path) -> Image.Image:
    named = os.environ.get("NOTICE_CHROMIUM")
    chromium = named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("There is no Chromium on this machine (NOTICE_CHROMIUM may name one).")
    shot = folder / "page.png"
    flags = ["--headless", "--disable-gpu", "--hide-scrollbars", f"--window-size={WIDTH},{HEIGHT}"]
    # Chromium's own sandbox refuses to run as root; the only page it opens is ours.
    flags += ["--no-sandbox"] if os.geteuid() == 0 else []
    subprocess.run(
        [chromium, *flags, f"--user-data-dir={folder / 'profile'}", f"--screenshot={shot}", page.as_uri()],
        check=True,
        capture_output=True,
    )
    return Image.open(shot).convert("RGB")


def _first_page(paper: Path) -> Image.Image:
    document = pypdfium2.PdfDocument(paper)
    first = document[0]
    image: Image.Image = first.render(scale=HEIGHT / first.get_height()).to_pil().convert("RGB")
    document.close()
    return image


def _side_by_side(*images: Image.Image) -> Image.Image:
    """The images in a row on grey, each with a thin frame, at two thirds of their size."""
    framed = [ImageOps.expand(image, 2, "#b4bac0") for image in images]
    gap = 40
    canvas = Image.new(
        "RGB", (sum(one.width + gap for one in framed) + gap, max(one.height for one in framed) + 2 * gap), "#eef0f2"
    )
    left = gap
    for one in framed:
        canvas.paste(one, (left, gap))
        left += one.width + gap
    return canvas.resize((canvas.width * 2 // 3, canvas.height * 2 // 3), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
