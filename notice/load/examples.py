"""How a fact may be written, by its key: what a message shows when something else stands there."""

from notice.findings import FactPath

EXAMPLES = {
    "address": "write its parts: `address: {street: Esimerkkikatu 1, postcode: 00100, city: Helsinki}`",
    "contact": "write how to reach the person: `contact: {name: Maija Mallikas, email: maija@example.fi}`",
    "dpo": "write `dpo: none`, or how to reach the officer: `dpo: {email: tietosuoja@example.fi}`",
    "representative": "write `representative: none`, or who it is: `representative: {name: …, email: …}`",
    "requests": "write how a person asks for her rights: `requests: {channels: [email, post], languages: [fi, sv]}`",
    "keep": "write one of three ways: `keep: {for: 3 years, after: last-order}`, `keep: {until: consent-withdrawn}` "
    "or `keep: {criterion: while-account-open}`",
    "condition": "write the condition, and its law where it has one: `condition: explicit-consent`",
    "criminal-data": "write the law that allows it: `criminal-data: {law: data-protection-act}`",
    "identity-code": "write what allows it: `identity-code: {ground: law, law: data-protection-act}`",
    "law": "write the law's id, and the section where you know it: `law: {act: accounting-act, section: 2:10}`",
    "purposes": "write each purpose under an id, with its facts: `purposes: {orders: {basis: contract, data: [name]}}`",
    "sources": "write each source under an id, with its data: `sources: {customer: {kind: person, data: [name]}}`",
    "recipients": "write each recipient under an id, with its facts: "
    "`recipients: {parcel-carrier: {named: Posti, role: controller, country: FI}}`",
    "transfers": "write each country outside the EEA: `transfers: {US: {mechanism: scc, copy: request}}`",
    "cookies": "write `cookies: none`, or each cookie under an id: "
    "`cookies: {basket: {provider: controller, duration: session}}`",
    "joint-controllers": "write `joint-controllers: none`, or each under an id: "
    "`joint-controllers: {partner: {name: …, does: [requests]}}`",
    "automated-decisions": "write `automated-decisions: none`, or each decision under an id: "
    "`automated-decisions: {credit: {purpose: orders, exception: contract}}`",
    "profiling": "write `profiling: none`, or its facts: "
    "`profiling: {purposes: [newsletter], effects: [offers-chosen]}`",
    "confirm": "write the path of each fact and why it is only proposed: `confirm: {purposes.orders.basis: Proposed.}`",
}
"""What to write at a key that holds more than one word."""

OF_AN_ENTRY = {
    "purposes": "write the purpose's facts below its id: `{basis: contract, data: [name]}`",
    "sources": "write the source's facts below its id: `{kind: person, data: [name]}`",
    "recipients": "write the recipient's facts below its id: `{named: Posti, role: controller, country: FI}`",
    "transfers": "write what carries the data there: `US: {mechanism: scc, copy: request}`",
    "cookies": "write the cookie's facts below its id: "
    "`{provider: controller, purpose: shopping-basket, duration: session}`",
    "joint-controllers": "write how to reach it and what it does: `{name: …, email: …, does: [requests]}`",
    "automated-decisions": "write the decision's facts below its id: `{purpose: orders, exception: contract}`",
}
"""What to write below an id that stands under the key."""

OF_IDS = {
    "people": "write a list of those whose data these are: `people: [customers, site-visitors]`",
    "data": "write a list of data: `data: [name, email]`",
    "recipients": "write a list of ids: `recipients: [parcel-carrier]`; their facts stand under the register's own "
    "`recipients:`",
    "history": "write the days of the notice's versions: `history: [2026-11-22]`",
}
"""What to write at a key that holds a list."""


def example(path: FactPath, error: str) -> str:
    """What to write at the path for an error of pydantic's type; "" where no example is better than the shape's."""
    if error == "tuple_type":
        return OF_IDS.get(path[-1], "") if path else ""
    if error not in ("model_type", "dict_type", "model_attributes_type") or not path:
        return ""
    if len(path) == 2 and path[0] in OF_AN_ENTRY:
        return OF_AN_ENTRY[path[0]]
    if len(path) == 4 and path[2] in OF_AN_ENTRY:
        return OF_AN_ENTRY[path[2]]
    return EXAMPLES.get(path[-1], "")
