"""Find placeholders: `TODO`, `[katuosoite]`, `FYLL I …`, `xxx@example.fi`, `____`."""

import re
from collections.abc import Iterator
from functools import lru_cache

Stretch = tuple[int, int]
"""Start and end of a match in a text."""

_CLOSED = r"(?:oyj?|abp?|ltd|inc|llc|gmbh|ky|tmi|ry|rf|r\.y\.|r\.f\.)"
"""The legal form of a firm, after its name."""

_FORM = r"(?:the\ form|this\ form|in\ the|lomake\w*|lomakke\w*|tietosi|formulär\w*|blankett\w*)\b"
"""Forms that people are lawfully asked to fill in."""

_HEADS = r"(?:luku|osa|liite|jakso|kapitel|kap\.|del|bilaga|avdelning|chapter|part|annex|title|volume)"
"""Words before roman numerals: chapters, parts, annexes."""

_FIELDS = (
    r"nim[ei]\w*|etunimi\w*|sukunim\w*|osoit\w*|katu\w*|lähiosoit\w*|posti\w*|paikkakun\w*|kaupun\w*|puhelin\w*"
    r"|sähköpost\w*|y-tunnu\w*|yrity\w*|rekister\w*|päiv\w*|lisää|täyd\w*|täytä|kirjoita|korvaa|tähän"
    r"|namn\w*|förnamn\w*|efternamn\w*|adress\w*|gatu?\w*|gatuadress\w*|postn\w*|ort|telefon\w*|e-post\w*"
    r"|fo-nummer\w*|företag\w*|firma\w*|registe?r\w*|datum\w*|fyll\ i|lägg\ till|skriv|ersätt|här"
    r"|name|first\ name|last\ name|address|street|postcode|zip|city|phone|e-?mail|business\ id|company|organi[sz]ation"
    r"|date|insert|fill\ in|add|enter|replace|your|here|todo|tbd|xxx+"
)
"""Words in brackets that are placeholders, such as `[katuosoite]`."""

_UNITS = r"vuotta|kuukau\w+|kk|päiv\w+|viik\w+|år|månad\w*|dagar|dygn|veckor|years?|months?|days?|weeks?"
"""Units of time after a number that is left open: `X vuotta`."""

