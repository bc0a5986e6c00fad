"""Drawings generated from facts, as inline SVG: no script, no style sheet, readable in black and white.

Each is drawn twice, for a wide and for a narrow window; the style sheet shows one of the two. Colours are attributes,
which print and the PDF use as they are, and classes, by which the style sheet sets those of light, dark and high
contrast mode.
"""
