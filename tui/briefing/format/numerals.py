"""Numbers in digits, by the rules of a language: which sign parts the decimals, and which the groups of three."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache

from briefing.model.pattern import pattern
from briefing.model.record import record

EXACT = Context(prec=400)
"""Arithmetic on stated numbers is exact: no number read has more digits."""

_SPACES = " \u00a0\u2009\u202f"
_COMMA_LANGUAGES = frozenset(
    "af az be bg bs ca cs da de el es et eu fi fo fr gl hr hu hy id is it ka kk kl ky lb lt lv mk nb nl nn no pl pt "
    "ro ru sk sl sq sr sv tk tr uk uz vi".split()
)
"""Languages that write `1,5` for one and a half (Unicode CLDR, symbols of numbers)."""
_POINT_REGIONS = frozenset(
    "de-ch de-li it-ch es-419 es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us".split()
)
"""Regions that do not follow their language in this."""
_APOSTROPHE_REGIONS = frozenset("de-ch de-li it-ch fr-ch en-ch".split())
_LAKH_LANGUAGES = frozenset("en-in hi bn-in gu kn ml mr pa ta te".split())
"""Languages that group `1,50,000`: three digits, then twos."""

_DIGITS = "[0-9]{1,40}"
_EXPONENT = "(?:[eE][+-]?[0-9]{1,2}(?![0-9]))?"
_CLUSTER = pattern(r"[0-9]{1,40}(?:[.,][0-9]{1,40}){0,12}")
_FOREIGN = pattern(
    r"[0-9]{1,3}(?:\.[0-9]{3}){1,11}(?:,(?P<behind_comma>[0-9]{1,40}))?"
    r"|(?:[0-9]{1,3}(?:,[0-9]{3}){1,11}|[0-9]{1,2}(?:,[0-9]{2}){1,10},[0-9]{3})(?:\.(?P<behind_point>[0-9]{1,40}))?"
)
"""Numbers as other languages group them."""
_CUT_SHORT = pattern(r"[0-9]|[.,:/_'’][0-9]")


@record
class Notation:
    """How a language writes numbers."""

    decimal: str
    """The sign before the decimals: a point or a comma."""
    pattern: re.Pattern[str]
    """A number in digits."""

    @property
    def group(self) -> str:
        """The sign between groups of digits, that is not the decimal sign."""
        return "," if self.decimal == "." else "."


@record
class Numeral:
    """A number in digits, as it stands in a text."""

    value: Decimal
    start: int
    end: int
    text: str

    @property
    def is_bare(self) -> bool:
        """Whether it is digits alone, as a year or a house number."""
        return self.text.isdigit()


@record
class Malformed:
    """Digits with signs between them that are no number in this language."""

    text: str
    readings: tuple[str, ...]
    """The numbers that may be meant, as this language writes them."""


@lru_cache(32)
def notation(language: str) -> Notation:
    """Give the notation of a language tag; of a language that is not known, that of English."""
    tag = language.casefold()
    comma = tag.partition("-")[0] in _COMMA_LANGUAGES and tag not in _POINT_REGIONS
    decimal, group = (",", ".") if comma else (".", ",")
    signs = f"[{re.escape(group)}_{'’' + chr(39) if tag in _APOSTROPHE_REGIONS else ''}]"
    threes = rf"[0-9]{{1,3}}(?P<sign>{signs})[0-9]{{3}}(?:(?P=sign)[0-9]{{3}}){{0,10}}"
    spaced = rf"[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}(?![0-9])){{1,10}}"
    lakhs = r"[0-9]{1,2}(?:,[0-9]{2}){1,10},[0-9]{3}|" if tag in _LAKH_LANGUAGES else ""
    grouped = rf"(?:{lakhs}{threes}|{spaced})(?![0-9])"
    decimals = rf"(?:{re.escape(decimal)}[0-9]{{1,40}})?"
    return Notation(decimal, pattern(rf"(?:{grouped}|{_DIGITS}){decimals}{_EXPONENT}"))


def numeral(text: str, at: int, language: str) -> Numeral | Malformed | None:
    """Read the number whose digits begin here; None where there is none, or where it is longer than any amount."""
    rules = notation(language)
    match = rules.pattern.match(text, at)
    if match is None:
        return None
    if _CUT_SHORT.match(text, match.end()) and not text.startswith("..", match.end()):
        return _malformed(text, at, rules)
    digits = match[0].translate(_PLAIN)
    digits = digits.replace(rules.group, "").replace(rules.decimal, ".")
    value = Decimal(digits)
    return Numeral(value if digits.isdigit() else plain_decimal(value), at, match.end(), match[0])


_PLAIN = {ord(sign): None for sign in _SPACES + "_'’"}


def plain_decimal(value: Decimal) -> Decimal:
    """Write a decimal without an exponent, so that it prints as it is read."""
    return Decimal(f"{value:f}")


def _malformed(text: str, at: int, rules: Notation) -> Malformed | None:
    """Say what digits may mean that are parted as no number of this language is; None where they are no amount."""
    match = _CLUSTER.match(text, at)
    if match is None or _CUT_SHORT.match(text, match.end()):
        return None
    written = match[0]
    whole, group, rest = written.partition(rules.group)
    if group and written.count(".") + written.count(",") == 1:
        thousands = f"{whole}{group}{rest:0<3}" if len(rest) < 3 else _in_threes(whole + rest, rules)
        return Malformed(written, (f"{whole}{rules.decimal}{rest}", thousands))
    if foreign := _FOREIGN.fullmatch(written):
        decimals = foreign["behind_comma"] or foreign["behind_point"] or ""
        digits = written.removesuffix(decimals).replace(".", "").replace(",", "")
        return Malformed(written, (_in_threes(digits, rules) + (rules.decimal + decimals if decimals else ""),))
    return Malformed(written, ()) if group else None


def _in_threes(digits: str, rules: Notation) -> str:
    """Group digits as the language does."""
    return f"{int(digits):,}".replace(",", rules.group)


_UNGROUPED = r"(?<![\w.,:/+'’-])[0-9]{5,40}(?![\w:/'’-]|[.,][0-9]{3}(?![0-9]))"
_NARROW_SPACE = "\u202f"


def grouped(phrase: str, language: str = "en") -> str:
    """Group the plain digits of an amount for reading: `30000` is shown as `30,000`, everything else as written.

    Numbers of up to four digits stay as they are. Where a comma parts decimals, a narrow space parts the groups.
    """
    sign = "," if notation(language).decimal == "." else _NARROW_SPACE

    def with_groups(match: re.Match[str]) -> str:
        """A run of digits in groups of three; one that begins with 0 is no amount."""
        return match[0] if match[0][0] == "0" else f"{int(match[0]):,}".replace(",", sign)

    return re.sub(_UNGROUPED, with_groups, phrase)
