"""From a syntax error of the YAML parser to the finding that says what to write."""

import re
from collections.abc import Iterator

import yaml

from notice.findings import Edit, Finding, safe
from notice.yamlreader.source import SourceText, fault, in_quotes, indentation, shown

_HARD_SPACE = re.compile("^[ ]*\u00a0|:\u00a0")
_VALUE = re.compile(r"""[ ]*(?:- +)*(?P<key>[^\s"'\[{#][^:]*|"[^"]*" *|'[^']*' *):\s+(?P<value>\S.*)""")
_TIGHT = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+):(?P<value>[^\s/].*)")
_COLON = re.compile(r":(?:\s|$)")
_SIGNED = re.compile(r"(block scalar|alias|anchor|tag|directive)$")
_SIGNS = "@`%*&!|>?]},"
"""What cannot begin a text outside quotes, because YAML gives it a meaning of its own."""


def explain(source: SourceText, error: yaml.MarkedYAMLError) -> Finding:
    """The finding for what the parser refused, from its error and from the line of the file."""
    problem = error.problem or ""
    at = _index(source, error.problem_mark, 0)
    begun = _index(source, error.context_mark, at)
    context = error.context or ""
    number = source.line_number(at)
    start, line = source.line(number)
    if source.text[at : at + 1] == "\t" or "\t" in indentation(line):
        return _tab(source, number, at)
    for hard in (begun, at):
        finding = _hard_space(source, source.line_number(hard))
        if finding:
            return finding
    if "mapping values" in problem:
        return _second_colon(source, at)
    if "simple key" in context:
        return _no_colon(source, source.line_number(begun))
    if "quoted" in context:
        return quoted(source, begun, at, problem)
    if "flow" in context:
        # At the end of the file the parser no longer says which bracket it was reading.
        opened = begun if begun < at else max(source.text.rfind("[", 0, at), source.text.rfind("{", 0, at))
        if not source.text[at:].strip() or (source.text[opened] in "[{" and opened == begun):
            return bracket(source, opened, at)
    if "sequence entries" in problem:
        return list_on_the_line(source, at)
    sign = begun if _SIGNED.search(context) else at
    if source.text[sign : sign + 1] and source.text[sign] in _SIGNS:
        return meant_as_text(source, sign)
    before = line[: at - start].rstrip()
    if before.endswith(('"', "'")):
        return behind_quotes(source, at)
    if before.endswith(("]", "}")) and source.rest(at)[1]:
        return behind_bracket(source, at)
    if not before and at > begun:
        return _out_of_line(source, at, "collection" in context or "sequence" in context)
    return _unclear(source, at)


def _index(source: SourceText, mark: yaml.Mark | None, otherwise: int) -> int:
    """Where the mark stands; one at the end of the file moves to behind the last thing written."""
    if mark is None:
        return otherwise
    return min(int(mark.index), len(source.text.rstrip()))


def _tab(source: SourceText, number: int, at: int) -> Finding:
    start, line = source.line(number)
    first = start + indentation(line).find("\t") if "\t" in indentation(line) else at
    lines = sum("\t" in indentation(other) for other in source.text.splitlines())
    span, fix = source.span(first, first + 1), safe(*_without_tabs(source))
    if lines > 1:
        return fault("Y011", span, "several", fix=fix, line=number, lines=lines)
    return fault("Y011", span, "one", fix=fix, line=number)


def _without_tabs(source: SourceText) -> Iterator[Edit]:
    """Two spaces instead of each tab that indents."""
    for number in range(1, len(source.starts) + 1):
        start, line = source.line(number)
        old = indentation(line)
        if "\t" in old and line.strip():
            yield Edit(source.span(start, start + len(old)), old.replace("\t", "  "), old)


def _hard_space(source: SourceText, number: int) -> Finding | None:
    start, line = source.line(number)
    found = _HARD_SPACE.search(line)
    if not found:
        return None
    span = source.span(start + found.end() - 1, start + found.end())
    return fault("Y002", span, "hard-space", line=number)


def _second_colon(source: SourceText, at: int) -> Finding:
    number = source.line_number(at)
    start, line = source.line(number)
    found = _VALUE.match(line)
    if found and start + found.start("value") < at:
        key = found["key"].rstrip()
        end, value = source.rest(start + found.start("value"))
        span = source.span(end - len(value), end)
        return fault("Y002", span, "colon-in-text", key=shown(key), line=f"{key}: {in_quotes(value)}")
    above = number - 1
    while above and not source.line(above)[1].split("#")[0].strip():
        above -= 1
    if above and not _COLON.search(source.line(above)[1]):
        return _no_colon(source, above)
    if not above:
        return _unclear(source, at)
    hard = _hard_space(source, above)
    if hard:
        return hard
    key = line[: at - start].strip()
    first = start + len(indentation(line))
    return fault("Y002", source.span(first, at), "indented-too-far", key=shown(key), line=above)


