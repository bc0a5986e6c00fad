"""The logo: a small picture below `content/` that neither runs nor loads anything."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notice.files import TooLarge, Unopened, read_file
from notice.findings import Finding, Span
from notice.load.facts import Part
from notice.load.findings import PictureFault, fault, unsafe_file
from notice.load.png import png_size
from notice.load.svg import svg_size
from notice.model.site import Site

MOST = 60_000
"""The most bytes of a logo: a page with its style and font stays below 100 KiB."""

LONGEST = 20
"""The most times that a logo may be as wide as high, or as high as wide."""

_AT = ("site", "theme", "logo")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture: its file's name in the site, `logo.svg` or `logo.png`, its bytes, and its width for a height of 1."""

    name: str
    body: bytes
    ratio: float


def logo_of(site: Part[Site], folder: Path) -> tuple[Logo | None, list[Finding]]:
    """The logo that the theme names, and a finding where it is none that pages and PDFs can show."""
    theme = site.facts.theme
    if theme is None or theme.logo is None:
        return None, []
    path = folder / "content" / theme.logo
    try:
        body = read_file(folder, f"content/{theme.logo}", MOST)
    except TooLarge as refused:
        return None, [_unfit(site, "too-large", size=refused.size, largest=MOST)]
    except Unopened as refused:
        return None, [unsafe_file(refused, _place(site))]
    except OSError:
        return None, [_unfit(site, "missing")]
    try:
        ratio = _ratio(path.suffix, body)
    except PictureFault as wrong:
        return None, [_unfit(site, wrong.key, **wrong.arguments)]
    return Logo(f"logo{path.suffix}", body, ratio), []


def _ratio(suffix: str, body: bytes) -> float:
    """Width by height of the picture; raises `PictureFault` for one that cannot be shown."""
    width, height = svg_size(body) if suffix == ".svg" else png_size(body)
    if not 1 / LONGEST <= width / height <= LONGEST:
        raise PictureFault("proportions", times=LONGEST)
    return width / height


def _unfit(site: Part[Site], message: str, **arguments: Any) -> Finding:
    assert site.facts.theme is not None
    return fault("Y022", _place(site), message, file=f"content/{site.facts.theme.logo}", **arguments)


def _place(site: Part[Site]) -> Span:
    return site.spans.get(_AT, site.spans["site",])
