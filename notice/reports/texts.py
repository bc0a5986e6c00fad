"""The texts of a finding in one language: its sentence, mark and help, the rule's title, the law, and the summary."""

import re
from collections.abc import Iterable
from functools import lru_cache

from notice import messages
from notice.findings import Finding, Level
from notice.law.provisions import PROVISIONS, Provision
from notice.law.rulings import COURT, HIGHEST, OMBUDSMAN
from notice.load.vocabulary import standard_vocabulary
from notice.visible import shortened
from notice.words import standard

_MARK = re.compile(r"(did you mean|add|write) `([^`]+)`\??")


def label(language: str, *path: str) -> str:
    """A label around the findings, such as `help` or `level.error`."""
    return messages.text(language, "labels", *path)


def title(finding: Finding, language: str) -> str:
    """The rule's title."""
    if language == "en":
        return finding.name.replace("-", " ").capitalize()
    return messages.text(language, finding.code, "title")


def duty(code: str, page: str, language: str) -> str:
    """The rule's duty in one sentence: the first paragraph of its page."""
    return " ".join(page.partition("\n\n")[0].split()) if language == "en" else messages.text(language, code, "duty")


def sentence(finding: Finding, language: str) -> str:
    """What is wrong, in one sentence or in a title with the fact's place."""
    if not finding.message:
        return shortened(messages.message(finding, language))
    if language == "en":
        return shortened(finding.message)
    return f"{title(finding, language)}: {shortened(finding.fact)}" if finding.fact else title(finding, language)


def mark(finding: Finding, language: str) -> str:
    """What is printed under the marked text."""
    if not finding.message:
        return shortened(messages.mark(finding, language))
    if language == "en":
        return shortened(finding.mark)
    match = _MARK.fullmatch(finding.mark)
    kinds = {"did you mean": "near", "add": "add", "write": "write"}
    return messages.text(language, "suggestions", kinds[match[1]], text=match[2]) if match else ""


def help(finding: Finding, language: str) -> str:
    """What to write instead."""
    if not finding.message:
        return shortened(messages.help(finding, language))
    return shortened(finding.help) if language == "en" else messages.text(language, finding.code, "help")


def law(finding: Finding, language: str) -> str:
    """The provisions that require it."""
    return (
        "; ".join(cited(citation, language) for citation in finding.cites)
        if language != "en"
        else ", ".join(finding.cites)
    )


def cited(cite: str, language: str) -> str:
    """A citation, by its English form, as the language writes it."""
    provision = _provisions().get(cite)
    if provision is None:
        for body, word in ((COURT, "court"), (HIGHEST, "highest-court"), (OMBUDSMAN, "ombudsman")):
            cite = cite.replace(body, label(language, word))
        return cite
    way = "point" if provision.point else "paragraph" if provision.paragraph else "article"
    if provision.act == "GDPR":
        parts = {"article": provision.article, "paragraph": provision.paragraph, "point": provision.point}
        return _citation(language, way).format(**parts)
    if provision.is_of_the_union:
        parts = {"article": provision.article, "paragraph": provision.paragraph, "point": provision.point}
        return f"{provision.act}, {_citation(language, f'eu-{way}').format(**parts)}"
    chapter, _, section = provision.article.rpartition(":")
    way = "chapter-section" if chapter else "section"
    place = _citation(language, way).format(chapter=chapter, section=section)
    return f"{_act(provision.act, language)}, {place}"


def _act(number: str, language: str) -> str:
    """The act's name with its number, where the vocabulary knows it."""
    for id, law in standard_vocabulary().laws.items():
        if law.number == number:
            tree = standard(language).tree.get("laws")
            name = tree.get(id) if isinstance(tree, dict) else None
            return f"{name} ({number})" if isinstance(name, str) else number
    return f"{label(language, 'act')} {number}"


def _citation(language: str, way: str) -> str:
    citation = standard(language).tree["citation"]
    return str(citation[way]) if isinstance(citation, dict) else ""


@lru_cache
def _provisions() -> dict[str, Provision]:
    return {str(provision): provision for provision in PROVISIONS.values()}


def summary(
    findings: Iterable[Finding], notices: int, day: str, *, waived: int = 0, known: int = 0, language: str = "en"
) -> str:
    """One sentence in English; in the other languages numbers after labels, for they inflect what is counted."""
    counted = list(findings)
    numbers = {str(level): sum(finding.level is level for finding in counted) for level in Level}
    if language != "en":
        return _labelled(numbers, notices, day, waived, known, language)
    counts = [_count(numbers["error"], "error"), _count(numbers["warning"], "warning")]
    more = [f"{_count(numbers['info'], 'remark')}"] if numbers["info"] else []
    aside = [f"{waived} waived"] * bool(waived) + [f"{known} known from the baseline"] * bool(known)
    listed = " and ".join(counts) if not more else ", ".join(counts) + f" and {more[0]}"
    rest = f" Not counted: {', '.join(aside)}." if aside else ""
    return f"Found {listed} in {_count(notices, 'notice')}, by the law of {day}.{rest}"


def _labelled(numbers: dict[str, int], notices: int, day: str, waived: int, known: int, language: str) -> str:
    aside = (("infos", numbers["info"]), ("waivers", waived), ("known", known))
    counts = [("errors", numbers["error"]), ("warnings", numbers["warning"])]
    counts += [*(row for row in aside if row[1]), ("notices", notices)]
    parts = [f"{label(language, 'counted', key)}: {number}" for key, number in counts]
    return ". ".join([*parts, f"{label(language, 'counted', 'day')}: {day}"]) + "."


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
