"""Fingerprints: identify a finding across runs by its rule, file, fact and the marked text."""

import re
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256

from notice.findings import Finding, Span

_QUOTED = re.compile(r"“([^”]*)”|`([^`]*)`")


def fingerprints(
    findings: Iterable[Finding], sources: Mapping[str, str], path: Callable[[str], str] = str
) -> list[str]:
    """A fingerprint for each finding, in order; no two are the same.

    It hashes the code, the path, the fact's place in the YAML, the marked text and the arguments of the message,
    never a line number or the message's wording: it survives moved lines and reworded messages.
    Findings that agree in all of these are numbered.
    """
    seen: dict[str, int] = {}
    prints = []
    for finding in findings:
        quoted = [first or second for first, second in _QUOTED.findall(finding.message)]
        quoted += [value for _, value in finding.arguments]
        parts = (finding.code, path(finding.span.file), finding.fact, _marked(finding.span, sources), *quoted)
        base = "\0".join(" ".join(part.split()) for part in parts)
        seen[base] = seen.get(base, 0) + 1
        prints.append(sha256(f"{base}\0{seen[base]}".encode(errors="surrogatepass")).hexdigest())
    return prints


def _marked(span: Span, sources: Mapping[str, str]) -> str:
    """The text of the span; a finding that marks a key is identified by the key, not by its value."""
    lines = sources.get(span.file, "").splitlines()[span.line - 1 : span.end_line]
    if not lines:
        return ""
    lines[-1] = lines[-1][: span.end_column - 1] if len(lines) == span.end_line - span.line + 1 else lines[-1]
    lines[0] = lines[0][span.column - 1 :]
    return " ".join(lines)
