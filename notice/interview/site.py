"""The files of a new site, from the presets and the owner's answers."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from notice.interview.answers import Answers, Chosen, Service
from notice.interview.edits import (
    comment,
    scalar,
    tree,
    with_confirm,
    with_entries,
    with_purpose,
    with_recipients,
    with_value,
    without_block,
    without_purpose,
)
from notice.interview.services import GROUPS, Group, is_advertising, known
from notice.languages import LANGUAGES
from notice.law.adequacy import ADEQUACY
from notice.messages import text
from notice.presets import SITE, new_site, register_files

VOCABULARY = "content/vocabulary.yaml"
CONTROLLER = "content/controller.yaml"

DEFAULT = "webshop-customers"
"""The preset of a site whose owner chooses none."""

SHOP = "webshop-customers"
"""The preset of those who sell on the net."""

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
    "  {0}-cookie: {{name: unknown, provider: {0}, purpose: ad-measurement, category: marketing, duration: unknown, "
    "read-by: [{0}], serves: targeted-advertising}}\n"
)

KEYS = ("name", "business-id", "provides-online-service", "vat-id", "address", "email", "phone", "website")
"""The keys of the controller that may be `unknown`, each with the form of its answer in the catalogue."""


def site_of(answers: Answers, day: date, language: str, *, has_vocabulary: bool = False) -> dict[str, str]:
    """The files of a new site, as texts by their path below the site's folder.

    What was answered is stated; all else is `unknown`, with the form of the answer beside it, or under `confirm`.
    `language` is that of comments and reasons. Several registers share the facts of known services in the vocabulary,
    unless the site `has_vocabulary` already.
    """
    chosen = (Chosen(DEFAULT, DEFAULT),) if answers.registers is None else answers.registers
    languages = answers.languages or tuple(LANGUAGES)
    made = new_site(dict.fromkeys(one.preset for one in chosen), day, language)
    site = _site(made[SITE], chosen, languages)
    controller = _controller(made[CONTROLLER], answers, language)
    files = {SITE: site, CONTROLLER: _of_shop(controller, answers, chosen, languages, language)}
    shared = len(chosen) > 1 and not has_vocabulary
    for one in chosen:
        texts = _texts_of(one, made, languages, day, language)
        files |= _with_services(texts, f"content/registers/{one.id}.yaml", answers, language, shared=shared)
    if shared:
        files |= _vocabulary(answers, [files[f"content/registers/{one.id}.yaml"] for one in chosen], language)
    return files


def _site(text: str, chosen: Iterable[Chosen], languages: tuple[str, ...]) -> str:
    """The `site.yaml` with these registers and languages."""
    text = re.sub(r"^registers: .*$", f"registers: [{', '.join(one.id for one in chosen)}]", text, flags=re.MULTILINE)
    text = re.sub(r"^languages: .*$", f"languages: [{', '.join(languages)}]", text, flags=re.MULTILINE)
    return re.sub(r"^default-language: .*$", f"default-language: {languages[0]}", text, flags=re.MULTILINE)


def answered_in(controller: str, answers: Answers) -> str:
    """The `controller.yaml` with the answers in place of what is `unknown` there; nothing else changes."""
    for key, value in _values(answers).items():
        if value is not None:
            controller = with_value(controller, key, value, "")
    if answers.dpo_email:
        officer = f"dpo: {{email: {scalar(answers.dpo_email)}}}"
        controller = controller.replace("dpo: {email: unknown}", officer, 1)
    return controller


def _values(answers: Answers) -> Mapping[str, str | None]:
    """The answers about the controller as YAML, by key."""
    postal = answers.address
    parts = {"street": postal.street, "postcode": postal.postcode, "city": postal.city} if postal else {}
    return {
        "name": answers.name and scalar(answers.name),
        "business-id": answers.business_id,
        "address": f"{{{', '.join(f'{key}: {scalar(value)}' for key, value in parts.items())}}}" if parts else None,
        "email": answers.email and scalar(answers.email),
        "phone": answers.phone and scalar(answers.phone),
        "website": answers.website and scalar(answers.website),
    }


def _controller(made: str, answers: Answers, language: str) -> str:
    """The new `controller.yaml` with the answers, and the form of an answer beside each `unknown`."""
    made = re.sub(r"^(phone: .*\n)", r"\1website: unknown\n", made, count=1, flags=re.MULTILINE)
    made = answered_in(made, answers)
    for key in KEYS:
        made = with_value(made, key, None, form(language, key))
    return made


def _of_shop(made: str, answers: Answers, chosen: Iterable[Chosen], languages: tuple[str, ...], language: str) -> str:
    """The new `controller.yaml` with what follows from the registers and languages of the site."""
    made = made.replace("languages: [fi, sv, en]", f"languages: [{', '.join(languages)}]", 1)
    if any(one.preset == SHOP for one in chosen):
        made = with_value(made, "provides-online-service", "yes", "")
        if answers.business_id:
            made = with_value(made, "vat-id", f"FI{answers.business_id.replace('-', '')}", "")
            made = with_confirm(made, {"vat-id": _reason(language, "vat-id")})
    return made


def _texts_of(
    one: Chosen, made: Mapping[str, str], languages: tuple[str, ...], day: date, language: str
) -> dict[str, str]:
    """The files of a register: those `made` of its preset, or with an id of its own."""
    if one.id != one.preset:
        return _labelled(register_files(one.preset, one.id, languages, day, language), one)
    return {path: made[path] for path in (f"content/{part}/{one.id}.yaml" for part in ("registers", *languages))}


def _with_services(made: dict[str, str], path: str, answers: Answers, language: str, *, shared: bool) -> dict[str, str]:
    """The files of the register at the path, with the services that the owner uses among its recipients.

    `shared`: the facts of known services are in the site's vocabulary.
    """
    entries: dict[str, str] = {}
    for group in GROUPS:
        if (kind := _open_kind(made[path], group)) is None or (used := answers.services.get(group.id)) is None:
            continue
        advertising = tuple(service for service in used if is_advertising(service))
        services = tuple(service for service in used if service not in advertising)
        made[path] = _with_advertising(made[path], advertising, language)
        made[path] = with_recipients(made[path], kind, [(service.id or kind) for service in services])
        entries |= dict(_entry(service, kind) for service in used if not (shared and service.id))
        for ended in group.ends if not services else ():
            if len(tree(made[path])["purposes"]) > 1:
                made[path] = without_purpose(made[path], ended)
                made |= {other: without_block(words, ended) for other, words in made.items() if other != path}
    made[path] = with_entries(made[path], entries, comment(text(language, "init", "comments", "services")))
    firm = form(language, "firm")
    made[path] = re.sub(r"^(  [\w-]+: unknown)$", lambda found: f"{found[1]}  # {firm}", made[path], flags=re.MULTILINE)
    return made


def _labelled(made: Mapping[str, str], one: Chosen) -> dict[str, str]:
    """The files with the owner's name for the register in place of its id in the words."""
    name = re.compile(rf"^name: (.*) \({re.escape(one.id)}\)$", re.MULTILINE)
    with_label = (
        name.sub(lambda found: f"name: {scalar(f'{found[1]} ({one.label or one.id})')}", text) for text in made.values()
    )
    return dict(zip(made, with_label, strict=True))


