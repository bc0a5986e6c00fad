"""Consistency of the repository: codes and pages of rules, words and vocabulary, the map of modules, file names."""

import re
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import yaml
from document.test_statements_of_absence import STATED
from rules.overlay import examples, site_with
from verify.two_sites import DAY, ROOT, checked, contexts

from notice.check import check
from notice.cli.catalogue import catalogue
from notice.data import locale, tree
from notice.languages import LANGUAGES
from notice.law.bases import BASIS_PROVISIONS, CONDITION_PROVISIONS
from notice.law.transfers import MECHANISM_PROVISIONS
from notice.load import load
from notice.load.vocabulary import standard_vocabulary
from notice.model.purpose import Requirement
from notice.model.register import Exemption, Role, SourceKind
from notice.rules import RULES
from notice.rules.rule import Rule
from notice.words import standard
from notice.yamlreader.source import NAMES

WordPath = tuple[str, ...]

PACKAGE = ROOT / "notice"
WRITTEN_BY_CLDR_TOO = {"durations", "countries"}
"""Words that a language has only where law differs from CLDR."""


def test_every_code_is_one_letter_and_three_digits_and_every_name_a_fault_in_kebab_case() -> None:
    rules = catalogue()
    assert len(rules) > 60
    assert [rule.code for rule in rules if not re.fullmatch(r"[A-Z]\d{3}", rule.code)] == []
    assert [rule.name for rule in rules if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", rule.name)] == []
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)


def test_the_readers_faults_have_the_names_of_their_rules() -> None:
    named = {rule.code: rule.name for rule in catalogue()}
    assert len(NAMES) > 10
    assert {code: named.get(code) for code in NAMES} == NAMES


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_a_rules_page_begins_with_its_duty_in_one_sentence(rule: Rule) -> None:
    duty, _, rest = rule.page.partition("\n\n")
    assert re.fullmatch(r"[A-ZÅÄÖ`].*[.:]", duty, re.DOTALL), duty
    assert not re.search(r"\.\s+[A-Z]", duty), f"more than one sentence: {duty}"
    assert "  " not in rest.replace("    ", "") or examples(rule).fails or examples(rule).fails_with


@pytest.mark.parametrize("rule", [rule for rule in catalogue() if rule.code[0] != "Y"], ids=lambda rule: rule.code)
def test_a_rules_page_shows_what_fails_and_what_passes(rule: Rule) -> None:
    shown = examples(rule)
    of_facts = bool(shown.fails) and bool(shown.passes)
    of_the_built_site = bool(shown.fails_without) != bool(shown.fails_with)
    assert of_facts != of_the_built_site


def leaves(tree: object, path: WordPath = ()) -> dict[WordPath, str]:
    """Every word of the tree by its path."""
    if not isinstance(tree, dict):
        return {path: str(tree)}
    return {at: word for key, inner in tree.items() for at, word in leaves(inner, (*path, key)).items()}


@cache
def words(language: str) -> dict[WordPath, str]:
    """The package's words of a language."""
    return leaves(standard(language).tree)


def test_every_language_has_words_for_the_same_ids() -> None:
    ids = {code: {path for path in words(code) if path[0] not in WRITTEN_BY_CLDR_TOO} for code in LANGUAGES}
    english = ids["en"]
    assert len(english) > 400
    assert {code: (english - own, own - english) for code, own in ids.items() if own != english} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_files(language: str) -> None:
    """All words of a language are in its folder; `tests/test_messages.py` compares its messages, rule by rule."""
    folder = PACKAGE / "locales"
    assert files_of(folder / language) == files_of(folder / "en")
    assert {path.name for path in folder.iterdir()} == set(LANGUAGES)


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml") if path.parent.name != "messages"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_cues(language: str) -> None:
    cues = {code: tree(locale(code) / "cues.yaml") for code in ("en", language)}
    assert list(cues[language]) == list(cues["en"])
    for name, found in cues[language].items():
        assert isinstance(found, list), name
        re.compile("|".join(found))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_or_ends_in_white_space(language: str) -> None:
    assert words(language)
    assert [
        path for path, word in words(language).items() if not word.strip() or word.strip("\n") != word.strip()
    ] == []


