"""What the keys of a query mean: parts of the text, states of reading, key figures, any field of the front matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefing.library.fold import words
from briefing.library.query_lexer import Token, TokenKind
from briefing.library.query_tree import Compare, CompareFigure, Has, Is, Mistake, Node, Sign, State, TextField, Words
from briefing.library.query_values import days, folded_key, number
from briefing.model.pattern import pattern

TEXT_FIELDS = {
    "title": TextField.TITLE,
    "by": TextField.BYLINE,
    "byline": TextField.BYLINE,
    "author": TextField.BYLINE,
    "in": TextField.SECTION,
    "section": TextField.SECTION,
    "tag": TextField.TOPIC,
    "topic": TextField.TOPIC,
    "topics": TextField.TOPIC,
    "source": TextField.SOURCE,
    "sources": TextField.SOURCE,
    "path": TextField.NAME,
}
"""The keys that seek words in a part of the briefing."""

FACET_OF = {
    TextField.TITLE: "title",
    TextField.BYLINE: "byline",
    TextField.TOPIC: "topics",
    TextField.SOURCE: "sources",
}
"""The fields whose values such a part holds: with `=` one of them is meant as a whole."""

_SIGNED = pattern(r"(?P<words>[^<>~]*)(?P<possible>~?)(?P<sign>[<>]=?)(?P<number>.+)")
_LEADING_SIGN = pattern(r"(?P<sign>[<>]=?)(?P<value>.+)")


def field_node(key: Token, value: Token, rest: str, *, goes_on: bool, today: date) -> Node | Mistake:
    """Give what a field with its value asks for, or the mistake in it.

    Args:
        key: the field's token, with its sign.
        value: the word or phrase after it.
        rest: what is glued to the value after a phrase's closing mark.
        goes_on: whether the value's last word may go on.
        today: the day from which `-7d` counts.
    """
    name = folded_key(key.text)
    whole = Token(value.kind, value.text + rest, key.start, value.end + len(rest))
    if name == "figure":
        return _figure(key.sign, value.text, rest, whole, goes_on=goes_on)
    if rest:
        return Mistake(value.end, whole.end, "a blank is missing before this")
    if key.sign.startswith("~"):
        return Mistake(whole.start, whole.end, f"{key.sign} is for figures: figure:troops{key.sign}{value.text}")
    if name in ("has", "is"):
        return _has(whole) if name == "has" else _is(whole)
    within = TEXT_FIELDS.get(name)
    if within is not None and (key.sign == ":" or (key.sign == "=" and within not in FACET_OF)):
        return _text(within, value, whole, goes_on=goes_on)
    name = FACET_OF.get(within, name) if within is not None else name
    found = _compare(name, key.sign, whole, is_phrase=value.kind is TokenKind.PHRASE, today=today)
    return replace(found, prefix=goes_on and not found.whole) if isinstance(found, Compare) else found


def _text(within: TextField, value: Token, whole: Token, *, goes_on: bool) -> Node | Mistake:
    """Seek words in a part of the briefing."""
    found = words(value.text)
    if not found:
        return Mistake(whole.start, whole.end, f"{value.text!r} has no letter or digit to look for")
    return Words(tuple(found), value.text, goes_on, value.kind is TokenKind.PHRASE, within)


def _has(whole: Token) -> Node:
    """Ask for a field."""
    return Has(folded_key(whole.text))


def _is(whole: Token) -> Node | Mistake:
    """Ask for a state of reading."""
    try:
        return Is(State(whole.text.lower()))
    except ValueError:
        known = ", ".join(state.value for state in State)
        return Mistake(whole.start, whole.end, f"is:{whole.text} is unknown; there are {known}")


def _compare(name: str, sign: str, whole: Token, *, is_phrase: bool, today: date) -> Node | Mistake:
    """Compare a field of the front matter."""
    text = whole.text
    if sign == ":" and not is_phrase and (signed := _LEADING_SIGN.fullmatch(text)):
        sign, text = signed["sign"], signed["value"]
    meant = Sign.IS if sign in (":", "=") else Sign(sign)
    amount, stretch = (None, None) if is_phrase else (number(text), days(text, today))
    found = tuple(words(text)) if meant is Sign.IS else ()
    if meant is not Sign.IS and amount is None and stretch is None:
        return Mistake(whole.start, whole.end, f"{text!r} is neither a number nor a date such as 2025-06 or -7d")
    if not found and amount is None and stretch is None:
        return Mistake(whole.start, whole.end, f"{text!r} has no letter or digit to look for")
    return Compare(name, meant, text, found, amount, stretch, whole=sign == "=")


def _figure(sign: str, text: str, rest: str, whole: Token, *, goes_on: bool) -> Node | Mistake:
    """Seek a key figure: words first, then a sign and a number."""
    if sign not in (":", "="):
        return Mistake(whole.start, whole.end, f"name what is counted first: figure:troops{sign}{text}")
    signed = _SIGNED.fullmatch(rest or text)
    if rest and (signed is None or signed["words"]):
        return Mistake(whole.start, whole.end, "after the words comes a sign and a number: >300")
    sought = tuple(words(text if rest or signed is None else signed["words"]))
    if signed is None:
        if sought:
            return CompareFigure(sought, prefix=goes_on)
        return Mistake(whole.start, whole.end, f"{text!r} has no letter or digit to look for")
    amount = number(signed["number"])
    if amount is None:
        return Mistake(whole.start, whole.end, f"{signed['number']!r} is not a number")
    return CompareFigure(sought, Sign(signed["sign"]), amount, bool(signed["possible"]))
