"""The retention timeline: a bar for each kind of data, as long as its longest retention."""

from notice.document.parts import Bar, Timeline
from notice.outputs.drawings.svg import LEADING, bar, head, path, picture, text, width_of, wrapped

ROW = 12
"""The height of a bar."""

OPEN = 46
"""The length of the dashed part of a bar that may be longer."""


def timeline_drawing(timeline: Timeline) -> str:
    """The drawing, wide and narrow."""
    return _drawn(timeline, 720, 250, "wide") + _drawn(timeline, 300, 0, "narrow")


def _drawn(timeline: Timeline, width: float, labels: float, kind: str) -> str:
    """Bars beside labels of the width `labels`; below the labels if it is 0."""
    aside = labels + 16 if labels else 0
    room = width - aside - _widest(timeline) - OPEN
    most = max(*(row.days for row in timeline.bars), *(day for day, _ in timeline.ticks), 1)
    y = 4.0
    parts: list[str] = []
    for row in timeline.bars:
        lines = wrapped(row.data, labels or width)
        parts += [text(0, y + 12 + number * LEADING, line) for number, line in enumerate(lines)]
        at = y + 1 if labels else y + len(lines) * LEADING
        parts += _row(timeline, row, aside, at, room * row.days / most)
        y = max(y + len(lines) * LEADING, at + ROW + 4) + 12
    parts += _scale(timeline, aside, y, room, most)
    return picture(parts, width, y + 26, kind, timeline.alternative)


def _row(timeline: Timeline, row: Bar, x: float, y: float, length: float) -> list[str]:
    """The bar, dashed at its end where the day is unknown, and the time in words after it."""
    end = x + (max(length, 4) if row.days else 0)
    parts = [bar(x, y, end - x, ROW)] if row.days else []
    if row.open:
        middle = y + ROW / 2
        parts += [path(f"M{end:.1f} {middle:g}h{OPEN - 10}", dashed=True), head(end + OPEN - 4, middle, "right")]
        end += OPEN
    time = row.longest if not row.open else f"{row.longest} +" if row.longest else timeline.open_label
    return [*parts, text(round(end + 6, 1), y + 11, time, kind="quiet")]


def _scale(timeline: Timeline, x: float, y: float, room: float, most: float) -> list[str]:
    """The line below the bars, with a mark for every step; words only where they do not overlap."""
    parts = [path(f"M{x:g} {y:g}h{room:.1f}")]
    free = x
    for days, label in timeline.ticks:
        at = x + room * days / most
        parts.append(path(f"M{at:.1f} {y:g}v5"))
        half = width_of(label) / 2
        if at - half >= free:
            parts.append(text(round(at, 1), y + 20, label, kind="quiet", middle=True))
            free = at + half + 6
    return parts


def _widest(timeline: Timeline) -> float:
    """The width of the words after the bars."""
    words = [f"{row.longest} +" for row in timeline.bars]
    words += [timeline.open_label] if any(row.open and not row.longest for row in timeline.bars) else []
    return max(map(width_of, words)) + 8
