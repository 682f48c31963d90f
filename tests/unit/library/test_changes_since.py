"""What has changed between two editions of a briefing: exactly the paragraphs and figures that read otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document.document import Document
from briefing.library.changes import Change, Changes, changes
from briefing.library.digest import STEP, digest
from briefing.library.edition import MOST_PIECES, Edition, taking_edition
from briefing.model.figure import Figure
from briefing.model.steps import finished

NEW, CHANGED, BEFORE, AFTER = Change.NEW, Change.CHANGED, Change.BEFORE, Change.AFTER


def edition(text: str, figures: Sequence[Figure] = ()) -> Edition:
    return finished(taking_edition(text, Document(text), figures))


def compared(before: str, now: str) -> Changes:
    return changes(edition(before), edition(now), Document(now))


def marked(before: str, now: str) -> list[tuple[str, Change]]:
    """The words of each block that is marked, and with what."""
    document = Document(now)
    return [(document.block(offset).text, change) for offset, change in compared(before, now).paragraphs]


def paragraphs(*texts: str) -> str:
    return "\n\n".join(texts) + "\n"


def test_other_words_a_new_paragraph_and_one_that_is_gone_are_told_apart() -> None:
    before = paragraphs("One.", "Two.", "Three.", "Four.", "Five.")
    now = paragraphs("One.", "Two!", "Three.", "Three and a half.", "Five.")
    assert marked(before, now) == [("Two!", CHANGED), ("Three and a half.", CHANGED)]
    assert marked(before, paragraphs("Zero.", "One.", "Two.", "Three.", "Four.", "Five.")) == [("Zero.", NEW)]
    assert marked(before, paragraphs("One.", "Two.", "Four.", "Five.")) == [("Four.", BEFORE)]
    assert marked(before, paragraphs("Two.", "Three.", "Four.", "Five.")) == [("Two.", BEFORE)]
    assert marked(before, paragraphs("One.", "Two.", "Three.", "Four.")) == [("Four.", AFTER)]


def test_of_more_paragraphs_than_stood_there_the_rest_is_new() -> None:
    assert marked(paragraphs("A", "x", "B"), paragraphs("A", "1", "2", "B")) == [("1", CHANGED), ("2", NEW)]


def test_a_paragraph_that_moved_has_not_changed_and_one_that_is_repeated_is_new() -> None:
    assert all(change is BEFORE for _, change in marked(paragraphs("A", "B"), paragraphs("B", "A")))
    assert ("B", NEW) in marked(paragraphs("A", "B"), paragraphs("A", "B", "B"))


def test_other_spacing_and_other_line_ends_are_no_change() -> None:
    assert compared("One two\nthree.\n\nFour.\n", "One  two three.\n\n\n\nFour.") == Changes()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Now ~~gone~~.\n", "Now gone.\n"),
        ("See [it](https://one.example).\n", "See [it](https://two.example).\n"),
        ("- [ ] Lit.\n", "- [x] Lit.\n"),
    ],
)
def test_what_is_struck_out_checked_or_linked_elsewhere_is_a_change(before: str, now: str) -> None:
    assert [change for _, change in marked(before, now)] == [CHANGED]


def test_a_note_put_in_before_changes_no_other_paragraph() -> None:
    before = "A.\n\nB.[^b]\n\n[^b]: Bee.\n"
    now = "A.[^a]\n\nB.[^b]\n\n[^a]: Ay.\n[^b]: Bee.\n"
    assert [change for _, change in marked(before, now)] == [NEW]


def test_a_number_in_a_table_marks_the_table_and_a_new_row_too() -> None:
    table = "| Ferry | Seats |\n|---|--:|\n| Brage | 400 |\n| Havgul | 260 |\n"
    assert [change for _, change in marked(table, table.replace("260", "280"))] == [CHANGED]
    assert [change for _, change in marked(table, table + "| Nordlys | 120 |\n")] == [CHANGED]
    assert marked(table + "\nEnd.\n", table.replace("| Havgul | 260 |\n", "") + "\nEnd.\n") == [("End.", BEFORE)]


def test_a_long_table_that_is_cut_elsewhere_is_not_called_changed() -> None:
    rows = "".join(f"| ferry number {number} | {number * 7} |\n" for number in range(1000))
    table = f"| Ferry | Seats |\n|---|--:|\n{rows}"
    now = paragraphs("Something was put in before it that is a good deal longer than nothing.") + "\n" + table
    assert [change for _, change in marked(table, now)] == [NEW]


def test_of_a_text_too_long_to_be_kept_it_is_said_that_its_paragraphs_are_not_known() -> None:
    long = paragraphs(*(f"Paragraph {number}." for number in range(MOST_PIECES + 1)))
    found = compared(long, long + "More.\n")
    assert (found.paragraphs, found.are_known) == ((), False)
    assert compared(long, long).are_known


TEXTS = st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=8)


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_what_is_not_marked_stood_there_before(before: list[str], now: list[str]) -> None:
    found = compared(paragraphs(*before), paragraphs(*now))
    document = Document(paragraphs(*now))
    other = {offset for offset, change in found.paragraphs if change in (NEW, CHANGED)}
    kept = [block.text for block in document if block.offset not in other]
    assert all(kept.count(text) <= before.count(text) for text in kept)
    assert len(kept) == sum(min(before.count(text), now.count(text)) for text in "ABCDE")
    gone = len(before) - len(kept)
    assert (found.count(CHANGED) > 0 or found.count(BEFORE) + found.count(AFTER) > 0) == (gone > 0)


def figures(before: Sequence[Figure], now: Sequence[Figure]) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    found = changes(edition("x", before), edition("x", now), Document("x"))
    return found.figures, found.figures_gone


def test_a_figure_is_known_by_what_it_counts() -> None:
    before = (Figure("over 30,000", unit="troops", track="troops"), Figure("3", label="ferries"), Figure("7", unit="t"))
    now = (Figure("8", unit="t"), Figure("over 35,000", unit="troops", track="troops"), Figure("3", label="ferries"))
    assert figures(before, now) == (("7 t", "over 30,000 troops", None), ())


def test_a_figure_that_counts_something_else_is_new_and_the_other_is_gone() -> None:
    assert figures([Figure("3", label="ferries")], [Figure("3", label="trains")]) == (("",), ("3",))


def test_what_does_not_say_what_it_counts_is_compared_with_nothing() -> None:
    assert figures([Figure("45%")], [Figure("46%")]) == (("",), ("45%",))
    assert figures([Figure("45%")], [Figure("45%")]) == ((None,), ())


def test_what_was_taken_down_of_figures_by_another_version_says_nothing_of_them() -> None:
    before = replace(edition("x"), figures=("7 t",))
    found = changes(before, edition("x", [Figure("8", unit="t")]), Document("x"))
    assert (found.figures, found.figures_gone) == ((None,), ())


def test_a_later_amount_of_a_track_put_before_the_one_that_stays_is_new() -> None:
    old, later = Figure("30,000", unit="troops", track="t"), Figure("35,000", unit="troops", track="t")
    assert figures([old], [later, old]) == (("", None), ())


@given(st.text(st.sampled_from("ab \n\t\u3000"), max_size=40))
def test_the_digest_made_in_steps_is_that_of_the_words(text: str) -> None:
    assert digest(text) == digest(" ".join(text.split()))


def test_the_digest_of_a_long_text_does_not_depend_on_where_it_is_cut() -> None:
    text = "word " * STEP
    assert digest(text) == digest(" \n " + text.replace(" ", "\n\n"))
    assert digest("x" * 3 * STEP) != digest("x" * STEP + " " + "x" * 2 * STEP)
