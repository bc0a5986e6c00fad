"""The services that an owner uses as recipients of a register: linked into purposes, with facts, cookies and marks."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from notice.interview.answers import Answers, Service
from notice.interview.edits import (
    comment,
    scalar,
    tree,
    with_confirm,
    with_cookies,
    with_entries,
    with_purpose,
    with_recipients,
    without_block,
    without_purpose,
)
from notice.interview.services import GROUPS, Group, cookies, is_advertising, known
from notice.law.adequacy import ADEQUACY
from notice.law.countries import EEA
from notice.messages import text

STATISTICS = "visitor-statistics"
"""The purpose for which statistics on visitors are made."""

ADVERTISING = "targeted-advertising"
"""The purpose for which advertising networks get data."""

PURPOSE = """\
  {id}:
    basis: consent
    withdraw: [cookie-settings]
    people: [site-visitors]
    data: [pages-visited, visit-times, device-data, cookie-identifiers]
    recipients: [{recipients}]
    keep: unknown
    required: voluntary
    marketing: unknown
    means: automated
    identifiable: no
"""
COOKIE = (
    "{0}-cookie: {{name: unknown, provider: {0}, purpose: ad-measurement, category: marketing, duration: unknown, "
    "read-by: [{0}], serves: targeted-advertising}}"
)


def with_services(
    files: Mapping[str, str], path: str, answers: Answers, language: str, *, shared: bool
) -> dict[str, str]:
    """The files of the register at the path, with the services that the owner uses among its recipients.

    `shared`: the facts of known services are in the site's vocabulary.
    """
    made, entries, setters = dict(files), dict[str, str](), dict[Service, None]()
    for group in GROUPS:
        if (kind := _open_kind(made[path], group)) is None or (used := answers.services.get(group.id)) is None:
            continue
        advertising = tuple(service for service in used if is_advertising(service))
        services = tuple(service for service in used if service not in advertising)
        made[path] = _with_advertising(made[path], advertising, language)
        made[path] = with_recipients(made[path], kind, [(service.id or kind) for service in services])
        setters |= dict.fromkeys(used)
        entries |= dict(_entry(service, kind) for service in used if not (shared and service.id))
        for ended in group.ends if not services else ():
            if len(tree(made[path])["purposes"]) > 1:
                made[path] = without_purpose(made[path], ended)
                made |= {other: without_block(words, ended) for other, words in made.items() if other != path}
    made[path] = _with_known_cookies(made[path], setters, language)
    made[path] = with_entries(made[path], entries, comment(text(language, "init", "comments", "services")))
    firm = text(language, "init", "forms", "firm")
    made[path] = re.sub(r"^(  [\w-]+: unknown)$", lambda found: f"{found[1]}  # {firm}", made[path], flags=re.MULTILINE)
    return made


def shared_recipients(answers: Answers, texts: Iterable[str], language: str) -> str:
    """The facts of the known services that the registers name, as the text of a vocabulary; "" where they name none."""
    named = {id for each in texts for purpose in tree(each)["purposes"].values() for id in purpose["recipients"]}
    used = (service for group in GROUPS for service in answers.services.get(group.id, ()) if service.id in named)
    entries = dict(_entry(service, "") for service in used)
    if not entries:
        return ""
    lines = "".join(f"  {id}: {facts}\n" for id, facts in entries.items())
    return f"{comment(text(language, 'init', 'comments', 'services'))}\nrecipients:\n{lines}"


def _open_kind(text: str, group: Group) -> str | None:
    """The group's kind of recipient that is `unknown` in a register."""
    recipients = tree(text).get("recipients") or {}
    return next((kind for kind in group.kinds if recipients.get(kind) == "unknown"), None)


def _with_advertising(register: str, networks: tuple[Service, ...], language: str) -> str:
    """The register with the purpose of advertising networks and their cookies; as it is without any.

    Targeting is profiling, of which the register that comes ready says that there is none.
    """
    if not networks:
        return register
    ids = [one.id for one in networks]
    purpose = PURPOSE.format(id=ADVERTISING, recipients=", ".join(ids))
    reasons = {f"purposes.{ADVERTISING}": text(language, "init", "reasons", "advertising")}
    made = with_cookies(with_purpose(register, purpose), map(COOKIE.format, ids))
    made = re.sub(r"^profiling: none$", "profiling: unknown", made, flags=re.MULTILINE)
    return with_confirm(made, reasons)


def _with_known_cookies(register: str, services: Iterable[Service], language: str) -> str:
    """The register with the cookies that the services are known to set, behind `#`: which ones, the browser shows."""
    lines, purposes = [], tree(register)["purposes"]
    for one in services:
        for id, facts in cookies(one.id).items():
            stated = {} if "duration" in facts else {"duration": "unknown"}
            stated["read-by"] = f"[{one.id}]"
            if facts["category"] != "necessary":
                serves = ADVERTISING if is_advertising(one) else STATISTICS
                is_served = serves in purposes and facts["category"] != "preferences"
                stated["serves"] = serves if is_served else "unknown"
            lines.append(
                f"# {id}: {{{', '.join(f'{key}: {value}' for key, value in stated.items())}}}  # {facts['name']}"
            )
    if not lines:
        return register
    return with_cookies(register, [*comment(text(language, "init", "comments", "cookies")).split("\n"), *lines])


def _entry(service: Service, kind: str) -> tuple[str, str]:
    """A recipient's id and facts: of a known one as they usually are, of another as far as it was named."""
    if not service.id:
        return kind, f"{{named: {scalar(service.name)}, role: unknown, country: unknown, contract: unknown}}"
    facts = known()[service.id]
    role = facts.get("usual-role", "unknown")
    stated = [f"role: {role}", *(["contract: unknown"] if role != "controller" else [])]
    if "asks-joint-control" in facts:
        stated.append("joint-control: unknown")
    if transfers := facts.get("usual-transfers"):
        rows = (f"{country}: {_transfer(country, way, facts)}" for country, way in transfers.items())
        stated.append(f"transfers: {{{', '.join(rows)}}}")
    elif "group-country" in facts or facts.get("country") not in EEA:
        stated.append("transfers: unknown")
    return service.id, f"{{{', '.join(stated)}}}"


def _transfer(country: str, mechanism: str, facts: Mapping[str, Any]) -> str:
    """What a transfer by a mechanism has to state: the ground itself, and `unknown` what only a contract says."""
    stated = {"mechanism": mechanism}
    if country != facts.get("country"):
        stated["importer"] = "unknown"
    if mechanism == "dpf":
        stated["verified"] = "unknown"
    if mechanism == "adequacy" and any(one.country == country and one.partial for one in ADEQUACY):
        stated["in-scope"] = "unknown"
    if mechanism == "bcr":
        stated["reference"] = "unknown"
    if mechanism in ("scc", "bcr"):
        stated["copy"] = "unknown"
    return "{" + ", ".join(f"{key}: {value}" for key, value in stated.items()) + "}"
