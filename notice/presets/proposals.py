"""The lines of `confirm` of a new file: one for each purpose and each source, with what was proposed and why."""

from collections.abc import Collection

from notice.data import locale, tree

WHOLE = frozenset({"purposes", "sources"})
"""Keys whose entries are confirmed as a whole: `purposes.orders`."""


def confirm_lines(name: str, language: str, of_authority: Collection[str] = (), left_out: Collection[str] = ()) -> str:
    """The lines at the end of a file with the proposals under the name.

    `of_authority` are the purposes whose basis is that of an authority; `left_out` are keys that the file lacks.
    """
    texts = tree(locale(language) / "reasons.yaml")
    proposed: dict[str, list[str]] = {}
    for path, reason in texts[name].items():
        first, _, rest = path.partition(".")
        if first in left_out:
            continue
        fact, _, key = rest.partition(".") if first in WHOLE and rest else (rest, "", "")
        given = texts["authority"]["basis"] if key == "basis" and fact in of_authority else reason
        label = texts["labels"].get(key)
        line = f"{label}: {given}" if label else given
        proposed.setdefault(f"{first}.{fact}" if fact and first in WHOLE else path, []).append(line)
    return "\nconfirm:\n" + "".join(f"  {path}: {_scalar(' '.join(lines))}\n" for path, lines in proposed.items())


def _scalar(text: str) -> str:
    """The text as one line of YAML, quoted where plain text would be read differently."""
    return '"' + text.replace('"', '\\"') + '"' if ": " in text or " #" in text or text[0] in "\"'`[{&*!|>%@" else text
