"""The grounds for transfers out of the EEA, by the ids that owners write. Source: GDPR Arts 45–47 and 49(1)."""

from typing import Literal

Mechanism = Literal[
    "adequacy",
    "dpf",
    "scc",
    "scc-authority",
    "bcr",
    "public-instrument",
    "code-of-conduct",
    "certification",
    "ad-hoc-clauses",
    "explicit-consent",
    "contract-with-person",
    "contract-for-person",
    "public-interest",
    "legal-claims",
    "vital-interests",
    "public-register",
    "compelling-interests",
]
"""A ground for a transfer: a decision (adequacy, dpf), an Art. 46 safeguard, or a derogation of Art. 49(1)."""

MECHANISM_PROVISIONS: dict[Mechanism, str] = {
    "adequacy": "45",
    "dpf": "45",
    "scc": "46-2-c",
    "scc-authority": "46-2-d",
    "bcr": "46-2-b",
    "public-instrument": "46-2-a",
    "code-of-conduct": "46-2-e",
    "certification": "46-2-f",
    "ad-hoc-clauses": "46-3-a",
    "explicit-consent": "49-1-a",
    "contract-with-person": "49-1-b",
    "contract-for-person": "49-1-c",
    "public-interest": "49-1-d",
    "legal-claims": "49-1-e",
    "vital-interests": "49-1-f",
    "public-register": "49-1-g",
    "compelling-interests": "49-1",
}
"""The provision behind each mechanism, as a key of `PROVISIONS`."""

DECISIONS: frozenset[Mechanism] = frozenset({"adequacy", "dpf"})
"""Mechanisms that rest on an adequacy decision in force; `dpf` is the decision on the United States."""

SAFEGUARDS: frozenset[Mechanism] = frozenset(
    {
        "scc",
        "scc-authority",
        "bcr",
        "public-instrument",
        "code-of-conduct",
        "certification",
        "ad-hoc-clauses",
        "compelling-interests",
    }
)
"""Mechanisms whose safeguard must be named, with the way to a copy: GDPR Art. 13(1)(f)."""

NAMED_BY_THEMSELVES: dict[Mechanism, str] = {"scc": "(EU) 2021/914"}
"""Safeguards that one decision names for everybody: the Commission's standard clauses, OJ L 199, 7.6.2021, p. 31."""
