"""Checks that a briefing asks for by a field, and those that are asked for on the command line."""

from __future__ import annotations

import pytest

from briefing.format.read import parse
from briefing.review.coverage_checks import MOST
from briefing.review.estimative_checks import MOST as MOST_SENTENCES
from briefing.review.inspect import inspect
from briefing.review.material import Wanted
from briefing.review.page import text_of


def said(source: str, code: str, wanted: Wanted | None = None) -> list[tuple[int, str, str]]:
    briefing = parse(source, "a.md")
    problems = inspect(briefing, text_of(briefing), wanted or Wanted()).problems
    return [(one.line, one.field, one.message) for one in problems if one.code == code]


ICD = "---\nestimative: icd203\n---\n\n"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We judge with high confidence that it will very likely rain.", ['"high confidence" and "very likely"']),
        ("We have high confidence. It will very likely rain.", []),
        ("With Low  confidence it is improbable.", ['"Low confidence" and "improbable"']),
        ("We have high confidence in the unlikeliest of sources.", []),
        ("With high confidence: a remote village is cut off.", []),
        ("With high confidence: a remote chance.", ['"high confidence" and "remote"']),
    ],
)
def test_a_confidence_and_a_likelihood_do_not_share_a_sentence(sentence: str, found: list[str]) -> None:
    messages = [message.partition(" in one")[0] for _, _, message in said(ICD + sentence, "est-mixed")]
    assert messages == found


def test_of_many_sentences_so_many_are_named() -> None:
    assert len(said(ICD + "With high confidence it is likely. " * 500, "est-mixed")) == MOST_SENTENCES


def test_terms_of_two_rows_are_said_once_where_the_second_row_begins() -> None:
    text = f"{ICD}It is likely.\n\nIt is very likely.\n\nIt is probable, and highly improbable.\n"
    assert said(text, "est-rows") == [
        (9, "", '"likely" and "probable" are from two rows of ICD 203\'s table; keep to one row')
    ]


def test_terms_of_one_row_are_fine_however_many() -> None:
    assert said(ICD + "It is likely, unlikely, almost certain and a roughly even chance.", "est-rows") == []


def test_the_words_of_others_are_not_held_to_the_standard() -> None:
    assert said(ICD + "It is likely.\n\n> It is probable.\n\n    probable\n", "est-rows") == []


def test_a_takeaway_is_held_to_the_standard_at_its_own_place() -> None:
    front = "---\nestimative: icd203\ntakeaways:\n  - text: It is likely.\n    likelihood: probable\n---\n\nText.\n"
    assert [(line, field) for line, field, _ in said(front, "est-rows")] == [(5, "takeaways[0].likelihood")]


@pytest.mark.parametrize("code", ["est-mixed", "est-rows"])
@pytest.mark.parametrize("standard", ["", "estimative: phia\n", "estimative: ipcc\n"])
def test_without_the_standard_nothing_is_said_of_words(code: str, standard: str) -> None:
    text = f"---\n{standard}title: A\n---\n\nWith high confidence it is likely and probable.\n"
    assert said(text, code) == []


LOOSE = """---
figures:
  - {value: over 30, unit: trucks, label: waiting, previous: 25, series: {2023: 3, 2024: 4}}
---

## The 40 of Orle

By 2024 some 30 trucks waited, up from 25, and 23 boats; once 3 or 4.

    77 in code
"""


def test_numbers_in_no_figure_are_said_only_when_asked_for() -> None:
    assert said(LOOSE, "number-loose") == []
    assert said(LOOSE, "number-loose", Wanted(coverage=True)) == [(8, "", "23 is in no figure")]


def test_of_many_numbers_so_many_are_named() -> None:
    text = " ".join(f"{number} boats," for number in range(100_000, 100_000 + MOST + 50))
    assert len(said(text, "number-loose", Wanted(coverage=True))) == MOST


SITREP = """---
takeaways: [One., Two.]
figures: [12 t: weight]
image: {alt: A bridge}
period: 2024-06-17/2024-06-20
---

Text.
"""


@pytest.mark.parametrize(
    ("removed", "field", "message"),
    [
        ("takeaways: [One., Two.]\n", "takeaways", "none; a sitrep has 2–5"),
        (", Two.", "takeaways", "1 item; a sitrep has 2–5"),
        ("figures: [12 t: weight]\n", "figures", "none; a sitrep has at least 1"),
        ("image: {alt: A bridge}\n", "image", "none; a sitrep has one, with alt"),
        (
            "period: 2024-06-17/2024-06-20\n",
            "period",
            "none; a sitrep says which days it covers, as 2024-06-17/2024-06-20",
        ),
    ],
)
def test_a_profile_says_what_is_lacking(removed: str, field: str, message: str) -> None:
    sitrep = Wanted(profile="sitrep")
    assert said(SITREP, "profile", sitrep) == []
    lacking = SITREP.replace(removed, "")
    assert said(lacking, "profile") == []
    assert [one[1:] for one in said(lacking, "profile", sitrep)] == [(field, message)]
