"""What of a finding is told in which language: the rule's title, what to write, the law, and the labels around them.

In English a finding tells its own sentence, which names the owner's words. In the other languages it tells the
rule's title, the fact's place and the rule's help; no English stands in between.
"""

import re
from functools import lru_cache

from notice.errors import Untold
from notice.findings import Finding
from notice.law.provisions import PROVISIONS, Provision
from notice.law.rulings import COURT, HIGHEST, OMBUDSMAN
from notice.rules.told import told
from notice.visible import shortened
from notice.words import standard

_MARK = re.compile(r"(did you mean|add|write) `([^`]+)`\??")

OWNERS_MARK = frozenset({"D001"})
"""The rules whose mark is the owner's own text."""


def label(language: str, *path: str) -> str:
    """A word around the findings, such as `help` or `level.error`."""
    return _text(language, "labels", *path)


def title(finding: Finding, language: str) -> str:
    """The rule's title."""
    if language == "en":
        return finding.name.replace("-", " ").capitalize()
    return _text(language, "rules", finding.code, "title")


def duty(code: str, page: str, language: str) -> str:
    """What the rule demands, in one sentence: the first paragraph of its page."""
    return " ".join(page.partition("\n\n")[0].split()) if language == "en" else _text(language, "rules", code, "duty")


def sentence(finding: Finding, language: str) -> str:
    """What is wrong, in one sentence or in a title with the fact's place."""
    if language == "en":
        return shortened(finding.message)
    return f"{title(finding, language)}: {shortened(finding.fact)}" if finding.fact else title(finding, language)


def mark(finding: Finding, language: str) -> str:
    """What stands under the marked text."""
    if language == "en" or finding.code in OWNERS_MARK:
        return shortened(finding.mark)
    found = _MARK.fullmatch(finding.mark)
    return _text(language, "marks", found[1].replace(" ", "-")).replace("{}", f"`{found[2]}`") if found else ""


def help(finding: Finding, language: str) -> str:
    """What to write instead."""
    return shortened(finding.help) if language == "en" else _text(language, "rules", finding.code, "help")


def law(finding: Finding, language: str) -> str:
    """The provisions that ask for it."""
    return "; ".join(_cited(one, language) for one in finding.cites) if language != "en" else ", ".join(finding.cites)


def _cited(cite: str, language: str) -> str:
    provision = _provisions().get(cite)
    if provision is None:
        for body, word in ((COURT, "court"), (HIGHEST, "highest-court"), (OMBUDSMAN, "ombudsman")):
            cite = cite.replace(body, label(language, word))
        return cite
    way = "point" if provision.point else "paragraph" if provision.paragraph else "article"
    if provision.act == "GDPR":
        parts = {"article": provision.article, "paragraph": provision.paragraph, "point": provision.point}
        return _text(language, "citation", way).format(**parts)
    chapter, _, section = provision.article.rpartition(":")
    way = "chapter-section" if chapter else "section"
    cited = _text(language, "citation", way).format(chapter=chapter, section=section)
    return f"{_act(provision.act, language)}, {cited}"


def _act(number: str, language: str) -> str:
    """The act's name with its number, where the vocabulary knows it."""
    from notice.load.terms import standard_vocabulary

    for id, law in standard_vocabulary().laws.items():
        if law.number == number:
            tree = standard(language).tree.get("laws")
            name = tree.get(id) if isinstance(tree, dict) else None
            return f"{name} ({number})" if isinstance(name, str) else number
    return f"{label(language, 'act')} {number}"


def _text(language: str, *path: str) -> str:
    """The text; one that is missing is a defect of the package, and is never borrowed from another language."""
    here: object = told(language)
    for step in path:
        here = here.get(step) if isinstance(here, dict) else None
    if path[0] == "citation":
        citation = standard(language).tree["citation"]
        here = citation.get(path[1]) if isinstance(citation, dict) else None
    if not isinstance(here, str):
        raise Untold(f"{'.'.join(path)} is not worded in {language}")
    return here


@lru_cache
def _provisions() -> dict[str, Provision]:
    return {str(provision): provision for provision in PROVISIONS.values()}
