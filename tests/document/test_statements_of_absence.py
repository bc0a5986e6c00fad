"""What a page says does not happen: each such sentence with the facts it follows from, and facts that forbid it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from document.page_texts import LANGUAGES, pages

from notice.data import locale, tree
from notice.words import Words, standard

Facts = dict[str, object]

ORDER: Facts = {"recipients": "none", "data": ["name"], "required-data": ["name"]}
PUBLISHED: Facts = {
    "basis": "legitimate-interests",
    "interest-of": "controller",
    "balancing": "yes",
    "required": "voluntary",
    "required-data": "",
}
TO_ONE = {"recipients": ["newsletter-service"]}
NO_FIRMS = dict.fromkeys(("parcel-carrier", "payment-provider", "hosting-provider", "accounting-firm"), "")
JOINT: Facts = {"name": "Kumppani Oy", "email": "tiedot@kumppani.example", "does": ["requests"], "purposes": ["orders"]}
REPRESENTED: Facts = {
    "country": "US",
    "business-id": "",
    "vat-id": "",
    "representative": {"name": "Edustaja Oy", "email": "edustaja@edustaja.example"},
}
WORDED = {"name": "x", "logic": "x", "significance": "x", "consequences": "x"}


def bare(changed: Facts | None = None, *, words: Facts | None = None) -> str:
    """The invented firm with orders alone, which nobody else receives, and with the facts changed."""
    without: Facts = {"purposes": {"electronic-direct-marketing": "", "orders": ""}}
    worded = _merged(without, words or {})
    facts: Facts = {
        "people": ["customers"],
        "purposes": {
            "bookkeeping": "",
            "newsletter": "",
            "electronic-direct-marketing": "",
            "visitor-statistics": "",
            "orders": ORDER,
        },
        "sources": {"browser": "", "trade-register": "", "own-activity": "", "customer": {"data": ["name"]}},
        "recipients": "none",
        "cookies": "none",
        "cookie-consent": "",
        "words": dict.fromkeys(LANGUAGES, worded),
    }
    return yaml.safe_dump(_merged(facts, changed or {}), allow_unicode=True)


def order(**changed: object) -> str:
    return bare({"purposes": {"orders": {key.replace("_", "-"): value for key, value in changed.items()}}})


def sent(transfer: object, country: str = "US") -> str:
    """The orders go to one firm, with its transfers."""
    firm = {"country": country, "transfers": transfer}
    return bare({"purposes": {"orders": TO_ONE}, "recipients": NO_FIRMS | {"newsletter-service": firm}})


def _merged(facts: Facts, changed: Facts) -> Facts:
    merged = dict(facts)
    for key, value in changed.items():
        old = merged.get(key)
        merged[key] = _merged(old, value) if isinstance(value, dict) and isinstance(old, dict) else value
    return merged


COOKIE = {"name": "kori", "provider": "controller", "purpose": "shopping-basket", "category": "necessary"}
COOKIES: Facts = {"basket": COOKIE | {"duration": "session", "read-by": "none"}, "choice": "", "visitor-count": ""}
COUNTED: Facts = COOKIES | {"basket": COOKIE | {"duration": "session", "read-by": "none", "category": "analytics"}}


def decided(exception: str) -> str:
    """A machine decides on credit for the orders."""
    safeguards = ["human-intervention", "own-view", "contest"]
    decision = {"purpose": "orders", "exception": exception, "safeguards": safeguards}
    return bare({"automated-decisions": {"credit": decision}}, words={"automated-decisions": {"credit": WORDED}})


def published(**changed: object) -> str:
    """The orders rest on an interest."""
    worded: Facts = {"purposes": {"orders": {"interest": "Selling"}}}
    return bare({"purposes": {"orders": PUBLISHED | changed}}, words=worded)


TO_THE_PUBLIC = {"recipients": ["general-public"]}
LAW = {"act": "data-protection-act", "section": "34"}


def limited(extent: str) -> str:
    return bare({"limited-rights": {"access": {"extent": extent, "law": LAW}}})


STATED: dict[str, tuple[str, dict[str, str]]] = {
    # The sentence, what it follows from, and facts beside which it would be false, each with its name
    "texts.no-recipients": (
        bare(),
        {
            "a joint controller": bare({"joint-controllers": {"partner": JOINT}}),
            "joint controllers not known": bare({"joint-controllers": "unknown"}),
            "a recipient": sent("none", "SE"),
            "recipients not known": order(recipients="unknown"),
        },
    ),
    "texts.no-recipients-but-joint": (
        bare({"joint-controllers": {"partner": JOINT}}),
        {"no joint controller": bare(), "not known": bare({"joint-controllers": "unknown"})},
    ),
    "texts.no-recipients-here": (bare(), {"a recipient": sent("none", "SE")}),
    "texts.no-transfers": (
        sent("none", "SE"),
        {
            "silence of a recipient": sent("", "SE"),
            "not known": sent("unknown", "SE"),
            "the controller outside": bare({"controller": REPRESENTED}),
            "a joint controller anywhere": bare({"joint-controllers": {"partner": JOINT}}),
            "the public": bare({"purposes": {"orders": TO_THE_PUBLIC}, "recipients": {**NO_FIRMS, "newsletter-service": ""}}),
            "processors of a recipient": sent("none", "SE").replace("country: SE", "country: SE\n    sub-processors: unknown"),
        },
    ),
    "texts.no-other-sources": (
        bare(),
        {
            "a register": bare({"sources": {"trade-register": {"data": ["organisation"], "informed": "within-month"}}}),
            "a source not known": bare({"sources": {"customer": "unknown"}}),
            "its data not known": bare({"sources": {"customer": {"data": "unknown"}}}),
            "data without a source": bare({"sources": {"customer": {"data": ["email"]}}}),
            "people whom others name": bare(
                {"people": ["customers", "gift-recipients"], "purposes": {"orders": {"people": ["gift-recipients"]}}}
            ),
        },
    ),
    "texts.no-cookies": (
        bare({"similar-techniques": "none"}),
        {"pixels": bare({"similar-techniques": ["pixels"]}), "cookies": bare({"cookies": COOKIES})},
    ),
    "texts.no-cookies-themselves": (
        bare({"similar-techniques": ["pixels"]}),
        {"not known": bare({"cookies": "unknown"}), "cookies": bare({"cookies": COOKIES})},
    ),
    "texts.cookies-necessary": (
        bare({"cookies": COOKIES}),
        {"one for statistics": bare({"cookies": COUNTED, "cookie-consent": ["cookie-settings"]})},
    ),
    "texts.no-automated-decisions": (
        bare({"automated-decisions": "none"}),
        {"not known": bare({"automated-decisions": "unknown"}), "a decision": decided("contract")},
    ),
    "texts.no-profiling": (
        bare({"profiling": "none"}),
        {
            "not known": bare({"profiling": "unknown"}),
            "profiling": bare({"profiling": {"purposes": ["orders"], "data": ["name"], "effects": ["offers-chosen"]}}),
        },
    ),
    "texts.voluntary": (
        order(required="voluntary", required_data=""),
        {"required": bare(), "not known": order(required="unknown", required_data="")},
    ),
    "texts.rest-voluntary": (
        order(data=["name", "email"]).replace("    data:\n    - name\n", "    data:\n    - name\n    - email\n"),
        {"all of them required": bare(), "which is not known": order(data=["name", "email"], required_data="unknown")},
    ),
    "requirements.not-asked.consequence": (
        order(required="not-asked", required_data=""),
        {"required": bare(), "voluntary": order(required="voluntary", required_data="")},
    ),
    "texts.erased": (
        bare(),
        {
            "anonymised": order(keep={"end": "anonymised"}),
            "not known": order(keep={"end": "unknown"}),
            "not known at all": order(keep="unknown"),
        },
    ),
    "texts.unidentified": (
        order(identifiable="").replace("people:\n- customers\n", "people:\n- customers\nidentifiable: no\n", 1),
        {
            "silence": bare(),
            "not known": bare({"identifiable": "unknown"}),
            "a purpose of which it is otherwise": bare({"identifiable": "no", "purposes": {"orders": {"identifiable": "yes"}}}),
        },
    ),
    "rights.portability.absent": (
        order(means="paper"),
        {"data from the person under a contract": bare(), "observed data": bare({"sources": {"browser": {"data": ["name"]}}})},
    ),
    "rights.objection.absent": (
        bare(),
        {
            "an interest": published(),
            "an interest, for expression": published(expression="journalistic"),
            "no basis yet": order(basis="unknown"),
        },
    ),
    "texts.right-expression": (
        published(expression="journalistic"),
        {"a contract": bare(), "a contract, for expression": order(expression="journalistic", means="paper")},
    ),
    "rights.objection-to-marketing.absent": (
        bare(),
        {"channels": order(marketing=["post"]), "not known": order(marketing="unknown")},
    ),
    "rights.withdrawal.absent": (
        bare(),
        {
            "a purpose": order(basis="consent", withdraw=["email"], required="voluntary", required_data=""),
            "the identity code": order(
                data=["name", "personal-identity-code"], identity_code={"ground": "consent"}
            ).replace("    data:\n    - name\n", "    data:\n    - name\n    - personal-identity-code\n"),
            "a transfer": sent({"US": {"mechanism": "explicit-consent", "risks-told": "yes", "copy": ""}}),
            "a decision": decided("explicit-consent"),
            "cookies": bare({"cookies": COUNTED, "cookie-consent": ["cookie-settings"]}),
            "a source": bare({"sources": {"customer": {"consented": "yes"}}}),
            "no basis yet": order(basis="unknown"),
        },
    ),
    "texts.right-excluded": (
        limited("excluded"),
        {"no limit": bare(), "a narrowed right": limited("narrowed")},
    ),
}  # fmt: skip
"""Every sentence of the standard wording that says that something does not happen, by the id of its words."""

EXPLAINED = {
    "requirements.statutory.consequence": "what follows from the duty that is stated",
    "requirements.contract.consequence": "what follows from the duty that is stated",
    "requirements.to-enter-contract.consequence": "what follows from the duty that is stated",
    "requirements.voluntary.name": "the stated answer, where a consequence of the owner's follows it",
    "requirements.not-asked.name": "the stated answer, beside its consequence",
    "adequacy.none": "the table of decisions on the notice's day",
    "adequacy.aside": "the stated mechanism",
    "rights.no-automated-decisions.absent": "as `texts.no-automated-decisions`, where an act limits the right too",
    "texts.no-techniques": "the stated `none`, in the row of techniques",
    "texts.nobody-else": "the stated `none` of one cookie's readers",
    "texts.unidentified-purpose": "the stated `no` of one purpose",
    "texts.unknown": "says that something is not stated yet",
    "texts.recipients-open": "says that something is not stated yet",
    "texts.transfers-open": "says that something is not stated yet",
    "texts.right-open": "says that something is not stated yet",
    "texts.many-sources": "the stated `many`",
    "texts.ai-assistant": "the stated `yes`",
    "texts.rights-free": "the law's own: GDPR Art. 12(5); a fee or a signature is an error",
    "texts.right-narrowed": "the stated limit, with what remains",
    "texts.right-narrowed-in-part": "the stated limit, with what remains",
    "texts.right-excluded-in-part": "the stated limit",
    "texts.cookies-consented": "the stated categories of the cookies",
}
"""The other sentences with a negation, and why none of them denies anything by itself."""

DENIES = re.compile(r"\b(?:no|not|none|nobody|nothing|nowhere|without|never|cannot)\b", re.IGNORECASE)


def said(id: str, language: str) -> str:
    found = Words(language, (standard(language),)).find(*id.split("."))
    assert found
    return " ".join(found.split())


@pytest.mark.parametrize("id", STATED)
def test_it_is_said_where_it_was_stated_in_every_language(id: str, tmp_path: Path) -> None:
    texts = pages(STATED[id][0], tmp_path).texts
    assert {language: said(id, language) in texts[language] for language in LANGUAGES} == dict.fromkeys(LANGUAGES, True)


def _beside() -> Iterator[tuple[str, str]]:
    yield from ((id, name) for id, (_, others) in STATED.items() for name in others)


@pytest.mark.parametrize(("id", "name"), list(_beside()))
def test_it_is_not_said_beside_facts_that_forbid_it(id: str, name: str, tmp_path: Path) -> None:
    texts = pages(STATED[id][1][name], tmp_path).texts
    assert texts, "the facts pass the check"
    assert {language: said(id, language) in texts[language] for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, False
    )


def test_every_sentence_that_denies_something_is_in_the_table() -> None:
    words = {**tree(locale("en") / "notice" / "texts.yaml"), **tree(locale("en") / "notice" / "grounds.yaml")}
    rights = tree(locale("en") / "notice" / "rights.yaml")["rights"]
    denying = {f"{kind}.{id}" for kind, id, text in _texts(words) if DENIES.search(text)}
    denying |= {f"rights.{right}.absent" for right, its in rights.items() if "absent" in its}
    assert denying - STATED.keys() == EXPLAINED.keys()


def _texts(words: dict[str, dict[str, object]]) -> Iterator[tuple[str, str, str]]:
    for kind in ("texts", "requirements", "adequacy"):
        for id, text in words[kind].items():
            parts = {f"{id}.{part}": one for part, one in text.items()} if isinstance(text, dict) else {id: text}
            yield from ((kind, path, str(one)) for path, one in parts.items())
