"""The JSON Schemas accept what `notice` accepts, with typed and with text scalars, and refuse obvious faults."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from schema.read_as_editor import built, faults, kind_of, names
from verify.two_sites import DAY, ROOT, SITES

from notice.languages import LANGUAGES
from notice.model.fields import Facts
from notice.model.pinpointed import Pinpointed
from notice.model.purpose import Keep, LawReference, Retention
from notice.model.waiver import Waivers
from notice.presets import new_site, presets
from notice.schema import KINDS
from notice.schema.texts import example, models, own_fields


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema_of_the_draft_without_branches(language: str, kind: str) -> None:
    schema = built(language)[kind]
    Draft202012Validator.check_schema(schema)
    assert not set(keywords(schema)) & {"anyOf", "oneOf", "allOf"}
    assert None not in [value for key, value in pairs(schema) if key == "enum" for value in value]
    for reference in re.findall(r'"\$ref": "#/\$defs/([^"]+)"', json.dumps(schema)):
        assert reference in schema["$defs"]


def keywords(schema: object) -> Iterator[str]:
    yield from (key for key, _ in pairs(schema))


def pairs(schema: object) -> Iterator[tuple[str, Any]]:
    if isinstance(schema, dict):
        yield from schema.items()
    for value in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from pairs(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_property_of_a_mapping_is_explained_in_the_language(language: str) -> None:
    schema = built(language)["register"]
    for mapping in (schema, schema["$defs"]["Purpose"], schema["$defs"]["Keep"]):
        assert mapping["properties"]
        assert all("\n\n" in one["markdownDescription"] for one in mapping["properties"].values())
    for definition, value, name in [
        ("id-data", "email", names(language)["data"]["email"]),
        ("country", "FI", {"fi": "Suomi", "sv": "Finland", "en": "Finland"}[language]),
        ("basis", "consent", {"fi": "suostumus", "sv": "samtycke", "en": "consent"}[language]),
    ]:
        one_of = schema["$defs"][definition]["else"]
        assert dict(zip(one_of["enum"], one_of["enumDescriptions"], strict=True))[value] == name
        assert {"label": value, "body": value, "description": name} in schema["$defs"][definition]["defaultSnippets"]


@pytest.mark.parametrize("site", SITES)
def test_the_sites_here_are_valid(site: str) -> None:
    content = SITES[site] / "content"
    files = [path for path in content.rglob("*.yaml") if kind_of(f"content/{path.relative_to(content).as_posix()}")]
    assert len(files) > 2
    for path in files:
        kind = kind_of(f"content/{path.relative_to(content).as_posix()}")
        assert kind
        schema = built("fi", SITES[site])[kind]
        assert faults(kind, path.read_text(encoding="utf-8"), schema) == [], path


def test_the_presets_are_valid() -> None:
    made = new_site(presets(), DAY)
    checked = {path: faults(kind, text) for path, text in made.items() if (kind := kind_of(path))}
    assert len(checked) > 10
    assert {path: found for path, found in checked.items() if found} == {}


def test_the_examples_of_the_guide_are_valid(tmp_path: Path) -> None:
    """With the guide's own ids, declared by a site."""
    text = (ROOT / "docs/writing-facts.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```yaml\n# (content/\S+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    copytree(SITES["starter"], tmp_path / "site")
    vocabulary = "".join(body for file, body in shown if file == "content/vocabulary.yaml")
    (tmp_path / "site/content/vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    schema = built("en", tmp_path / "site")
    checked = [(kind, faults(kind, body, schema[kind])) for file, body in shown if (kind := kind_of(file))]
    assert len(checked) > 9
    assert [found for found in checked if found[1]] == []


def of_keys() -> Iterator[tuple[type[Facts], str]]:
    yield from ((model, key) for model in models() for key in own_fields(model))


@pytest.mark.parametrize(
    ("model", "key"), [*of_keys()], ids=lambda value: value.__name__ if isinstance(value, type) else value
)
def test_the_example_of_every_key_is_valid(model: type[Facts], key: str) -> None:
    found = faults("", example(model, key), of_mapping(model))
    # Only the names of own terms, which this site does not declare, may be missing.
    assert [one for one in found if not ("is not one of" in one and key in ("serves", "purposes"))] == []


def of_mapping(model: type[Facts]) -> dict[str, Any]:
    """The schema of a mapping of the model's keys."""
    wider: dict[type[Facts], type[Facts]] = {Pinpointed: LawReference, Retention: Keep}
    model = wider.get(model, model)
    for kind, (root, _) in KINDS.items():
        schema: dict[str, Any] = built()[kind]
        if root is model and model is not Waivers:
            return schema
        if model.__name__ in schema["$defs"]:
            return {"$defs": schema["$defs"], **schema["$defs"][model.__name__]}
    assert model is Waivers, model
    return {"$defs": built()["waivers"]["$defs"], "properties": {"waivers": built()["waivers"]}}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("site", "langauges: [fi]"),
        ("site", "example: maybe"),
        ("site", "findings-language: de"),
        ("site", "address: www.example.fi"),
        ("site", "theme: {accent: blue}"),
        ("controller", "country: Finland"),
        ("controller", "email: me@"),
        ("controller", "dpo: nobody"),
        ("controller", "dpo: {phnoe: 1}"),
        ("controller", "address: Esimerkkikatu 1"),
        ("controller", "requests: {channels: [pigeon]}"),
        ("controller", "requests: {channels: none}"),
        ("register", "people: [cutsomers]"),
        ("register", "people: cutsomers"),
        ("register", "history: 2026-11-22"),
        ("register", "history: [22.11.2026]"),
        ("register", "purposes: [orders]"),
        ("register", "purposes: {orders: {basis: consnet}}"),
        ("register", "purposes: {orders: {basis: [consent, contract]}}"),
        ("register", "purposes: {orders: {data: [nmae]}}"),
        ("register", "purposes: {orders: {keep: 3 years}}"),
        ("register", "purposes: {orders: {keep: {for: three years}}}"),
        ("register", "purposes: {orders: {keep: {until: some-day}}}"),
        ("register", "purposes: {orders: {law: no-such-act}}"),
        ("register", "purposes: {orders: {law: [accounting-act, no-such-act]}}"),
        ("register", "purposes: {orders: {law: {akt: accounting-act}}}"),
        ("register", "purposes: {orders: {condition: because}}"),
        ("register", "recipients: {x: {transfers: {USA: {mechanism: scc}}}}"),
        ("register", "recipients: {x: {transfers: {US: scc}}}"),
        ("register", "recipients: {x: {sub-processors: [Finland]}}"),
        ("register", "limited-rights: {forgetting: {extent: excluded}}"),
        ("register", "cookies: {x: {duration: 1 fortnight}}"),
        ("register", "profiling: yes"),
        ("vocabulary", "data: {x: {special: unknown}}"),
        ("vocabulary", "date: {x: }"),
        ("waivers", "rule: N504"),
        ("waivers", "- {rule: N504, until: tomorrow}"),
    ],
)
def test_obvious_faults_are_refused(kind: str, text: str) -> None:
    assert len(faults(kind, text)) >= 2  # with typed scalars, and with text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "register",
            "purposes: {orders: {keep: unknown, data: unknown, basis: , people: customers, recipients: none}}",
        ),
        ("register", "purposes: {orders: {law: [accounting-act, {act: gdpr, article: 6}], condition: unknown}}"),
        ("register", "recipients: none\ncookies: unknown\nprofiling: none"),
        ("register", "purposes: {my-own: unknown}\nrecipients: {my-own: }"),
        ("controller", "address: {postcode: 00100}\nphone: 0100000000\ndpo: none"),
        ("controller", ""),
    ],
)
def test_what_notice_takes_is_no_fault(kind: str, text: str) -> None:
    assert faults(kind, text) == []