_ANYWHERE = re.compile(
    rf"""
    (?-i:\b(?:TODO|TBD|FIXME|CHANGE\ ?ME|REPLACE\ ?ME)\b)(?![-\w])(?!\ [Ll]ist)
    | \b(?:tbd|fixme|changeme)\b(?![-\w])
    | \b(?:todo|fill\ in|fyll\ i|täydennä|täytä|insert|lägg\ till)\ ?:(?!\w)
    | (?-i:\b(?:TÄYDENNÄ|TÄYTÄ|FYLL\ I|FILL\ IN|INSERT|LÄGG\ TILL)\b)(?!-)(?!\s+{_FORM})
    | \blorem\s+ipsum\b | \bdolor\s+sit\s+amet\b
    | \?\?\?+ | (?<![.\w])\.{{4,}}(?!\w) | …… +
    | (?<![^\W_])_{{3,}}(?![^\W_]) | (?<!\w)__(?:\ +__)+(?!\w)
    | (?-i:\b20(?:XX|xx|\dX)\b)
    | (?:\[\s*[xn]\s*\] | \(\s*[xn]\s*\) | (?-i:\b[XN]\b) | (?<!\w)__)\ ?(?=(?:{_UNITS})\b)
    | (?<![\w.])(?:x{{2,}}|your[-.]?e?-?mail|your[-.]name)@[^\s@]*[^\W_]
    | \{{\{{[^{{}}]+\}}\}} | \$\{{[^{{}}]+\}}
    | \[\s*(?:{_FIELDS})\b[^\[\]()]*\](?!\()
    | \[[^\[\]()]*\b(?:tähän|täydennä|täytä|fyll\ i|lägg\ till|insert|fill\ in|här)\b[^\[\]()]*\](?!\()
    | <\s*(?:{_FIELDS})\b[^<>@/=]*>
    | \b(?:täydennetään\ myöhemmin|lisätään\ myöhemmin|tähän\ (?:tulee|teksti)\w*)\b
    | \b(?:kompletteras\ senare|fylls\ i\ senare|text\ (?:kommer\ )?här)\b
    | ^\s*(?:kirjoita|kuvaa|lisää)\ tähän\b | ^\s*(?:skriv|beskriv|lägg\ till)\ här\b
    | ^\s*(?:describe|write|enter|type|add|insert)\ here\b
    | \b(?:to\ be\ (?:completed|added|filled\ in)|text\ (?:goes\ )?here)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Placeholders wherever they are in a text, in any language."""

_RUN_OF_X = re.compile(r"(?<![\w@.-])(?:x{3,}(?:[-\s]+x{2,})*)(?![\w@])", re.IGNORECASE)
LONGEST_HEAD = 60
"""The most letters before a roman numeral that are searched."""

_NUMERAL = re.compile(rf"(?:\b{_HEADS}|(?!\b(?:{_FIELDS})\s)(?-i:\b[A-ZÅÄÖ][a-zåäöé]+))\s+$", re.IGNORECASE)

_LATER = (
    r"(?:täydennetään|täydennä|lisätään|päivitetään|tulossa|selvitetään|selvitettävä|kompletteras|fylls\ i|läggs\ till"
    r"|uppdateras|(?:text\ )?kommer|utreds|ska\ utredas|oklart|coming|pending|to\ follow|unclear|unknown\ yet"
    r"|to\ be\ (?:completed|added|updated|filled\ in))(?:\ (?:myöhemmin|pian|senare|snart|later|soon))?"
)
"""What is said of something that will be filled in later."""

_FORMAT = re.compile(r"\b(?:muo[td]o\w*|formen|formatet|format|form)[\s:“”\"'(]*$", re.IGNORECASE)
"""A word for a format before an example of it: `muotoa XXX-123`."""

_WHOLE = re.compile(
    rf"""
    [\[(<{{"'“”]*\s*
    (?:todo | tbd | tba | tbc | fixme | x{{2,}}(?:[-\s.@]+x{{2,}})* | asdf\w* | qwerty | foo(?:bar)? | placeholder
     | fill\ in | fyll\ i | täydennä | \?+ | …+ | \.{{3,}} | _+ | [*#]+ | %s | \$\{{?\w+\}}? | %\w+%
     | t\.b\.[acd]\. | {_LATER} | (?:lisää|kirjoita|täydennä|lägg\ till|skriv)\s[^.]{{0,40}}\b(?:tähän|här)
     | (?:tähän\ tulee|här\ kommer)\ text\w*
     | vvvv-kk-pp | pp\.kk\.vvvv | åååå-mm-dd | yyyy-mm-dd | dd\.mm\.yyyy)
    (?:\s+{_CLOSED})?
    \s*[\])>}}"'“”:.!]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Placeholders if they are the whole text."""

_SOME_FIRM = (
    r"(?:(?:oma|sinun|teidän|ditt|din|ert|vårt|your|our|the)\ )?"
    r"(?:nimi|namn|name|toiminimi|yritys(?:nimi)?|firma(?:n\ nimi|namn)?|yhtiö|yhdistys|organisaatio|rekisterinpitäjä"
    r"|(?:yritykse|yhtiö|yhdistykse|seura|kunna|kaupungi|organisaatio|rekisterinpitäjä)(?:n|ni|si|mme|nne)(?:\ nimi)"
    r"|(?:yritykse|yhtiö|yhdistykse|organisaatio)(?:mme|nne|si)"
    r"|företag(?:et|snamn)?|bolag(?:et|snamn)?|förening(?:en|snamn)?|organisation(?:en)?|personuppgiftsansvarig"
    r"|(?:företag|bolag|förening|organisation|kommun|stad)(?:et|en)s\ namn"
    r"|(?:company|organi[sz]ation|association|firm|business|controller|municipality)(?:'s)?(?:\ name)?"
    r"|name\ of\ (?:the\ |your\ )?(?:company|organi[sz]ation|association|firm|business|controller|municipality))"
)
"""A word for a firm or its name, where the name itself belongs: `Yrityksen nimi`, `Företaget`, `Company`."""

_WHOLE_FACT = re.compile(
    rf"""
    [\[<{{][^\[\]<>{{}}@]*[^\W\d_][^\[\]<>{{}}@]*[\]>}}](?:\s+{_CLOSED})?
    | (?:täydennä|täytä|fyll\ i|fill\ in)\s.+
    | (?:lisää|kirjoita|korvaa|lägg\ till|skriv|ersätt|insert|enter|add|replace|your|oman?|din|ditt)\s+(?:{_FIELDS})\b.*
    | \([^()]*[^\W\d_][^()]*\) | \[\s*\] | <\s*> | n\.?a\.? | n\.?\ ?n\.? | test(?:i|inimi|namn)?
    | nimi\ nimi | namn\ namn | (?:matti|maija)\ meikäläinen | (?:john|jane)\ doe
    | (?:dpo|tietosuojavastaavan|dataskyddsombudets|palveluntarjoajan|leverantörens|toimittajan|yhteyshenkilön
        |kontaktpersonens|vendor|provider|supplier|contact\ person)(?:'s)?\ (?:nimi|namn|name)
    | name\ of\ (?:the\ )?(?:dpo|data\ protection\ officer|provider|vendor|supplier|contact\ person)
    | (?:palveluntarjoaja|toimittaja|kumppani|leverantör|provider|vendor|supplier)(?:\ [a-cxyzå])?
    | (?:oy|ab)\ x{{2,}}(?:\ (?:oy|ab))?
    | .*\b(?:tähän|goes\ here|name\ here|skriv\ här)
    | (?:(?:oy|ab|tmi)\ )?{_SOME_FIRM}(?:\ (?:[xyå]|{_CLOSED}))*
    | (?:etunimi|förnamn|first\ ?name)[\s.]+(?:sukunimi|efternamn|last\ ?name)(?:@.+)?
    | katu | katuosoite | lähiosoite | gatan | gatuadress(?:en)? | street | street\ address
    | postinumero | postnummer | postcode | zip(?:\ code)? | postitoimipaikka | paikkakunta | kaupunki | postort
    | puhelin | puhelinnumero | telefon | telefonnummer | phone | phone\ number
    | sähköposti(?:osoite)? | e-post(?:adress)? | y-tunnus | fo-nummer | business\ id | osoite | adress(?:en)? | address
    | ei\ (?:vielä\ )?(?:tiedossa|tiedetä) | tuntematon | puuttuu | myöhemmin | okän[dt] | vet\ ej | inte\ känt | saknas
    | senare | not\ (?:yet\ )?known | missing | later | to\ be\ (?:announced|confirmed|determined|decided|defined)
    | n/?a | [-–—]+ | (?=(?:\D*0){{4}})[0\s+()-]+ | (?=(?:[^x]*x){{2}})[\dx\s+()-]+
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Placeholders if they are the whole of a name, a number or an address."""

_BRACKETS = re.compile(r"\[[^\[\]]*[^\W\d_][^\[\]]*\]|<[^<>@]*[^\W\d_][^<>@]*>")


@lru_cache(maxsize=4096)
def placeholders(text: str) -> tuple[Stretch, ...]:
    """The placeholders in a text, in order."""
    whole = _whole(text, _WHOLE)
    if whole:
        return (whole,)
    stretches = [*(match.span() for match in _ANYWHERE.finditer(text)), *_runs(text)]
    return tuple(_apart(sorted(stretches)))


@lru_cache(maxsize=4096)
def is_placeholder(text: str, *, is_free: bool, has_brackets: bool = False) -> bool:
    """True for a fact that is a placeholder.

    `is_free` facts are free text, such as a name or a street; others are ids, days and words of closed lists. With
    `has_brackets` the fact may contain brackets, such as the cookie name `_ga_<id>`.
    """
    if has_brackets:
        return _whole(text, _WHOLE) is not None
    if is_free and (_whole(text, _WHOLE_FACT) or _BRACKETS.search(text)):
        return True
    return bool(placeholders(text))


def _whole(text: str, pattern: re.Pattern[str]) -> Stretch | None:
    said = text.strip()
    start = text.find(said)
    return (start, start + len(said)) if said and pattern.fullmatch(said) else None


def _runs(text: str) -> Iterator[Stretch]:
    """Runs of the letter x, except roman numerals of names and chapters, and formats: `Restaurant XXX`, `luku XXX`."""
    for run in _RUN_OF_X.finditer(text):
        if _FORMAT.search(text, max(0, run.start() - LONGEST_HEAD), run.start()):
            continue
        if run[0] == "XXX" and _NUMERAL.search(text, max(0, run.start() - LONGEST_HEAD), run.start()):
            continue
        yield run.span()


def _apart(stretches: list[Stretch]) -> Iterator[Stretch]:
    """The stretches without those that begin inside an earlier one."""
    end = -1
    for start, last in stretches:
        if start >= end:
            yield start, last
            end = last
