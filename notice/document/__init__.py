"""The notice in one language: ordered sections, every word already found. HTML, PDF and all else start from it."""

from notice.derive import Derived
from notice.document.automation import automation
from notice.document.changes import changes
from notice.document.closing import closing
from notice.document.complaint import complaint
from notice.document.controller import controller
from notice.document.cookies import cookies
from notice.document.names import named_in
from notice.document.objection import objection
from notice.document.parts import Composed, Document, Section
from notice.document.purposes import purposes
from notice.document.reading_time import minutes, word_count
from notice.document.recipients import recipients
from notice.document.rights import rights
from notice.document.safeguards import safeguards
from notice.document.sources import sources
from notice.document.summary import summary
from notice.document.writer import Writer
from notice.model.site import Notice
from notice.words import Words

SECTIONS = (
    summary,
    objection,
    controller,
    purposes,
    sources,
    recipients,
    cookies,
    automation,
    safeguards,
    rights,
    complaint,
    closing,
    changes,
)
"""The sections in reading order, unless the site has an order of its own."""


HALF_KNOWN = ("unknown", "recipients-open", "transfers-open", "right-open")
"""The words under `texts` that say that something is not stated yet."""

UI_WORDS = (
    "contents", "skip", "languages", "all-notices", "pdf", "version", "updated", "article", "reading-time",
    "pdf-page", "pdf-pages", "home", "page", "choose-language", "not-found", "not-found-text", "facts-file",
    "draft-note", "concerns", "find-yourself", "by-controller", "of-controller", "by-letter",
)  # fmt: skip
"""The words around a notice, ids below `ui:`."""

EXAMPLE_WORDS = ("example", "example-note")
"""The words that mark an example site; no other asks for them."""


def compose(notice: Notice, derived: Derived, words: Words) -> Composed:
    """The notice in the language of the words."""
    named = named_in(notice, derived, words)
    notice = named.notice
    writer = Writer(notice, named.derived, words)
    sections = _in_order(tuple(section for make in SECTIONS if (section := make(writer)) is not None), notice)
    controller, publisher = notice.controller, notice.site_controller
    marks = EXAMPLE_WORDS if notice.site.example else ()
    ui = {id: writer.word("ui", id) for id in (*UI_WORDS, *marks)}
    length = word_count(sections)
    document = Document(
        notice=notice.id,
        language=words.language,
        slug=writer.word("slug"),
        kind=writer.word("ui", "kind"),
        title=writer.word("name"),
        description=writer.word("description"),
        controller=controller.trade_name or controller.name or "",
        publisher=publisher.trade_name or publisher.name or "",
        date=notice.date,
        written_date=writer.date(notice.date) if notice.date else "",
        version=notice.version,
        draft=writer.word("ui", "draft") if notice.is_draft else "",
        words=length,
        minutes=minutes(length, words.language),
        people=writer.phrase(writer.each("people", notice.register.people, "people")),
        anchors=tuple(section.id for section in sections),
        ui=ui,
        example=ui.get("example", ""),
        sections=sections,
        half_known=tuple(word for id in HALF_KNOWN if (word := words.find("texts", id))),
    )
    return Composed(document, writer.missing, named.asked.union(writer.asked))


def _in_order(sections: tuple[Section, ...], notice: Notice) -> tuple[Section, ...]:
    """The sections that the owner's layout names first, after the summary and in its order, then all others."""
    order = ("summary", *((notice.site.layout and notice.site.layout.sections) or ()))
    named = {id: at for at, id in enumerate(order)}
    return tuple(sorted(sections, key=lambda section: named.get(section.id, len(named))))
