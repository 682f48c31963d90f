"""The number phrases inside a sentence, found in one pass over its digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefing.format.amounts import Amount, amount
from briefing.format.measures import inner_unit
from briefing.format.number_grammar import Grammar, any_of, grammar
from briefing.format.number_words import SIGNS
from briefing.format.numbers import is_day
from briefing.model.pattern import pattern
from briefing.model.quantity import Quantity, bounded
from briefing.model.record import record
from briefing.model.units import CURRENCY_CODES, CURRENCY_SIGNS

_DIGITS = pattern("[0-9]+")
_CLUSTER = pattern("(?:[-–.,:/_][0-9]+)*")
_WINDOW = 48
"""How far before its digits the words of a number begin."""
_NAMING = (
    "no|nr|number|p|pp|page|pages|section|sections|chapter|chapters|article|articles|figure|fig|table|line|lines|"
    "resolution|paragraph|paragraphs|step|version|annex|item|row|kapitel|seite|artikel|abschnitt"
).split("|")
_ORDINAL_LANGUAGES = frozenset("de da nb nn no fi cs sk hu pl hr sl sr et lv is".split())
"""Languages that write an ordinal with a point: `3. Brigade`."""


@record
class _Ahead:
    """What stands before an amount in one language, as patterns for text that is read backwards.

    Read backwards, the words are found in one step, where a search for them would begin at every letter before.
    """

    window: re.Pattern[str]
    """All that belongs to the amount and stands before its digits."""
    start: re.Pattern[str]
    """The word before an amount from which something moves."""
    month: re.Pattern[str]
    """The name of a month."""
    designator: re.Pattern[str]
    """Words and signs that make the number behind them a name."""


@lru_cache(32)
def _ahead(language: str) -> _Ahead:
    """Make the patterns of a language tag."""
    rules = grammar(language)
    money = _backwards((*CURRENCY_SIGNS, *CURRENCY_CODES))
    words = rf"(?:\s{{1,3}}(?:{_backwards(rules.before)})(?!\w)|\s{{0,3}}(?:{_backwards(SIGNS)}))"
    opener = _backwards(rules.openers)
    between = rf"(?:\s{{1,3}}(?:{opener})(?!\w))?" if opener else ""
    window = rf"[-−+]?(?:\s?(?:{money})(?![A-Z]))?[-−+]?(?:{words}){{0,2}}{between}(?![\w.,:/'’‑–-])"
    return _Ahead(
        re.compile(window, re.IGNORECASE),
        re.compile(rf"\s{{1,3}}(?:{_backwards(rules.starts) or '(?!)'})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s{{1,3}}\.?(?:{_backwards(rules.months) or '(?!)'})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s?(?:[#№§^\[]|\.?(?:{_backwards(_NAMING)})(?!\w))", re.IGNORECASE),
    )


def _backwards(words: Iterable[str]) -> str:
    """Make a pattern of words that are spelt from their end."""
    return any_of(word[::-1] for word in words)


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
    return tuple(seek_quantities(text, language, years=years))


def seek_quantities(text: str, language: str = "en", *, years: bool = False) -> Iterator[tuple[int, int, Quantity]]:
    """Find the same one after the other, for who may stop before the last."""
    rules = grammar(language)
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
    if found.last is None or low is None or high is None or not _ahead(rules.language).start.match(ahead):
        return
    for each, value in ((found.first, low), (found.last, high)):
        written = text[each.start : each.end]
        yield each.start, each.end, Quantity(written, bounded(value, None), None, unit, written)


def _amount(text: str, floor: int, digits: int, rules: Grammar) -> Amount | None:
    """Read the amount whose first digits are here, with the words before them, but for what is read already."""
    window = _ahead(rules.language).window.match(text[max(floor, digits - _WINDOW) : digits][::-1])
    if window is None:
        return None
    found = amount(text, digits - window.end(), rules)
    return found if isinstance(found, Amount) and found.first.number.start == digits else None


def _is_amount(text: str, found: Amount, rules: Grammar, *, has_unit: bool, years: bool) -> bool:
    """Tell an amount from a day, a year, an ordinal, or the number in a name."""
    if has_unit or not found.is_bare:
        return True
    ahead = text[max(found.start - _WINDOW, 0) : found.start][::-1]
    behind = text[found.end : found.end + _WINDOW]
    if _ahead(rules.language).designator.match(ahead) or _ahead(rules.language).month.match(ahead):
        return False
    if behind.strip() and is_day(behind.lstrip(), found, rules):
        return False
    digits = found.first.number.text
    tag = rules.language.casefold().partition("-")[0]
    if len(digits) < 3 and behind[:2] == ". " and tag in _ORDINAL_LANGUAGES:
        return False
    return years or not (len(digits) == 4 and "1500" <= digits <= "2100")
