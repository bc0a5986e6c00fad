"""Write the pages made from rules and model: `docs/rules/`, `docs/coverage.md`, `docs/keys/`. Run by `make docs`."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from notice.cli.catalogue import catalogue  # noqa: E402 - found by the line above, also without an installation
from notice.languages import LANGUAGES  # noqa: E402
from notice.law.provisions import PROVISIONS  # noqa: E402
from notice.reports.pages import markdown_page  # noqa: E402
from notice.rules.rule import Rule  # noqa: E402
from notice.schema import page  # noqa: E402

FAMILIES = {
    "N": "The mandatory content of a notice",
    "C": "Logic over facts: a fact that requires another",
    "W": "Vague words",
    "L": "Words and names that are out of date, or of another country",
    "T": "Words in every language",
    "P": "The notice as something that is published",
    "D": "Facts that wait for the owner",
    "B": "The finished site",
    "X": "Waivers",
    "Y": "Reading the files",
}
"""The letters of the codes, in the order in which the index lists them."""


def pages() -> dict[str, str]:
    """Every page that is made, as text by its path below `docs/`."""
    rules = catalogue()
    made = {f"rules/{rule.code}.md": markdown_page(rule).replace("## ", "# ", 1) for rule in rules}
    made |= {"rules/README.md": _index(rules), "coverage.md": coverage(rules), "words-to-review.md": words_to_review()}
    return made | {f"keys/{language}.md": page(language) for language in LANGUAGES}


def _index(rules: tuple[Rule, ...]) -> str:
    lines = [
        "# The rules",
        "",
        f"{len(rules)} rules, each with its page. Made by `make docs`; `notice explain` prints the same.",
        "",
    ]
    for letter, title in FAMILIES.items():
        family = [rule for rule in rules if rule.code[0] == letter]
        if family:
            lines += [f"## {letter}: {title}", "", "| code | name | level |", "|---|---|---|"]
            lines += [f"| [{one.code}]({one.code}.md) | {one.name} | {one.level} |" for one in family] + [""]
    return "\n".join(lines)


def coverage(rules: tuple[Rule, ...]) -> str:
    """The requirements of the law, line by line, with the rules that check them or the reason why none does."""
    parts = yaml.safe_load((HERE / "coverage.yaml").read_text(encoding="utf-8"))
    lines = ["# What is covered", "", "Made by `make docs` from `coverage.yaml` and the rules' own citations.", ""]
    for part in parts:
        lines += [f"## {part['title']}", ""]
        lines += [part["note"], ""] if "note" in part else []
        lines += ["| what the law asks | rules | what a machine cannot see |", "|---|---|---|"]
        for row in part["rows"]:
            lines.append(f"| {row['what']} | {_links(rules_of(row, rules))} | {row.get('reason', '')} |")
        lines += [""]
    return "\n".join([*lines, *_figures(), *_sentences()])


def rules_of(row: Mapping[str, object], rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """The codes of the rules that a row names, and of those that cite its provisions."""
    cites, named = row.get("cites", []), row.get("rules", [])
    assert isinstance(cites, list) and isinstance(named, list)
    wanted = {PROVISIONS[key] for key in cites if key in PROVISIONS}
    return tuple(rule.code for rule in rules if rule.code in named or wanted & {*rule.cites})


def _links(codes: tuple[str, ...]) -> str:
    return ", ".join(f"[{code}](rules/{code}.md)" for code in codes)


def _figures() -> Iterator[str]:
    """The share of faults that are found, as counted by `make figures`."""
    made = json.loads((HERE.parent / "tests" / "mutation" / "figures.json").read_text(encoding="utf-8"))
    yield from (
        "## How well faults are found",
        "",
        f"From the {made['registers']} registers that come ready, completed by an invented owner, a program takes out",
        "or spoils every fact in turn, and looks whether a finding names it at its line. Made by `make figures`.",
        "",
        "| what is done to a fact | faults | found |",
        "|---|---|---|",
        *(f"| {change} | {number} | {found} |" for change, (found, number) in made["by_change"].items()),
        f"| all | {made['faults']} | {made['found']} |",
        "",
        f"At the line of the fault: {made['at_the_line']} of {made['faults']}. "
        f"Findings in the complete registers: {made['false_alarms']}.",
        "",
    )


def _sentences() -> Iterator[str]:
    """The number of sentences with which the tests try each rule on words."""
    folder = HERE.parent / "tests" / "rules" / "wording"
    faulty, lawful = (
        yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8")) for name in ("faulty", "lawful")
    )
    yield from (
        "## How well words are read",
        "",
        "Sentences as they stand in notices, and lawful ones that look like them (`tests/rules/wording/`):",
        "each faulty one is found at its words, and no lawful one is marked.",
        "",
        "| language | faulty, all found | lawful, none marked |",
        "|---|---|---|",
        *(f"| {language} | {len(faulty[language])} | {len(lawful[language])} |" for language in faulty),
        f"| all | {sum(map(len, faulty.values()))} | {sum(map(len, lawful.values()))} |",
        "",
    )


def words_to_review() -> str:
    """The standard sentences that repeat the law, by language and subject, with their provisions."""
    groups = yaml.safe_load((HERE / "words-to-review.yaml").read_text(encoding="utf-8"))
    lines = [
        "# Words to review",
        "",
        "Standard sentences that say what the law says, for a lawyer and a native reader of each language to sign.",
        "No person has signed them yet. Made by `make docs` from `words-to-review.yaml` and the words themselves.",
        "",
    ]
    names = {"fi": "Finnish", "sv": "Swedish", "en": "English"}
    for language in LANGUAGES:
        lines += [f"## {names[language]}", ""]
        words = standard_words(language)
        for group in groups:
            lines += [f"### {group['what']}", "", f"{'; '.join(str(PROVISIONS[key]) for key in group['law'])}.", ""]
            lines += [f"- `{path}`: {words[path]}" for path in words if is_below(path, group["words"])] + [""]
    return "\n".join(lines)


def standard_words(language: str) -> dict[str, str]:
    """The package's words of a notice in a language, by their paths."""
    folder = HERE.parent / "notice" / "locales" / language / "notice"
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.yaml")):
        found |= _flat(yaml.safe_load(file.read_text(encoding="utf-8")))
    return found


def _flat(tree: Mapping[str, object], above: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in tree.items():
        found |= _flat(value, f"{above}{key}.") if isinstance(value, Mapping) else {f"{above}{key}": str(value)}
    return found


def is_below(path: str, beginnings: list[str]) -> bool:
    """Whether a path is one of those given, or below one of them."""
    return any(path == one or path.startswith(f"{one}.") for one in beginnings)


def main() -> None:
    """Write the pages, and remove those of rules and languages that are gone."""
    made = pages()
    for folder in ("rules", "keys"):
        for old in (HERE / folder).glob("*.md"):
            old.unlink()
    for path, text in made.items():
        (HERE / path).parent.mkdir(exist_ok=True)
        (HERE / path).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
