"""The JSON Schemas accept what `notice` accepts, with typed and with text scalars, and refuse obvious faults."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from verify.two_sites import DAY, ROOT, SITES

from notice.cli import main
from notice.languages import LANGUAGES
from notice.load.vocabulary import entries
from notice.model.fields import Facts
from notice.model.pinpointed import Pinpointed
from notice.model.purpose import LawReference
from notice.model.waiver import Waivers
from notice.presets import new_site, presets
from notice.schema import KINDS, is_schema, schemas
from notice.schema.texts import example, models, own_fields


class Core(yaml.SafeLoader):
    """YAML 1.2 core schema, as in editors: numbers, `true`, `false`, `null` are typed; `yes`, `no` and dates are text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:null|~|)$"), ["n", "~", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]*$"), list("-+0123456789"))


Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(str(node.value)))


def read(text: str) -> Iterator[Any]:
    """The YAML with typed scalars, as in an editor, and with text scalars only."""
    yield as_json(yaml.load(text, Loader=Core))
    yield as_json(yaml.load(text, Loader=yaml.BaseLoader))


def as_json(tree: object) -> object:
    if isinstance(tree, dict):
        return {str(key): as_json(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_json(value) for value in tree]
    return None if tree == "" else tree


@cache
def names(language: str, site: Path | None = None) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in entries(site):
        found.setdefault(entry.kind, {})[entry.id] = entry.names.get(language, "")
    return found


@cache
def built(language: str = "en", site: Path | None = None) -> dict[str, Any]:
    return schemas(language, names(language, site))


def faults(kind: str, text: str, schema: dict[str, Any] | None = None) -> list[str]:
    validator = Draft202012Validator(schema or built()[kind])
    return [f"{error.json_path}: {error.message[:120]}" for tree in read(text) for error in validator.iter_errors(tree)]


def kind_of(path: str) -> str | None:
    return next((kind for kind, (_, files) in KINDS.items() if re.fullmatch(files.replace("*", "[^/]+"), path)), None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema_of_the_draft_without_branches(language: str, kind: str) -> None:
    schema = built(language)[kind]
    Draft202012Validator.check_schema(schema)
    assert not set(keywords(schema)) & {"anyOf", "oneOf", "allOf"}
    for reference in re.findall(r'"\$ref": "#/\$defs/([^"]+)"', json.dumps(schema)):
        assert reference in schema["$defs"]


def keywords(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key
            yield from keywords(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from keywords(value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_property_of_a_mapping_is_explained_in_the_language(language: str) -> None:
    schema = built(language)["register"]
    for mapping in (schema, schema["$defs"]["Purpose"], schema["$defs"]["Keep"]):
        assert mapping["properties"]
        assert all("\n\n" in one["description"] for one in mapping["properties"].values())
    ids = schema["$defs"]["ids-data"]
    assert dict(zip(ids["enum"], ids["enumDescriptions"], strict=True))["email"] == names(language)["data"]["email"]
    countries = schema["$defs"]["countries"]
    suomi = {"fi": "Suomi", "sv": "Finland", "en": "Finland"}[language]
    assert countries["enumDescriptions"][countries["enum"].index("FI")] == suomi


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
    if model is Pinpointed:
        model = LawReference
    for kind, (root, _) in KINDS.items():
        schema: dict[str, Any] = built()[kind]
        if root is model is not Waivers:
            return schema
        if model.__name__ in schema["$defs"]:
            return {"$defs": schema["$defs"], **schema["$defs"][model.__name__]}
    return {**built()["waivers"], "type": "object", "properties": {"waivers": built()["waivers"]}}


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


def test_the_command_writes_the_schemas_with_a_sites_own_ids(tmp_path: Path) -> None:
    copytree(SITES["starter"], tmp_path / "site")
    (tmp_path / "site/content/vocabulary.yaml").write_text("data: {loyalty-number: }\n", encoding="utf-8")
    (tmp_path / "site/content/site.yaml").write_text("findings-language: sv\n", encoding="utf-8")
    for _ in range(2):
        done = CliRunner().invoke(main, ["schema", str(tmp_path / "out"), "--site", str(tmp_path / "site")])
        assert (done.exit_code, done.stderr) == (0, "")
    written = {path.stem: path for path in (tmp_path / "out").iterdir()}
    assert set(written) == set(KINDS)
    register = json.loads(written["register"].read_text(encoding="utf-8"))
    assert "loyalty-number" in register["$defs"]["ids-data"]["enum"]
    assert "Form: " in register["properties"]["people"]["description"]
    assert "Vem som får" in register["properties"]["recipients"]["description"]


def test_the_command_leaves_other_files_alone(tmp_path: Path) -> None:
    (tmp_path / "site.json").write_text("{}", encoding="utf-8")
    done = CliRunner().invoke(main, ["schema", str(tmp_path), "--site", str(SITES["starter"])])
    assert done.exit_code == 2
    assert (tmp_path / "site.json").read_text(encoding="utf-8") == "{}"
    assert not is_schema(b"[") and not is_schema(b"[]")
