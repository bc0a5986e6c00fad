"""The provisions that a rule may cite and a notice may name: a closed table.

Source: Regulation (EU) 2016/679, consolidated text with the 2018 corrigenda, read in Finnish, Swedish and English.
National acts are the vocabulary's `laws`; the few that rules cite are listed here by their number.
"""

from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Provision:
    """One place in an act: article (or section), paragraph and point; an empty part is not named.

    `act` is `"GDPR"` another act's number, `"(EU) 2024/1689"`, or a Finnish statute number, `"917/2014"`.
    """

    act: str
    article: str
    paragraph: str = ""
    point: str = ""

    @property
    def is_of_the_union(self) -> bool:
        """True for an act of the European Union, whose parts are articles."""
        return self.act == "GDPR" or self.act.startswith("(EU)")

    def __str__(self) -> str:
        """The short English form for the terminal: `GDPR Art. 13(1)(c)`, `Act 917/2014 s. 205`."""
        tail = "".join(f"({part})" for part in (self.paragraph, self.point) if part)
        if self.act == "GDPR":
            return f"GDPR Art. {self.article}{tail}"
        if self.is_of_the_union:
            return f"Regulation {self.act} Art. {self.article}{tail}"
        return f"Act {self.act} s. {self.article}{tail}"


def _table() -> dict[str, Provision]:
    """Every provision in use, by its short id: `13-1-c`, `917/2014-205`."""
    gdpr = """
    3-2 4-1 4-2 4-4 4-7 4-8 4-9 4-11 4-23 5-1-a 5-1-b 5-1-c 5-1-e 5-1-f 5-2 6-1 6-1-a 6-1-b 6-1-c 6-1-d
    6-1-e 6-1-f 6-3 6-4 7-1 7-2 7-3 7-4 8-1 8-2 9 9-1 9-2 9-2-a 9-2-b 9-2-c 9-2-d 9-2-e 9-2-f 9-2-g 9-2-h
    9-2-i 9-2-j 10 11-2 12 12-1 12-2 12-3 12-4 12-5 12-6 13 13-1-a 13-1-b 13-1-c 13-1-d 13-1-e 13-1-f 13-2
    13-2-a 13-2-b 13-2-c 13-2-d 13-2-e 13-2-f 13-3 13-4 14 14-1-a 14-1-b 14-1-c 14-1-d 14-1-e 14-1-f 14-2
    14-2-a 14-2-b 14-2-c 14-2-d 14-2-e 14-2-f 14-2-g 14-3 14-3-a 14-4 14-5 14-5-a 14-5-b 14-5-c 14-5-d 15
    15-1-b 15-1-h 15-3 16 17 17-1 17-1-a 17-1-b
    17-1-c 17-3 17-3-b 17-3-e 18 18-1-d 19 20 20-1 20-3 21 21-1 21-2 21-3 21-4 21-6
    22 22-1 22-2-a 22-2-b 22-2-c 22-3 22-4 23 24-1 25-2 26 26-1 26-2 26-3 27 28 28-3 30-1 30-1-a 30-1-b 30-1-c
    30-1-d 30-1-e 30-1-f 30-1-g 30-2 32 32-1 33 34 35 35-1 35-3 36 37-1 37-1-a 37-1-b 37-1-c 37-7 38 38-4 39
    40 42 43 44 45 45-3 46 46-2-a 46-2-b 46-2-c 46-2-d 46-2-e 46-2-f 46-3-a 47 49 49-1 49-1-a 49-1-b 49-1-c
    49-1-d 49-1-e 49-1-f 49-1-g 51 77 77-1 78 79 83 85 86 87 88 89 89-1 89-2 89-3
    """.split()
    table = {key: Provision("GDPR", *key.split("-")) for key in gdpr}
    national = """
    917/2014-176 917/2014-200 917/2014-202 917/2014-203 917/2014-205
    1050/2018-4 1050/2018-5 1050/2018-6 1050/2018-7 1050/2018-8 1050/2018-21 1050/2018-27 1050/2018-29 1050/2018-31
    1050/2018-32 1050/2018-33 1050/2018-34 1050/2018-37
    1336/1997-2:10 728/2003-4 527/2007-19 759/2004-4 759/2004-17-3
    """.split()
    union = {"2024/1689-50-1": Provision("(EU) 2024/1689", "50", "1")}
    return table | union | {key: Provision(*key.split("-")) for key in national}


PROVISIONS: dict[str, Provision] = _table()
"""Provisions by id; a rule that cites any other fails at import."""
