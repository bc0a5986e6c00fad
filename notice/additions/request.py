"""What is to be added, and the parts of a request that the owner writes as text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from notice.errors import CannotRun
from notice.messages import hint
from notice.model.fields import Facts
from notice.model.register import Register
from notice.model.shapes import fields
from notice.model.vocabulary import Vocabulary
from notice.yamlreader import Tree, read
from notice.yamlreader.source import shown


@dataclass(frozen=True)
class Request:
    """A thing to add: its `kind` (a field of `Vocabulary`), and the id or the name by which the owner calls it.

    `id` is an own id, `names` are its words by language, `facts` what is stated of it. `purposes` and `sources` of the
    `register` are those whose lists will name it; the register may be left out where there is only one.
    """

    kind: str
    name: str
    register: str = ""
    id: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Tree] = field(default_factory=dict)
    purposes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


def facts_given(kind: str, given: Iterable[str]) -> dict[str, Tree]:
    """The facts of texts `KEY=VALUE`, whose values are YAML. Raises `CannotRun` for an unknown key and bad YAML."""
    known = fields(model_of(kind))
    facts: dict[str, Tree] = {}
    for text in given:
        key, sign, value = text.partition("=")
        if not sign or not value.strip():
            raise CannotRun("add.no-value", given=text)
        if key.strip() not in known:
            raise CannotRun("add.no-key", name=key.strip(), hint=hint(key.strip(), list(known)))
        reading = read(value.strip().encode(), "")
        if reading.findings:
            raise CannotRun("add.no-yaml", value=shown(value))
        facts[key.strip()] = reading.tree
    return facts


def model_of(kind: str) -> type[Facts]:
    """The model of a thing of the kind in a register; of data, which are ids alone, that of their declaration."""
    of = Vocabulary if kind == "data" else Register
    model = fields(of)[kind].shape.mapping
    assert model is not None, kind
    return model
