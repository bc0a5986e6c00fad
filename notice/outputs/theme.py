"""The style sheet of the owner's theme: the accent colour in light and in dark mode."""

from notice.artifacts import Artifact, Kind
from notice.colours import by_night
from notice.model.theme import Theme


def theme_style(theme: Theme | None) -> Artifact | None:
    """`theme.css`, which replaces the package's accent by the owner's; None where the owner states none."""
    if theme is None or theme.accent is None:
        return None
    style = f""":root {{
  --accent: {theme.accent};
  --hover: {theme.accent};
}}

@media (prefers-color-scheme: dark) {{
  :root {{
    --accent: {by_night(theme.accent)};
    --hover: {by_night(theme.accent)};
  }}
}}

@media print {{
  :root {{
    --accent: #000000;
  }}
}}
"""
    return Artifact("theme.css", style.encode(), Kind.STYLE)
