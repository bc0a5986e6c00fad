"""Syntax errors around quotation marks, brackets and signs that YAML reads otherwise than they were meant."""

from notice.findings import Finding
from notice.yaml.faults import fault, in_quotes, shown
from notice.yaml.sheet import Sheet


def quoted(sheet: Sheet, begun: int, at: int, problem: str) -> Finding:
    """A quotation that is not closed, or a backslash in it that means nothing."""
    if "end of stream" in problem or "document" in problem:
        return fault("Y002", sheet.span(begun, begun + 1), "quote-open", quote=sheet.text[begun : begun + 1])
    backslash = max(begun, sheet.text.rfind("\\", begun, at + 1))
    text = shown(sheet.text[backslash : backslash + 2])
    return fault("Y002", sheet.span(backslash, backslash + 2), "backslash", text=text)


def bracket(sheet: Sheet, begun: int, at: int) -> Finding:
    """A list or a mapping in brackets that goes wrong between `begun` and `at`."""
    opening = sheet.text[begun]
    closing = "]" if opening == "[" else "}"
    if sheet.line_number(begun) != sheet.line_number(at) or not sheet.rest(at)[1]:
        return fault("Y002", sheet.span(begun, begun + 1), "bracket-open", opening=opening, closing=closing)
    text = shown(sheet.rest(at)[1])
    return fault("Y002", sheet.span(at, at + 1), "comma-missing", closing=closing, text=text)


def list_on_the_line(sheet: Sheet, at: int) -> Finding:
    """A list that begins on the line of its key."""
    end, text = sheet.rest(at)
    return fault("Y002", sheet.span(at, end), "list-on-line", text=shown(text))


def meant_as_text(sheet: Sheet, at: int) -> Finding:
    """A text that begins with a sign of YAML's own, or a lone bracket, comma or colon."""
    sign = sheet.text[at]
    end, text = sheet.rest(at)
    if sign in "]},:":
        return fault("Y002", sheet.span(at, at + 1), "lone-sign", sign=sign)
    code = "Y008" if sign == "!" else "Y002"
    return fault(code, sheet.span(at, end), "sign-first", text=shown(text), sign=sign, quoted=in_quotes(text))


def behind_quotes(sheet: Sheet, at: int) -> Finding:
    """Text after a closing quotation mark, which may have been meant to open the next quotation."""
    number = sheet.line_number(at)
    start, line = sheet.line(number)
    before = line[: at - start].rstrip()
    opened = _open_above(sheet, number, before[-1]) if before.count(before[-1]) % 2 else None
    if opened is not None:
        return fault("Y002", sheet.span(opened, opened + 1), "quote-open.line", quote=before[-1], line=number)
    end, text = sheet.rest(at)
    return fault("Y002", sheet.span(at, end), "behind-quotes", text=shown(text))


def behind_bracket(sheet: Sheet, at: int) -> Finding:
    """Text after the closing bracket of a list or a mapping: `[Firma] Oy`."""
    start, line = sheet.line(sheet.line_number(at))
    end, rest = sheet.rest(at)
    before = line[: at - start].rstrip()
    opened = before.rfind("[" if before.endswith("]") else "{")
    if opened < 0:
        return fault("Y002", sheet.span(at, end), "behind-bracket", text=shown(rest))
    whole = in_quotes(line[opened : end - start])
    return fault("Y002", sheet.span(at, end), "behind-bracket.line", text=shown(rest), quoted=whole)


def _open_above(sheet: Sheet, number: int, quote: str) -> int | None:
    """Where the nearest line above `number` opens a quotation that it does not close."""
    for above in range(number - 1, 0, -1):
        start, line = sheet.line(above)
        if line.count(quote) % 2:
            return start + line.rindex(quote)
    return None
