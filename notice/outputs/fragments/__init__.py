"""Fragments of a notice for pages of other websites: one with a style of its own, and a plain one."""

from notice.artifacts import Artifact, Kind
from notice.document.parts import DocumentInfo
from notice.outputs.fragments.plain import plain_html
from notice.outputs.fragments.style import style
from notice.outputs.fragments.styled import styled_html

__all__ = ["plain", "style", "styled"]


def styled(document: DocumentInfo, main: str, level: int, css: str) -> Artifact:
    """The fragment with the style `css`; `level` is that of the title's heading, 1 to 3."""
    prefix = f"notice-{document.language}-{document.notice}-"
    body = styled_html(main, document.language, level, prefix, css)
    return Artifact(document.fragment_path, body.encode(), Kind.FRAGMENT)


def plain(document: DocumentInfo, main: str, level: int) -> Artifact:
    """The fragment without style, class and id, which can also be read with its tags taken away."""
    return Artifact(document.plain_path, plain_html(main, document.language, level).encode(), Kind.FRAGMENT)
