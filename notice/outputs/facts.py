"""The facts that a notice tells, as JSON: what the PDF carries for machines. Nothing internal is in it."""

import json

from notice.document import ComposedNotice, Document
from notice.findings import FactPath, dotted
from notice.model.answers import FOR_THE_OWNER, is_for_the_owner
from notice.model.fields import Facts

FORMAT = 1
"""The version of this form; keys are only ever added to it."""


def facts(composed: ComposedNotice, document: Document) -> bytes:
    """The facts of the register and its controller, those of the vocabulary among them, as UTF-8 JSON.

    What is for the owner alone is left out: answers to questions, and what is kept for the record.
    """
    notice = composed.notice
    register = _plain(notice.register)
    register["purposes"] = {id: _plain(purpose) for id, purpose in composed.derived.purposes.items()}
    register["recipients"] = {id: _plain(recipient) for id, recipient in composed.derived.recipients.items()}
    register["sources"] = {id: _plain(source) for id, source in composed.derived.sources.items()}
    register["cookies"] = {id: _plain(cookie) for id, cookie in composed.derived.cookies.items()}
    told = {
        "format": FORMAT,
        "notice": notice.id,
        "language": document.language,
        "title": document.title,
        "version": document.version,
        "date": document.date.isoformat() if document.date else None,
        "draft": notice.is_draft,
        "example": bool(notice.site.example),
        "controller": _plain(notice.controller),
        "register": register,
        "rights": {one.right: list(one.purposes) for one in composed.derived.rights},
        "not-yet-stated": sorted(dotted(path) for path in notice.unknown if not _is_inward(path)),
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode() + b"\n"


def _is_inward(path: FactPath) -> bool:
    """Whether a fact is for the building of the site, or for the owner alone."""
    return path[:1] == ("site",) or is_for_the_owner(path)


def _plain(thing: Facts) -> dict[str, object]:
    """The thing's facts by the keys that owners write; reasons under `confirm` are the owner's own affair."""
    plain: dict[str, object] = thing.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"confirm"})
    return _told(plain, thing)


def _told(plain: dict[str, object], thing: Facts) -> dict[str, object]:
    """The same without what is for the owner alone, in the things within it too."""
    names = {str(field.alias): name for name, field in type(thing).model_fields.items()}
    return {
        key: _told(value, inner) if isinstance(value, dict) and isinstance(inner, Facts) else value
        for key, value in plain.items()
        for inner in [getattr(thing, names[key])]
        if key not in FOR_THE_OWNER
    }
