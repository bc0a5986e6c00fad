"""Theme rules: the accent colour must meet WCAG AA contrast (P020)."""

from collections.abc import Iterator

from notice.colours import LIGHT_GROUNDS, READABLE, least_contrast
from notice.findings import Violation
from notice.model.keys import SITE, THEME
from notice.rules.rule import RuleContext, rule


@rule("P020", "12-1")
def accent_too_faint(context: RuleContext) -> Iterator[Violation]:
    """An accent has a contrast of at least 4.5 to 1 with the white of the pages, so that links can be read.

    WCAG 2.2 requires that contrast of text (success criterion 1.4.3). In dark mode a lighter colour is made from it.

    Fails::

        site:
          theme: {accent: "#f2a900"}

    Passes::

        site:
          theme: {accent: "#0b6b3a"}
    """
    accent = context.site[SITE.theme][THEME.accent]
    if accent.value is None:
        return
    ratio = least_contrast(accent.value, LIGHT_GROUNDS)
    if ratio < READABLE:
        yield accent.violation(accent=accent.value, contrast=f"{int(ratio * 100) / 100:.2f}")


RULES = (accent_too_faint,)
