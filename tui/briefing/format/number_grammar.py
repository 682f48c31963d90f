"""The patterns of number phrases, made from the words of a language when they are first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from briefing.format.number_languages import LANGUAGES, words_of
from briefing.format.number_words import ENGLISH, SIGNS, SYMBOLS
from briefing.model.quantity import Qualifier
from briefing.model.record import record
from briefing.model.units import CURRENCY_CODES, CURRENCY_SIGNS

_NEVER = re.compile(r"(?!)")
_LETTER_SYMBOLS = {"k": 3, "M": 6}
"""Signs that multiply in languages other than English."""


@record
class Grammar:
    """What stands around the digits of a number phrase in one language."""

    language: str
    """The language tag."""
    name: str
    """The language's English name, or its tag."""
    before: re.Pattern[str]
    """A qualifier or a word without weight, with the space behind it; in the group `words`."""
    between: re.Pattern[str]
    """What opens a range in words."""
    both: re.Pattern[str]
    """What joins the two numbers of such a range."""
    to: re.Pattern[str]
    """What joins the two numbers of any other range."""
    after: re.Pattern[str]
    """A qualifier behind a number; in the group `words`."""
    window: re.Pattern[str]
    """What belongs to a number and stands before its digits; of that text read from its end to its beginning."""
    per_cent: re.Pattern[str]
    of: re.Pattern[str]
    """The word between a scale and what is counted."""
    start_ahead: re.Pattern[str]
    """The word before an amount from which something moves, read as `window` is."""
    month: re.Pattern[str]
    """The name of a month."""
    month_ahead: re.Pattern[str]
    """The name of a month that stands before the digits, read as `window` is."""
    qualifiers: Mapping[str, Qualifier | None]
    """By the words, in small letters with single spaces."""
    scales: Mapping[str, int]
    """Powers of ten by words in small letters."""
    symbols: Mapping[str, int]
    """Powers of ten by signs, exactly as written."""

    def qualifier(self, words: str) -> Qualifier | None:
        """Give the qualifier of the words found by `before` or `after`; None where they weigh nothing."""
        return self.qualifiers.get(" ".join(words.casefold().split()))


def any_of(alternatives: Iterable[str]) -> str:
    """Make a pattern of alternatives, the longest first, with any white space between their words."""
    ordered = sorted({word for word in alternatives if word}, key=len, reverse=True)
    return "|".join(r"\s{1,3}".join(re.escape(part) for part in word.split()) for word in ordered)


def _split(bars: str) -> list[str]:
    """Split alternatives that are parted by bars."""
    return bars.split("|") if bars else []


def _pattern(pattern: str, words: str) -> re.Pattern[str]:
    """Compile a pattern with words in the place of `@`; without words it never matches."""
    return re.compile(pattern.replace("@", words), re.IGNORECASE) if words else _NEVER


def backwards(words: Iterable[str]) -> list[str]:
    """Spell words from their end, for patterns over text that is read backwards."""
    return [word[::-1] for word in words]


def _window(qualifiers: Iterable[str], openers: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern of what stands before digits, for text that is read backwards.

    Read backwards, the words are found in one step, where a search for them would begin at every letter before.
    """
    money = any_of(backwards((*CURRENCY_SIGNS, *CURRENCY_CODES)))
    words = rf"(?:\s{{1,3}}(?:{any_of(backwards(qualifiers))})(?!\w)|\s{{0,3}}(?:{any_of(backwards(SIGNS))}))"
    opener = any_of(backwards(openers))
    between = rf"(?:\s{{1,3}}(?:{opener})(?!\w))?" if opener else ""
    pattern = rf"[-−+]?(?:\s?(?:{money})(?![A-Z]))?[-−+]?(?:{words}){{0,2}}{between}(?![\w.,:/'’‑–-])"
    return re.compile(pattern, re.IGNORECASE)


@cache
def grammar(language: str) -> Grammar:
    """Make the grammar of a language tag."""
    words = words_of(language)
    tag = language.casefold().partition("-")[0]
    qualifiers: dict[str, Qualifier | None] = {
        word: qualifier
        for table in (words.qualifiers, words.after)
        for qualifier, bars in table.items()
        for word in _split(bars)
    }
    qualifiers |= dict.fromkeys(_split(words.plain)) | dict(SIGNS)
    ahead = [word for bars in words.qualifiers.values() for word in _split(bars)] + _split(words.plain)
    behind = [word for bars in words.after.values() for word in _split(bars)]
    signs = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
    before = rf"(?:(?P<words>{any_of(ahead)})(?:\s{{1,3}}|(?<=['’.])(?=\S))|(?P<sign>{signs})\s{{0,3}})"
    return Grammar(
        language=language,
        name=words.name if tag in LANGUAGES else language,
        before=re.compile(before, re.IGNORECASE),
        between=_pattern(r"(?:@)\s{1,3}", any_of(_split(words.between))),
        both=_pattern(r"\s{1,3}(?:@)\s{1,3}", any_of(_split(words.both))),
        to=_pattern(r"\s{0,3}(?:–|-|‑|\.\.\.?|…)\s{0,3}|\s{1,3}(?:@)\s{1,3}", any_of(_split(words.to))),
        after=_pattern(r"\s{1,3}(?P<words>@)(?!\w)", any_of(behind)),
        window=_window(ahead, _split(words.between)),
        per_cent=_pattern(r"(?:@)(?!\w)", any_of(_split(words.per_cent))),
        of=_pattern(r"(?:@)(?:\s{1,3}|(?<=['’]))", any_of(_split(words.of))),
        start_ahead=_pattern(r"\s{1,3}(?:@)(?!\w)", any_of(backwards(_split(words.start)))),
        month=_pattern(r"(?:@)(?!\w)", any_of(_split(words.months))),
        month_ahead=_pattern(r"\s{1,3}\.?(?:@)(?!\w)", any_of(backwards(_split(words.months)))),
        qualifiers=qualifiers,
        scales={word: power for power, bars in words.scales.items() for word in _split(bars)},
        symbols=SYMBOLS if words is ENGLISH else _LETTER_SYMBOLS,
    )
