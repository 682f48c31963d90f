"""One number of a phrase: sign, money, digits and scale, as `US$4.5 million`."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.format.number_grammar import Grammar
from briefing.format.numerals import EXACT, Malformed, Numeral, numeral, plain_decimal
from briefing.model.pattern import pattern
from briefing.model.record import record
from briefing.model.units import CURRENCY_CODES, CURRENCY_SIGNS, GLUED

_SIGN = pattern(r"[-−+](?=\S)")
_MONEY = pattern(
    rf"(?P<money>{'|'.join(re.escape(sign) for sign in CURRENCY_SIGNS)}|{'|'.join(sorted(CURRENCY_CODES))})\s?"
)
_WORD = pattern("(?P<space>[ \u00a0\u2009\u202f]{0,2})(?P<word>[^\\W\\d_]{1,20}[.]?)")
_UNIT = pattern(
    "[ \u00a0\u2009\u202f]?(?P<unit>[%‰℃€£$₴₽₹]|°(?:\\s?[CF](?!\\w))?"
    "|[^\\W\\d_]{1,12}[²³]?(?:/[^\\W\\d_]{1,5}[²³]?)?(?!\\w))"
)
_SCALES_IN_A_ROW = 3
"""`3 hundred thousand million` is the most that anyone writes."""


@record
class Fault:
    """Why a text that has the form of a number phrase is refused."""

    code: str
    """`fig-comma`, `fig-m` or `fig-range`."""
    message: str


@record
class Measure:
    """One number with its scale."""

    number: Numeral
    power: int
    """The power of ten of its scale; 0 without one."""
    negative: bool
    money: str | None
    start: int
    end: int

    def value(self, power: int | None = None) -> Decimal:
        """Give the number multiplied by its scale, or by another."""
        power = self.power if power is None else power
        scaled = plain_decimal(self.number.value.scaleb(power, EXACT)) if power else self.number.value
        return scaled.copy_negate() if self.negative else scaled


def measure(text: str, at: int, rules: Grammar) -> Measure | Fault | None:
    """Read the number that begins here; None where there is none, a fault where it is refused."""
    cursor, negative, money = _before_digits(text, at)
    number = numeral(text, cursor, rules.language)
    if isinstance(number, Malformed):
        return _comma_fault(number, rules)
    if number is None:
        return None
    end, power = _scale(text, number.end, rules)
    if power == 0:
        glued = _glued(text, number, has_money=money is not None)
        if glued is None or isinstance(glued, Fault):
            return glued
        end, power = glued
    return Measure(number, power, negative, money, at, end)


def _before_digits(text: str, at: int) -> tuple[int, bool, str | None]:
    """Read a sign and money before the digits, in either order: where they end, whether it is minus, the money."""
    if text[at : at + 1].isdigit():
        return at, False, None
    cursor, negative = _sign(text, at)
    money = _MONEY.match(text, cursor)
    if money is None:
        return cursor, negative, None
    signed = cursor > at
    cursor, negative_behind = (money.end(), False) if signed else _sign(text, money.end())
    return cursor, negative or negative_behind, money["money"]


def _sign(text: str, at: int) -> tuple[int, bool]:
    """Read a plus or minus, and give where it ends."""
    sign = _SIGN.match(text, at)
    return (sign.end(), sign[0] != "+") if sign else (at, False)


def _scale(text: str, at: int, rules: Grammar) -> tuple[int, int]:
    """Read the words that multiply a number: where they end, and their power of ten."""
    end, power = at, 0
    for _ in range(_SCALES_IN_A_ROW):
        word = _WORD.match(text, end)
        if word is None:
            break
        said = word["word"]
        stem = said.removesuffix(".")
        step = rules.symbols.get(said) or rules.scales.get(said.casefold())
        if step:
            end = word.end()
        elif step := rules.symbols.get(stem) or rules.scales.get(stem.casefold()):
            end = word.end() - (said != stem)
        else:
            break
        if _continues(text, end):
            return at, 0
        power += step
    return end, power


def _continues(text: str, at: int) -> bool:
    """Whether the word that ends here goes on: with a digit, or a letter beyond what was looked at."""
    return text[at : at + 1].isalnum() or text[at : at + 1] == "_"


def _glued(text: str, number: Numeral, *, has_money: bool) -> tuple[int, int] | Fault | None:
    """Judge letters that stand at the digits or, before money, a lone `m`; None where they make it no number."""
    word = _WORD.match(text, number.end)
    if word is None:
        return (number.end, 0) if not _continues(text, number.end) else None
    lone_m = word["word"] in ("m", "m.") and not _continues(text, word.start("word") + 1)
    if lone_m and has_money and text[word.start("word") + 1 : word.start("word") + 2] != "/":
        return word.start("word") + 1, 6
    if word["space"]:
        return number.end, 0
    if lone_m and text[number.end + 1 : number.end + 2] != "/":
        said = number.text
        return Fault("fig-m", f'"{said}m": metres or million? Write {said} m or {said} million')
    unit = _UNIT.match(text, number.end)
    return (number.end, 0) if unit and unit["unit"] in GLUED else None


def inner_unit(text: str, at: int, rules: Grammar) -> tuple[int, str] | None:
    """Read a unit that no other word could be, and give where it ends."""
    space = 1 if text[at : at + 1].isspace() else 0
    if per_cent := rules.per_cent.match(text, at + space):
        return per_cent.end(), "%"
    unit = _UNIT.match(text, at)
    if unit and (unit["unit"] in GLUED or unit["unit"] in CURRENCY_SIGNS or unit["unit"] in CURRENCY_CODES):
        return unit.end(), unit["unit"]
    return None


def _comma_fault(number: Malformed, rules: Grammar) -> Fault:
    """Say what digits parted in a way that is not the language's may mean."""
    found = f'"{number.text}"'
    if len(number.readings) == 2:
        one, other = number.readings
        return Fault("fig-comma", f"{found} is neither {one} nor {other} in {rules.name}; write the one you mean")
    write = f"; write {number.readings[0]}" if number.readings else ""
    return Fault("fig-comma", f"{found} is no number in {rules.name}{write}")
