"""From a syntax error of the YAML parser to the finding that says what to write."""

import re
from collections.abc import Iterator

import yaml

from notice.findings import Edit, Finding, safe
from notice.yaml.faults import fault, in_quotes, shown
from notice.yaml.punctuation import behind_bracket, behind_quotes, bracket, list_on_the_line, meant_as_text, quoted
from notice.yaml.sheet import Sheet, indentation

_HARD_SPACE = re.compile("^[ ]*\u00a0|:\u00a0")
_VALUE = re.compile(r"""[ ]*(?:- +)*(?P<key>[^\s"'\[{#][^:]*|"[^"]*" *|'[^']*' *):\s+(?P<value>\S.*)""")
_TIGHT = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+):(?P<value>[^\s/].*)")
_COLON = re.compile(r":(?:\s|$)")
_SIGNED = re.compile(r"(block scalar|alias|anchor|tag|directive)$")
_SIGNS = "@`%*&!|>?]},"
"""What cannot begin a text outside quotes, because YAML gives it a meaning of its own."""


def explain(sheet: Sheet, error: yaml.MarkedYAMLError) -> Finding:
    """The finding for what the parser refused, from its error and from the line of the file."""
    problem = error.problem or ""
    at = _index(sheet, error.problem_mark, 0)
    begun = _index(sheet, error.context_mark, at)
    context = error.context or ""
    number = sheet.line_number(at)
    start, line = sheet.line(number)
    if sheet.text[at : at + 1] == "\t" or "\t" in indentation(line):
        return _tab(sheet, number, at)
    for hard in (begun, at):
        finding = _hard_space(sheet, sheet.line_number(hard))
        if finding:
            return finding
    if "mapping values" in problem:
        return _second_colon(sheet, at)
    if "simple key" in context:
        return _no_colon(sheet, sheet.line_number(begun))
    if "quoted" in context:
        return quoted(sheet, begun, at, problem)
    if "flow" in context:
        # At the end of the file the parser no longer says which bracket it was reading.
        opened = begun if begun < at else max(sheet.text.rfind("[", 0, at), sheet.text.rfind("{", 0, at))
        if not sheet.text[at:].strip() or (sheet.text[opened] in "[{" and opened == begun):
            return bracket(sheet, opened, at)
    if "sequence entries" in problem:
        return list_on_the_line(sheet, at)
    sign = begun if _SIGNED.search(context) else at
    if sheet.text[sign : sign + 1] and sheet.text[sign] in _SIGNS:
        return meant_as_text(sheet, sign)
    before = line[: at - start].rstrip()
    if before.endswith(('"', "'")):
        return behind_quotes(sheet, at)
    if before.endswith(("]", "}")) and sheet.rest(at)[1]:
        return behind_bracket(sheet, at)
    if not before and at > begun:
        return _out_of_line(sheet, at, "collection" in context or "sequence" in context)
    return _unclear(sheet, at)


def _index(sheet: Sheet, mark: yaml.Mark | None, otherwise: int) -> int:
    """Where the mark stands; one at the end of the file moves to behind the last thing written."""
    if mark is None:
        return otherwise
    return min(int(mark.index), len(sheet.text.rstrip()))


def _tab(sheet: Sheet, number: int, at: int) -> Finding:
    start, line = sheet.line(number)
    first = start + indentation(line).find("\t") if "\t" in indentation(line) else at
    lines = sum("\t" in indentation(other) for other in sheet.text.splitlines())
    span, fix = sheet.span(first, first + 1), safe(*_without_tabs(sheet))
    if lines > 1:
        return fault("Y011", span, "several", fix=fix, line=number, lines=lines)
    return fault("Y011", span, "one", fix=fix, line=number)


def _without_tabs(sheet: Sheet) -> Iterator[Edit]:
    """Two spaces instead of each tab that indents."""
    for number in range(1, len(sheet.starts) + 1):
        start, line = sheet.line(number)
        old = indentation(line)
        if "\t" in old and line.strip():
            yield Edit(sheet.span(start, start + len(old)), old.replace("\t", "  "), old)


def _hard_space(sheet: Sheet, number: int) -> Finding | None:
    start, line = sheet.line(number)
    found = _HARD_SPACE.search(line)
    if not found:
        return None
    span = sheet.span(start + found.end() - 1, start + found.end())
    return fault("Y002", span, "hard-space", line=number)


def _second_colon(sheet: Sheet, at: int) -> Finding:
    number = sheet.line_number(at)
    start, line = sheet.line(number)
    found = _VALUE.match(line)
    if found and start + found.start("value") < at:
        key = found["key"].rstrip()
        end, value = sheet.rest(start + found.start("value"))
        span = sheet.span(end - len(value), end)
        return fault("Y002", span, "colon-in-text", key=shown(key), line=f"{key}: {in_quotes(value)}")
    above = number - 1
    while above and not sheet.line(above)[1].split("#")[0].strip():
        above -= 1
    if above and not _COLON.search(sheet.line(above)[1]):
        return _no_colon(sheet, above)
    if not above:
        return _unclear(sheet, at)
    hard = _hard_space(sheet, above)
    if hard:
        return hard
    key = line[: at - start].strip()
    first = start + len(indentation(line))
    return fault("Y002", sheet.span(first, at), "indented-too-far", key=shown(key), line=above)


def _no_colon(sheet: Sheet, number: int) -> Finding:
    start, line = sheet.line(number)
    first = start + len(indentation(line))
    end, text = sheet.rest(first)
    tight = _TIGHT.fullmatch(text)
    if tight:
        line = f"{tight['key']}: {tight['value']}"
        return fault("Y002", sheet.span(first, end), "no-space", text=shown(text), line=line)
    return fault("Y002", sheet.span(first, end), "no-colon", text=shown(text))


def _out_of_line(sheet: Sheet, at: int, in_list: bool) -> Finding:
    end, text = sheet.rest(at)
    item = text.startswith("- ") or text == "-"
    key = "no-item" if in_list and not item else "item" if item and not in_list else "out-of-line"
    return fault("Y002", sheet.span(at, end), key, text=shown(text))


def _unclear(sheet: Sheet, at: int) -> Finding:
    end, text = sheet.rest(at)
    span = sheet.span(at, end)
    return fault("Y002", span, "unclear", text=shown(text)) if text else fault("Y002", span, "unclear.rest")
