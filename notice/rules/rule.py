"""Rules: a documented function over one context, with code, level and citations.

A rule has the name of its function, which names the fault. Its docstring is the page that `notice explain` prints:
the duty in the first sentence, then the reason, then `Fails` and `Passes`, which are run as the rule's tests.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from inspect import cleandoc
from typing import TypeVar, cast

from notice.derive import Derived
from notice.document.parts import Composed
from notice.findings import Finding, Level, Violation, dotted
from notice.law.citations import Citation, cited
from notice.model.controller import Controller
from notice.model.cursor import Cursor
from notice.model.fields import Facts
from notice.model.keys import RECIPIENT, REGISTER
from notice.model.purpose import Purpose
from notice.model.register import Cookie, Recipient, Register, Source, Transfer
from notice.model.site import Notice, Site
from notice.words import Words

F = TypeVar("F", bound=Facts)
V = TypeVar("V")


@dataclass(frozen=True, eq=False)
class _Once:
    """Values that several rules share, each computed when the first of them asks."""

    _computed: dict[str, object] = field(default_factory=dict, init=False, repr=False)

    def once(self, key: str, compute: Callable[[], V]) -> V:
        """What `compute` gives for the key."""
        if key not in self._computed:
            self._computed[key] = compute()
        return cast(V, self._computed[key])


@dataclass(frozen=True, eq=False)
class SiteNotices(_Once):
    """All notices of a site, in the order of its list, for what must be the same in all."""

    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, eq=False)
class RuleContext(_Once):
    """What a rule looks at: the facts, the words and the composed document of each language, and the law's day.

    `site_notices` are those of the whole site, this one too.
    """

    notice: Notice
    derived: Derived
    words: Mapping[str, Words]
    composed: Mapping[str, Composed]
    day: date
    site_notices: SiteNotices = SiteNotices()

    @cached_property
    def register(self) -> Cursor[Register]:
        """The facts of the register."""
        return Cursor(self.notice, (), self.notice.register)

    @cached_property
    def controller(self) -> Cursor[Controller]:
        """The facts of the controller."""
        return Cursor(self.notice, ("controller",), self.notice.controller)

    @cached_property
    def site(self) -> Cursor[Site]:
        """The facts of the site."""
        return Cursor(self.notice, ("site",), self.notice.site)

    @cached_property
    def purposes(self) -> tuple[Cursor[Purpose], ...]:
        """The purposes, in the owner's order."""
        return tuple(self.register[REGISTER.purposes].entries())

    @cached_property
    def recipients(self) -> tuple[Cursor[Recipient], ...]:
        """Every recipient in full: the owner's facts over the vocabulary's."""
        return self._in_full("recipients", self.derived.recipients)

    @property
    def declared_recipients(self) -> Iterator[Cursor[Recipient]]:
        """The recipients of the register and of the vocabulary; an unknown id is another rule's finding."""
        known = {*(self.register.facts.recipients or {}), *self.notice.vocabulary.recipients}
        return (recipient for recipient in self.recipients if recipient.id in known)

    @cached_property
    def sources(self) -> tuple[Cursor[Source], ...]:
        """Every source in full: the owner's facts over the vocabulary's."""
        return self._in_full("sources", self.derived.sources)

    @cached_property
    def cookies(self) -> tuple[Cursor[Cookie], ...]:
        """Every cookie in full: the owner's facts over the vocabulary's."""
        return self._in_full("cookies", self.derived.cookies)

    @cached_property
    def transfers(self) -> tuple[tuple[Cursor[Recipient], Cursor[Transfer]], ...]:
        """Every transfer out of the EEA with its recipient; the cursor has no value if nothing is stated on it."""
        by_id = {recipient.id: recipient for recipient in self.recipients}
        rows = [(by_id[row.recipient], row.country, row.transfer) for row in self.derived.transfers]
        return tuple(
            (recipient, Cursor(self.notice, (*recipient[RECIPIENT.transfers].path, country), transfer))
            for recipient, country, transfer in rows
        )

    def _in_full(self, key: str, things: Mapping[str, F]) -> tuple[Cursor[F], ...]:
        return tuple(Cursor(self.notice, (key, id), thing) for id, thing in things.items())


Check = Callable[[RuleContext], Iterator[Violation]]


@dataclass(frozen=True)
class Rule:
    """One rule. `cites` are its provisions and decisions; `check` is None for a fault that the reader reports.

    A finding of a rule that `blocks_release` prevents a release, whatever its level, and cannot be waived.
    """

    code: str
    name: str
    level: Level
    cites: tuple[Citation, ...]
    page: str
    check: Check | None = None
    blocks_release: bool = False

    def findings(self, context: RuleContext) -> Iterator[Finding]:
        """The rule's findings in the context."""
        for violation in self.check(context) if self.check else ():
            yield self.finding_of(violation)

    def finding_of(self, violation: Violation) -> Finding:
        """The finding of this rule for one violation."""
        return Finding(
            violation.span,
            self.code,
            self.name,
            self.level,
            message="",
            cites=tuple(str(citation) for citation in self.cites),
            fact=dotted(violation.path),
            fix=violation.fix,
            key=violation.message,
            arguments=violation.arguments,
            suggestion=violation.suggestion,
        )


def rule(code: str, *cites: str, level: Level = Level.ERROR, blocks_release: bool = False) -> Callable[[Check], Rule]:
    """Turn the decorated function into a rule with its name and docstring. An unknown provision raises `KeyError`."""

    def made(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        return Rule(code, name, level, cited(cites), page_of(check), check, blocks_release)

    return made


def page_of(documented: Callable[..., object]) -> str:
    """The docstring, without the indentation of the code."""
    return cleandoc(documented.__doc__ or "")
