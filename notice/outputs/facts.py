"""The facts of a notice as JSON, attached to the PDF for programs; without those for the owner alone."""

import json

from notice.document.composed import ComposedNotice
from notice.document.parts import Document
from notice.findings import FactPath, dotted
from notice.model.answers import FOR_THE_OWNER, is_for_the_owner
from notice.model.fields import Facts

FORMAT = 1
"""The version of this form; within a version, keys are only added."""


def facts(composed: ComposedNotice, document: Document) -> bytes:
    """The facts of the register and its controller, those of the vocabulary among them, as UTF-8 JSON.

    Facts for the owner alone are left out: answers to rules' questions, and those kept for the record.
    """
    notice = composed.notice
    register = _plain(notice.register)
    register["purposes"] = {id: _plain(purpose) for id, purpose in composed.derived.purposes.items()}
    register["recipients"] = {id: _plain(recipient) for id, recipient in composed.derived.recipients.items()}
    register["sources"] = {id: _plain(source) for id, source in composed.derived.sources.items()}
    register["cookies"] = {id: _plain(cookie) for id, cookie in composed.derived.cookies.items()}
    tree = {
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
        "rights": {right.right: list(right.purposes) for right in composed.derived.rights},
        "not-yet-stated": sorted(dotted(path) for path in notice.unknown if not _is_inward(path)),
    }
    return json.dumps(tree, ensure_ascii=False, indent=2).encode() + b"\n"


def _is_inward(path: FactPath) -> bool:
    """Whether a fact concerns the building of the site, or the owner alone."""
    return path[:1] == ("site",) or is_for_the_owner(path)


def _plain(thing: Facts) -> dict[str, object]:
    """The thing's facts by the keys of the YAML, without the reasons under `confirm`."""
    plain: dict[str, object] = thing.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"confirm"})
    return _without_owners(plain, thing)


def _without_owners(plain: dict[str, object], thing: Facts) -> dict[str, object]:
    """The same without the facts for the owner alone, also in the things within it."""
    kept: dict[str, object] = {}
    for name, field in type(thing).model_fields.items():
        key, inner = str(field.alias), getattr(thing, name)
        if key in plain and key not in FOR_THE_OWNER:
            value = plain[key]
            kept[key] = _without_owners(value, inner) if isinstance(value, dict) and isinstance(inner, Facts) else value
    return kept
