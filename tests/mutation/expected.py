"""The expected findings, field by field: the codes that must be reported when a fact is removed.

Written from the law, not from the rules. A field that may be omitted has the reason. A field without a row fails the
tests, so that every new field gets one.
"""

from collections.abc import Callable, Mapping

from notice.load.vocabulary import standard_vocabulary

Facts = Mapping[str, object]
Codes = frozenset[str]

MAY_BE_LEFT_OUT: dict[str, str] = {
    "Site.default-language": "the first language is taken",
    "Controller.phone": "one way to reach the controller is enough, and there are others",
    "Controller.supervisory-authority": "a Finnish controller's is known",
    "Address.street": "an address without it may be a box number's; N103 asks where the law on commerce does",
    "Address.postcode": "a letter arrives without it",
    "Address.city": "a letter arrives without it where there is a postcode",
    "Requests.languages": "nobody has to answer in other languages than those of the notice",
    "Register.safeguards": "Article 13 does not list them",
    "Register.changes-told-by": "asked only of a notice that has changed",
    "Transfer.importer": "asked where the recipient is elsewhere than its data",
    "Purpose.identifiable": "asked where a purpose uses data of a device alone",
    "Purpose.means": "processing is automated unless the owner says that it is on paper",
    "Purpose.impact-assessment": "asked where a machine decides or the scale is large, which none of these does",
    "Keep.then-within": "without it the data are gone at once",
    "LawReference.section": "the vocabulary has the usual one, or the act is cited as a whole",
    "Cookie.*": "which cookies a site sets only a browser can see",
    "Cookie.serves": "it ties a cookie to a purpose where the owner wants that checked",
    "Cookie.category": "asked as unsorted: the page shows such a cookie without a group",
    "Recipient.transfers": "judged at what stands below it",
    "Controller.provides-online-service": "asked where cookies show a service on the net",
    "Register.limited-rights": "that an act limits a right only the owner knows",
    "RightLimit.*": "that an act limits a right only the owner knows",
}
"""Fields that a notice may omit, each with the reason."""

WHEN_REMOVED: dict[str, str] = {
    "Site.languages": "Y019",
    "Site.registers": "Y019",
    "Site.linked-from-every-page": "P010",
    "Site.apart-from-terms": "P016",
    "Controller.name": "N101",
    "Controller.business-id": "N103",
    "Controller.vat-id": "N103",
    "Controller.address": "N103 N102 N108",
    "Controller.email": "N103 N105 N108",
    "Controller.country": "N111",
    "Controller.public-authority": "N112",
    "Controller.dpo": "N109",
    "Controller.large-scale-monitoring": "C075",
    "Controller.large-scale-special-data": "C075",
    "Controller.requests": "N108",
    "Contact.email": "N105",
    "Requests.channels": "N108",
    "Requests.demands": "C074",
    "Requests.fee": "C074",
    "Register.people": "N307",
    "Register.purposes": "N201",
    "Register.sources": "N308",
    "Register.recipients": "N404",
    "Register.automated-decisions": "N714",
    "Register.profiling": "N714",
    "Register.cookies": "N807",
    "Register.cookie-consent": "N804",
    "Register.similar-techniques": "N808",
    "Register.history": "P001",
    "Register.required-fields-marked": "N703",
    "Purpose.*": "C008 C077 C058 T004 N201",
    "Purpose.basis": "N202",
    "Purpose.law": "N203",
    "Purpose.interest-of": "N205",
    "Purpose.balancing": "N206",
    "Purpose.condition": "C020",
    "RightLimit.extent": "N618",
    "RightLimit.law": "N618",
    "Purpose.identity-code": "C025",
    "Purpose.people": "C077 N311",
    "Purpose.data": "N302",
    "Purpose.recipients": "N401",
    "Purpose.keep": "N501",
    "Purpose.required": "N701",
    "Purpose.required-data": "N705",
    "Purpose.withdraw": "N610",
    "Purpose.marketing": "C084",
    "Purpose.opt-out": "N806 C011",
    "Purpose.soft-opt-in": "C010",
    "SoftOptIn.obtained-in-sale": "C010",
    "SoftOptIn.similar-products": "C010",
    "SoftOptIn.refusal-at-collection": "C010",
    "SoftOptIn.refusal-in-messages": "C010",
    "SpecialCondition.ground": "C020",
    "SpecialCondition.law": "C021",
    "SpecialCondition.non-profit-aim": "C023",
    "SpecialCondition.members-only": "C023",
    "CodeGround.ground": "C025",
    "CodeGround.law": "C025",
    "Keep.for": "N504 N501",
    "Keep.after": "N504 N501",
    "Keep.until": "N504 N501",
    "Keep.law": "C004",
    "LawReference.act": "N208",
    "Source.*": "N310 N308",
    "Source.data": "N301 N312",
    "Source.named": "N303",
    "Source.informed": "N305",
    "Source.law": "C033 C034 C035",
    "Source.consented": "C035",
    "Recipient.*": "N404",
    "Recipient.named": "N402",
    "Recipient.role": "N415",
    "Recipient.country": "N404",
    "Recipient.contract": "C050 C054",
    "Transfer.*": "N405",
    "Transfer.mechanism": "N405",
    "Transfer.copy": "N407",
    "Transfer.verified": "C018",
    "Cookie.name": "T001",
    "Cookie.provider": "N803",
    "Cookie.purpose": "N801",
    "Cookie.duration": "N802",
    "Cookie.read-by": "N803",
}
"""The codes of which one must be reported when the field is removed."""

