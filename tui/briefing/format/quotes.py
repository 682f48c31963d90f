"""Quotes: the very words of the text that a figure, takeaway or date rests on."""

from __future__ import annotations

from briefing.format import node
from briefing.format.keys import is_absent
from briefing.format.node import Node, Scalar
from briefing.format.reading import Here, Reading, listed, text_of
from briefing.model.figure import Quote

_QUOTE = {"exact": ("quote", "text"), "prefix": ("before",), "suffix": ("after",)}


def read_quotes(value: Node | None, here: Here, reading: Reading) -> tuple[Quote, ...]:
    """Read one quote or a list of them."""
    if value is None or is_absent(value):
        return ()
    if isinstance(value, node.Sequence):
        return reading.each(listed(value, here), here, _quote)
    quote = _quote(value, here, reading)
    return (quote,) if quote else ()


def _quote(value: Node, here: Here, reading: Reading) -> Quote | None:
    """Read one quote: its words, or these with what stands before and behind them (W3C TextQuoteSelector)."""
    if not isinstance(value, node.Mapping):
        text = reading.text(value, here)
        return Quote(text) if text else None
    taken = reading.parts(value, here, _QUOTE, ("type",))
    exact = reading.text(*taken.of("exact"))
    if exact is None:
        reading.keep(here, value)
        return None
    return Quote(exact, _context(taken.value("prefix")), _context(taken.value("suffix")))


def _context(value: Node | None) -> str | None:
    """Give a prefix or suffix with the white space that parts it from the quote."""
    return value.text if isinstance(value, Scalar) and text_of(value) else None
