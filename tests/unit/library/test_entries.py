"""The lines of the list: what they hold, in which order they stand, and which of them words keep."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from briefing.library.entry import Entry, Sort, bare_entry, entry, narrow, sorted_entries
from briefing.model.briefing import Briefing, Person, Takeaway
from briefing.model.dates import StatedDate
from briefing.model.figure import Figure
from briefing.model.problem import problem


def dated(text: str, start: date | None, end: date | None, moment: datetime | None = None) -> StatedDate:
    return StatedDate(text, text, start, end, moment)


def day(text: str) -> StatedDate:
    return dated(text, date.fromisoformat(text), date.fromisoformat(text))


def line(title: str, when: StatedDate | None = None, *byline: str) -> Entry:
    return Entry(f"/l/{title}.md", f"{title}.md", title, when, byline)


def titles(entries: tuple[Entry, ...]) -> list[str]:
    return [one.title for one in entries]


def test_an_entry_shows_what_the_list_needs() -> None:
    briefing = Briefing(
        path="/l/sub/a.md",
        text="words",
        body_start=0,
        body_line=1,
        title="A title",
        date=day("2025-07-08"),
        byline=(Person("Ana"), Person("Ben")),
        figures=(Figure("7"), Figure("8")),
        tlp="GREEN",
        summary="The summary.",
        takeaways=(Takeaway("The first."), Takeaway("The second.")),
        topics=("one", "two"),
        problems=(problem("fig-label", "no label"),),
    )
    made = entry(briefing, "/l", modified_ns=5)
    assert (made.path, made.relative, made.title, made.date) == (
        "/l/sub/a.md",
        "sub/a.md",
        "A title",
        day("2025-07-08"),
    )
    assert (made.byline, made.figures, made.tlp, made.lead) == (("Ana", "Ben"), 2, "GREEN", "The first.")
    assert (made.topics, made.modified_ns, made.problems, made.refusal) == (("one", "two"), 5, 1, None)


def test_the_summary_leads_where_there_is_no_takeaway() -> None:
    briefing = Briefing(path="/l/a.md", text="", body_start=0, body_line=1, summary="The summary.")
    assert entry(briefing, "/l").lead == "The summary."


def test_what_is_shown_passes_the_character_policy() -> None:
    briefing = Briefing(
        path="/l/a.md",
        text="",
        body_start=0,
        body_line=1,
        title="\x1b[31mred",
        byline=(Person("A\u202eb"),),
        topics=("\x07",),
    )
    made = entry(briefing, "/l")
    assert (made.title, made.byline, made.topics) == ("^[[31mred", ("A<U+202E>b",), ("^G",))


def test_a_file_that_is_not_read_yet_has_its_name_for_a_title() -> None:
    made = bare_entry("/l/sub/2025 report.v2.md", "/l", refusal="not text")
    assert (made.title, made.relative, made.refusal) == ("2025 report.v2", "sub/2025 report.v2.md", "not text")


def test_the_newest_stands_first_and_the_undated_last() -> None:
    entries = [line("undated"), line("old", day("2020-01-01")), line("new", day("2025-07-08"))]
    assert titles(sorted_entries(entries)) == ["new", "old", "undated"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(dated("2025", date(2025, 1, 1), date(2025, 12, 31)), day("2025-07-08"), id="last day it may mean"),
        pytest.param(dated("2025/..", date(2025, 8, 1), None), day("2025-07-08"), id="open end: the first"),
        pytest.param(
            dated("t", date(2025, 7, 8), date(2025, 7, 8), datetime(2025, 7, 8, 14, tzinfo=UTC)),
            day("2025-07-08"),
            id="time of day",
        ),
        pytest.param(day("1000-01-01"), dated("soon", None, None), id="a date that could not be read is none"),
    ],
)
def test_dates_are_compared_by(first: StatedDate, second: StatedDate) -> None:
    assert titles(sorted_entries([line("b", second), line("a", first)])) == ["a", "b"]
    assert titles(sorted_entries([line("a", second), line("b", first)])) == ["b", "a"]


def test_titles_are_sorted_without_case_and_accents_and_by_number() -> None:
    entries = [line("Sitrep 10"), line("sitrep 9"), line("Étude"), line("zone"), line("Avenue"), line("7 days")]
    assert titles(sorted_entries(entries, Sort.TITLE)) == ["7 days", "Avenue", "Étude", "sitrep 9", "Sitrep 10", "zone"]


def test_authors_are_sorted_as_written_and_none_stands_last() -> None:
    entries = [line("1"), line("2", None, "Zoe", "Ana"), line("3", None, "ana"), line("4", day("2025-01-01"), "Ana")]
    assert titles(sorted_entries(entries, Sort.AUTHOR)) == ["4", "3", "2", "1"]


def test_a_number_of_any_length_can_be_sorted() -> None:
    assert len(sorted_entries([line("9" * 5000), line("1" * 5000)], Sort.TITLE)) == 2


@pytest.mark.parametrize(
    "query",
    ["kyiv", "KYÏV warn", "warn kyiv", "rodrig", "ukraine", "2025-07", "reports/east", "jul 2025", "sofia 2025"],
)
def test_every_word_must_occur_somewhere_in_a_line(query: str) -> None:
    kept = Entry(
        path="/l/reports/east.md",
        relative="reports/east.md",
        title="Kyiv warns",
        date=StatedDate("8 Jul 2025", "2025-07-08"),
        byline=("Sofía Rodríguez",),
        topics=("Ukraine",),
    )
    assert narrow([line("other"), kept], query) == (kept,)


def test_a_line_that_lacks_one_of_the_words_goes() -> None:
    assert narrow([line("Kyiv warns")], "kyiv silent") == ()


def test_an_empty_query_keeps_all_in_their_order() -> None:
    entries = (line("b"), line("a"))
    assert narrow(entries, "  ") == entries
