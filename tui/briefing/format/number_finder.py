"""The number phrases inside a sentence, found in one pass over its digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.format.amounts import Amount, amount
from briefing.format.measures import inner_unit
from briefing.format.number_grammar import Grammar, any_of, backwards, grammar
from briefing.format.numbers import is_day
from briefing.model.quantity import Quantity, bounded

_DIGITS = re.compile("[0-9]+")
_CLUSTER = re.compile("(?:[-–.,:/_][0-9]+)*")
_WINDOW = 48
"""How far before its digits the words of a number begin."""
_NAMING = (
    "no|nr|number|p|pp|page|pages|section|sections|chapter|chapters|article|articles|figure|fig|table|line|lines|"
    "resolution|paragraph|paragraphs|step|version|annex|item|row|kapitel|seite|artikel|abschnitt"
).split("|")
_DESIGNATOR = re.compile(rf"\s?(?:[#№§^\[]|\.?(?:{any_of(backwards(_NAMING))})(?!\w))", re.IGNORECASE)
"""Words and signs that make the number behind them a name, for text that is read backwards."""
_ORDINAL_LANGUAGES = frozenset("de da nb nn no fi cs sk hu pl hr sl sr et lv is".split())
"""Languages that write an ordinal with a point: `3. Brigade`."""


def quantities_in(text: str, language: str = "en", *, years: bool = False) -> tuple[tuple[int, int, Quantity], ...]:
    """Find the number phrases inside a sentence, each with where it begins and ends.

    Dates, times, ordinals, and numbers that are part of a name (`F-16`, `COVID-19`) are left out. Of units, only money,
    per cent and signs are read: which of the words behind a number says what is counted is not certain. `From 5 to 10`
    may be a range or a movement, and gives the range and both its ends.

    Args:
        text: the sentence; the time taken grows with its length and no faster.
        language: the language tag whose rules the digits follow and whose words are read.
        years: whether bare numbers of four digits that may be years count.
    """
    return tuple(_found(text, grammar(language), years=years))


def _found(text: str, rules: Grammar, *, years: bool) -> Iterator[tuple[int, int, Quantity]]:
    """Find the number phrases one after the other."""
    at = 0
    while digits := _DIGITS.search(text, at):
        floor, at = at, digits.end()
        found = _amount(text, floor, digits.start(), rules)
        if found is None:
            cluster = _CLUSTER.match(text, at)
            at = cluster.end() if cluster else at
            continue
        unit = (found.end, found.unit) if found.unit else inner_unit(text, found.end, rules)
        at = unit[0] if unit else found.end
        if _is_amount(text, found, rules, has_unit=unit is not None, years=years):
            said = " ".join(part for part in (found.money, unit[1] if unit else None) if part)
            stated = text[found.start : found.end].removesuffix(found.unit or "").rstrip()
            phrase = text[found.start : at]
            yield found.start, at, Quantity(stated, found.interval, found.qualifier, said or None, phrase)
            yield from _ends(text, found, said or None, rules)


def _ends(text: str, found: Amount, unit: str | None, rules: Grammar) -> Iterator[tuple[int, int, Quantity]]:
    """Give the two numbers of `from 2.5 to 2.7 million` by themselves as well: it may tell a movement."""
    ahead = text[max(found.start - _WINDOW, 0) : found.start][::-1]
    low, high = found.interval.low, found.interval.high
    if found.last is None or low is None or high is None or not rules.start_ahead.match(ahead):
        return
    for each, value in ((found.first, low), (found.last, high)):
        written = text[each.start : each.end]
        yield each.start, each.end, Quantity(written, bounded(value, None), None, unit, written)


def _amount(text: str, floor: int, digits: int, rules: Grammar) -> Amount | None:
    """Read the amount whose first digits are here, with the words before them, but for what is read already."""
    before = text[max(floor - 1, digits - _WINDOW, 0) : digits][::-1]
    window = rules.window.match(before)
    if window is None or digits - window.end() < floor:
        return None
    found = amount(text, digits - window.end(), rules)
    return found if isinstance(found, Amount) and found.first.number.start == digits else None


def _is_amount(text: str, found: Amount, rules: Grammar, *, has_unit: bool, years: bool) -> bool:
    """Tell an amount from a day, a year, an ordinal, or the number in a name."""
    if has_unit or not found.is_bare:
        return True
    ahead = text[max(found.start - _WINDOW, 0) : found.start][::-1]
    behind = text[found.end : found.end + _WINDOW]
    if _DESIGNATOR.match(ahead) or rules.month_ahead.match(ahead):
        return False
    if behind.strip() and is_day(behind.lstrip(), found, rules):
        return False
    digits = found.first.number.text
    tag = rules.language.casefold().partition("-")[0]
    if len(digits) < 3 and behind[:2] == ". " and tag in _ORDINAL_LANGUAGES:
        return False
    return years or not (len(digits) == 4 and "1500" <= digits <= "2100")
