"""What a released version promises by name: rules, keys, ids, options, inputs of the Action.

`python tests/promises/interface.py` writes that of this version into `docs/released/`; `docs/versions.md` says when.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import yaml

ROOT = Path(__file__).resolve().parents[2]
RELEASED = ROOT / "docs" / "released"
sys.path.insert(0, str(ROOT))

import notice  # noqa: E402 - found by the line above, also without an installation
from notice.cli import main  # noqa: E402
from notice.cli.catalogue import catalogue  # noqa: E402
from notice.load.vocabulary import standard_vocabulary  # noqa: E402
from notice.model.renamed import IDS, KEYS  # noqa: E402
from notice.schema.texts import models, own_fields  # noqa: E402

Interface = Mapping[str, Mapping[str, Any]]


def interface() -> Interface:
    """The names of this version, by their kind."""
    terms = standard_vocabulary()
    action = yaml.load((ROOT / "action.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return {
        "rules": {rule.code: rule.name for rule in catalogue()},
        "keys": {model.__name__: sorted(own_fields(model)) for model in models()},
        "ids": {kind: sorted(getattr(terms, kind)) for kind in sorted(type(terms).model_fields)},
        "options": dict(_options(main, click.Context(main, info_name="notice"))),
        "action": {part: sorted(action[part]) for part in ("inputs", "outputs")},
    }


def gone(before: Interface, now: Interface) -> list[str]:
    """The names that an earlier version has and this one lacks, but for keys and ids that are listed as renamed."""
    renamed = {("keys", row.model.__name__, row.old) for row in KEYS} | {("ids", row.kind, row.old) for row in IDS}
    missing = [
        f"rules: {code} {name}" for code, name in before["rules"].items() if now["rules"].get(code, name) != name
    ]
    for kind in ("keys", "ids", "options", "action"):
        for group, names in before[kind].items():
            lost = set(names) - set(now[kind].get(group, ()))
            missing += [f"{kind}: {group} {name}" for name in sorted(lost) if (kind, group, name) not in renamed]
    return missing


def _options(command: click.Command, context: click.Context) -> Iterator[tuple[str, list[str]]]:
    """Each command by its whole name, with its options."""
    options = [one for one in command.params if isinstance(one, click.Option)]
    yield context.command_path, sorted(name for one in options for name in one.opts)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _options(inner, click.Context(inner, parent=context, info_name=name))


if __name__ == "__main__":
    RELEASED.mkdir(exist_ok=True)
    text = json.dumps(interface(), indent=1, ensure_ascii=False)
    (RELEASED / f"{notice.__version__}.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")
