"""The owner's logo: a picture below `content/`, small, of a known size, and quiet."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from notice.findings import Finding
from notice.load.facts import Part
from notice.load.faults import fault
from notice.model.site import Site

MOST = 60_000
"""The most bytes of a logo: a page with its style and font stays below 100 KiB."""

_PNG = b"\x89PNG\r\n\x1a\n"
_OUTWARD = re.compile(r"(?:href|src)$|^style$", re.IGNORECASE)
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
        body = path.read_bytes()
    except OSError:
        return None, [_unfit(site, f"`content/{theme.logo}` cannot be opened", "put the picture there")]
    faults = list(_faults(theme.logo, body))
    if faults:
        return None, [_unfit(site, f"The logo `content/{theme.logo}` {what}", instead) for what, instead in faults[:1]]
    width, height = _svg_size(body) if theme.logo.endswith(".svg") else _png_size(body)
    return Logo(f"logo{path.suffix}", body, width / height), []


def _faults(name: str, body: bytes) -> Iterator[tuple[str, str]]:
    if len(body) > MOST:
        yield f"has {len(body)} bytes", f"save it smaller: at most {MOST} bytes"
    elif name.endswith(".png") and not (body.startswith(_PNG) and min(_png_size(body)) > 0):
        yield "is no PNG", "save it as PNG, or as SVG"
    elif name.endswith(".svg"):
        yield from _svg_faults(body)


def _svg_faults(body: bytes) -> Iterator[tuple[str, str]]:
    if b"<!DOCTYPE" in body or b"<!ENTITY" in body:
        yield "declares a document type", "save it as plain SVG"
        return
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError:
        yield "is no SVG", "save it as SVG, or as PNG"
        return
    if not root.tag.endswith("}svg"):
        yield "is no SVG", "save it as SVG, or as PNG"
    elif any(_is_loud(element) for element in root.iter()):
        yield "runs a script or loads something", "save it as plain SVG, without scripts, links and linked pictures"
    elif min(_svg_size(body)) <= 0:
        yield "has no size", 'give its <svg> a viewBox, such as viewBox="0 0 120 40"'


def _is_loud(element: ElementTree.Element) -> bool:
    tag = str(element.tag).rpartition("}")[2].lower()
    if tag in ("script", "foreignobject", "iframe", "image", "a", "style", "use", "animate", "set"):
        return True
    return any(
        name.lower().startswith("on") or (_OUTWARD.search(name) and not value.startswith("#")) or "url(h" in value
        for name, value in element.attrib.items()
    )


def _svg_size(body: bytes) -> tuple[float, float]:
    root = ElementTree.fromstring(body)
    numbers = re.findall(r"-?[\d.]+", root.get("viewBox", ""))
    if len(numbers) == 4:
        return float(numbers[2]), float(numbers[3])
    sizes = [re.match(r"[\d.]+", root.get(name, "")) for name in ("width", "height")]
    return (float(sizes[0][0]), float(sizes[1][0])) if sizes[0] and sizes[1] else (0, 0)


def _png_size(body: bytes) -> tuple[float, float]:
    if len(body) < 24:
        return 0, 0
    width, height = struct.unpack(">II", body[16:24])
    return float(width), float(height)


def _unfit(site: Part[Site], message: str, help: str) -> Finding:
    return fault("Y022", site.spans.get(_AT, site.spans["site",]), message, "", help)
