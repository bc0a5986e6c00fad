"""SVG pictures read for their size, limited to what a logo needs: shapes, paths and gradients that draw themselves.

A picture that runs, loads, moves or takes for ever to draw is refused, and so is text: it would be set in whatever
font the visitor's machine has.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from notice.links.loads import LOADING, LOADING_SETS, as_browsers_read, loads_of_xml
from notice.load.picture import PictureFault

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
        raise PictureFault(f"has more than {MOST_ELEMENTS} elements", "save a simpler picture")
    for element, depth, within in elements:
        _check_element(element, depth, within)
    _check_addresses(text)
    size = _size(root)
    if size is None:
        raise PictureFault("has no size", 'give its <svg> a viewBox, such as viewBox="0 0 120 40"')
    return size


def _text(body: bytes) -> str:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PictureFault("is not UTF-8", "save it as SVG in UTF-8") from error
    declared = _ENCODING.match(text)
    if declared and declared[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise PictureFault(f"says that it is in {declared[1][:20]}", "save it as SVG in UTF-8")
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise PictureFault("declares a document type", "save it as plain SVG")
    if _INSTRUCTION.search(text):
        raise PictureFault("holds an instruction to programs", "save it as plain SVG")
    return text


def _parsed(text: str) -> ElementTree.Element:
    try:
        root = ElementTree.fromstring(text.encode())
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise PictureFault("is no SVG", "save it as SVG, or as PNG") from error
    if root.tag != f"{_SVG}svg":
        raise PictureFault("is no SVG", "save it as SVG, or as PNG")
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
        raise PictureFault(f"is nested more than {DEEPEST} deep", "save a simpler picture")
    if name in ("text", "tspan", "textPath"):
        raise PictureFault("holds text", "turn its letters into paths, so that they look the same everywhere")
    if not element.tag.startswith(_SVG) or name not in SHAPES:
        raise PictureFault(f"holds <{name[:20]}>", "save it as plain SVG: shapes and paths, nothing that runs or loads")
    for attribute, value in _attributes(element):
        if _is_loud(attribute, value):
            raise PictureFault("runs a script or loads something", "save it as plain SVG, without scripts and links")
        if attribute in ("filter", "stroke-dasharray") and value not in _NONE:
            raise PictureFault(f"uses {attribute}", "save it without effects, or as PNG")
        if attribute in ("clip-path", "mask") and within and value not in _NONE:
            raise PictureFault(f"nests {attribute} in <{within}>", "save a simpler picture")


def _check_addresses(text: str) -> None:
    """Refuse what the verification of the built site would take for a load, in comments and notes of programs too."""
    if any(not as_browsers_read(address).startswith("#") for address in loads_of_xml(text)):
        raise PictureFault("names an address", "save it as plain SVG, without links")


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
            raise PictureFault("hides a part of its style", "save it as plain SVG")
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
