"""What the facts pane says of figures besides their words: their age, what is not in order, what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.app.aging import SIGN, Aging, aging_from
from briefing.app.widgets.rows_pane import Line
from briefing.library.settings import Settings, load_settings
from briefing.model.dates import from_edtf

if TYPE_CHECKING:
    from tests.app.conftest import Seat, Sit

INTEGRITY = Path(__file__).parent.parent / "fixtures" / "integrity"
LEDGER = """\
---
title: The ledger
date: 2025-06-20
next: 2025-07-03
expires: 2025-07-01
superseded_by: newer.md
sources:
  - {id: un, name: UN Refugee Agency, grade: B2, descriptor: counts by register, basis: primary}
  - {id: red, name: Red Cross, reliability: C}
  - {id: none, name: A passer-by}
figures:
  - {value: "30,000 people", label: in shelters, as_of: 2025-06-18, source: un, quote: "30,000 people"}
  - {value: "24 boats", label: in use, as_of: 2025-05, source: un, grade: D4, quote: 24 boats}
  - {value: "7 tents", label: torn, source: un}
---
# Shelter

In June 30,000 people were in shelters. That is a long sentence.

# Boats

They have 24 boats.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A briefing with figures of several ages, all of one source."""
    path = tmp_path / "ledger.md"
    path.write_text(LEDGER, encoding="utf-8")
    (tmp_path / "newer.md").write_text("# Newer\n\nText.\n", encoding="utf-8")
    return path


async def point_at(seat: Seat, index: int) -> None:
    """Open a figure in the facts."""
    if seat.focused != "facts":
        await seat.press("3")
    seat.reader.facts.point_at_figure(index)
    await seat.rest()


@pytest.mark.parametrize("name", [path.stem for path in sorted(INTEGRITY.glob("*.md")) if path.stem != "sound"])
async def test_the_opened_figure_says_what_is_not_in_order_and_why(sit: Sit, name: str) -> None:
    async with sit(file=INTEGRITY / f"{name}.md") as seat:
        await point_at(seat, 0)
        reading = seat.reader.desk.reading
        assert reading is not None
        (mark,) = reading.integrity[0]
        assert f"! {mark.kind}: {mark.reason}" in seat.words("facts")


async def test_a_closed_figure_has_a_sign_where_something_is_not_in_order(sit: Sit) -> None:
    async with sit(file=INTEGRITY / "value-and-unit-at-odds.md") as seat:
        row = next(line for line in seat.pane("facts").splitlines() if "12" in line)
        assert row.rstrip().endswith(f"!{SIGN}")


async def test_an_old_figure_is_marked_by_sign_and_word_and_a_young_one_is_not(sit: Sit, ledger: Path) -> None:
    async with sit(file=ledger) as seat:
        rows = [row.split() for row in seat.pane("facts").splitlines()]
        assert ["24", "boats", SIGN] in rows
        await point_at(seat, 0)
        assert "as of 18 June 2025 · 22 days old" in seat.words("facts")
        assert "old: more than" not in seat.words("facts")
        await point_at(seat, 1)
        assert "as of May 2025 · 1–2 months old" in seat.words("facts")
        assert f"{SIGN} old: more than 30 days" in seat.words("facts")
        assert "graded D: not usually reliable · 4: doubtful" in seat.words("facts")


async def test_an_undated_figure_is_said_to_be_undated_and_has_no_age(sit: Sit, ledger: Path) -> None:
    async with sit(file=ledger) as seat:
        await point_at(seat, 2)
        assert "UN Refugee Agency · undated no passage" in seat.words("facts")


async def test_the_days_after_which_a_figure_is_old_can_be_set(sit: Sit, ledger: Path) -> None:
    async with sit(file=ledger, settings=Settings(old_after=5)) as seat:
        await point_at(seat, 0)
        assert f"{SIGN} old: more than 5 days" in seat.words("facts")


@pytest.mark.parametrize(("written", "read"), [("45", 45), ("0", None), ('"45"', None), ("true", None)])
def test_the_setting_is_a_number_of_days(tmp_path: Path, written: str, read: int | None) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"old_after": {written}}}', encoding="utf-8")
    loaded = load_settings(path)
    assert loaded.settings.old_after == read
    assert (loaded.problem is None) == (read is not None)


@pytest.mark.parametrize(
    ("stated", "old"), [("2025-06-09", True), ("2025-06-10", False), ("2025-06", False), ("2025", False)]
)
def test_what_may_be_younger_is_not_called_old(stated: str, old: bool) -> None:
    assert aging_from(None, date(2025, 7, 10)).is_old(from_edtf(stated, stated)) == old


@pytest.mark.parametrize(
    ("field", "stated", "said"),
    [
        ("next", "2025-07-03", "! overdue for 7 days"),
        ("next", "2025-07", ""),
        ("expires", "2025-07-09", "! expired for 1 day"),
        ("expires", "2025-07-11", ""),
        ("embargo", "2025-07-12", "! embargoed: ends in 2 days"),
        ("embargo", "2025-07-01", ""),
        ("date", "2020", ""),
    ],
)
def test_a_date_that_has_passed_is_said_once_all_days_it_may_mean_are_over(field: str, stated: str, said: str) -> None:
    assert Aging(date(2025, 7, 10)).lapse(field, from_edtf(stated, stated)) == said


async def test_what_is_overdue_or_expired_is_said_among_the_details(sit: Sit, ledger: Path) -> None:
    async with sit(file=ledger) as seat:
        words = seat.words("facts")
        assert "overdue for 7 days" in words
        assert "expired for 9 days" in words


async def test_the_ledger_has_grades_in_words_and_what_rests_on_each_source(sit: Sit, ledger: Path) -> None:
    async with sit(file=ledger) as seat:
        await seat.press("3")
        for place, said in (
            ("UN Refugee", "B: usually reliable · 2: probably true descriptor: counts by register basis: primary"),
            ("Red Cross", "C: fairly reliable · item not graded"),
            ("A passer-by", "not graded"),
        ):
            index = next(i for i, one in enumerate(seat.reader.facts.facts) if _begins(one.lines(60, False), place))
            seat.reader.facts.move_to(index)
            await seat.rest()
            assert said in seat.words("facts")
        assert "nothing rests on it" in seat.words("facts")


async def test_what_rests_on_a_source_is_listed(sit: Sit, ledger: Path) -> None:
    async with sit(file=ledger) as seat:
        await seat.press("3")
        index = next(i for i, one in enumerate(seat.reader.facts.facts) if _begins(one.lines(60, False), "UN Refugee"))
        seat.reader.facts.move_to(index)
        await seat.rest()
        assert "on it rest 3: • 30,000 people in shelters • 24 boats in use • 7 tents torn" in seat.words("facts")


async def test_that_all_figures_rest_on_one_source_is_said(sit: Sit, ledger: Path) -> None:
    async with sit(file=ledger) as seat:
        assert "All 3 figures rest on one source: UN Refugee Agency." in seat.words("facts")
    ledger.write_text(LEDGER.replace("torn, source: un", "torn, source: red"), encoding="utf-8")
    async with sit(file=ledger) as seat:
        assert "rest on one source" not in seat.words("facts")


@pytest.mark.parametrize("size", [(160, 48), (60, 20)], ids=["wide", "narrow"])
async def test_p_peeks_at_the_passage_without_moving_the_text(sit: Sit, ledger: Path, size: tuple[int, int]) -> None:
    async with sit(file=ledger, size=size) as seat:
        place = seat.reader.text.viewport.place
        await point_at(seat, 1)
        await seat.press("p")
        await seat.until_shown("Boats · line 22")
        assert "They have 24 boats." in seat.words("facts")
        assert "24 boats" in seat.reversed
        assert seat.reader.text.viewport.place == place
        await seat.press("p")
        assert "line 22" not in seat.pane("facts")


async def test_esc_and_moving_on_end_peeking(sit: Sit, ledger: Path) -> None:
    async with sit(file=ledger) as seat:
        await point_at(seat, 0)
        await seat.press("p")
        await seat.until_shown("Shelter · line 18")
        await seat.press("escape")
        assert seat.focused == "facts"
        assert "line 18" not in seat.pane("facts")
        await seat.press("p", "j")
        assert "· line " not in seat.pane("facts")


async def test_peeking_at_a_figure_without_a_passage_says_so(sit: Sit, ledger: Path) -> None:
    async with sit(file=ledger) as seat:
        await point_at(seat, 2)
        await seat.press("p")
        assert "It has no passage in the text." in seat.words("facts")


def _begins(lines: Sequence[Line], words: str) -> bool:
    """Whether the first row of a fact begins with some words."""
    inks = lines[0].inks if lines else ()
    return any(one.text.startswith(words) for one in inks)


async def test_of_a_fact_higher_than_the_pane_the_beginning_is_shown(sit: Sit, tmp_path: Path) -> None:
    note = "A long remark on how it was counted. " * 40
    path = tmp_path / "long.md"
    path.write_text(f"---\nfigures:\n  - {{value: 1 boat, label: l, note: {note}}}\n---\nText.\n", encoding="utf-8")
    async with sit(file=path, size=(60, 20)) as seat:
        await seat.press("3")
        await seat.until_shown("A long remark")
        assert "1 boat" in seat.pane("facts")
