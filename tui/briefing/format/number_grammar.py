"""The patterns of number phrases, made from the words of a language when they are first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from briefing.format.number_words import ENGLISH, SIGNS, SYMBOLS, Words
from briefing.model.pattern import pattern
from briefing.model.quantity import Qualifier
from briefing.model.record import record

_NEVER = pattern(r"(?!)")
_WORD = pattern(r"[^\s0-9]{1,20}(?:\s{1,3}|(?<=['’.])(?=[0-9]))")
_WORDS_IN_A_ROW = 4
"""The most words that a qualifier has."""
_LETTER_SYMBOLS = {"k": 3, "M": 6}
"""Signs that multiply in languages other than English."""


@record
class Grammar:
    """What stands around the digits of a number phrase in one language."""

    language: str
    """The language tag."""
    name: str
    """The language's English name, or its tag."""
    before: Mapping[str, Qualifier | None]
    """Words and signs before a number, and what they make of it: nothing, if they weigh nothing."""
    behind: Mapping[str, Qualifier | None]
    """Words behind a number."""
    between: re.Pattern[str]
    """What opens a range in words."""
    both: re.Pattern[str]
    """What joins the two numbers of such a range."""
    to: re.Pattern[str]
    """What joins the two numbers of any other range."""
    after: re.Pattern[str]
    """Words behind a number, in the group `words`."""
    per_cent: re.Pattern[str]
    of: re.Pattern[str]
    """The word between a scale and what is counted."""
    openers: tuple[str, ...]
    """Words that open a range."""
    starts: tuple[str, ...]
    """Words before an amount from which something moves."""
    months: frozenset[str]
    """The names of months, in small letters."""
    scales: Mapping[str, int]
    """Powers of ten by words in small letters."""
    symbols: Mapping[str, int]
    """Powers of ten by signs, exactly as written."""

    def ahead(self, text: str, at: int) -> tuple[int, Qualifier | None] | None:
        """Read words or a sign before a number: where they end, with the space behind them, and what they weigh."""
        for length in (2, 1):
            sign = text[at : at + length]
            if sign in SIGNS:
                return _past_space(text, at + length), SIGNS[sign]
        words: list[tuple[str, int]] = []
        end = at
        while len(words) < _WORDS_IN_A_ROW and (word := _WORD.match(text, end)):
            end = word.end()
            words.append((word[0].strip().casefold(), end))
        for count in range(len(words), 0, -1):
            phrase = " ".join(word for word, _ in words[:count])
            if phrase in self.before:
                return words[count - 1][1], self.before[phrase]
        return None

    def qualifier(self, words: str) -> Qualifier | None:
        """Give what words behind a number make of it."""
        return self.behind[" ".join(words.casefold().split())]


def _past_space(text: str, at: int) -> int:
    """Give the place behind up to three spaces."""
    end = at
    while end < at + 3 and text[end : end + 1].isspace():
        end += 1
    return end


def any_of(alternatives: Iterable[str]) -> str:
    """Make a pattern of alternatives, the longest first, with any white space between their words."""
    ordered = sorted({word for word in alternatives if word}, key=len, reverse=True)
    return "|".join(r"\s{1,3}".join(re.escape(part) for part in word.split()) for word in ordered)


def split(bars: str) -> list[str]:
    """Split alternatives that are parted by bars."""
    return bars.split("|") if bars else []


def _pattern(pattern: str, words: str) -> re.Pattern[str]:
    """Compile a pattern with words in the place of `@`; without words it never matches."""
    return re.compile(pattern.replace("@", words), re.IGNORECASE) if words else _NEVER


@lru_cache(32)
def grammar(language: str) -> Grammar:
    """Make the grammar of a language tag; a language that is not known here has the words of English."""
    tag = language.casefold().partition("-")[0]
    own = ENGLISH if tag == "en" else _other(tag)
    words = own or ENGLISH
    before: dict[str, Qualifier | None] = dict.fromkeys(split(words.plain))
    before |= _by_words(words.qualifiers)
    behind = _by_words(words.after)
    return Grammar(
        language=language,
        name=own.name if own else language,
        before=before,
        behind=behind,
        between=_pattern(r"(?:@)\s{1,3}", any_of(split(words.between))),
        both=_pattern(r"\s{1,3}(?:@)\s{1,3}", any_of(split(words.both))),
        to=_pattern(r"\s{0,3}(?:–|-|‑|\.\.\.?|…)\s{0,3}|\s{1,3}(?:@)\s{1,3}", any_of(split(words.to))),
        after=_pattern(r"\s{1,3}(?P<words>@)(?!\w)", any_of(behind)),
        per_cent=_pattern(r"(?:@)(?!\w)", any_of(split(words.per_cent))),
        of=_pattern(r"(?:@)(?:\s{1,3}|(?<=['’]))", any_of(split(words.of))),
        openers=tuple(split(words.between)),
        starts=tuple(split(words.start)),
        months=frozenset(split(words.months)),
        scales={word: power for power, bars in words.scales.items() for word in split(bars)},
        symbols=SYMBOLS if words is ENGLISH else _LETTER_SYMBOLS,
    )


def _by_words(table: Mapping[Qualifier, str]) -> dict[str, Qualifier | None]:
    """Turn a table of words by qualifier round."""
    return {word: qualifier for qualifier, bars in table.items() for word in split(bars)}


def _other(tag: str) -> Words | None:
    """Give the words of a language other than English, if there is a table of them."""
    from briefing.format.number_languages import LANGUAGES  # noqa: PLC0415  most briefings are in English

    return LANGUAGES.get(tag)
