"""Number phrases: `over 30,000 troops` taken apart into words that stay and an interval for comparison.

A phrase is an optional qualifier, an optional sign of money, a number with an optional scale, and a unit; or a range of
two such numbers, or a number with a margin. What cannot be read for certain is not read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from briefing.format.amounts import Amount, amount
from briefing.format.measures import Fault
from briefing.format.number_grammar import Grammar, grammar
from briefing.model.pattern import pattern
from briefing.model.quantity import Quantity, bounded
from briefing.model.record import record

LONGEST = 400
"""A longer text is no number phrase."""

_UNIT = pattern(r"[^\W\d_]|[%‰°℃℉(\"'“’€$£¥₴₽₹µ]")
_NO_UNIT = pattern(r"[x×]\s*[0-9]|[ap]\.?m\.?(?!\w)|o['’]clock|uhr(?!\w)", re.IGNORECASE)


@record
class Phrase:
    """What was made of a text: a quantity, or the reason why it is none."""

    quantity: Quantity | None
    fault: Fault | None = None
    """Why it was refused where it has the form of a number phrase; None where it has not."""


def quantity(text: str, language: str = "en") -> Quantity | None:
    """Take a number phrase apart; None where the text is none, as `dozens`, `12:30` or `15m`."""
    return read_phrase(text, language).quantity


def read_phrase(text: str, language: str = "en") -> Phrase:
    """Take a number phrase apart, or say why it is refused.

    Args:
        text: one phrase, and nothing besides.
        language: the language tag whose rules the digits follow and whose words are read.
    """
    written = text.strip()
    return _phrase(written, language) if 0 < len(written) <= LONGEST else Phrase(None)


@lru_cache(64)
def _phrase(written: str, language: str) -> Phrase:
    """Take it apart without the space around it; whether a text is an amount is often asked just before it is read."""
    rules = grammar(language)
    found = amount(written, 0, rules)
    if found is None or isinstance(found, Fault):
        return Phrase(None, found)
    rest = written[found.end :]
    behind = _behind(rest, found, rules)
    if behind:
        rest = rest[: behind.start()]
        said = rules.qualifier(behind["words"])
        found = replace(found, interval=bounded(found.first.value(), said), qualifier=said)
    unit = _unit(rest, found, rules)
    if unit is None or (not unit and is_years(found)):
        return Phrase(None)
    stated = written[: found.end].removesuffix(found.unit or "").rstrip()
    return Phrase(Quantity(stated, found.interval, found.qualifier, unit or None, written))


def _behind(rest: str, found: Amount, rules: Grammar) -> re.Match[str] | None:
    """Find words at the very end that bound a number which nothing else bounds: `30,000 troops or more`."""
    if found.qualifier or found.last:
        return None
    return next((match for match in rules.after.finditer(rest) if match.end() == len(rest)), None)


def _unit(rest: str, found: Amount, rules: Grammar) -> str | None:
    """Give the unit of an amount from what stands behind it; None where that makes the whole no number phrase."""
    behind = rest.strip()
    if rest and not _UNIT.match(behind):
        return None
    if behind and (_NO_UNIT.match(behind) or is_day(behind, found, rules)):
        return None
    if rules.of.match(behind) and found.first.power:
        behind = rules.of.sub("", behind, count=1)
    if per_cent := rules.per_cent.match(behind):
        behind = "%" + behind[per_cent.end() :]
    return " ".join(part for part in (found.money, found.unit, behind) if part)


def is_day(behind: str, found: Amount, rules: Grammar) -> bool:
    """Tell whether the number is the day of a date: a month stands behind it, which English writes with a capital."""
    word = re.split(r"[\s.,]", behind[:20], maxsplit=1)[0]
    is_month = word.casefold() in rules.months and (word[0].isupper() or rules.name != "English")
    return is_month and found.first.number.is_bare and not found.first.power


def is_years(found: Amount) -> bool:
    """Tell whether a range is one of years: two bare numbers of four digits."""
    texts = [each.number.text for each in (found.first, found.last) if each]
    return found.is_bare and len(texts) == 2 and all(len(text) == 4 and text[:2] in ("19", "20") for text in texts)
