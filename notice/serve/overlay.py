"""The overlay over a page: the findings of the moment, what waits for the owner, and the pages that only serve has."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import jinja2
import markdown
from markupsafe import Markup, escape

from notice.document.parts import DocumentInfo
from notice.findings import Finding, Level
from notice.messages import text, worded
from notice.reports import Report
from notice.reports.frames import frame
from notice.reports.full import COMMANDS
from notice.reports.pages import finding_of, markdown_page
from notice.reports.texts import help, label, law, mark, sentence, title
from notice.rules import RULES
from notice.rules.rule import Rule
from notice.serve.rendering import Page
from notice.serve.state import State, faulty_registers, register_of
from notice.verify import RULES as SITE_RULES

OWN = "/_notice/"
"""The path of the server's own files, which no site has: a language is no `_notice`."""

EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
}
"""The address that opens a file at a line in each editor."""

MOST, MOST_WAITING = 50, 250
"""The most findings and waiting facts that the overlay lists; `notice check` lists all."""

WAITING = frozenset({"D001", "D002"})
"""The rules whose findings are facts that wait for the owner."""

_CODE = re.compile("`([^`]+)`")

_POLICY = re.compile(rb"<meta\s[^>]*Content-Security-Policy[^>]*>\n?", re.IGNORECASE)


@dataclass(frozen=True)
class Overlay:
    """The overlay in one language. `shown` is how people read the path of a file; `editor` one of `EDITORS`, or ""."""

    folder: Path
    language: str
    shown: Callable[[str], str] = str
    editor: str = ""

    def fragment(self, state: State, page: Page, register: str | None) -> str:
        """The overlay's content over the page of a register, or over one that registers share."""
        near = [one for one in state.findings if _concerns(one, register, state)]
        waiting = [finding for finding in near if finding.code in WAITING][:MOST_WAITING]
        errors = (*page.flaws, *state.errors)
        others = [one for one in near if one.level is not Level.ERROR and one.code not in WAITING]
        listed = (*errors, *others)[:MOST]
        all_waiting = sum(finding.code in WAITING for finding in state.findings)
        report = self._report(state, (*listed, *waiting))
        return _template("overlay.html").render(
            words=self._words,
            stopped=[worded(clause, self.language) for clause in (state.stopped, page.stopped) if clause],
            is_old=page.artifact is not None and (page.stopped is not None or _may_be_old(register, state)),
            is_partial=state.is_partial,
            findings=[self._row(finding, report) for finding in report.findings[: len(listed)]],
            left=len(page.flaws) + len(state.findings) - all_waiting - len(listed),
            waiting=[self._waiting(finding, report) for finding in report.findings[len(listed) :]],
            waiting_elsewhere=all_waiting - len(waiting),
        )

    def status(self, state: State, page: Page) -> str:
        """The state in a few words."""
        counted = [*page.flaws, *(finding for finding in state.findings if finding.code not in WAITING)]
        errors = sum(finding.level is Level.ERROR for finding in counted)
        errors += (state.stopped is not None) + (page.stopped is not None)
        counts = {
            "errors": errors,
            "warnings": sum(finding.level is Level.WARNING for finding in counted),
            "waiting": sum(finding.code in WAITING for finding in state.findings),
        }
        parts = [f"{self._words(key)}: {number}" for key, number in counts.items() if number]
        return " · ".join(parts) or self._words("none")

    def is_open(self, state: State) -> bool:
        """True while there is a warning, or a fact that waits."""
        return any(finding.level is not Level.INFO for finding in state.findings)

    def missing(self, state: State, documents: Iterable[DocumentInfo]) -> bytes:
        """The page at an address without one: why there is none, and a list of those that there are."""
        why = "not-yet" if state.number == 0 else "no-page" if state.shown else "no-good-page"
        page = _template("missing.html").render(
            words=self._words, language=self.language, why=self._words(why), documents=documents
        )
        return page.encode()

    def explanation(self, code: str) -> bytes | None:
        """The page of a rule; None where there is no such rule."""
        rule = _rules().get(code)
        if rule is None:
            return None
        html = markdown.markdown(markdown_page(rule, self.language), extensions=["fenced_code"])
        heading = f"{rule.code} {title(finding_of(rule), self.language)}"
        page = _template("rule.html").render(
            words=self._words, language=self.language, heading=heading, content=Markup(html)
        )
        return page.encode()

    def _words(self, id: str, **arguments: object) -> str:
        return text(self.language, "serve", id, **arguments)

    def _report(self, state: State, findings: Iterable[Finding]) -> Report:
        shown = tuple(findings)
        report = Report(shown, state.sources, state.day, len(state.shown), shown=self.shown, language=self.language)
        return report.for_people()

    def _row(self, finding: Finding, report: Report) -> Mapping[str, object]:
        return {
            **self._place(finding, report),
            "level": str(finding.level),
            "label": label(self.language, str(finding.level)),
            "code": finding.code,
            "sentence": sentence(finding, self.language),
            "frame": "\n".join(frame(finding, report)[1:]),
            "rows": {
                self._words("help"): help(finding, self.language),
                self._words("fix"): f"`{COMMANDS[finding.fix.grade]}`" if finding.fix else "",
                self._words("law"): law(finding, self.language),
            },
        }

    def _waiting(self, finding: Finding, report: Report) -> Mapping[str, object]:
        fact = dict(finding.arguments).get("fact", finding.fact)
        return {**self._place(finding, report), "fact": fact, "mark": mark(finding, self.language)}

    def _place(self, finding: Finding, report: Report) -> Mapping[str, object]:
        span = finding.span
        path = quote(f"/{(self.folder / span.file).resolve().as_posix().lstrip('/')}", safe="/:")
        href = EDITORS[self.editor].format(path=path, line=span.line, column=span.column) if self.editor else ""
        return {"place": f"{report.shown(span.file)}:{span.line}", "of": f"{finding.code} {finding.fact}", "href": href}


