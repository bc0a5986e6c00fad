"""The files of a new site, from the presets and the owner's answers."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from notice.derive import is_public_body
from notice.interview.answers import Answers, Chosen, Service
from notice.interview.edits import comment, scalar, with_confirm, with_value
from notice.interview.recipients import shared_recipients, with_services
from notice.languages import LANGUAGES
from notice.messages import text
from notice.presets import (
    CONTROLLER,
    SITE,
    VOCABULARY,
    is_of_authority,
    new_site,
    register_files,
    without_recipients,
)
from notice.schema.modelines import with_modelines
from notice.yamlreader import read

DEFAULT = "webshop-customers"
"""The preset of a site whose owner chooses none."""

SHOP = "webshop-customers"
"""The preset of those who sell on the net."""

KEYS = ("name", "business-id", "provides-online-service", "vat-id", "address", "email", "phone", "website")
"""The keys of the controller that may be `unknown`, each with the form of its answer in the catalogue."""


CONTENT_SYSTEMS = re.compile(r"wordpress|woocommerce|wix|squarespace|webflow|weebly|drupal|joomla", re.IGNORECASE)
"""Names of systems that make the pages of a website."""


def site_of(answers: Answers, day: date, language: str, *, vocabulary: str | None = None) -> dict[str, str]:
    """The files of a new site, as texts by their path below the site's folder.

    What was answered is stated; all else is `unknown`, with the form of the answer beside it, or under `confirm`.
    `language` is that of comments and reasons. Several registers share the facts of known services in the vocabulary,
    unless the site has a `vocabulary` already: what that answers of recipients is left to it.
    """
    chosen = (Chosen(DEFAULT, DEFAULT),) if answers.registers is None else answers.registers
    languages = answers.languages or tuple(LANGUAGES)
    of_body = is_public_body(answers.name or "")
    made = new_site(dict.fromkeys(one.preset for one in chosen), day, language, of_body=of_body)
    site = _with_fragments(_site(made[SITE], chosen, languages), answers, language)
    controller = _controller(made[CONTROLLER], answers, language)
    files = {SITE: site, CONTROLLER: _of_shop(controller, answers, chosen, languages, language)}
    shared = len(chosen) > 1 and vocabulary is None
    there = _recipients(vocabulary or "")
    for one in chosen:
        texts = _texts_of(one, made, languages, day, language, authority=is_of_authority(controller))
        path = f"content/registers/{one.id}.yaml"
        texts[path] = without_recipients(texts[path], there)
        files |= with_services(texts, path, answers, language, shared=shared)
    registers = [files[f"content/registers/{one.id}.yaml"] for one in chosen]
    if shared and (recipients := shared_recipients(answers, registers, language)):
        files[VOCABULARY] = recipients
    return with_modelines(files)


def _recipients(vocabulary: str) -> frozenset[str]:
    """The ids of the recipients that the text of a vocabulary states."""
    facts = read(vocabulary.encode(), VOCABULARY).tree
    recipients = facts.get("recipients") if isinstance(facts, dict) else None
    return frozenset(recipients) if isinstance(recipients, dict) else frozenset()


def _site(text: str, chosen: Iterable[Chosen], languages: tuple[str, ...]) -> str:
    """The `site.yaml` with these registers and languages."""
    text = re.sub(r"^registers: .*$", f"registers: [{', '.join(one.id for one in chosen)}]", text, flags=re.MULTILINE)
    text = re.sub(r"^languages: .*$", f"languages: [{', '.join(languages)}]", text, flags=re.MULTILINE)
    return re.sub(r"^default-language: .*$", f"default-language: {languages[0]}", text, flags=re.MULTILINE)


def _with_fragments(site: str, answers: Answers, language: str) -> str:
    """The `site.yaml` with fragments for the pages of a shop platform, if one is used; else as it is."""
    hosts = [*answers.services.get("shop", ()), *filter(_is_content_system, answers.services.get("hosting", ()))]
    if not hosts:
        return site
    return f"{site.rstrip()}\n{comment(text(language, 'init', 'comments', 'embed'))}\nembed: h2\n"


def _is_content_system(service: Service) -> bool:
    """Whether the name is that of a system in whose pages notices are pasted."""
    return bool(CONTENT_SYSTEMS.search(service.name))


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
    if answers.dpo_email:
        made = re.sub(r"^dpo: none$", "dpo: {email: unknown}", made, count=1, flags=re.MULTILINE)
        made = re.sub(r"^  dpo: .*\n", "", made, count=1, flags=re.MULTILINE)  # the reason to confirm `none`
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
    one: Chosen, made: Mapping[str, str], languages: tuple[str, ...], day: date, language: str, *, authority: bool
) -> dict[str, str]:
    """The files of a register: those `made` of its preset, or with an id of its own."""
    if one.id != one.preset:
        return _labelled(register_files(one.preset, one.id, languages, day, language, authority=authority), one)
    return {path: made[path] for path in (f"content/{part}/{one.id}.yaml" for part in ("registers", *languages))}


def _labelled(made: Mapping[str, str], one: Chosen) -> dict[str, str]:
    """The files with the owner's name for the register in place of its id in the words."""
    name = re.compile(rf"^name: (.*) \({re.escape(one.id)}\)$", re.MULTILINE)
    with_label = (
        name.sub(lambda found: f"name: {scalar(f'{found[1]} ({one.label or one.id})')}", text) for text in made.values()
    )
    return dict(zip(made, with_label, strict=True))


def form(language: str, key: str) -> str:
    """The form of an answer, as a comment has it."""
    return text(language, "init", "forms", key)


def _reason(language: str, id: str) -> str:
    return text(language, "init", "reasons", id)
