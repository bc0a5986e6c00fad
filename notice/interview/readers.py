"""Read what an owner typed as a fact, or say why it is none: each reader returns None for an answer left open."""

import re
import unicodedata
from collections.abc import Callable, Collection
from typing import TypeVar

from notice.findings import texts
from notice.interview.answers import Postal
from notice.languages import LANGUAGES, is_known
from notice.links import mail_fault, web_fault
from notice.links.phones import telephone_fault
from notice.load.ids import is_language
from notice.messages import find, reason, text
from notice.model.business_ids import business_ids, is_possible, vat_ids, written
from notice.visible import is_seen

T = TypeVar("T")

LONGEST = 300
"""The most characters of an answer, as of the facts that it becomes: `notice.model.texts`."""

OPEN = ("", "unknown", "?")
"""Answers that leave a question open."""

NOTHING = frozenset(
    "-|–|—|none|no|nothing|we don't|we do not|we dont|don't use|not used|not in use|"
    "ei|en|ei ole|ei mitään|ei mikään|ei mitäkään|ei käytössä|ei käytetä|en käytä|emme käytä|ei tarvita|ei yhtään|"
    "nej|inga|ingen|inget|ingenting|använder inte|använder ingen|använder inga|vi använder inte|används inte|har inte|"
    "finns inte".split("|")
)
"""Answers by which none of a kind is used, in every language."""

NONE = ""
"""The fact of an answer by which there is no telephone number or website."""

_ADDRESS = re.compile(
    r"(?P<street>\S.*?)(?:\s*,\s*|\s+)(?P<postcode>(?:[A-Z]{1,2}-)?(?:\d{4,6}|\d{3} \d{2}))\s+(?P<city>[^\W\d].*)"
)


class Misread(Exception):
    """An answer that is no fact of its kind; `key` is that of the text that says why.

    `kept` is the part of it that can be used, for one that need not be asked again.
    """

    def __init__(self, key: str, *, kept: object = None, **arguments: object) -> None:
        super().__init__(key)
        self.key, self.kept, self.arguments = key, kept, texts(arguments)

    def text(self, language: str) -> str:
        """Why, in a language."""
        given = {name: reason(value, language) if name == "reason" else value for name, value in self.arguments}
        return text(language, "init", "misread", self.key, **given)


def is_nothing(typed: str) -> bool:
    """Whether the answer is that there is none, in any language."""
    return typed.strip(" \t.!").casefold().replace("’", "'") in NOTHING


def read_text(typed: str, longest: int = LONGEST) -> str | None:
    """A text of one line, its letters and their marks in one form (NFC), as files are read."""
    answer = unicodedata.normalize("NFC", typed).strip()
    if answer.casefold() in OPEN:
        return None
    if answer.casefold() == "none":
        raise Misread("none")
    if not is_seen(answer):
        raise Misread("unseen")
    if len(answer) > longest:
        raise Misread("long", longest=longest)
    return answer


def read_business_id(typed: str) -> str | None:
    """A Finnish business id, with its hyphen and a possible check digit; that of a Finnish VAT number too."""
    answer = read_text(typed)
    if answer is None:
        return None
    compact = answer.replace(" ", "")
    digits = vat_ids(compact) or business_ids(compact)
    if len(digits) != 1 or not re.fullmatch(r"(?:FI-?)?[\d-]+", compact, re.IGNORECASE):
        raise Misread("business-id")
    if not is_possible(digits[0]):
        raise Misread("check-digit", typed=answer)
    return written(digits[0])


def read_address(typed: str) -> Postal | None:
    """A street, a postcode and a place: `Katu 1, 00100 Helsinki`."""
    answer = read_text(typed)
    if answer is None:
        return None
    found = _ADDRESS.fullmatch(answer)
    if found is None:
        raise Misread("address")
    return Postal(found["street"], found["postcode"], found["city"])


def read_email(typed: str) -> str | None:
    """An e-mail address."""
    return _checked(typed, mail_fault, "email")


def read_phone(typed: str) -> str | None:
    """A telephone number, as it is written; `NONE` where there is none."""
    return NONE if is_nothing(typed) else _checked(typed, telephone_fault, "phone")


def read_website(typed: str) -> str | None:
    """A whole web address; `https://` is added to a domain alone; `NONE` where there is no website."""
    if is_nothing(typed):
        return NONE
    answer = read_text(typed)
    if answer is not None and "://" not in answer:
        answer = f"https://{answer}"
    return None if answer is None else _checked(answer, web_fault, "website")


def _checked(typed: str, fault: Callable[[str], str], key: str) -> str | None:
    answer = read_text(typed)
    if answer is not None and (why := fault(answer)):
        raise Misread(key, reason=why)
    return answer


def read_languages(typed: str) -> tuple[str, ...] | None:
    """The codes of languages, of their codes or their names in any language, in the order given.

    Raises `Misread` for others; a language that the package lacks is added to a site that exists.
    """
    answer = read_text(typed)
    if answer is None:
        return None
    names = {name: code for code in LANGUAGES for name in (code, *_names_of_language(code))}
    parts = [part for part in re.split(r"[\s,;/+&]+", answer.casefold()) if part not in ("", "ja", "och", "and")]
    known, codes = ", ".join(LANGUAGES), tuple(dict.fromkeys(names[part] for part in parts if part in names))
    others = [part for part in parts if part not in names]
    if others and all(is_language(part) and is_known(part) for part in others):
        raise Misread("further-language", kept=codes, typed=others[0], known=known)
    if others:
        raise Misread("language", typed=others[0], known=known)
    return codes or None


def _names_of_language(code: str) -> Collection[str]:
    named = (find(language, "init", "languages", code) for language in LANGUAGES)
    return [name.casefold() for name in named if name]
