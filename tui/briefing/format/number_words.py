"""The words around a number, by language: what bounds it, what multiplies it, what joins two to a range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from briefing.model.quantity import Qualifier
from briefing.model.record import record

OVER, AT_LEAST, ABOUT = Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.ABOUT
NEARLY, UP_TO, UNDER = Qualifier.NEARLY, Qualifier.UP_TO, Qualifier.UNDER


@record
class Words:
    """The words of one language, in small letters; alternatives are parted by a bar."""

    name: str
    """The language's English name."""
    qualifiers: Mapping[Qualifier, str] = field(default_factory=dict)
    after: Mapping[Qualifier, str] = field(default_factory=dict)
    """Words behind a number that bound it: `or more`."""
    plain: str = ""
    """Words before a number that leave it as it is: `exactly`."""
    scales: Mapping[int, str] = field(default_factory=dict)
    """Words that multiply, by their power of ten."""
    to: str = ""
    """Words between the two numbers of a range."""
    between: str = ""
    """Words that open a range, whose two numbers are joined by `both`."""
    both: str = ""
    per_cent: str = ""
    of: str = ""
    """Words between a scale and what is counted: `1,5 million de soldats`."""
    start: str = ""
    """Words before the number from which something rises or falls: `from 5 to 10` names two amounts and no range."""
    months: str = ""
    """Names of months: a number before one is a day."""


SIGNS: Mapping[str, Qualifier] = {
    ">=": AT_LEAST, "<=": UP_TO, "≥": AT_LEAST, "⩾": AT_LEAST, "≤": UP_TO, "⩽": UP_TO,
    ">": OVER, "<": UNDER, "~": ABOUT, "≈": ABOUT, "∼": ABOUT, "±": ABOUT,
}  # fmt: skip
"""Signs that bound a number, in every language."""

SYMBOLS: Mapping[str, int] = {
    "k": 3, "K": 3, "M": 6, "mn": 6, "mln": 6, "Mn": 6, "B": 9, "bn": 9, "Bn": 9, "tn": 12, "trn": 12,
}  # fmt: skip
"""Signs that multiply in English, exactly as written; capital and small letters are different signs."""

ENGLISH = Words(
    "English",
    {
        OVER: "more than|over|well over|just over|slightly over|slightly more than|above|in excess of|upwards of|"
        "upward of|greater than|exceeding",
        AT_LEAST: "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum of",
        UP_TO: "up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum of",
        UNDER: "under|just under|well under|fewer than|less than|below",
        NEARLY: "nearly|almost|close to|just short of",
        ABOUT: "about|around|approximately|approx|approx.|roughly|some|circa|c.|ca.|ca|an estimated|estimated|est.",
    },
    {
        AT_LEAST: "or more|or greater|or above|and above|and over|and more",
        UP_TO: "or fewer|or less|or below",
        ABOUT: "or so",
    },
    "exactly|precisely|a total of|in total|only|just|another|an additional|an extra|a further",
    {2: "hundred", 3: "thousand|thousands", 5: "lakh|lakhs", 6: "million|millions", 7: "crore|crores",
     9: "billion|billions", 12: "trillion|trillions"},
    "to",
    "between",
    "and",
    "per cent|percent|pct|pct.",
    "",
    "from",
    "january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|"
    "november|nov|december|dec",
)  # fmt: skip