NAMED_BY_THE_PERSON = frozenset({"referees"})
"""The sources that the person names and therefore knows."""

FROM_ELSEWHERE: frozenset[str] = frozenset(
    {"referees", "tax-administration", "public-websites", "population-information-system", "whistleblower"}
)
"""The presets' sources under Article 14: their data are listed even if another source provides them."""

DEPENDS: dict[str, Callable[[Facts, tuple[str, ...]], bool]] = {
    "Purpose.opt-out": lambda facts, path: bool(_at(facts, path[:-1]).get("marketing")),
    "Purpose.interest-of": lambda facts, path: _at(facts, path[:-1]).get("basis") == "legitimate-interests",
    "Purpose.people": lambda facts, path: len(_list(facts, "people")) > 1,
    "Source.*": lambda facts, path: bool(_only_from(facts, path[1])),
    "Recipient.contract": lambda facts, path: _at(facts, path[:-1]).get("role") == "processor",
    "Source.named": lambda facts, path: path[1] not in NAMED_BY_THE_PERSON,
    "Keep.law": lambda facts, path: _sets_a_period(_at(facts, path[:2])),
    "CodeGround.law": lambda facts, path: _at(facts, path[:-1]).get("ground") == "law",
    "Purpose.*": lambda facts, path: _leaves_something_behind(facts, path[1]),
    "Register.similar-techniques": lambda facts, path: facts.get("cookies") != "none",
    "Controller.large-scale-monitoring": lambda facts, path: False,
    "Controller.large-scale-special-data": lambda facts, path: False,
}
"""Fields that are required on a condition: true where it is met. Those of the scale are required on a hint."""


def _sets_a_period(purpose: Facts) -> bool:
    """True if the obliging act itself sets the retention period."""
    laws = standard_vocabulary().laws
    law = purpose.get("law")
    act = law.get("act") if isinstance(law, Mapping) else law
    return isinstance(act, str) and bool(laws[act].keep)


def _leaves_something_behind(facts: Facts, purpose: str) -> bool:
    """True if only that purpose uses some data, people or recipient, or its interest is described in words.

    A purpose that leaves nothing behind is not missed: only the owner knows of it.
    """
    every = _at(facts, ("purposes",))
    gone = _at(facts, ("purposes", purpose))
    for key in ("data", "people", "recipients"):
        others = {one for id, other in every.items() if id != purpose for one in _list(other, key)}
        if set(_list(gone, key)) - others:
            return True
    return gone.get("basis") == "legitimate-interests"


def _only_from(facts: Facts, source: str) -> set[object]:
    """The data that some purpose uses and no other source provides."""
    used = {one for purpose in _at(facts, ("purposes",)).values() for one in _list(purpose, "data")}
    others = {id: one for id, one in _at(facts, ("sources",)).items() if id != source}
    return used - {one for other in others.values() for one in _list(other, "data")}


def _list(facts: object, key: str) -> list[object]:
    value = facts.get(key, []) if isinstance(facts, Mapping) else []
    return list(value) if isinstance(value, list) else [value]


def _at(facts: Facts, path: tuple[str, ...]) -> Facts:
    here: object = facts
    for step in path:
        assert isinstance(here, Mapping)
        here = here[step]
    assert isinstance(here, Mapping)
    return here


def expected(field: str, facts: Facts, path: tuple[str, ...]) -> Codes:
    """The codes of which one must be reported when the fact at the path is removed; none if it may be omitted."""
    if field in MAY_BE_LEFT_OUT or field.endswith("[]"):
        return frozenset()
    if field in DEPENDS and not DEPENDS[field](facts, path):
        return frozenset()
    return frozenset(WHEN_REMOVED[field].split())
