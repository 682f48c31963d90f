"""An amount and what stands behind it, in its author's words, alone and beside how it read before."""

from __future__ import annotations

from briefing.format.numerals import grouped
from briefing.model.figure import Figure
from briefing.model.text import shown_line

BECAME = " \u2192 "
"""Between how a figure read and how it reads."""


def amount_and_unit(figure: Figure, language: str) -> tuple[str, str]:
    """The amount and what stands behind it, as the author wrote both: `38` and `%`, `over 30,000` and ` troops`."""
    phrase, amount = grouped(shown_line(figure.phrase), language), grouped(shown_line(figure.text), language)
    return (amount, phrase.removeprefix(amount)) if phrase.startswith(amount) else (phrase, "")


def amount_then_unit(figure: Figure, before: str | None, language: str) -> tuple[str, str]:
    """The same with how it read before: `30,000 → 35,000` and ` troops`.

    Args:
        figure: as it reads.
        before: amount and unit as they read; None or empty where there is nothing to compare.
        language: in which its numbers are written.
    """
    amount, unit = amount_and_unit(figure, language)
    if not before:
        return amount, unit
    return grouped(shown_line(before), language).removesuffix(unit) + BECAME + amount, unit
