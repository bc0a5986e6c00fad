"""A rule's page: its duty, why, what to write, and YAML that fails and that passes; as text, Markdown or JSON.

The page is written in English, in the rule's docstring. In Finnish and Swedish it has the rule's title, duty and help
in that language, the same YAML, and the command that prints the reasons in English.
"""

import re
from dataclasses import replace

from notice.findings import Finding, Level, Span
from notice.messages import rule_help
from notice.reports.report import DescribedRule
from notice.reports.texts import duty, label, law, title

_EXAMPLE = re.compile(r"^(Fails|Passes)(?: as of [\d-]+)?::\n\n((?:    .*\n?|\n)+)", re.MULTILINE)


def text(rule: DescribedRule, language: str = "en") -> str:
    """The page for a terminal."""
    level = label(language, str(rule.level))
    provisions = law(finding_of(rule), language)
    law_line = [f"{label(language, 'law').capitalize()}: {provisions}"] if provisions else []
    if language == "en":
        return "\n".join([f"{rule.code} {rule.name} ({level})", *law_line, "", rule.page.replace("::\n", ":\n")]) + "\n"
    head = [f"{rule.code} {title(finding_of(rule), language)} ({level})", rule.name, *law_line, ""]
    blocks = [f"{label(language, key.lower())}:\n\n{yaml.rstrip()}\n" for key, yaml in _EXAMPLE.findall(rule.page)]
    help_line = f"{label(language, 'help').capitalize()}: {rule_help(rule.code, language)}\n"
    reasons = f"{label(language, 'reasons')}: {_in_english(rule)}\n"
    return "\n".join([*head, duty(rule.code, rule.page, language) + "\n", help_line, *blocks, reasons])


def _in_english(rule: DescribedRule) -> str:
    """The command that prints the whole page: its reasons are in English alone."""
    return f"notice explain {rule.code} --language en"


def markdown(page: str) -> str:
    """A page's text as Markdown: its examples are blocks of YAML."""
    blocks = []
    for block in page.split("\n\n"):
        is_code = block.startswith("    ")
        text = "\n".join(line[4:] for line in block.splitlines()) if is_code else block.replace("::", ":")
        blocks.append(f"```yaml\n{text}\n```" if is_code else text)
    return "\n\n".join(blocks).replace("\n```\n\n```yaml\n", "\n\n")


def markdown_page(rule: DescribedRule, language: str = "en") -> str:
    """The whole page as Markdown, under a heading of its own."""
    head = f"## {rule.code} {rule.name}\n\n"
    provisions = law(finding_of(rule), language)
    facts = f"{label(language, str(rule.level)).capitalize()}{f' · {provisions}' if provisions else ''}\n\n"
    if language == "en":
        return f"{head}{facts}{markdown(rule.page)}\n"
    worded = f"**{title(finding_of(rule), language)}.** {duty(rule.code, rule.page, language)}\n\n"
    help_line = f"{label(language, 'help').capitalize()}: {rule_help(rule.code, language)}\n"
    shown = [f"{label(language, key.lower())}:\n\n{yaml}" for key, yaml in _EXAMPLE.findall(rule.page)]
    examples = "".join(f"\n{markdown(example.rstrip())}\n" for example in shown)
    reasons = f"\n{label(language, 'reasons')}: `{_in_english(rule)}`\n"
    return head + facts + worded + help_line + examples + reasons


def tree(rule: DescribedRule, language: str = "en") -> dict[str, object]:
    """The page for programs."""
    finding = finding_of(rule)
    return {
        "code": rule.code,
        "name": rule.name,
        "level": str(rule.level),
        "title": title(finding, language),
        "duty": duty(rule.code, rule.page, language),
        "help": rule_help(rule.code, language),
        "law": [law(replace(finding, cites=(cite,)), language) for cite in finding.cites],
        "examples": [{"kind": key.lower(), "yaml": _dedented(yaml)} for key, yaml in _EXAMPLE.findall(rule.page)],
        **({"page": rule.page} if language == "en" else {}),
    }


def row(rule: DescribedRule, language: str = "en") -> str:
    """One line of the list of rules."""
    level = label(language, str(rule.level))
    longest = max(len(label(language, str(each))) for each in Level)
    name = rule.name if language == "en" else title(finding_of(rule), language)
    return f"{rule.code}  {level:<{longest}}  {name}"


def _dedented(yaml: str) -> str:
    return "\n".join(line[4:] for line in yaml.rstrip().splitlines()) + "\n"


def finding_of(rule: DescribedRule) -> Finding:
    """A finding of the rule without a place, so that texts of findings serve for the rule."""
    return Finding(Span(""), rule.code, rule.name, rule.level, "", cites=tuple(str(cite) for cite in rule.cites))
