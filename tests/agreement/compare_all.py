"""Check and build the variants of every site and write the figures: hours for all, `--step N` for every Nth."""

import json
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1])]

from agreement.variants import SITES, variants  # noqa: E402
from agreement.verdicts import judge_all  # noqa: E402 - found by the line above

FIGURES = Path(__file__).with_name("figures.json")


def main() -> int:
    """Write `figures.json`; 1 where check and build disagree."""
    step = int(sys.argv[sys.argv.index("--step") + 1]) if "--step" in sys.argv else 1
    verdicts = {}
    for name in SITES:
        verdicts[name] = judge_all(list(variants(name)), step)
        print(f"{name}: {len(verdicts[name])} variants", flush=True)
        for one in verdicts[name]:
            if one.surprise:
                print(f"{one.name}: {one.surprise}", flush=True)
    every = [one for some in verdicts.values() for one in some]
    surprises = [one for one in every if one.surprise]
    figures = {
        "step": step,
        "sites": {name: len(some) for name, some in verdicts.items()},
        "variants": len(every),
        "published": sum(one.passes for one in every),
        "disagreements": len(surprises),
    }
    FIGURES.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(f"{len(every)} variants, {figures['published']} published, {len(surprises)} disagreements")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
