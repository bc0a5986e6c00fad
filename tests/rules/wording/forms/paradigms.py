"""Inflected forms of Finnish words, from their principal parts.

Written for the words of the patterns; no lexicon is copied. Clitics (“-kin”, “-han”) are left out, and so are the past
tenses, since a sentence about the past is lawful under most rules.
"""

from collections.abc import Iterator, Mapping

CASES = ("ssa", "sta", "lla", "lta", "lle", "ksi")
OWNERS = ("si", "nsa", "mme", "nne")
BACK_TO_FRONT = str.maketrans("aou", "äöy")


def noun(parts: str) -> Mapping[str, list[str]]:
    """Forms by group, of a noun or an adjective.

    The parts: nominative, weak stem, strong stem, partitive, plural stem; plural genitive, partitive and illative:
    `pyyntö pyynnö pyyntö pyyntöä pyynnöi pyyntöjen pyyntöjä pyyntöihin`.
    """
    name, weak, strong, partitive, plural, genitive, partitives, illative = parts.split()
    cases = [partitive, *joined(weak, *CASES)]
    plural_cases = [partitives, *joined(plural, *CASES)]
    return {
        "nominative": [name, *joined(weak, "t")],
        "genitive": [*joined(weak, "n"), genitive],
        "cases": [*cases, *joined(strong, "na")],
        "plural": [*plural_cases, illative],
        "owned": [
            *joined(strong, *OWNERS),
            *joined(genitive.removesuffix("n"), *OWNERS),
            *(form for case in (*cases, *plural_cases) for form in _owned(case)),
        ],
    }


def verb(parts: str) -> Mapping[str, list[str]]:
    """Forms by group, of a verb whose infinitive ends in two vowels: `kieltää kiellä kiellet`.

    The parts: infinitive, weak stem, and the passive without `-ään`.
    """
    infinitive, weak, passive = parts.split()
    strong = infinitive[:-1]
    third = strong if strong[-2:] in ("aa", "ää") else strong + strong[-1]
    before_e = strong[:-1] + "i" if strong.endswith("e") else strong
    before_i = strong.removesuffix("e").removesuffix("i")
    return {
        "infinitive": [infinitive],
        "present": [third, *joined(weak, "n", "t", "mme", "tte"), *joined(strong, "vat")],
        "conditional": joined(before_i, "isi", "isin", "isit", "isimme", "isivat"),
        "imperative": [weak, *joined(strong, "kaa")],
        "negative": [weak, *joined(passive, "a")],
        "passive": joined(passive, "aan", "taisiin"),
        "duty": joined(passive, "tava", "tavaa", "tavia"),
        "participle": joined(strong, "va", "van", "vat", "vaa", "vansa", "vasi"),
        "means": joined(strong, "malla", "maan", "matta"),
        "action": joined(strong, "minen", "misen", "mista", "misesta", "miseen", "miseksi", "misessa"),
        "while": joined(before_e, "essa", "essasi", "essaan", "en"),
        "purpose": joined(infinitive, "ksesi", "kseen", "ksemme"),
    }


def joined(stem: str, *endings: str) -> list[str]:
    """The stem with each ending, in the vowels that the stem asks for."""
    harmony = [letter for letter in stem if letter in "aouäöy"]
    is_back = any(letter in "aou" for letter in harmony[-3:])
    return [stem + (ending if is_back else ending.translate(BACK_TO_FRONT)) for ending in endings]


def _owned(case: str) -> Iterator[str]:
    """A case with the endings of an owner: `pyynnöksesi`, `pyynnössänne`."""
    yield from joined(case.removesuffix("ksi") + "kse" if case.endswith("ksi") else case, *OWNERS)
