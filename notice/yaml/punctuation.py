"""Quotation marks, brackets and signs that YAML reads otherwise than they were meant."""

from notice.findings import Finding
from notice.yaml.faults import fault, in_quotes, shown
from notice.yaml.sheet import Sheet


def quoted(sheet: Sheet, begun: int, at: int, problem: str) -> Finding:
    """A quotation that is not closed, or a backslash in it that means nothing."""
    quote = sheet.text[begun : begun + 1]
    if "end of stream" in problem or "document" in problem:
        return fault(
            "Y002",
            sheet.span(begun, begun + 1),
            f"The quotation mark {quote} that opens here is never closed",
            "opens here",
            f"Write another {quote} where the text ends",
        )
    backslash = max(begun, sheet.text.rfind("\\", begun, at + 1))
    return fault(
        "Y002",
        sheet.span(backslash, backslash + 2),
        f"`{shown(sheet.text[backslash : backslash + 2])}` has no meaning inside double quotes",
        "a backslash",
        "Write the backslash twice, or put the text in single quotes",
    )


def bracket(sheet: Sheet, begun: int, at: int) -> Finding:
    """A list or a mapping in brackets that goes wrong between `begun` and `at`."""
    opening = sheet.text[begun]
    closing = "]" if opening == "[" else "}"
    if sheet.line_number(begun) != sheet.line_number(at) or not sheet.rest(at)[1]:
        return fault(
            "Y002",
            sheet.span(begun, begun + 1),
            f"The bracket `{opening}` that opens here is not closed",
            "opens here",
            f"Write `{closing}` behind the last item",
        )
    return fault(
        "Y002",
        sheet.span(at, at + 1),
        f"A comma or `{closing}` is missing before `{shown(sheet.rest(at)[1])}`",
        "not expected here",
        "Put a comma between two items, and in quotes a text that holds a colon, a comma or a bracket",
    )


def list_on_the_line(sheet: Sheet, at: int) -> Finding:
    """A list that begins on the line of its key."""
    end, text = sheet.rest(at)
    return fault(
        "Y002",
        sheet.span(at, end),
        f"The list item `{shown(text)}` stands on the line of its key",
        "a list item",
        "Begin the list on the next line, or write it in brackets: `[first, second]`",
    )


def meant_as_text(sheet: Sheet, at: int) -> Finding:
    """A text that begins with a sign of YAML's own, or a bracket or a comma that nothing stands before."""
    sign = sheet.text[at]
    end, text = sheet.rest(at)
    if sign in "]},":
        return fault(
            "Y002",
            sheet.span(at, at + 1),
            f"Nothing stands before this `{sign}` that it could {'divide' if sign == ',' else 'close'}",
            "nothing before it",
            "Delete it, or put the text in quotes if it belongs to it",
        )
    return fault(
        "Y008" if sign == "!" else "Y002",
        sheet.span(at, end),
        f"`{shown(text)}` begins with `{sign}`, which has a meaning of its own in YAML",
        "needs quotes",
        f"Write `{in_quotes(text)}` if it is text",
    )


def behind_quotes(sheet: Sheet, at: int) -> Finding:
    """Words that go on where the quotation has ended: its end may be what was meant to begin the next one."""
    number = sheet.line_number(at)
    start, line = sheet.line(number)
    before = line[: at - start].rstrip()
    opened = _open_above(sheet, number, before[-1]) if before.count(before[-1]) % 2 else None
    if opened is not None:
        return fault(
            "Y002",
            sheet.span(opened, opened + 1),
            f"The quotation mark {before[-1]} that opens here is closed only on line {number}",
            "opens here",
            f"Write another {before[-1]} where the text ends",
        )
    end, text = sheet.rest(at)
    return fault(
        "Y002",
        sheet.span(at, end),
        f"`{shown(text)}` stands behind the closing quotation mark",
        "outside the quotes",
        "Put the whole text in quotes: '…' around a text that holds \", and \"…\" around one that holds '",
    )


def behind_bracket(sheet: Sheet, at: int) -> Finding:
    """Words that go on where a list or a mapping in brackets has ended: `[Firma] Oy`."""
    start, line = sheet.line(sheet.line_number(at))
    end, rest = sheet.rest(at)
    before = line[: at - start].rstrip()
    opened = before.rfind("[" if before.endswith("]") else "{")
    help = f"Write {in_quotes(line[opened : end - start])} if it is text" if opened >= 0 else "Put the text in quotes"
    return fault("Y002", sheet.span(at, end), f"`{shown(rest)}` stands behind a closing bracket", "needs quotes", help)


def _open_above(sheet: Sheet, number: int, quote: str) -> int | None:
    """Where the nearest line above `number` opens a quotation that it does not close."""
    for above in range(number - 1, 0, -1):
        start, line = sheet.line(above)
        if line.count(quote) % 2:
            return start + line.rindex(quote)
    return None
