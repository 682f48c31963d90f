"""A briefing laid beside its text: anchors, and the problems that need the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.format.numbers import quantity
from briefing.format.read import parse
from briefing.model.briefing import Briefing, KeyDate, Source, Takeaway
from briefing.model.dates import StatedDate
from briefing.model.figure import Anchor, Figure, Observation, Quote
from briefing.model.problem import CODES, Position, Problem, problem
from briefing.review.inspect import Inspection, every_problem, inspect
from briefing.review.page import page, text_of

TEXT = """# The bridge

Kyiv expects **over 30,000** more troops.
They may come in September.

- 12 million shells were supplied
- over 30,000 more

| what | count |
|---|---|
| shells | 1.5 million |
"""

LINKED = "And [another 3,000 troops](#fig-second-wave) came.\n"


def figure(phrase: str, *quotes: str | Quote, track: str | None = None, label: str | None = None) -> Figure:
    """A figure as reading makes it of a number phrase."""
    read = quantity(phrase)
    assert read is not None
    found = tuple(quote if isinstance(quote, Quote) else Quote(quote) for quote in quotes)
    return Figure(read.text, read.interval, read.qualifier, read.unit, label=label, quotes=found, track=track)


def briefing(text: str = TEXT, **fields: Any) -> Briefing:
    return replace(Briefing("a.md", text, 0, 1), **fields)


def look(text: str = TEXT, **fields: Any) -> Inspection:
    made = briefing(text, **fields)
    return inspect(made, text_of(made))


def found(inspection: Inspection, code: str) -> list[Problem]:
    return [one for one in inspection.problems if one.code == code]


def messages(inspection: Inspection, code: str) -> list[str]:
    return [f"{one.field}: {one.message}" if one.field else one.message for one in found(inspection, code)]


WORDS = ["some", "more", "of", "30,000", "troops", "“shells”", "–", "café"]

# Anchors


def test_a_quote_is_anchored_where_it_stands_in_the_rendered_text() -> None:
    inspection = look(figures=(figure("over 30,000", "expects over 30,000 more troops"),))
    assert inspection.anchors == ((Anchor(0, TEXT.index("Kyiv"), 5, 36, "expects over 30,000 more troops", 3),),)
    assert inspection.missing == ((),)
    assert inspection.problems == ()


def test_several_quotes_are_anchored_in_reading_order_each_with_its_index() -> None:
    inspection = look(figures=(figure("12 million", "12 million shells", "Kyiv expects"),))
    assert [(anchor.quote, anchor.text) for anchor in inspection.anchors[0]] == [
        (1, "Kyiv expects"),
        (0, "12 million shells"),
    ]


def test_a_quote_in_a_table_is_anchored_in_its_cell() -> None:
    (anchors,) = look(figures=(figure("1.5 million", "1.5 million"),)).anchors
    assert [anchor.text for anchor in anchors] == ["1.5 million"]


def test_a_link_to_the_track_of_a_figure_is_an_anchor_without_a_quote() -> None:
    (anchors,) = look(LINKED, figures=(figure("3,000", track="second-wave"),)).anchors
    assert [(anchor.quote, anchor.text) for anchor in anchors] == [(None, "another 3,000 troops")]


def test_the_track_in_a_link_may_be_encoded() -> None:
    (anchors,) = look("So [3,000](#fig-gr%C3%B6%C3%9Fe).\n", figures=(figure("3,000", track="größe"),)).anchors
    assert [anchor.text for anchor in anchors] == ["3,000"]


def test_a_passage_that_a_quote_and_a_link_mark_is_one_anchor() -> None:
    (anchors,) = look(LINKED, figures=(figure("3,000", "another 3,000 troops", track="second-wave"),)).anchors
    assert [(anchor.quote, anchor.text) for anchor in anchors] == [(0, "another 3,000 troops")]


def test_a_quote_that_is_not_there_is_missing_and_nothing_near_takes_its_place() -> None:
    inspection = look(figures=(figure("3,000", "nowhere 3,000", "They may come"),))
    assert inspection.missing == ((0,),)
    assert [anchor.text for anchor in inspection.anchors[0]] == ["They may come"]


def test_what_stands_above_and_below_the_text_is_not_the_text() -> None:
    made = briefing(
        "Nothing here.\n",
        summary="over 30,000 troops",
        takeaways=(Takeaway("over 30,000 troops"),),
        figures=(figure("over 30,000", "OVER 30,000 troops"),),
    )
    inspection = inspect(made, page(made, date(2025, 7, 8)))
    assert inspection.anchors == ((),)
    assert [one.code for one in inspection.problems] == ["quote-missing"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_words_cut_out_of_a_paragraph_are_anchored_where_they_were_cut(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=9))
    start = data.draw(st.integers(0, len(words) - 2))
    end = data.draw(st.integers(start + 1, len(words)))
    paragraph, quote = " ".join(words), " ".join(words[start:end])
    inspection = look(paragraph + "\n", figures=(replace(Figure("5"), quotes=(Quote(quote),)),))
    place = len(" ".join(words[:start])) + bool(start)
    assert (place, place + len(quote)) in {(anchor.start, anchor.end) for anchor in inspection.anchors[0]}
    assert all(anchor.text == quote for anchor in inspection.anchors[0])


# Quotes


def test_a_missing_quote_is_said_with_its_place_and_the_nearest_passage() -> None:
    inspection = look(
        figures=(figure("12 million", "12 million shells were delivered"),),
        positions={"figures[0].quote": Position(7, 12), "figures[0]": Position(5, 5)},
    )
    assert inspection.problems == (
        problem(
            "quote-missing",
            'not in the text. Nearest (line 6): "12 million shells were supplied"',
            field="figures[0].quote",
            at=Position(7, 12),
        ),
    )


def test_a_quote_like_nothing_in_the_text_has_no_nearest_passage() -> None:
    assert messages(look(figures=(figure("7", "xyzzy 7 qwertz"),)), "quote-missing") == [
        "figures[0].quote: not in the text"
    ]


def test_one_of_several_quotes_is_named_by_its_index() -> None:
    inspection = look(
        figures=(figure("12 million", "12 million", "xyzzy 12 million"),),
        positions={"figures[0].quote[0]": Position(6), "figures[0].quote[1]": Position(7)},
    )
    assert [(one.field, one.line) for one in inspection.problems] == [("figures[0].quote[1]", 7)]


def test_the_place_of_a_quote_without_one_is_that_of_the_field_around_it() -> None:
    (one,) = look(figures=(figure("7", "xyzzy 7"),), positions={"figures": Position(4, 3)}).problems
    assert (one.line, one.column) == (4, 3)


def test_a_quote_in_several_places_asks_for_a_prefix_or_suffix() -> None:
    assert messages(look(figures=(figure("over 30,000", "over 30,000 more"),)), "quote-many") == [
        "figures[0].quote: matches 2 places (lines 3, 7); add prefix or suffix"
    ]
    narrowed = figure("over 30,000", Quote("over 30,000 more", suffix=" troops"))
    assert look(figures=(narrowed,)).problems == ()


def test_a_quote_with_other_capitals_is_anchored_and_said() -> None:
    inspection = look(figures=(figure("12 million", "12 MILLION shells"),))
    assert messages(inspection, "quote-case") == ["figures[0].quote: matches only when case is ignored"]
    assert [anchor.text for anchor in inspection.anchors[0]] == ["12 million shells"]


def test_quotes_of_takeaways_and_dates_are_looked_for_too() -> None:
    inspection = look(
        takeaways=(Takeaway("Go.", quotes=(Quote("xyzzy one"),)),),
        dates=(KeyDate("Zapad", StatedDate("2025-09", "2025-09"), quotes=(Quote("xyzzy two"),)),),
    )
    assert [one.field for one in found(inspection, "quote-missing")] == ["takeaways[0].quote", "dates[0].quote"]


# Numbers in quotes


@pytest.mark.parametrize(
    ("phrase", "quote"),
    [
        ("over 30,000", "over 30,000 more"),
        ("12 million", "12 million shells"),
        ("12,000,000", "12 million shells"),
        ("1.5 million", "1.5 million"),
    ],
)
def test_a_number_that_its_quote_has_is_no_problem(phrase: str, quote: str) -> None:
    inspection = look(figures=(figure(phrase, quote),))
    assert not found(inspection, "quote-number")
    assert not found(inspection, "quote-qualifier")


def test_a_number_that_its_quote_has_not_is_said() -> None:
    assert messages(look(figures=(figure("13 million", "12 million shells"),)), "quote-number") == [
        "figures[0].quote: does not contain 13 million"
    ]


def test_one_quote_with_the_number_is_enough() -> None:
    assert not found(look(figures=(figure("12 million", "They may come", "12 million shells"),)), "quote-number")


def test_a_derived_figure_and_one_without_a_number_are_in_no_quote() -> None:
    derived = replace(figure("14,000", "They may come"), derived="11,000 + 3,000")
    words = Figure("dozens", quotes=(Quote("They may come"),))
    assert look(figures=(derived, words)).problems == ()


@pytest.mark.parametrize(
    ("phrase", "text", "message"),
    [
        ("over 30,000", "Some 30,000 came.", "figures[0]: says over 30,000; its quote says Some 30,000"),
        ("30,000", "Over 30,000 came.", "figures[0]: says 30,000; its quote says Over 30,000"),
        ("up to 6,000", "At least 6,000 came.", "figures[0]: says up to 6,000; its quote says At least 6,000"),
    ],
)
def test_a_qualifier_that_its_quote_has_not_is_said(phrase: str, text: str, message: str) -> None:
    assert messages(look(text, figures=(figure(phrase, text.rstrip(".")),)), "quote-qualifier") == [message]


def test_another_word_for_the_same_qualifier_is_no_problem() -> None:
    assert look("More than 30,000 came.", figures=(figure("over 30,000", "More than 30,000 came"),)).problems == ()


def test_one_quote_with_the_same_qualifier_is_enough() -> None:
    text = "Some 30,000 came, then over 30,000 more.\n"
    inspection = look(text, figures=(figure("over 30,000", "Some 30,000 came", "over 30,000 more"),))
    assert inspection.problems == ()


# Takeaways


def test_a_takeaway_that_drops_a_qualifier_is_said() -> None:
    inspection = look(
        takeaways=(Takeaway("North Korea could send 30,000 additional troops."),),
        figures=(figure("over 30,000 troops"),),
        positions={"takeaways[0]": Position(9, 5)},
    )
    assert inspection.problems == (
        problem("take-number", "says 30,000; figures[0] says over 30,000", field="takeaways[0]", at=Position(9, 5)),
    )


@pytest.mark.parametrize(
    "takeaway",
    [
        Takeaway("More than 30,000 troops could come."),
        Takeaway("Some 20,000 troops could come."),
        Takeaway("A village of 30,000 souls."),
        Takeaway("30,000 troops.", figures=("other",)),
    ],
)
def test_a_takeaway_that_agrees_or_counts_something_else_is_no_problem(takeaway: Takeaway) -> None:
    assert look(takeaways=(takeaway,), figures=(figure("over 30,000 troops"),)).problems == ()


@pytest.mark.parametrize(
    ("takeaway", "phrase", "label"),
    [
        ("Trucks lose 40 minutes.", "about 40 min", "added by the detour"),
        ("45 per cent of wells are dry.", "over 45%", None),
        ("30,000 men could come.", "over 30,000 troops", "men expected to come"),
        ("30,000 came.", "over 30,000", None),
    ],
)
def test_a_takeaway_speaks_of_a_figure_when_it_has_its_unit_or_a_word_of_its_label(
    takeaway: str, phrase: str, label: str | None
) -> None:
    inspection = look(takeaways=(Takeaway(takeaway),), figures=(figure(phrase, label=label),))
    assert [one.code for one in inspection.problems] == ["take-number"]


def test_a_takeaway_that_names_its_figure_is_compared_with_it_whatever_it_counts() -> None:
    takeaway = Takeaway("A village of 30,000 souls.", figures=("0",))
    assert messages(look(takeaways=(takeaway,), figures=(figure("over 30,000 troops"),)), "take-number")


# Sources and references


def test_a_source_that_nothing_cites_is_said_and_one_that_something_cites_is_not() -> None:
    inspection = look(
        "As the service says[^text].\n",
        sources=tuple(Source(name, id=name) for name in ("text", "figure", "previous", "takeaway", "date", "unused")),
        figures=(replace(Figure("5"), sources=("figure",), previous=Observation("4", sources=("previous",))),),
        takeaways=(Takeaway("Go.", sources=("takeaway",)),),
        dates=(KeyDate("Zapad", StatedDate("2025-09"), sources=("date",)),),
        positions={"sources[5]": Position(12, 5)},
    )
    assert inspection.problems == (
        problem("src-unused", '"unused" is cited by nothing', field="sources[5]", at=Position(12, 5)),
    )


def test_a_source_without_an_id_is_not_expected_to_be_cited() -> None:
    assert look(sources=(Source("Everyone"),)).problems == ()


def test_a_footnote_without_definition_or_source_is_said_with_its_line() -> None:
    text = "One[^here] and[^nowhere] and[^source].\n\nCode `[^no]`.\n\n```\n[^no]\n```\n\n[^here]: A note.\n"
    inspection = look(text, sources=(Source("S", id="source"),), figures=(replace(Figure("5"), sources=("source",)),))
    assert inspection.problems == (
        problem("note-missing", "footnote [^nowhere] has no definition and no source of that id", at=Position(1)),
    )


def test_links_within_the_text_that_lead_nowhere_are_said() -> None:
    text = (
        "# Über uns\n\n[a](#über-uns) [b](#nowhere) [c](#) [d](#top) [e](#given) [f](#fig-troops) [g](#fig-none)\n\n"
        '<a id="given"></a>\n'
    )
    inspection = look(text, figures=(figure("5", track="troops"),))
    assert messages(inspection, "link-dead") == [
        "#nowhere leads to no heading of the text",
        "#fig-none names the track of no figure",
    ]


def test_a_link_to_the_heading_that_repeats_the_title_leads_somewhere() -> None:
    assert look("# The bridge\n\n[up](#the-bridge)\n", title="The bridge").problems == ()


# The text itself


def test_unseen_characters_are_counted_in_one_problem_at_the_first_of_them() -> None:
    text = "Fine.\n\nNot\u3164fine\u3164.\n\nEsc \x1b[31m and \u202e.\n"
    assert messages(look(text), "text-hidden") == [
        "2 unseen characters are left out; 2 control characters are shown as signs such as ^["
    ]
    (one,) = found(look(text), "text-hidden")
    assert (one.line, one.column) == (3, 4)


def test_leftovers_of_a_web_page_are_said() -> None:
    text = "Loading Now\n\nThe text begins. Subscribe to nothing.\n\n- Read more …\n\nPost Comment\n"
    assert [(one.line, one.message) for one in found(look(text), "chrome")] == [
        (1, '"Loading Now" looks like page chrome'),
        (5, '"Read more …" looks like page chrome'),
        (7, '"Post Comment" looks like page chrome'),
    ]


# All together


def test_lines_are_those_of_the_file() -> None:
    made = Briefing("a.md", "---\ntitle: x\n---\nLoading Now\n", 17, 4)
    assert [one.line for one in inspect(made, text_of(made)).problems] == [4]


def test_problems_are_in_the_order_of_the_file() -> None:
    made = briefing("a[^x]\n\nLoading Now\n", problems=(problem("fig-asof", "no as_of", at=Position(2)),))
    inspection = inspect(made, text_of(made))
    assert [one.line for one in every_problem(made, inspection)] == [1, 2, 3]


def test_every_problem_has_a_code_of_the_table() -> None:
    inspection = look("Loading Now[^x] \x1b\n\nLoading Now\n", figures=(figure("7", "xyzzy"),))
    assert {one.code for one in inspection.problems} <= set(CODES)
    assert all(one.level is CODES[one.code] for one in inspection.problems)


def test_problems_name_the_keys_as_their_author_wrote_them() -> None:
    figure = "{amount: 5, unit: trucks, caption: x, quotes: gone}"
    made = parse(f"---\nkey_points: [Some 5 trucks wait.]\nkeyFigures:\n  - {figure}\n---\n\nText.\n", "a.md")
    inspection = inspect(made, text_of(made))
    assert messages(inspection, "quote-missing") == ["keyFigures[0].quotes: not in the text"]
    assert messages(inspection, "take-number") == ["key_points[0]: says Some 5; keyFigures[0] says 5"]


def test_the_keys_of_an_author_are_found_for_what_lies_within_them() -> None:
    made = parse("---\nkeyFigures: [5: x]\ntakeaways: [A.]\n---\n", "a.md")
    assert made.as_written("figures") == "keyFigures"
    assert made.as_written("figures[0].quote[1].exact").startswith("keyFigures[0].quote[1]")
    assert made.as_written("takeaways[0]") == "takeaways[0]"
    assert made.as_written("") == ""
