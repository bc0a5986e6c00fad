"""Run ajv, a validator of JSON Schema in JavaScript, on many values at once."""

import json
import pathlib
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from typing import Any

from judges import node
from judges.folder import absent, package

_FILE = ("ajv", "dist/2020.js")

_SCRIPT = """
const { readFileSync, writeFileSync } = require('fs');
const [library, input, output] = process.argv.slice(2);
const { schemas, values } = JSON.parse(readFileSync(input, 'utf8'));
const Ajv = require(library);
const validators = {};
for (const [name, schema] of Object.entries(schemas))
    validators[name] = new Ajv({ strict: false, allErrors: true }).compile(schema);
const found = values.map(([name, value]) => validators[name](value) ? [] :
    validators[name].errors.map(error => `${error.instancePath}: ${error.message}`));
writeFileSync(output, JSON.stringify(found));
"""


def missing() -> str | None:
    """Why ajv cannot run, or None."""
    return node.missing("ajv") or absent("ajv", *_FILE)


def faults(schemas: Mapping[str, Any], values: Sequence[tuple[str, object]]) -> list[list[str]]:
    """The faults of each value by the schema that it names, as `/path: message`."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        script, given, found = folder / "run.cjs", folder / "given.json", folder / "found.json"
        script.write_text(_SCRIPT, encoding="utf-8")
        given.write_text(json.dumps({"schemas": schemas, "values": values}), encoding="utf-8")
        command = [node.program(), str(script), str(package(*_FILE)), str(given), str(found)]
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        if run.returncode != 0:
            raise AssertionError(f"ajv could not run: {run.stderr}")
        done: list[list[str]] = json.loads(found.read_text(encoding="utf-8"))
    return done
