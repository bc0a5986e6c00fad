"""P: the owner's own look, as far as the law speaks of it: what nobody can read is not told."""

from collections.abc import Iterator

from notice.colours import LIGHT_GROUNDS, READABLE, least_contrast
from notice.rules.rule import Fault, RuleContext, rule


@rule("P020", "12-1")
def accent_too_faint(context: RuleContext) -> Iterator[Fault]:
    """An accent stands apart from the white of the pages by 4.5 to 1 at least, so that links can be read.

    That is the contrast which WCAG 2.2 asks of text (success criterion 1.4.3). By night a lighter one is made of it.

    Fails::

        site:
          theme: {accent: "#f2a900"}

    Passes::

        site:
          theme: {accent: "#0b6b3a"}
    """
    theme = context.notice.site.theme
    if theme is None or theme.accent is None:
        return
    ratio = least_contrast(theme.accent, LIGHT_GROUNDS)
    if ratio < READABLE:
        yield Fault(
            ("site", "theme", "accent"),
            f"The accent {theme.accent} is too faint: its contrast with the pages is {int(ratio * 100) / 100:.2f} to 1",
            f"{READABLE} to 1 is needed",
            "write a darker colour",
        )


RULES = (accent_too_faint,)
