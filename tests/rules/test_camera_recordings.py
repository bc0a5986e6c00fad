"""Camera recordings of employees are kept one year at most: section 17(3) of Act 759/2004."""

from pathlib import Path

import pytest
from rules.overlay import found

SITE = """
vocabulary: {{purposes: {{own-purpose: {{}}}}}}
people: [customers, newsletter-subscribers, site-visitors, employees, premises-visitors]
purposes:
  {purpose}:
    basis: legitimate-interests
    interest-of: controller
    balancing: yes
    people: {people}
    data: {data}
    recipients: none
    keep: {{{keep}}}
    required: not-asked
sources: {{camera: {{data: [camera-recordings]}}}}
words: {{fi: {{purposes: {{own-purpose: {{name: {name}}}}}}}}}
"""
AS_USUAL = {
    "purpose": "camera-surveillance",
    "people": "[employees]",
    "data": "[camera-recordings]",
    "keep": "for: 2 years, after: recording",
    "name": "Tuotannon seuranta",
}


@pytest.mark.parametrize(
    ("facts", "is_found"),
    [
        ({}, True),
        ({"people": "[premises-visitors, employees]"}, True),
        ({"people": "[agency-workers]"}, True),
        ({"people": "[premises-visitors]"}, False),
        ({"keep": "for: 13 months, after: recording"}, True),
        ({"keep": "for: 12 months, after: recording"}, False),
        ({"keep": "for: 1 year, after: recording"}, False),
        ({"keep": "for: 365 days, after: recording"}, False),
        ({"keep": "until: recording, then-within: 2 years"}, True),
        ({"keep": "for: 2 years, after: recording, law: working-life-privacy-act"}, True),
        # A matter that is pending, and an act with a period of its own
        ({"keep": "for: 2 years, after: case-closed"}, False),
        ({"keep": "criterion: while-claim-pending"}, False),
        ({"keep": "for: 2 years, after: recording, law: openness-act"}, False),
        ({"keep": "for: 2 years, after: last-contact, at-latest: {for: 1 year, after: recording}"}, False),
        ({"keep": "for: unknown, after: recording"}, False),
        # By the data, or by the words of an own purpose
        ({"purpose": "own-purpose"}, True),
        ({"purpose": "own-purpose", "data": "[name]"}, False),
        ({"purpose": "own-purpose", "data": "[name]", "name": "Tallentava kameravalvonta"}, True),
        ({"purpose": "own-purpose", "data": "[name]", "name": "Ajoneuvojen paikannus"}, False),
        (
            {
                "data": "[camera-recordings, name]",
                "keep": "for: 1 year, after: recording, by-data: [{data: [name], for: 2 years, after: recording}]",
            },
            False,
        ),
    ],
)
def test_recordings_of_employees_are_kept_a_year(facts: dict[str, str], is_found: bool, tmp_path: Path) -> None:
    codes = {one.code for one in found(SITE.format(**(AS_USUAL | facts)), tmp_path / "site")}
    assert ("C112" in codes) is is_found
