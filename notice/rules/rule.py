"""What a rule is: one documented function over one context, with its code, its level and the law that it serves.

A rule's name is its function's name, and names the fault. Its docstring is the page that `notice explain` prints:
the duty in the first sentence, then why, then `Fails` and `Passes`, which are run as the rule's tests.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from notice.derive import Derived
from notice.document import Composed
from notice.findings import NO_FIX, FactPath, Finding, Fix, Level, Span, Violation, dotted
from notice.law.citations import Citation, cited
from notice.model.controller import Controller
from notice.model.cursor import Cursor
from notice.model.fields import Facts
from notice.model.keys import KEEP, PURPOSE, RECIPIENT, REGISTER
from notice.model.purpose import Keep, Purpose, Retention
from notice.model.register import Cookie, Recipient, Register, Source, Transfer
from notice.model.site import Notice, Site
from notice.words import Words

F = TypeVar("F", bound=Facts)


@dataclass(frozen=True)
class RuleContext:
    """What a rule looks at: the facts, the words and the composed document of each language, and the law's day.

    `among` are all notices of the site in the order of its list, this one too, for what must be the same in all.
    """

    notice: Notice
    derived: Derived
    words: Mapping[str, Words]
    composed: Mapping[str, Composed]
    day: date
    among: tuple[Notice, ...] = ()

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
    def retentions(self) -> tuple[tuple[Cursor[Purpose], Cursor[Retention]], ...]:
        """Every retention that is stated, with its purpose; data that are kept otherwise have one each."""
        return tuple((purpose, keep) for purpose in self.purposes for keep in _retentions(purpose[PURPOSE.keep]))

    @cached_property
    def recipients(self) -> tuple[Cursor[Recipient], ...]:
        """Every recipient in full: the owner's facts over the vocabulary's."""
        return self._in_full("recipients", self.derived.recipients)

    @property
    def declared_recipients(self) -> Iterator[Cursor[Recipient]]:
        """The recipients of the register and of the vocabulary; an id that names nothing is a finding of its own."""
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
        """Every transfer out of the EEA by recipient and country; without a value where nothing is stated of it."""
        by_id = {recipient.id: recipient for recipient in self.recipients}
        rows = [(by_id[row.recipient], row.country, row.transfer) for row in self.derived.transfers]
        return tuple(
            (recipient, Cursor(self.notice, (*recipient[RECIPIENT.transfers].path, country), transfer))
            for recipient, country, transfer in rows
        )

    def _in_full(self, key: str, things: Mapping[str, F]) -> tuple[Cursor[F], ...]:
        return tuple(Cursor(self.notice, (key, id), thing) for id, thing in things.items())


def _retentions(keep: Cursor[Keep]) -> Iterator[Cursor[Retention]]:
    if keep.value is not None:
        yield Cursor(keep.notice, keep.path, keep.value)
        for one in keep[KEEP.by_data].items():
            yield Cursor(one.notice, one.path, one.value)


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a rule is broken and what to do: a sentence, the short mark under the place, and the help.

    `at` is the fact's path; `span` says the place where it is no fact of the register, such as a word.
    `fix` corrects it where the correction is known.
    """

    at: FactPath
    message: str
    mark: str = ""
    help: str = ""
    span: Span | None = None
    fix: Fix = NO_FIX


Check = Callable[[RuleContext], Iterator[Fault | Violation]]


@dataclass(frozen=True)
class Rule:
    """One rule. `cites` are its provisions and decisions; `check` is None for a fault that the reading itself finds.

    A rule that `blocks_release` keeps a site from being released, whatever its level; nobody can waive its findings.
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
        for fault in self.check(context) if self.check else ():
            if isinstance(fault, Violation):
                yield self.finding_of(fault)
                continue
            found = self.finding(fault.span or context.notice.span(*fault.at), fault.message, fault.mark, fault.help)
            yield replace(found, fact=dotted(fault.at), fix=fault.fix)

    def finding_of(self, violation: Violation) -> Finding:
        """The finding of this rule for one violation."""
        return Finding(
            violation.span,
            self.code,
            self.name,
            self.level,
            message="",
            cites=tuple(str(one) for one in self.cites),
            fact=dotted(violation.path),
            fix=violation.fix,
            key=violation.message,
            arguments=violation.arguments,
            suggestion=violation.suggestion,
        )

    def finding(self, span: Span, message: str, mark: str = "", help: str = "") -> Finding:
        """A finding of this rule at a place."""
        cites = tuple(str(one) for one in self.cites)
        return Finding(span, self.code, self.name, self.level, message, mark, help, cites)


def rule(code: str, *cites: str, level: Level = Level.ERROR, blocks_release: bool = False) -> Callable[[Check], Rule]:
    """Makes a rule of the function below: its name and page are the function's own. Unknown provisions raise."""

    def made(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        return Rule(code, name, level, cited(cites), page_of(check), check, blocks_release)

    return made


def page_of(documented: Callable[..., object]) -> str:
    """The docstring, without the indentation of the code."""
    from inspect import cleandoc

    return cleandoc(documented.__doc__ or "")
