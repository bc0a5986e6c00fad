"""Print how long the notices of the starter, the register in `content/` and the completed presets are.

    python docs/figures/length.py

Words are those of the page's `<main>` without its drawings; pages are those of the PDF.
"""

import io
import sys
import tempfile
from datetime import date
from pathlib import Path

import pikepdf
import yaml
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from mutation.completed import completed, every_preset  # noqa: E402 - found by the line above

from notice.build import build  # noqa: E402
from notice.languages import LANGUAGES  # noqa: E402

DAY = date(2026, 11, 28)


def main() -> None:
    """Print a table in Markdown: a row for each site, its words by language and its pages."""
    print(f"| notice | {' | '.join(f'words {code}' for code in LANGUAGES)} | A4 pages |\n|---|{'---|' * 4}")
    with tempfile.TemporaryDirectory() as folder:
        for name, site in _sites(Path(folder)):
            words, pages = lengths(site)
            print(f"| {name} | {' | '.join(str(words[code]) for code in LANGUAGES)} | {max(pages.values())} |")


def lengths(site: Path) -> tuple[dict[str, int], dict[str, int]]:
    """The words and the pages of the site's only notice, by language."""
    published = build(site, site / "build", DAY).published
    words, pages = {}, {}
    for path in published:
        file, depth = site / "build" / path, path.count("/")
        if depth == 2 and path.endswith("index.html"):
            words[path[:2]] = page_words(file.read_bytes())
        elif path.endswith(".pdf"):
            with pikepdf.open(io.BytesIO(file.read_bytes())) as pdf:
                pages[path[:2]] = len(pdf.pages)
    return words, pages


def page_words(body: bytes) -> int:
    """The words of `<main>` without drawings."""
    main = LexborHTMLParser(body.decode()).css_first("main")
    assert main is not None
    for drawing in main.css("svg"):
        drawing.decompose()
    return len(main.text(separator=" ").split())


def _sites(folder: Path) -> list[tuple[str, Path]]:
    sites = []
    for name, source in (("starter", ROOT / "notice" / "starter"), ("content", ROOT)):
        site = folder / name
        (site / "content").parent.mkdir(parents=True, exist_ok=True)
        _copy(source / "content", site / "content")
        sites.append((name, site))
    for preset in every_preset():
        site = folder / preset
        for path, tree in completed(preset).items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)
            (site / path).write_text(text, encoding="utf-8")
        sites.append((preset, site))
    return sites


def _copy(source: Path, target: Path) -> None:
    for file in source.rglob("*"):
        if file.is_file():
            copy = target / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())


if __name__ == "__main__":
    main()
