"""Put together what is reviewed: a notice's sections in all languages, replaced standard words, hashes of both."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from notice.document.composed import ComposedNotice
from notice.document.parts import Document
from notice.findings import dotted
from notice.languages import LANGUAGES
from notice.outputs.facts import facts
from notice.review.lines import Aligned, aligned
from notice.words import Words, standard


@dataclass(frozen=True, slots=True)
class Replaced:
    """A standard word that the owner replaced in one language."""

    word: str
    language: str
    own: str
    standard: str


@dataclass(frozen=True, slots=True)
class ReviewedSection:
    """One section: its title and the law's term for it by language, and its statements."""

    id: str
    titles: Mapping[str, str]
    rows: tuple[Aligned, ...]

    def title_in(self, language: str) -> tuple[str, str]:
        """The language and the title: those of the language, or of the first that has the section."""
        return (language, self.titles[language]) if language in self.titles else next(iter(self.titles.items()))


@dataclass(frozen=True)
class Review:
    """What a reviewer signs; `facts` and `words` are hashes of the facts and of the words of each language."""

    notice: str
    documents: Mapping[str, Document]
    sections: tuple[ReviewedSection, ...]
    replaced: tuple[Replaced, ...]
    facts: str
    words: Mapping[str, str]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in the order of the site."""
        return tuple(self.documents)

    @property
    def version(self) -> str:
        """A hash of all facts and words: the same for the same text, and part of the files' names."""
        return _digest(" ".join((self.facts, *self.words.values())), 8)

    def document_in(self, language: str) -> Document:
        """The document in the language, or in the site's first where it has no such one."""
        return self.documents.get(language) or next(iter(self.documents.values()))

    def replaced_in(self, texts: tuple[str, ...], language: str) -> tuple[str, ...]:
        """The paths of the replaced standard words among the texts of a language."""
        mine = {one.own: one.word for one in self.replaced if one.language == language}
        small = {own[:1].upper() + own[1:]: word for own, word in mine.items()}
        return tuple(dict.fromkeys(found for text in texts if (found := mine.get(text) or small.get(text))))


def review(composed: ComposedNotice, words: Mapping[str, Words]) -> Review:
    """The review of a notice, in the languages in which it was composed."""
    documents = composed.documents
    ids = dict.fromkeys(section.id for document in documents.values() for section in document.sections)
    return Review(
        composed.notice.id,
        documents,
        tuple(_section(id, documents) for id in ids),
        tuple(found for language in documents for found in _replaced(words[language])),
        _facts_hash(composed, next(iter(documents.values()))),
        {language: _words_hash(document) for language, document in documents.items()},
    )


def _section(id: str, documents: Mapping[str, Document]) -> ReviewedSection:
    found = {
        language: next((section for section in document.sections if section.id == id), None)
        for language, document in documents.items()
    }
    present = {language: section for language, section in found.items() if section is not None}
    titles = {
        language: f"{section.title} ({section.term})" if section.term else section.title
        for language, section in present.items()
    }
    return ReviewedSection(id, titles, aligned(present))


def _replaced(words: Words) -> tuple[Replaced, ...]:
    """The standard words that are replaced; none in a language that the package lacks."""
    if words.language not in LANGUAGES:
        return ()
    usual = standard(words.language).flat
    return tuple(
        Replaced(dotted(path), words.language, text.strip(), usual[path])
        for path, text, _ in words.owned
        if text.strip() and path in usual and text.strip() != usual[path].strip()
    )


def _facts_hash(composed: ComposedNotice, document: Document) -> str:
    """The hash of the facts that the notice has attached, without what is of one language."""
    tree = json.loads(facts(composed, document))
    return _digest(json.dumps({**tree, "language": "", "title": ""}, sort_keys=True))


def _words_hash(document: Document) -> str:
    """The hash of every text of a document."""
    return _digest(repr((document.title, document.description, document.sections)))


def _digest(text: str, length: int = 16) -> str:
    return sha256(text.encode()).hexdigest()[:length]
