"""The style sheet of the owner's theme: the accent colour in light and in dark mode."""

from notice.artifacts import Artifact, Kind
from notice.colours import for_dark_mode
from notice.model.site import Theme


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
    --accent: {for_dark_mode(theme.accent)};
    --hover: {for_dark_mode(theme.accent)};
  }}
}}

@media print {{
  :root {{
    --accent: #000000;
  }}
}}
"""
    return Artifact("theme.css", style.encode(), Kind.STYLE)
