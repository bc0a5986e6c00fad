"""SVG elements of the drawings: picture, box, line of text, arrow; and line breaking."""

from xml.sax.saxutils import escape, quoteattr

SIZE = 15
"""The height of the letters, in units of the drawing; one unit is about one CSS pixel."""

LEADING = 20
"""The distance between lines of text."""

ACCENT = "#00508c"
"""The accent colour where the owner states none: that of `templates/style.css` in light mode. In grey it is dark enough
to be distinguished from white."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;-'’()[]|! "), frozenset("mwMWÅ@%")


def width_of(text: str, *, bold: bool = False) -> float:
    """An estimate of a text's width in Source Sans 3, on the wide side, so that a fallback font fits as well."""
    return sum(map(_width, text)) * SIZE * (1.06 if bold else 1.0)


def wrapped(text: str, width: float, *, bold: bool = False) -> list[str]:
    """The text in lines of at most `width`; a word that is longer is broken, with a hyphen."""
    lines: list[str] = [""]
    for word in text.split():
        for piece in _pieces(word, width, bold):
            joined = f"{lines[-1]} {piece}".strip()
            if lines[-1] and width_of(joined, bold=bold) > width:
                lines.append(piece)
            else:
                lines[-1] = joined
    return lines


def _width(sign: str) -> float:
    if sign in _NARROW:
        return 0.3
    return 0.85 if sign in _WIDE else 0.66 if sign.isupper() else 0.55


def _pieces(word: str, width: float, bold: bool) -> list[str]:
    pieces = []
    while width_of(word, bold=bold) > width and len(word) > 3:
        cut = next((at for at in range(len(word) - 2, 2, -1) if width_of(f"{word[:at]}-", bold=bold) <= width), 2)
        hyphen = "" if word[cut - 1] == "-" else "-"
        pieces.append(word[:cut] + hyphen)
        word = word[cut:]
    return [*pieces, word]


def picture(body: list[str], width: float, height: float, kind: str, alternative: str) -> str:
    """The whole drawing; `kind` is `wide` or `narrow`. Screen readers read its alternative."""
    named = f'role="img" aria-label={quoteattr(alternative)} xmlns="http://www.w3.org/2000/svg"'
    letters = f'font-family="Source Sans 3" font-size="{SIZE}" font-weight="400"'
    size = f'viewBox="0 0 {width:g} {height:g}"'
    return f'<svg class="drawing {kind}" {size} {named} {letters}>{"".join(body)}</svg>'


def box(x: float, y: float, width: float, height: float, kind: str) -> str:
    """A box; `kind` is `plain`, `holder` (filled) or `outside` (dashed)."""
    look = {
        "plain": 'fill="#ffffff" stroke="#6b7782"',
        "holder": f'fill="{ACCENT}" stroke="{ACCENT}"',
        "outside": 'fill="#ffffff" stroke="#6b7782" stroke-width="2" stroke-dasharray="7 5"',
    }[kind]
    return f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="4" {look}/>'


def text(x: float, y: float, line: str, *, kind: str = "", bold: bool = False, middle: bool = False) -> str:
    """One line of text with the baseline `y`; `kind` is `on-holder` on a filled box, `quiet` for a caption."""
    fill = {"on-holder": "#ffffff", "quiet": "#4d5863"}.get(kind, "#1b2126")
    weight = ' font-weight="600"' if bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text class="{kind or "ink"}" x="{x:g}" y="{y:g}" fill="{fill}"{weight}{anchor}>{escape(line)}</text>'


def path(data: str, *, dashed: bool = False) -> str:
    """A line, by SVG's path data: `M0 0H20`."""
    dashes = ' stroke-dasharray="7 5"' if dashed else ""
    return f'<path class="line" d="{data}" fill="none" stroke="#6b7782" stroke-width="1.5"{dashes}/>'


def head(x: float, y: float, direction: str) -> str:
    """The head of an arrow whose point is at the place: `right` or `down`."""
    corners = f"M{x:g} {y:g}l-9 -5v10z" if direction == "right" else f"M{x:g} {y:g}l-5 -9h10z"
    return f'<path class="head" d="{corners}" fill="#6b7782"/>'


def bar(x: float, y: float, width: float, height: float) -> str:
    """A filled bar of a chart."""
    size = f'x="{x:g}" y="{y:g}" width="{width:.1f}" height="{height:g}"'
    return f'<rect class="bar" {size} fill="{ACCENT}"/>'
