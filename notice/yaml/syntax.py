"""What a syntax error of the YAML parser means for the person who wrote the file."""

import re
from collections.abc import Iterator
from dataclasses import replace

import yaml

from notice.findings import Edit, Finding
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
    """The finding for what the parser refused: what it is in plain words, and what to write instead.

    The parser tells where it stopped and what it was reading; the owner's own line tells the rest.
    """
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
    others = sum("\t" in indentation(other) for other in sheet.text.splitlines()) - 1
    more = f"; so are {others} other lines" if others > 1 else "; so is one other line" if others == 1 else ""
    found = fault(
        "Y011",
        sheet.span(first, first + 1),
        f"Line {number} is indented with a tab{more}",
        "a tab",
        "Write spaces instead, two for each level; most editors can replace all tabs at once",
    )
    return replace(found, edits=tuple(_without_tabs(sheet)))


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
    return fault(
        "Y002",
        sheet.span(start + found.end() - 1, start + found.end()),
        f"Line {number} holds a non-breaking space where an ordinary one is needed",
        "a non-breaking space",
        "Delete it, then press the space bar; it comes along when text is copied from another program",
    )


def _second_colon(sheet: Sheet, at: int) -> Finding:
    number = sheet.line_number(at)
    start, line = sheet.line(number)
    found = _VALUE.match(line)
    if found and start + found.start("value") < at:
        key = found["key"].rstrip()
        end, value = sheet.rest(start + found.start("value"))
        return fault(
            "Y002",
            sheet.span(end - len(value), end),
            f"The text of `{shown(key)}` holds a colon, so it has to stand in quotes",
            "a colon inside a text",
            f"Write `{key}: {in_quotes(value)}`",
        )
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
    return fault(
        "Y002",
        sheet.span(first, at),
        f"`{shown(key)}` is indented as if it belonged to line {above}, which has a value already",
        "indented too far",
        f"Give it the same indentation as line {above}, or take the value away from line {above}",
    )


def _no_colon(sheet: Sheet, number: int) -> Finding:
    start, line = sheet.line(number)
    first = start + len(indentation(line))
    end, text = sheet.rest(first)
    tight = _TIGHT.fullmatch(text)
    if tight:
        return fault(
            "Y002",
            sheet.span(first, end),
            f"`{shown(text)}` has no space behind the colon",
            "a space is missing",
            f"Write `{tight['key']}: {tight['value']}`",
        )
    return fault(
        "Y002",
        sheet.span(first, end),
        f"`{shown(text)}` is neither a key with a value nor an item of a list",
        "no colon here",
        "Write `key: value`, or `- ` before an item; indent a text that goes on from the line above",
    )


def _out_of_line(sheet: Sheet, at: int, in_list: bool) -> Finding:
    end, text = sheet.rest(at)
    item = text.startswith("- ") or text == "-"
    if in_list and not item:
        message, mark = f"`{shown(text)}` stands among the items of a list without a `-`", "no list item"
        help = "Write `- ` before it, or indent the list deeper than its key"
    elif item and not in_list:
        message, mark = f"The list item `{shown(text)}` stands where a key should be", "a list item"
        help = "Put the list under a key of its own, indented like the other items"
    else:
        message, mark = f"`{shown(text)}` is indented unlike the lines around it", "out of line"
        help = "Begin it in the same column as the other keys of its mapping"
    return fault("Y002", sheet.span(at, end), message, mark, help)


def _unclear(sheet: Sheet, at: int) -> Finding:
    end, text = sheet.rest(at)
    what = f"`{shown(text)}` cannot be read here" if text else "The file cannot be read from here on"
    return fault(
        "Y002",
        sheet.span(at, end),
        what,
        "cannot be read",
        "A line is `key: value` or `- item`; a text with special signs stands in quotes",
    )