def injected(body: bytes, script: str) -> bytes:
    """A page with the script before its end, and without a policy of its own, which the server's header replaces."""
    body = _POLICY.sub(b"", body)
    before, end, after = body.rpartition(b"</body>")
    return before + script.encode() + end + after if end else body + script.encode()


def errors_key(state: State, page: Page) -> str:
    """A key of the errors of the moment, "" where there are none: an overlay that was closed opens for new ones."""
    found = [repr((one.code, one.fact, one.span.file, one.arguments)) for one in (*page.flaws, *state.errors)]
    found += [str(clause) for clause in (state.stopped, page.stopped) if clause]
    return sha256("\n".join(found).encode(errors="surrogatepass")).hexdigest()[:16] if found else ""


def own_file(name: str) -> bytes:
    """A file of the server's own: `overlay.js`, `overlay.css`, `own.css`."""
    return (files("notice") / "serve" / "browser" / name).read_bytes()


def _concerns(finding: Finding, register: str | None, state: State) -> bool:
    """True for a finding of the register, and for one in a file that registers share."""
    return register_of(finding.span.file, state.registers) in (register, None)


def _may_be_old(register: str | None, state: State) -> bool:
    """True where an error keeps the last good page of a register; for a page that registers share, of any."""
    faulty = faulty_registers(state.findings, state.registers)
    if state.stopped or faulty is None:
        return True
    return register in faulty if register else bool(faulty)


@cache
def _rules() -> Mapping[str, Rule]:
    return {rule.code: rule for rule in (*RULES, *SITE_RULES)}


def _with_code(text: str) -> Markup:
    """The text, escaped; what is between backticks is code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))


@cache
def _template(name: str) -> jinja2.Template:
    env = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda one: own_file(one).decode()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["code"] = _with_code
    return env.get_template(name)
