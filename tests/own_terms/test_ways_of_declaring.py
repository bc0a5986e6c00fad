"""A thing that registers share is examined in the owner's vocabulary as it would be in a register, and once."""

import pytest
import yaml
from own_terms.term_sites import LANGUAGES, PLAIN, findings_of

from notice.findings import Finding

STATED: dict[str, dict[str, str]] = {
    "recipients": {
        "nothing": "{}",
        "a known firm": "{named: Mailchimp}",
        "a known firm called unique": "{named: Mailchimp, unique: yes}",
        "a known firm elsewhere": "{named: Facebook, country: FI, role: controller}",
        "a transfer without ground": "{country: US, role: processor}",
        "a transfer by certificate": "{country: FR, transfers: {US: {mechanism: dpf}}}",
        "a partial decision": "{country: JP, transfers: {JP: {mechanism: adequacy}}}",
        "no contract": "{role: processor, contract: no, country: FI}",
        "no name": "{named: Yhteistyökumppanit, country: FI, role: controller, activity: delivery}",
    },
    "sources": {
        "nothing": "{}",
        "a third party": "{kind: third-party, data: [name]}",
        "a closed register": "{kind: register, public: no, data: [name]}",
        "a known register": "{kind: third-party, public: no, data: [name], named: Väestötietojärjestelmä}",
        "a known register called unique": "{kind: register, public: no, data: [name], named: Kanta-palvelut, unique: yes}",
    },
    "cookies": {
        "nothing": "{}",
        "a known cookie": "{name: _ga, provider: controller, purpose: visitor-counting, category: analytics}",
        "advertising": "{name: own, provider: hosting-provider, purpose: ad-targeting, category: necessary}",
        "a known provider": "{name: own, provider: google-analytics, category: marketing, duration: 2 years}",
    },
}
"""Facts of a thing of each kind, each with a fault or several."""

OWN = "own-x"
CASES = [(kind, facts) for kind, cases in STATED.items() for facts in cases.values()]
CARRIERS = "purposes: {orders: {recipients: [parcel-carrier, payment-provider, hosting-provider, own-x]}}\n"


def overlay(kind: str, of_register: str, of_vocabulary: str, *, registers: bool = False) -> str:
    words = {code: {kind: {OWN: PLAIN[code]}} for code in LANGUAGES}
    tree = yaml.load(CARRIERS if kind == "recipients" else "", Loader=yaml.BaseLoader) or {}
    for text, inside in ((of_register, tree), (of_vocabulary, tree.setdefault("vocabulary", {}))):
        if text:
            inside[kind] = {OWN: yaml.load(text, Loader=yaml.BaseLoader)}
    if not tree["vocabulary"]:
        del tree["vocabulary"]
    return yaml.safe_dump(tree | {"words": words} | ({"registers": {"visitors": {}}} if registers else {}))


def faults(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return sorted((one.code, one.key) for one in findings)


@pytest.mark.parametrize(("kind", "facts"), CASES)
def test_the_vocabulary_and_the_register_are_examined_alike(kind: str, facts: str) -> None:
    of_register = findings_of(overlay(kind, facts.replace(", unique: yes", ""), ""))
    of_vocabulary = findings_of(overlay(kind, "" if kind == "recipients" else "{}", facts))
    assert faults(of_register)
    assert faults(of_vocabulary) == faults(of_register)


@pytest.mark.parametrize(("kind", "facts"), CASES)
def test_a_fault_in_the_vocabulary_is_found_once_for_all_registers(kind: str, facts: str) -> None:
    here = "" if kind == "recipients" else "{}"
    of_one = [one for one in findings_of(overlay(kind, here, facts)) if one.span.file == "content/vocabulary.yaml"]
    of_two = findings_of(overlay(kind, here, facts, registers=True))
    assert of_one
    assert [one for one in of_two if one.span.file == "content/vocabulary.yaml"] == of_one
