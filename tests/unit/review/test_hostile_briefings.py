"""Front matter and text that were made to be slow, or to fill the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.effort import bounded

from briefing.model.briefing import Briefing, Person, Takeaway
from briefing.model.figure import Figure, Quote
from briefing.model.quantity import Interval, Qualifier
from briefing.review.inspect import MOST_PASSAGES, inspect
from briefing.review.page import page, text_of

PLAIN = Briefing("a.md", "Text.\n", 0, 1, title="Title", title_origin="front matter")


def many_figures() -> Briefing:
    amounts = [Decimal(10_000 + n) for n in range(1500)]
    return replace(
        PLAIN,
        figures=tuple(Figure(f"over {n}", Interval(n, None, True), Qualifier.OVER, label="troops") for n in amounts),
        takeaways=tuple(Takeaway(f"Some {n} troops") for n in amounts),
    )


def many_missing_quotes() -> Briefing:
    text = "\n\n".join(f"the quick brown fox {n} jumps" for n in range(1000))
    quotes = tuple(Figure("5", quotes=(Quote(f"nowhere {n} to be found"),)) for n in range(300))
    return replace(PLAIN, text=text, figures=quotes)


def many_notes_in_code() -> Briefing:
    return replace(PLAIN, text="`[^a]` [^b] " * 4000)


def many_links() -> Briefing:
    return replace(PLAIN, text="".join(f"[x](#n{n}) " + "\n\n" * (n % 50 == 0) for n in range(4000)))


def many_authors() -> Briefing:
    return replace(PLAIN, byline=tuple(Person(f"Author {n}", role="Editor") for n in range(20_000)))


def long_fields() -> Briefing:
    return replace(PLAIN, title="*a" * 60_000, summary="[[" * 60_000, subtitle="`" * 120_000)


@pytest.mark.parametrize(
    "make", [many_figures, many_missing_quotes, many_notes_in_code, many_links, many_authors, long_fields]
)
def test_laying_out_and_checking_takes_bounded_time(make: Callable[[], Briefing]) -> None:
    briefing = make()
    with bounded():
        inspect(briefing, page(briefing, date(2025, 7, 8)))


def test_a_quote_that_stands_everywhere_is_tied_to_so_many_places_and_no_more() -> None:
    briefing = replace(PLAIN, text="a " * 5000, figures=(Figure("5", quotes=(Quote("a"),)),))
    inspection = inspect(briefing, text_of(briefing))
    assert len(inspection.anchors[0]) == MOST_PASSAGES
    (problem,) = (one for one in inspection.problems if one.code == "quote-many")
    assert problem.message == "matches 5,000 places (line 1); add prefix or suffix"


def test_lines_of_a_quote_that_stands_in_many_are_listed_up_to_ten() -> None:
    briefing = replace(PLAIN, text="a\n\n" * 50, figures=(Figure("5", quotes=(Quote("a"),)),))
    (problem,) = inspect(briefing, text_of(briefing)).problems
    assert problem.message == "matches 50 places (lines 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 …); add prefix or suffix"
