"""Where a person belongs: named in place, or by an id that `affiliations` at the top defines (Quarto, MyST)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.format import node
from briefing.format.keys import fold, is_absent
from briefing.format.node import Node, Scalar
from briefing.format.reading import Here, Reading, text_of
from briefing.format.wording import clipped

_ID = r"[a-z0-9_.-]+"
"""What looks like an id: a name of one word begins with a capital letter."""
_NAMES = ("name", "institution", "organization", "text")


def affiliations_of(value: Node | None, here: Here, reading: Reading) -> tuple[str, ...]:
    """Read the organizations of a person."""
    if value is None or is_absent(value):
        return ()
    names = (name for stated in _each(value) for name in _names(stated, here, reading))
    return tuple(dict.fromkeys(names))


def _each(value: Node) -> Iterator[Node]:
    """Iterate over the organizations of a list, or give the only one."""
    if isinstance(value, node.Sequence):
        for item in value.items:
            yield from _each(item)
    elif not is_absent(value):
        yield value


def _names(value: Node, here: Here, reading: Reading) -> Iterator[str]:
    """Give the names of one organization, or of several in one string; ids are resolved."""
    defined = _defined(reading)
    if isinstance(value, node.Mapping):
        said = {fold(entry.key.text): entry.value for entry in value}
        if "ref" in said:
            yield _resolved(text_of(said["ref"]) or "", said["ref"], defined, here, reading)
        elif name := _name(value):
            yield name
        else:
            reading.keep(here, value)
        return
    text = text_of(value) or ""
    for part in (part.strip() for part in text.split(";")):
        if part in defined or (defined and re.fullmatch(_ID, part)):
            yield _resolved(part, value, defined, here, reading)
        elif part:
            yield part


def _resolved(name: str, value: Node, defined: dict[str, str], here: Here, reading: Reading) -> str:
    """Give what an id stands for; one that nothing defines is shown as written."""
    if name not in defined:
        reading.fault("byline-affiliation", f'"{clipped(name)}" is not defined in affiliations', here, value)
    return defined.get(name, name)


def _defined(reading: Reading) -> dict[str, str]:
    """Give the names that `affiliations` at the top defines, by id, and by name for who writes that."""
    top = reading.peek("affiliations")
    pairs: list[tuple[str, Node]] = []
    if isinstance(top, node.Mapping):
        pairs = [(entry.key.text, entry.value) for entry in top]
        if any(isinstance(each, Scalar) for _, each in pairs) and _name(top):
            pairs = [("", top)]
    elif isinstance(top, node.Sequence):
        pairs = [("", item) for item in top.items]
    defined: dict[str, str] = {}
    for key, each in pairs:
        name = _name(each) if isinstance(each, node.Mapping) else text_of(each)
        identity = key or (_said(each, "id") if isinstance(each, node.Mapping) else None)
        if name:
            defined.setdefault(name, name)
            if identity:
                defined.setdefault(identity, name)
    return defined


def _name(value: node.Mapping) -> str | None:
    """Give the name of an organization in its long form."""
    return next((name for key in _NAMES if (name := _said(value, key))), None)


def _said(value: node.Mapping, wanted: str) -> str | None:
    """Give the text under a key."""
    return next((text_of(entry.value) for entry in value if fold(entry.key.text) == wanted), None)
