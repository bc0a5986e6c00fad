"""Drawings made of facts, as inline SVG: no script, no style of their own, readable in black and white.

Each is drawn twice, for a wide and for a narrow window; the style sheet shows one. Colours are attributes, which paper
and the PDF take as they are, and classes, by which the style sheet sets those of the day, the night and the visitor.
"""