def vocabulary() -> dict[str, set[str]]:
    """The ids of every kind of thing, by the name of the kind in words."""
    terms = standard_vocabulary()
    return {kind.replace("_", "-"): set(getattr(terms, kind)) for kind in type(terms).model_fields}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_of_the_vocabulary_has_a_word(language: str) -> None:
    worded = {path[:2] for path in words(language)}
    named = {("cookies", id) for id, cookie in standard_vocabulary().cookies.items() if cookie.name}
    terms = {(kind, id) for kind, ids in vocabulary().items() for id in ids} - named
    assert len(terms) > 200
    assert terms - worded == set()


PINPOINTS = (
    "2 luku",
    "2:10 § 1 mom.",
    "31–32 §",
    "6 § 1 mom. 4 kohta",
    "4 § 4 kohta",
    *("Article 21", "Article 21(6)", "Article 6(1)(c)", "Article 4(b)"),
)
"""A pinpoint of every depth."""


def everything() -> dict[str, object]:
    """A register with every word of each closed list; not a realistic one."""
    named: dict[str, dict[str, object]] = {}
    for basis in BASIS_PROVISIONS:
        named[f"on-{basis}"] = {"basis": basis, "law": {"act": "accounting-act", "section": "7"}}
    named["on-consent"]["research"] = "yes"
    for ground in CONDITION_PROVISIONS:
        named[f"under-{ground}"] = {
            "condition": {"ground": ground, "law": "accounting-act"},
            "criminal-data": {"law": "accounting-act"},
        }
    for word in get_args(Requirement):
        named[f"given-{word}"] = {"required": word, "means": "paper"}
        named[f"given-some-{word}"] = {"required": word, "required-data": ["name"]}
    for word in ("earlier", "later"):
        two = {"event": "last-order", "whichever": word}
        named[f"kept-{word}"] = {"keep": {"for": "1 year", "after": "order-delivered", "or": two, "end": "archived"}}
    named["kept-at-latest"] = {"keep": {"until": "objection", "at-latest": {"for": "1 year", "after": "last-order"}}}
    for word in ("consent", "law", "unambiguous-identification"):
        named[f"code-{word}"] = {"identity-code": {"ground": word, "law": "accounting-act"}}
    data = standard_vocabulary().data
    named["marked"] = {"data": [id for id, one in data.items() if one.special or one.criminal or one.identity_code]}
    recipients = {
        f"by-{word}": {
            "country": "US",
            "transfers": {"US": {"mechanism": word, "copy": "https://www.example.fi/clauses"}},
        }
        for word in MECHANISM_PROVISIONS
    }
    recipients |= {f"as-{word}": {"role": word, "sub-processors": ["FI"]} for word in get_args(Role)}
    recipients |= {f"without-ground-{code}": {"country": code, "transfers": {code: {}}} for code in ("US", "CH")}
    return {
        "site": {"layout": {"safeguards": "yes"}},
        "controller": {
            "visiting-address": {"street": "Katu 2", "postcode": "00100", "city": "Helsinki"},
            "public-authority": "yes",
            "secure-mail": "turva@example.fi",
            "requests": {"channels": ["form"], "form": "https://www.example.fi", "identify-by": ["sign-in"]},
        },
        "joint-controllers": {"partner": {"name": "Kumppani Oy", "contact-point": "yes"}},
        "purposes": named,
        "recipients": recipients,
        "sources": {
            f"from-{word}": {"kind": word, "many": "yes", "public": "yes", "law": "accounting-act"}
            for word in get_args(SourceKind)
        }
        | {f"untold-{word}": {"kind": "third-party", "exempt": word} for word in get_args(Exemption)},
        "identifiable": "no",
        "limited-rights": {
            "access": {
                "extent": "narrowed",
                "law": [
                    *({"act": "accounting-act", "section": one} for one in PINPOINTS),
                    {"act": "data-protection-act", "section": "34"},
                ],
            },
            "restriction": {"extent": "excluded", "law": "accounting-act"},
            "information": {"extent": "narrowed", "law": "accounting-act"},
            "notification": {"extent": "narrowed", "law": "accounting-act"},
        },
        "automated-decisions": {word: {"exception": word} for word in ("contract", "law", "explicit-consent")},
        "cookies": {
            f"for-{word}": {"category": word, "duration": "persistent", "provider": "controller"}
            for word in ("necessary", "preferences", "analytics", "marketing")
        },
    }


