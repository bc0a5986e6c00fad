"""Compare two checkouts on the same sites: the findings with their places, and the bytes of every published file.

    python docs/figures/equivalence.py ../an-older-checkout .

The sites are the starter, the completed presets and the register in `content/`, which are built, and 200 faults of the
presets spread evenly, which are checked. Each difference is printed; the exit code is 1 where there is one.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

MUTATED = 200
DAY = "2026-11-22"

RUN = """
import hashlib, json, sys
from datetime import date
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from notice.build import build
from notice.check import check
from notice.load import load
day, results = date.fromisoformat(sys.argv[3]), {}
for site in sorted(Path(sys.argv[2]).iterdir()):
    whole = site.name.startswith("whole-")
    findings = build(site, site / "build", day).findings if whole else check(load(site), day).findings
    rows = {(str(one.level), one.code, one.span.file, one.span.line, one.span.column) for one in findings}
    files = sorted(path for path in (site / "build").rglob("*") if path.is_file()) if whole else []
    results[site.name] = {
        "findings": sorted(rows),
        "files": {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
    }
    if whole:
        import shutil
        shutil.rmtree(site / "build", ignore_errors=True)
print(json.dumps(results))
"""


def main(old: str, new: str) -> int:
    """Print the differences between the two checkouts."""
    with tempfile.TemporaryDirectory() as folder:
        sites = Path(folder) / "sites"
        sites.mkdir()
        make_sites(Path(new).resolve(), sites)
        before, after = (results(Path(checkout).resolve(), sites) for checkout in (old, new))
    lines = [line for site in after for line in _differences(site, before[site], after[site])]
    print("\n".join([*lines, f"{len(after)} sites, {len(lines)} differences"]))
    return 1 if lines else 0


def make_sites(checkout: Path, sites: Path) -> None:
    """Write every site into a folder of its own."""
    shutil.copytree(checkout / "notice" / "starter", sites / "whole-starter")
    shutil.copytree(checkout / "content", sites / "whole-content" / "content")
    sys.path[:0] = [str(checkout), str(checkout / "tests")]
    import yaml
    from mutation.completed import completed, every_preset
    from mutation.mutants import mutants

    every = [mutant for preset in every_preset() for mutant in mutants(preset)]
    chosen = every[:: max(1, len(every) // MUTATED)][:MUTATED]
    trees = {f"whole-{preset}": completed(preset) for preset in every_preset()}
    trees |= {f"fault-{number:03}": mutant.files for number, mutant in enumerate(chosen)}
    for name, files in trees.items():
        for path, tree in files.items():
            file = sites / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def results(checkout: Path, sites: Path) -> dict[str, dict[str, object]]:
    """The findings and the files of every site, as the checkout makes them."""
    command = [sys.executable, "-c", RUN, str(checkout), str(sites), DAY]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=checkout)
    made: dict[str, dict[str, object]] = json.loads(ran.stdout)
    return made


def _differences(site: str, before: dict[str, object], after: dict[str, object]) -> list[str]:
    found = []
    old, new = ({tuple(row) for row in side["findings"]} for side in (before, after))  # type: ignore[attr-defined]
    found += [f"{site}: gone {' '.join(map(str, row))}" for row in sorted(old - new)]
    found += [f"{site}: new {' '.join(map(str, row))}" for row in sorted(new - old)]
    had, has = before["files"], after["files"]
    assert isinstance(had, dict) and isinstance(has, dict)
    found += [f"{site}: {path} differs" for path in sorted({*had, *has}) if had.get(path) != has.get(path)]
    return found


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