def _vocabulary(answers: Answers, texts: Iterable[str], language: str) -> dict[str, str]:
    """The `vocabulary.yaml` with the facts of the known services that registers name; none where they name none."""
    named = {id for each in texts for purpose in tree(each)["purposes"].values() for id in purpose["recipients"]}
    used = (service for group in GROUPS for service in answers.services.get(group.id, ()) if service.id in named)
    entries = dict(_entry(service, "") for service in used)
    if not entries:
        return {}
    lines = "".join(f"  {id}: {facts}\n" for id, facts in entries.items())
    return {VOCABULARY: f"{comment(text(language, 'init', 'comments', 'services'))}\nrecipients:\n{lines}"}


def _open_kind(text: str, group: Group) -> str | None:
    """The group's kind of recipient that is `unknown` in a register."""
    recipients = tree(text).get("recipients") or {}
    return next((kind for kind in group.kinds if recipients.get(kind) == "unknown"), None)


def _with_advertising(register: str, networks: tuple[Service, ...], language: str) -> str:
    """The register with the purpose of advertising networks and their cookies; as it is without any."""
    if not networks:
        return register
    ids = [one.id for one in networks]
    purpose = PURPOSE.format(id=ADVERTISING, recipients=", ".join(ids))
    reasons = {f"purposes.{ADVERTISING}": _reason(language, "advertising")}
    return with_confirm(with_purpose(register, purpose, map(COOKIE.format, ids)), reasons)


def _entry(service: Service, kind: str) -> tuple[str, str]:
    """A recipient's id and facts: of a known one as they usually are, of another as far as it was named."""
    if not service.id:
        return kind, f"{{named: {scalar(service.name)}, role: unknown, country: unknown, contract: unknown}}"
    facts = known()[service.id]
    stated = [f"role: {facts.get('usual-role', 'unknown')}", "contract: unknown"]
    if "asks-joint-control" in facts:
        stated.append("joint-control: unknown")
    if transfers := facts.get("usual-transfers"):
        rows = (f"{country}: {_transfer(country, way, facts)}" for country, way in transfers.items())
        stated.append(f"transfers: {{{', '.join(rows)}}}")
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


def form(language: str, key: str) -> str:
    """The form of an answer, as a comment has it."""
    return text(language, "init", "forms", key)


def _reason(language: str, id: str) -> str:
    return text(language, "init", "reasons", id)
