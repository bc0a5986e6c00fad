"""The owner's own look, as far as facts decide it: the accent by day and by night, and the logo."""

from notice.artifacts import Artifact, Kind
from notice.colours import by_night
from notice.model.theme import Theme


def theme_style(theme: Theme | None) -> Artifact | None:
    """`theme.css`, which lays the owner's accent over the package's; None where the owner states none."""
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
