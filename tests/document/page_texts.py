"""Pages of the invented firm's register with an example applied to it, checked and verified."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from rules.overlay import site_with
from selectolax.lexbor import LexborHTMLParser
from verify.two_sites import DAY, contexts, rendered, verified

from notice.check import check
from notice.findings import Finding, Level
from notice.load import load

LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True)
class SitePages:
    """The findings of the check and, where it finds no error, the text, the facts and the links of each page."""

    findings: tuple[Finding, ...]
    texts: dict[str, str]
    facts: dict[str, dict[str, list[str]]]
    links: dict[str, list[str]]

    def codes(self) -> set[str]:
        """The codes of the findings."""
        return {one.code for one in self.findings}

    def said(self, language: str, fact: str) -> list[str]:
        """Every text that states the fact, in reading order."""
        return self.facts[language].get(fact, [])


def pages(example: str, folder: Path, *, pdf: bool = False) -> SitePages:
    """Build the pages of the example, and its PDFs where asked; verification has nothing to say of them."""
    done = check(load(site_with(example, folder / "site")), DAY)
    if any(one.level is Level.ERROR for one in done.findings):
        return SitePages(done.findings, {}, {}, {})
    artifacts = rendered(done, html_only=not pdf)
    assert verified(artifacts, contexts(done)) == ()
    trees = {
        language: LexborHTMLParser(one.body)
        for language in LANGUAGES
        for one in artifacts
        if one.path.startswith(f"{language}/") and one.path.count("/") == 2 and one.path.endswith(".html")
    }
    texts = {code: _text(tree) for code, tree in trees.items()}
    return SitePages(done.findings, texts, _facts(trees), {code: _links(tree) for code, tree in trees.items()})


def _text(tree: LexborHTMLParser) -> str:
    main = tree.css_first("main")
    assert main is not None
    return _whole(main.text(separator=" "))


def _whole(text: str) -> str:
    """The text without soft hyphens, and with one space between words; none before a sign of punctuation."""
    return re.sub(r" (?=[,.;:])", "", " ".join(re.sub("[\u00ad\u2060]", "", text).split()))


def _links(tree: LexborHTMLParser) -> list[str]:
    return [unquote(one.attributes["href"] or "") for one in tree.css("main a[href]")]


def _facts(trees: dict[str, LexborHTMLParser]) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {code: {} for code in trees}
    for code, tree in trees.items():
        for node in tree.css("[data-fact]"):
            for fact in (node.attributes["data-fact"] or "").split():
                found[code].setdefault(fact, []).append(_whole(node.text()))
    return found
