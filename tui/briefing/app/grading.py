"""Admiralty grades in words: the letter of the source and the digit of the item apart, never one for both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.briefing import Grade
from briefing.model.text import shown_line
from briefing.model.vocabulary import CREDIBILITY, RELIABILITY


def grade_words(grade: Grade | None) -> str:
    """An Admiralty grade in the words of its standard; what was not graded is said."""
    return signs_words(grade.signs if grade else "")


def signs_words(signs: str) -> str:
    """The same for a grade in its two signs, as `B2`, `B–`, or nothing."""
    letter, digit = signs[:1], signs[1:2]
    if letter not in RELIABILITY and digit not in CREDIBILITY:
        return "not graded"
    source = f"{letter}: {RELIABILITY[letter].lower()}" if letter in RELIABILITY else "source not graded"
    item = f"{digit}: {CREDIBILITY[digit].lower()}" if digit in CREDIBILITY else "item not graded"
    return f"{source} · {item}"


def source_words(names: Sequence[str], grades: Sequence[str], own: str | None) -> Iterator[str]:
    """Who says a figure, each source with its grade in words, and the grade of the item where it has its own.

    Args:
        names: of the sources.
        grades: of each, in its two signs; empty where it has none.
        own: the grade of this item of information.
    """
    if not names:
        yield "no source"
    for name, signs in zip(names, grades, strict=True):
        yield f"{shown_line(name)} ({signs_words(signs)})"
    if own:
        yield f"this item: {signs_words(own)}"
