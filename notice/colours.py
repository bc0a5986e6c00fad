"""Colours of a theme: contrast, and a lighter variant for dark mode.

Contrast is that of WCAG 2.2: relative luminance of sRGB, a ratio from 1 to 21; text needs 4.5.
"""

READABLE = 4.5
"""The least contrast of text with its background: WCAG 2.2, success criterion 1.4.3."""

LIGHT_GROUNDS = ("#ffffff", "#f4f6f8")
"""The backgrounds in light mode, on which an accent must be readable: see `templates/style.css`."""

DARK_GROUNDS = ("#14181c", "#1d2329")
"""The backgrounds in dark mode."""


def contrast(colour: str, other: str) -> float:
    """The contrast of two colours, each written `#rrggbb`."""
    high, low = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def least_contrast(colour: str, grounds: tuple[str, ...]) -> float:
    """The least contrast of the colour with any of the backgrounds."""
    return min(contrast(colour, ground) for ground in grounds)


def for_dark_mode(colour: str, wanted: float = 7.0) -> str:
    """The colour mixed with so much white that it stands apart from the dark grounds by `wanted`."""
    for share in range(0, 101, 5):
        mixed = _mixed(colour, share / 100)
        if least_contrast(mixed, DARK_GROUNDS) >= wanted:
            return mixed
    return "#ffffff"


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _mixed(colour: str, white: float) -> str:
    return "#" + "".join(f"{round(part + (255 - part) * white):02x}" for part in _parts(colour))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