def _no_colon(source: SourceText, number: int) -> Finding:
    start, line = source.line(number)
    first = start + len(indentation(line))
    end, text = source.rest(first)
    tight = _TIGHT.fullmatch(text)
    if tight:
        line = f"{tight['key']}: {tight['value']}"
        return fault("Y002", source.span(first, end), "no-space", text=shown(text), line=line)
    return fault("Y002", source.span(first, end), "no-colon", text=shown(text))


def _out_of_line(source: SourceText, at: int, in_list: bool) -> Finding:
    end, text = source.rest(at)
    item = text.startswith("- ") or text == "-"
    key = "no-item" if in_list and not item else "item" if item and not in_list else "out-of-line"
    return fault("Y002", source.span(at, end), key, text=shown(text))


def _unclear(source: SourceText, at: int) -> Finding:
    end, text = source.rest(at)
    span = source.span(at, end)
    return fault("Y002", span, "unclear", text=shown(text)) if text else fault("Y002", span, "unclear.rest")


def quoted(source: SourceText, begun: int, at: int, problem: str) -> Finding:
    """A quotation that is not closed, or a backslash in it that means nothing."""
    if "end of stream" in problem or "document" in problem:
        return fault("Y002", source.span(begun, begun + 1), "quote-open", quote=source.text[begun : begun + 1])
    backslash = max(begun, source.text.rfind("\\", begun, at + 1))
    text = shown(source.text[backslash : backslash + 2])
    return fault("Y002", source.span(backslash, backslash + 2), "backslash", text=text)


def bracket(source: SourceText, begun: int, at: int) -> Finding:
    """A list or a mapping in brackets that goes wrong between `begun` and `at`."""
    opening = source.text[begun]
    closing = "]" if opening == "[" else "}"
    if source.line_number(begun) != source.line_number(at) or not source.rest(at)[1]:
        return fault("Y002", source.span(begun, begun + 1), "bracket-open", opening=opening, closing=closing)
    text = shown(source.rest(at)[1])
    return fault("Y002", source.span(at, at + 1), "comma-missing", closing=closing, text=text)


def list_on_the_line(source: SourceText, at: int) -> Finding:
    """A list that begins on the line of its key."""
    end, text = source.rest(at)
    return fault("Y002", source.span(at, end), "list-on-line", text=shown(text))


def meant_as_text(source: SourceText, at: int) -> Finding:
    """A text that begins with a sign of YAML's own, or a lone bracket, comma or colon."""
    sign = source.text[at]
    end, text = source.rest(at)
    if sign in "]},:":
        return fault("Y002", source.span(at, at + 1), "lone-sign", sign=sign)
    code = "Y008" if sign == "!" else "Y002"
    return fault(code, source.span(at, end), "sign-first", text=shown(text), sign=sign, quoted=in_quotes(text))


def behind_quotes(source: SourceText, at: int) -> Finding:
    """Text after a closing quotation mark, which may have been meant to open the next quotation."""
    number = source.line_number(at)
    start, line = source.line(number)
    before = line[: at - start].rstrip()
    opened = _open_above(source, number, before[-1]) if before.count(before[-1]) % 2 else None
    if opened is not None:
        return fault("Y002", source.span(opened, opened + 1), "quote-open.line", quote=before[-1], line=number)
    end, text = source.rest(at)
    return fault("Y002", source.span(at, end), "behind-quotes", text=shown(text))


def behind_bracket(source: SourceText, at: int) -> Finding:
    """Text after the closing bracket of a list or a mapping: `[Firma] Oy`."""
    start, line = source.line(source.line_number(at))
    end, rest = source.rest(at)
    before = line[: at - start].rstrip()
    opened = before.rfind("[" if before.endswith("]") else "{")
    if opened < 0:
        return fault("Y002", source.span(at, end), "behind-bracket", text=shown(rest))
    whole = in_quotes(line[opened : end - start])
    return fault("Y002", source.span(at, end), "behind-bracket.line", text=shown(rest), quoted=whole)


def _open_above(source: SourceText, number: int, quote: str) -> int | None:
    """Where the nearest line above `number` opens a quotation that it does not close."""
    for above in range(number - 1, 0, -1):
        start, line = source.line(above)
        if line.count(quote) % 2:
            return start + line.rindex(quote)
    return None
