"""Where data may go: the countries, the European Economic Area, and the adequacy decisions in force on a day.

Sources: ISO 3166-1; the Agreement on the EEA; the Commission's adequacy decisions (GDPR Art. 45(3)), list verified
2026-11-22. A decision's number and first day stand here only where they were confirmed; the others were in force
on that day.
"""

from dataclasses import dataclass
from datetime import date

COUNTRIES: frozenset[str] = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
    MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
    UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)
"""The 249 alpha-2 codes that ISO 3166-1 assigns. Those that it only reserves (EU, UK) or leaves to users (XK), as
CLDR names some, are no countries here."""

EEA: frozenset[str] = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "HR",
        "CY",
        "CZ",
        "DK",
        "EE",
        "FI",
        "FR",
        "DE",
        "GR",
        "HU",
        "IE",
        "IT",
        "LV",
        "LT",
        "LU",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SK",
        "SI",
        "ES",
        "SE",
        "IS",
        "LI",
        "NO",
        "AX",
    ]
)
"""ISO 3166-1 codes of the EEA; Åland (AX) is a part of Finland. A transfer inside it is no transfer: GDPR Art. 44."""


VERIFIED = date(2026, 11, 22)
"""The day on which the list of decisions was last compared with its sources."""


@dataclass(frozen=True, slots=True)
class Adequacy:
    """One adequacy decision: the country, its scope, and when it holds.

    `partial`: only the organisations that the decision names are covered. `number` is "" and `start` None where
    they were not confirmed; `end` is the last day, None for a decision without one.
    """

    country: str
    partial: bool = False
    number: str = ""
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """True when the decision was in force on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


ADEQUACY: tuple[Adequacy, ...] = (
    Adequacy("AD"),
    Adequacy("AR"),
    Adequacy("BR", number="(EU) 2026/179", start=date(2026, 1, 26)),
    Adequacy("CA", partial=True),
    Adequacy("CH"),
    Adequacy("FO"),
    Adequacy("GB", end=date(2031, 12, 27)),
    Adequacy("GG"),
    Adequacy("IL", partial=True),
    Adequacy("IM"),
    Adequacy("JE"),
    Adequacy("JP", partial=True, number="(EU) 2019/419", start=date(2019, 1, 23)),
    Adequacy("KR", partial=True),
    Adequacy("NZ"),
    Adequacy("US", partial=True, number="(EU) 2023/1795", start=date(2023, 7, 10)),
    Adequacy("UY"),
)
"""The decisions by country. The one on the United States covers only organisations on the Data Privacy Framework
list (appeal C-703/25 P pending); Canada: commercial organisations; Israel: automated transfers; Japan and Korea:
private-sector operators."""


def adequacy(country: str, day: date) -> Adequacy | None:
    """The decision that held for `country` on `day`, or None."""
    return next((found for found in ADEQUACY if found.country == country and found.holds(day)), None)
