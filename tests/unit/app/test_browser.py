"""The browser: `$BROWSER` is taken at its word, and nothing passes through a shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.app.browser import browser
from briefing.app.web import web_address

ADDRESS = web_address("https://example.org/?a=1;touch%20x&b=$(id)")


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of commands that is searched alone."""
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("mine", "w3m"):
        command = tmp_path / name
        command.write_text("#!/bin/sh\n", encoding="utf-8")
        command.chmod(0o755)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("mine", ("mine", ADDRESS.asked)),
        ("mine --new '%s' --wait", ("mine", "--new", ADDRESS.asked, "--wait")),
        ("mine %s &", ("mine", ADDRESS.asked)),
        ("absent:mine", ("mine", ADDRESS.asked)),
        ("'unclosed:mine", ("mine", ADDRESS.asked)),
    ],
)
def test_the_first_command_that_is_installed_gets_the_address_as_one_word(
    monkeypatch: pytest.MonkeyPatch, command: str, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("BROWSER", command)
    found = browser(ADDRESS)
    assert found is not None
    assert found.words == words
    assert not found.in_terminal


def test_a_browser_that_draws_on_the_terminal_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "w3m -cols 80")
    found = browser(ADDRESS)
    assert found is not None
    assert found.in_terminal
