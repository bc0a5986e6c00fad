"""The data flow diagram: from the sources, to the controller, to the recipients in each country."""

from dataclasses import dataclass

from notice.document.parts import FlowSection, Receivers
from notice.outputs.drawings.svg import LEADING, box, head, path, picture, text, wrapped

PAD = 10
GAP = 14


@dataclass(frozen=True, slots=True)
class _Block:
    """A box with a heading and lines, and its height for its width."""

    kind: str
    heading: list[str]
    lines: list[str]

    @property
    def height(self) -> float:
        return 2 * PAD + LEADING * (len(self.heading) + len(self.lines)) - 4

    def drawn(self, x: float, y: float, width: float, *, middle: bool = False) -> list[str]:
        ink = "on-holder" if self.kind == "holder" else ""
        at = x + width / 2 if middle else x + PAD
        parts = [box(x, y, width, self.height, self.kind)]
        for number, line in enumerate((*self.heading, *self.lines)):
            base = y + PAD + 11 + number * LEADING
            parts.append(text(at, base, line, kind=ink, bold=number < len(self.heading), middle=middle))
        return parts


def flow_drawing(section: FlowSection) -> str:
    """The drawing, wide and narrow."""
    return _wide(section) + _narrow(section)


def _wide(section: FlowSection) -> str:
    sources = [_Block("plain", [], wrapped(name, 190)) for name in section.sources]
    holder = _holder(section, 172)
    receivers = [_receivers(section, group, 210) for group in section.receivers]
    height = max(_stacked(sources), holder.height, _stacked(receivers)) + 32
    middle = 32 + (height - 32) / 2
    parts = [text(0, 14, section.sources_label, kind="quiet"), text(490, 14, section.receivers_label, kind="quiet")]
    centres, drawn = _column(sources, 0, 210, middle)
    parts += drawn
    if len(centres) > 1:
        parts.append(path(f"M235 {centres[0]:g}V{centres[-1]:g}"))
    parts += [path(f"M210 {y:g}H235") for y in centres]
    parts += [path(f"M235 {middle:g}H262"), head(270, middle, "right")]
    parts += holder.drawn(270, middle - holder.height / 2, 180, middle=True)
    centres, drawn = _column(receivers, 490, 230, middle)
    parts += drawn
    if centres:
        ends = sorted((*centres, middle))
        parts += [path(f"M450 {middle:g}H466"), path(f"M466 {ends[0]:g}V{ends[-1]:g}")]
        for y, group in zip(centres, section.receivers, strict=True):
            parts += [path(f"M466 {y:g}H482", dashed=group.outside), head(490, y, "right")]
    return picture(parts, 720, height, "wide", section.alternative)


def _narrow(section: FlowSection) -> str:
    """The narrow drawing: the parts stacked, in the width of a small telephone."""
    width = 300
    sources = _Block("plain", [], [line for name in section.sources for line in wrapped(name, width - 2 * PAD)])
    holder = _holder(section, width - 2 * PAD)
    parts = [text(0, 14, section.sources_label, kind="quiet")]
    y = 24.0
    for block in (sources, holder):
        parts += block.drawn(0, y, width, middle=block is holder)
        y += block.height
        parts += [path(f"M{width / 2:g} {y:g}v20"), head(width / 2, y + 28, "down")]
        y += 30
    parts.append(text(0, y + 12, section.receivers_label, kind="quiet"))
    y += 22
    for group in section.receivers:
        block = _receivers(section, group, width - 2 * PAD)
        parts += block.drawn(0, y, width)
        y += block.height + GAP
    return picture(parts, width, y, "narrow", section.alternative)


def _holder(section: FlowSection, width: float) -> _Block:
    return _Block("holder", wrapped(section.holder, width, bold=True), wrapped(section.holder_label, width))


def _receivers(section: FlowSection, group: Receivers, width: float) -> _Block:
    lines = [line for name in group.names for line in wrapped(name, width)]
    outside = wrapped(section.outside_label, width) if group.outside else []
    return _Block("outside" if group.outside else "plain", wrapped(group.country, width, bold=True), [*outside, *lines])


def _stacked(blocks: list[_Block]) -> float:
    return sum(block.height + GAP for block in blocks) - GAP


def _column(blocks: list[_Block], x: float, width: float, middle: float) -> tuple[list[float], list[str]]:
    """Stack blocks, centred vertically: the middle of each, and the drawing."""
    y = middle - _stacked(blocks) / 2
    centres, parts = [], []
    for block in blocks:
        parts += block.drawn(x, y, width)
        centres.append(y + block.height / 2)
        y += block.height + GAP
    return centres, parts
