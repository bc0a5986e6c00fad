"""The size of an SVG picture, limited to what a logo needs: shapes, paths and gradients.

A picture that runs, loads, moves or takes very long to draw is refused, and so is text: its font would depend on the
visitor's machine.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from notice.links.loads import LOADING, LOADING_SETS, as_browsers_read, loads_of_xml
from notice.load.findings import PictureFault

SHAPES = frozenset(
    "svg g defs path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask "
    "title desc metadata".split()
)
"""The elements of SVG that a logo may hold."""

MOST_ELEMENTS = 2_000
DEEPEST = 40

_SVG = "{http://www.w3.org/2000/svg}"
_INERT = (
    "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}",
    "{http://creativecommons.org/ns#}",
    "{http://web.resource.org/cc/}",
    "{http://purl.org/dc/elements/1.1/}",
)
"""Namespaces of descriptions, which draw nothing."""

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?"
_VIEW_BOX = re.compile(rf"\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*")
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*(px|pt|pc|mm|cm|in|em|)\s*")
_INSTRUCTION = re.compile(r"<\?(?!xml\s)")
_ENCODING = re.compile(r"\s*<\?xml\b[^>]*\bencoding\s*=\s*[\"']([^\"']*)[\"']")
_REFERENCE = re.compile(r"url\(\s*[\"']?#[\w.-]+[\"']?\s*\)")
_FETCHES = re.compile(r"(?:url|image|image-set|cross-fade)\(|@import", re.IGNORECASE)
_DRAWING = frozenset({"", "{http://www.w3.org/1999/xlink", "{http://www.w3.org/XML/1998/namespace"})
_LOADING = LOADING | LOADING_SETS | {"href", "base"}
_NONE = frozenset({"", "none", "inherit", "initial"})


def svg_size(body: bytes) -> tuple[float, float]:
    """Width and height in the picture's own units; raises `PictureFault` for a picture that is more than a logo."""
    text = _text(body)
    root = _parsed(text)
    elements = list(_walk(root))
    if len(elements) > MOST_ELEMENTS:
        raise PictureFault("complex.elements", most=MOST_ELEMENTS)
    for element, depth, within in elements:
        _check_element(element, depth, within)
    _check_addresses(text)
    size = _size(root)
    if size is None:
        raise PictureFault("no-size")
    return size


def _text(body: bytes) -> str:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PictureFault("encoding") from error
    declared = _ENCODING.match(text)
    if declared and declared[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise PictureFault("encoding.other", encoding=declared[1][:20])
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise PictureFault("plain.doctype")
    if _INSTRUCTION.search(text):
        raise PictureFault("plain.instruction")
    return text


def _parsed(text: str) -> ElementTree.Element:
    try:
        root = ElementTree.fromstring(text.encode())
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise PictureFault("no-svg") from error
    if root.tag != f"{_SVG}svg":
        raise PictureFault("no-svg")
    return root


def _walk(root: ElementTree.Element) -> Iterator[tuple[ElementTree.Element, int, str]]:
    """Every element with its depth and the outermost `clipPath` or `mask` around it; at most one too many."""
    waiting = [(root, 1, "")]
    for _ in range(MOST_ELEMENTS + 1):
        if not waiting:
            return
        element, depth, within = waiting.pop()
        yield element, depth, within
        name = element.tag.removeprefix(_SVG)
        inner = within or (name if name in ("clipPath", "mask") else "")
        waiting += [(child, depth + 1, inner) for child in element if isinstance(child.tag, str)]


def _check_element(element: ElementTree.Element, depth: int, within: str) -> None:
    name = element.tag.rpartition("}")[2]
    if element.tag.startswith(_INERT):
        return
    if depth > DEEPEST:
        raise PictureFault("complex.depth", most=DEEPEST)
    if name in ("text", "tspan", "textPath"):
        raise PictureFault("text")
    if not element.tag.startswith(_SVG) or name not in SHAPES:
        raise PictureFault("plain.element", element=f"<{name[:20]}>")
    for attribute, value in _attributes(element):
        if _is_loud(attribute, value):
            raise PictureFault("plain.loads")
        if attribute in ("filter", "stroke-dasharray") and value not in _NONE:
            raise PictureFault("effect", attribute=attribute)
        if attribute in ("clip-path", "mask") and within and value not in _NONE:
            raise PictureFault("complex.nested", attribute=attribute, element=f"<{within}>")


def _check_addresses(text: str) -> None:
    """Refuse what the verification of the built site would take for a load, in comments and notes of programs too."""
    if any(not as_browsers_read(address).startswith("#") for address in loads_of_xml(text)):
        raise PictureFault("plain.address")


def _attributes(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Every attribute that draws or loads, by its local name; a declaration of `style` as what it is short for.

    What drawing programs note for themselves, in namespaces of their own, does neither.
    """
    for name, value in element.attrib.items():
        namespace, _, local = name.rpartition("}")
        if namespace not in _DRAWING:
            continue
        if local.lower() != "style":
            yield local.lower(), value.strip()
            continue
        if "\\" in value or "/*" in value:
            raise PictureFault("plain.style")
        for declaration in value.split(";"):
            key, _, its = declaration.partition(":")
            yield key.strip().lower(), its.strip()


def _is_loud(attribute: str, value: str) -> bool:
    """Whether an attribute runs something, or leads out of the file."""
    if attribute.startswith("on") or (attribute in _LOADING and not value.startswith("#")):
        return True
    return _FETCHES.search(_REFERENCE.sub("", value)) is not None


def _size(root: ElementTree.Element) -> tuple[float, float] | None:
    """The size of the view box, else of width and height in one unit; None where neither says it."""
    box = _VIEW_BOX.fullmatch(root.get("viewBox", ""))
    if box:
        return _positive(box[1], box[2])
    lengths = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    if "viewBox" in root.attrib or not lengths[0] or not lengths[1] or lengths[0][2] != lengths[1][2]:
        return None
    return _positive(lengths[0][1], lengths[1][1])


def _positive(width: str, height: str) -> tuple[float, float] | None:
    size = float(width), float(height)
    return size if min(size) > 0 else None
