"""Check a site after a save: first the notices concerned, then all of them."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from pathlib import Path

from notice.check import Checked, check
from notice.document.composed import ComposedNotice
from notice.document.parts import DocumentInfo
from notice.errors import CannotRun
from notice.findings import Finding
from notice.load import load
from notice.serve.state import Shown, State, faulty_registers, register_of


class Superseded(Exception):
    """A newer save made the running check useless."""


def check_all(folder: Path, before: State, day: date, stop: Callable[[], bool] = lambda: False) -> State:
    """The state after a check of the whole site. Raises `Superseded` once `stop` is true, and what `load` raises.

    A notice with an error stays as it was before; with an error in a shared file, all do.
    """
    checked, fresh = _checked(folder, day, lambda _: True, stop)
    if not fresh and not checked.findings:
        raise CannotRun("no-registers", folder=folder.resolve())
    registers = tuple(fresh) or before.registers
    now = replace(
        before,
        number=before.number + 1,
        day=day,
        findings=checked.findings,
        sources=checked.loaded.sources,
        registers=registers,
        stopped=None,
        is_partial=False,
    )
    faulty = faulty_registers(checked.findings, registers)
    if faulty is None:
        return now
    good = {**before.shown, **{id: shown for id, shown in fresh.items() if id not in faulty}}
    shown = {id: good[id] for id in registers if id in good}
    return replace(now, shown=shown, site=checked.loaded.site, logo=checked.loaded.logo)


def check_some(
    folder: Path, before: State, day: date, ids: Collection[str], files: Collection[str], stop: Callable[[], bool]
) -> State:
    """The state after a check of the registers `ids` alone; `files` are those that were saved.

    Other findings stay as they were before, until the whole site is checked.
    """
    checked, fresh = _checked(folder, day, lambda id: id in ids, stop)

    def is_renewed(finding: Finding) -> bool:
        file = finding.span.file
        return file in files or register_of(file, before.registers) in ids

    kept = (finding for finding in before.findings if not is_renewed(finding))
    findings = tuple(sorted({*kept, *filter(is_renewed, checked.findings)}))
    now = replace(
        before,
        number=before.number + 1,
        findings=findings,
        sources={**before.sources, **checked.loaded.sources},
        stopped=None,
        is_partial=True,
    )
    faulty = faulty_registers(findings, before.registers)
    if faulty is None:
        return now
    good = {**before.shown, **{id: shown for id, shown in fresh.items() if id not in faulty}}
    shown = {id: good[id] for id in before.registers if id in good}
    return replace(now, shown=shown, site=checked.loaded.site, logo=checked.loaded.logo)


def _checked(
    folder: Path, day: date, wanted: Callable[[str], bool], stop: Callable[[], bool]
) -> tuple[Checked, dict[str, Shown]]:
    """The check of the registers `wanted`, and each of their notices in the site's order."""
    documents: dict[str, tuple[DocumentInfo, ...]] = {}

    def go_on() -> None:
        if stop():
            raise Superseded

    def is_wanted(id: str) -> bool:
        go_on()
        return wanted(id)

    def keep(composed: ComposedNotice) -> None:
        go_on()
        documents[composed.notice.id] = tuple(document.info for document in composed.documents.values())

    loaded = load(folder, wanted=is_wanted)
    checked = check(loaded, day, keep)
    return checked, {notice.id: Shown(notice, loaded, documents[notice.id]) for notice in loaded.notices}
