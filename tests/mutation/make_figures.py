"""Check every fault of the presets and write the figures: `make figures`; about two minutes."""

import json
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1])]

from mutation.judged import false_alarms, figures, judge_all  # noqa: E402 - found by the line above

FIGURES = Path(__file__).with_name("figures.json")


def main() -> int:
    """Write `figures.json`; returns 1 if a fault was missed or a complete register had a finding."""
    verdicts = judge_all()
    counted = figures(verdicts, false_alarms())
    FIGURES.write_text(json.dumps(counted, indent=2) + "\n", encoding="utf-8")
    for missed in (one for one in verdicts if not (one.found and one.at_the_line)):
        print(f"{'not at its line' if missed.found else 'missed'}: {missed.mutant}, found instead: {missed.instead}")
    print(f"{counted['found']} of {counted['faults']} faults found, {counted['false_alarms']} false alarms")
    return 0 if counted["found"] == counted["faults"] and not counted["false_alarms"] else 1


if __name__ == "__main__":
    sys.exit(main())
