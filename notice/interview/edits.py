"""Change the YAML of a preset where an answer says more: each edit is of whole lines or of items of a list in `[]`."""

import re
import textwrap
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import yaml

from notice.presets import WIDTH

_LIST = re.compile(r"^(?P<start>.*\b(?:recipients|read-by): )\[(?P<items>[^\]]*)\](?P<end>.*)$", re.MULTILINE)
_DATA = re.compile(r"\bdata: \[([^\]]*)\]")
_PLAIN = re.compile(r"[^\W_][\w./@+-]*(?: [\w./@&+(][\w./@&+()-]*)*")
_NUMBER = re.compile(r"[\d._+ex]*", re.IGNORECASE)
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "none", "unknown", "y", "n"})
_CONFIRM = re.compile(r"^confirm:\n", re.MULTILINE)


def scalar(text: str) -> str:
    """The text as YAML in one line: in quotes wherever it could be read as anything else."""
    if _PLAIN.fullmatch(text) and not _NUMBER.fullmatch(text) and text.casefold() not in _WORDS:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def with_value(text: str, key: str, value: str | None, form: str) -> str:
    """The text with a value in place of `unknown` at a key of its top; without one, with the form of the answer.

    "" is no value: the line is left out.
    """
    if value == "":
        return re.sub(rf"^{re.escape(key)}: unknown.*\n", "", text, count=1, flags=re.MULTILINE)
    line = re.compile(rf"^{re.escape(key)}: unknown[ \t]*(?:#.*)?$", re.MULTILINE)
    return line.sub(lambda _: f"{key}: unknown  # {form}" if value is None else f"{key}: {value}", text, count=1)


def with_recipients(text: str, kind: str, ids: Collection[str]) -> str:
    """The register with recipients in place of a kind in lists and cookies, and without the facts of the kind."""

    def listed(found: re.Match[str]) -> str:
        items = [item.strip() for item in found["items"].split(",")]
        new = dict.fromkeys(id for item in items for id in (ids if item == kind else [item]))
        return f"{found['start']}{'[' + ', '.join(new) + ']' if new else 'none'}{found['end']}"

    text = _LIST.sub(listed, text)
    for id in list(ids)[:1]:
        text = re.sub(rf"\bprovider: {re.escape(kind)}\b(?!-)", f"provider: {id}", text)
    return re.sub(rf"^  {re.escape(kind)}: unknown.*\n", "", text, count=1, flags=re.MULTILINE)


def with_entries(text: str, entries: Mapping[str, str], comment: str) -> str:
    """The register with the facts of recipients, each as YAML in one line, under a comment; without an empty key."""
    there = tree(text).get("recipients") or {}
    lines = "".join(f"  {id}: {facts}\n" for id, facts in entries.items() if id not in there)
    before = f"{comment}\n" if lines else ""
    text = re.sub(r"^recipients:\n", lambda _: f"{before}recipients:\n{lines}", text, count=1, flags=re.MULTILINE)
    return re.sub(r"^recipients:\n\n", "", text, count=1, flags=re.MULTILINE)


def comment(words: str) -> str:
    """The words as lines of a comment."""
    return "\n".join(textwrap.wrap(words, WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False))


def without_purpose(text: str, id: str) -> str:
    """The register without a purpose, the cookies that serve it, and the data and people that no other purpose has."""
    text = without_block(text, id)
    text = re.sub(rf"^  [\w*-]+: \{{.*\bserves: {re.escape(id)}\}}\n", "", text, flags=re.MULTILINE)
    text = re.sub(rf"^  purposes\.{re.escape(id)}[.:].*\n", "", text, flags=re.MULTILINE)
    purposes = tree(text).get("purposes", {}).values()
    head, key, rest = text.partition("\nsources:\n")
    sources, end, others = rest.partition("\n\n")
    sources = "\n".join(filter(None, _with_data(sources, {one for each in purposes for one in each.get("data", [])})))
    people = {one for each in purposes for one in each.get("people", [])}
    head = re.sub(r"^people: \[(.*)\]$", lambda found: f"people: [{_kept(found[1], people)}]", head, flags=re.MULTILINE)
    return f"{head}{key}{sources}{end}{others}"


def without_block(text: str, id: str) -> str:
    """The text without a key of the second level and what is below it."""
    return re.sub(rf"^  {re.escape(id)}:\n(?:    .*\n)+", "", text, count=1, flags=re.MULTILINE)


def with_confirm(text: str, reasons: Mapping[str, str]) -> str:
    """The text with proposed facts more, each with the reason for it, where `confirm` begins."""
    lines = "".join(f"  {path}: {_line(reason)}\n" for path, reason in reasons.items())
    if not lines:
        return text
    return _CONFIRM.sub(lambda _: f"confirm:\n{lines}", text) if _CONFIRM.search(text) else f"{text}\nconfirm:\n{lines}"


def with_purpose(text: str, purpose: str) -> str:
    """The register with a purpose more, after the others: whole lines with their indentation."""
    return text.replace("\n\nsources:\n", f"\n{purpose.rstrip()}\n\nsources:\n", 1)


def with_cookies(text: str, lines: Iterable[str]) -> str:
    """The register with lines more at the end of its cookies; as it is where it states none."""
    more = "".join(f"  {line}\n" for line in lines)
    return re.sub(r"^cookies:\n(?:  .*\n)+", lambda found: found[0] + more, text, count=1, flags=re.MULTILINE)


def tree(text: str) -> dict[str, Any]:
    """The mapping in the text of a preset."""
    loaded = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return loaded if isinstance(loaded, dict) else {}


def _line(reason: str) -> str:
    return scalar(reason) if ": " in reason or " #" in reason else reason


def _with_data(sources: str, used: Collection[str]) -> Iterable[str]:
    """The lines of sources with those data that some purpose uses; none for a source that has no others."""
    for line in sources.split("\n"):
        found = _DATA.search(line)
        kept = _kept(found[1], used) if found else ""
        if found is None:
            yield line
        elif kept:
            yield f"{line[: found.start(1)]}{kept}{line[found.end(1) :]}"


def _kept(items: str, used: Collection[str]) -> str:
    return ", ".join(item for item in items.split(", ") if item in used)
