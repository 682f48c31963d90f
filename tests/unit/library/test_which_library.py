"""Which library is meant, and which day it is, when nobody says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.library.clock import today
from briefing.library.settings import Settings
from briefing.library.where import Library, Origin, library, shipped
from briefing.model.errors import Refusal


def test_the_environment_comes_before_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    settings = Settings(library=str(tmp_path / "two"))
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    assert library(settings) == Library(tmp_path / "two", Origin.SETTINGS)
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path / "one"))
    assert library(settings) == Library(tmp_path / "one", Origin.ENVIRONMENT)


def test_without_either_the_shipped_briefings_are_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    found = library(Settings())
    assert (found.path, found.origin) == (shipped(), Origin.SHIPPED)
    assert list(found.path.glob("*.md"))


def test_the_home_folder_may_be_written_as_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mine").mkdir()
    assert library(Settings(library="~/mine")).path == tmp_path / "mine"


@pytest.mark.parametrize("named", ["no/such/folder", "bad\0name", "~nobodyhere/x"])
def test_a_folder_that_is_none_is_refused(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_LIBRARY", raising=False)
    with pytest.raises(Refusal, match="not a folder"):
        library(Settings(library=named))


def test_the_clock_can_be_made_to_stand_still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_TODAY", "2025-07-08")
    assert today() == date(2025, 7, 8)
    monkeypatch.delenv("BRIEFING_TODAY")
    assert abs(today() - datetime.now(UTC).date()) <= timedelta(days=1)
    monkeypatch.setenv("BRIEFING_TODAY", "soon")
    with pytest.raises(Refusal, match="write it as 2025-07-08"):
        today()
