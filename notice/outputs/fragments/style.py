"""The style of a fragment: `fragment.css`, made to win over the style sheets of any page around it.

In a cascade layer, a declaration marked as important wins over every important one outside of layers, whatever its
selector (CSS Cascading and Inheritance Level 5, 6.4.4). So each declaration is marked, and nobody has to write it.
"""

import re
from pathlib import Path

from notice.model.site import Theme
from notice.outputs.drawings.svg import ACCENT
from notice.outputs.templates import template_text

LAYER = "notice-embed"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;{}]+?)\s*(?:!\s*important\s*)?;")
_WHITE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,>])\s*")


def style(theme: Theme | None, site_templates: Path | None) -> str:
    """The style sheet in its layer, in short; the accent is the theme's."""
    css = _COMMENT.sub("", template_text("fragment.css", site_templates))
    accent = theme.accent if theme and theme.accent else ACCENT
    css += f".notice-embed {{ --notice-accent: {accent}; }}"
    marked = _DECLARATION.sub(r"\1:\2!important;", css)
    short = _AROUND.sub(r"\1", _WHITE.sub(" ", marked)).replace(";}", "}").strip()
    return f"@layer {LAYER}{{{short}}}"