NOTHING: dict[str, object] = {
    "purposes": {id: {"recipients": "none"} for id in ("orders", "bookkeeping", "newsletter", "visitor-statistics")}
    | {"electronic-direct-marketing": {"recipients": "none"}},
    "recipients": "none",
    "sources": {
        "trade-register": "",
        "customer": {"data": ["name", "delivery-address", "email", "phone", "order-contents", "organisation"]},
    },
    "cookies": "none",
    "similar-techniques": ["pixels"],
    "cookie-settings": "https://www.example.fi/cookies",
    "limited-rights": {"no-automated-decisions": {"extent": "narrowed", "law": "accounting-act"}},
}
"""A register without recipients and cookies, whose data come from the person alone."""

WITHOUT_MARKETING = "purposes: {newsletter: , electronic-direct-marketing: , orders: {basis: legitimate-interests}}"
KEPT_IN_PART = (
    "purposes: {bookkeeping: {keep: {by-data: [{data: [name], criterion: permanently-archived, law: archives-act}]}}}"
)


@pytest.mark.slow
def test_every_word_of_the_package_is_used(tmp_path: Path) -> None:
    """Terms of the vocabulary are used when an owner names them, all others by these sites and examples."""
    shown = [getattr(examples(rule), name) for rule in RULES if rule.check for name in ("fails", "passes")]
    shown += [yaml.safe_dump(everything()), yaml.safe_dump(NOTHING), "automated-decisions: unknown", WITHOUT_MARKETING]
    shown += [KEPT_IN_PART, *(facts for facts, _ in STATED.values())]
    assert len(shown) > 80
    done = [check(load(site_with(one, tmp_path / str(number))), DAY) for number, one in enumerate(shown)]
    done += [checked("starter"), checked("kalvokeskus")]
    used = {
        path for one in done for case in contexts(one) for composed in case.composed.values() for path in composed.asked
    }
    kinds = vocabulary()
    unused = {
        ".".join(path)
        for path in words("fi")
        if not {path, (*path, "name"), path[:-1] if path[-1] == "name" else path} & used
        and path[1] not in kinds.get(path[0], set())
        and path[0] not in {*WRITTEN_BY_CLDR_TOO, "citation"}  # schemas cite provisions too
    }
    assert ", ".join(sorted(unused)) == ""


def test_no_file_of_the_package_names_a_folder_of_a_machine() -> None:
    folders = re.compile(r"(?<![\w.:/}\-])/(?:home|root|tmp|work|opt|Users)/\w")
    scanned = [
        path for top in ("notice", "templates", "tests", "docs") for path in (ROOT / top).rglob("*") if path.is_file()
    ]
    texts = [path for path in scanned if path.suffix in (".py", ".yaml", ".html", ".css", ".typ", ".md")]
    assert len(texts) > 150
    named = {str(path.relative_to(ROOT)): folders.findall(path.read_text(encoding="utf-8")) for path in texts}
    assert {path: found for path, found in named.items() if found} == {}


def test_the_page_on_architecture_names_every_module_and_no_other() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \| (\d)", page, re.MULTILINE)
    modules = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert len(modules) > 15
    assert sorted(name for name, _ in listed) == sorted(modules - {"__init__"})
    assert [int(floor) for _, floor in listed] == sorted((int(floor) for _, floor in listed), reverse=True)


def test_the_floors_of_the_page_are_those_of_the_contract() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    drawn: dict[str, set[str]] = {}
    for name, floor in re.findall(r"^\| `(\w+)` \| (\d)", page, re.MULTILINE):
        drawn.setdefault(floor, set()).add(name)
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("layers = [")[2].partition("]")[0]
    layers = [set(re.findall(r"\w+", line)) for line in re.findall(r'"(.+)"', contract)]
    assert len(layers) > 5
    assert list(drawn.values()) == layers


def test_every_test_file_that_the_page_on_architecture_names_is_there() -> None:
    page = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", page))
    assert len(named) > 8
    assert {name for name in named if not (ROOT / name).is_file()} == set()


def test_every_file_of_the_tests_has_a_name_of_its_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("*.py") if path.name not in ("__init__.py", "conftest.py")]
    assert len(names) > 20
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("top", ["notice", "tests"])
def test_every_file_of_code_opens_by_saying_what_it_is_for(top: str) -> None:
    files = list((ROOT / top).rglob("*.py"))
    assert len(files) > 20
    assert [str(path) for path in files if not path.read_text(encoding="utf-8").startswith('"""')] == []
