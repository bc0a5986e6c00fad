"""Article 50(1) of the AI Act: the page says that an AI system answers, and a chat of which nothing is stated is asked."""

from datetime import date
from pathlib import Path

import pytest
from rules.overlay import site_with
from verify.two_sites import contexts, rendered, verified

from notice.check import check
from notice.findings import Level
from notice.load import load

DAY = date(2026, 11, 28)
SAID = {"fi": "tekoälyjärjestelmä, ei ihminen", "sv": "AI-system svarar dig", "en": "An AI system answers you"}
CHAT = "recipients: {parcel-carrier: {activity: chat}}"
OWN = "recipients: {parcel-carrier: {activity: ai-assistance}}"


def codes(example: str, folder: Path, day: date = DAY) -> list[str]:
    return [one.code for one in check(load(site_with(example, folder / "site")), day).findings]


@pytest.mark.parametrize("answer", ["yes", "no", "unknown", ""])
def test_the_page_says_that_an_ai_system_answers_where_it_does(answer: str, tmp_path: Path) -> None:
    done = check(load(site_with(f"purposes: {{orders: {{ai-assistant: {answer}}}}}", tmp_path / "site")), DAY)
    assert [one.code for one in done.findings if one.level is Level.ERROR] == []
    artifacts = rendered(done)
    assert verified(artifacts, contexts(done)) == ()
    for language, words in SAID.items():
        [page] = [
            one.body.decode().replace("\u00ad", "")
            for one in artifacts
            if one.path.startswith(f"{language}/") and "index" in one.path and one.path.count("/") == 2
        ]
        assert (words in page) == (answer == "yes")
        assert ('data-fact="purposes.orders.ai-assistant"' in page) == (answer in ("yes", "unknown"))


@pytest.mark.parametrize("example", [CHAT, OWN])
def test_a_chat_of_which_nothing_is_stated_is_asked_once_as_information(example: str, tmp_path: Path) -> None:
    found = [one for one in check(load(site_with(example, tmp_path / "site")), DAY).findings if one.code == "C091"]
    assert [(one.level, one.fact) for one in found] == [(Level.INFO, "purposes.orders.ai-assistant")]


@pytest.mark.parametrize("answer", ["yes", "no", "unknown"])
def test_an_answer_is_an_answer(answer: str, tmp_path: Path) -> None:
    assert "C091" not in codes(f"{{{CHAT}, purposes: {{orders: {{ai-assistant: {answer}}}}}}}", tmp_path)


def test_it_is_asked_from_the_day_on_which_the_article_applies(tmp_path: Path) -> None:
    assert "C091" not in codes(CHAT, tmp_path / "before", date(2026, 8, 1))
    assert "C091" in codes(CHAT, tmp_path / "after", date(2026, 8, 2))
