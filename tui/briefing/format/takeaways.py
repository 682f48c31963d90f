"""Takeaways: the few sentences that a reader should leave with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.format import node
from briefing.format.judgement import read_level, read_likelihood
from briefing.format.keys import is_absent
from briefing.format.node import Node, Scalar
from briefing.format.quotes import read_quotes
from briefing.format.reading import Here, Reading, text_of
from briefing.model.briefing import Takeaway

_TAKEAWAY: Mapping[str, Sequence[str]] = {
    "text": ("takeaway", "point", "message", "judgment", "judgement", "title"),
    "quote": ("quotes",),
    "figures": ("figure",),
    "sources": ("source",),
    "likelihood": ("probability",),
    "confidence": (),
}
_BULLET = re.compile(r"[-*•–][ \t]+")


def read_takeaways(value: Node, here: Here, reading: Reading) -> tuple[Takeaway, ...] | None:
    """Read the takeaways: a list, or one text whose lines are its items."""
    takeaways: list[Takeaway] = []
    for index, item in enumerate(_items(value)):
        at = here.item(index)
        if takeaway := _takeaway(item, at, reading):
            reading.place(Here(f"{here.path}[{len(takeaways)}]", at.written), item)
            takeaways.append(takeaway)
    return tuple(takeaways) or None


def _items(value: Node) -> Sequence[Node]:
    """Give the items of a list, or of a text that is written as one."""
    if isinstance(value, node.Sequence):
        return tuple(item for item in value.items if not is_absent(item))
    if not isinstance(value, Scalar):
        return (value,)
    items: list[str] = []
    for line in value.text.splitlines():
        text = line.strip()
        bullet = _BULLET.match(text)
        if bullet or not items:
            items.append(text[bullet.end() :] if bullet else text)
        elif text:
            items[-1] = f"{items[-1]} {text}".strip()
    return tuple(Scalar(item, value.at) for item in items if item.strip())


def _takeaway(value: Node, here: Here, reading: Reading) -> Takeaway | None:
    """Read one takeaway."""
    if not isinstance(value, node.Mapping):
        text = reading.text(value, here)
        return Takeaway(text) if text else None
    if len(value.entries) == 1 and (sentence := _sentence(value)):
        return Takeaway(sentence)
    taken = reading.parts(value, here, _TAKEAWAY)
    text = reading.text(taken.value("text"), here.key("text"))
    if text is None:
        reading.keep(here, value)
        return None
    return Takeaway(
        text,
        read_quotes(taken.value("quote"), here.key("quote"), reading),
        reading.texts(taken.value("figures"), here.key("figures")),
        reading.texts(taken.value("sources"), here.key("sources")),
        read_likelihood(taken.value("likelihood"), here.key("likelihood"), reading),
        read_level(taken.value("confidence"), here.key("confidence"), reading),
    )


def _sentence(value: node.Mapping) -> str | None:
    """Give back a sentence with a colon, which YAML took for a key with its value."""
    entry = value.entries[0]
    rest = text_of(entry.value)
    return f"{entry.key.text}: {rest}" if rest and " " in entry.key.text.strip() else None
