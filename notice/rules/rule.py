"""What a rule is: one documented function over one case, with its code, its level and the law that it serves.

A rule's name is its function's name, and names the fault. Its docstring is the page that `notice explain` prints:
the duty in the first sentence, then why, then `Fails` and `Passes`, which are run as the rule's tests.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from notice.document import Composed
from notice.findings import Edit, FactPath, Finding, Level, Span, dotted
from notice.law.citations import Citation, cited
from notice.model.site import Notice
from notice.words import Words


@dataclass(frozen=True)
class Case:
    """What a rule looks at: the facts, the words and the composed document of each language, and the law's day.

    `among` are all notices of the site in the order of its list, this one too, for what must be the same in all.
    """

    notice: Notice
    words: Mapping[str, Words]
    composed: Mapping[str, Composed]
    day: date
    among: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a rule is broken and what to do: a sentence, the short mark under the place, and the help.

    `at` is the fact's path; `span` says the place where it is no fact of the register, such as a word.
    `edits` mend it where that takes no judgement.
    """

    at: FactPath
    message: str
    mark: str = ""
    help: str = ""
    span: Span | None = None
    edits: tuple[Edit, ...] = ()


Check = Callable[[Case], Iterator[Fault]]


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

    def findings(self, case: Case) -> Iterator[Finding]:
        """The rule's findings in the case."""
        for fault in self.check(case) if self.check else ():
            found = self.finding(fault.span or case.notice.span(*fault.at), fault.message, fault.mark, fault.help)
            yield replace(found, fact=dotted(fault.at), edits=fault.edits)

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
