"""How a briefing may be handled: its TLP label and the state of its publication."""

from __future__ import annotations

import re

from briefing.format import node
from briefing.format.node import Node
from briefing.format.reading import Here, Reading, text_of
from briefing.format.wording import clipped
from briefing.model.vocabulary import STATUSES, TLP

_LABEL = r"(?i)(?:tlp[\s:_-]*)?(?P<label>[a-z]+(?:\s*[+_ -]\s*strict)?)"
_LONGEST_LABEL = 40


def read_tlp(value: Node, here: Here, reading: Reading) -> str | None:
    """Read a TLP label; another text is kept as written, for what it restricts is not known."""
    if isinstance(value, node.Mapping) and len(value.entries) == 1 and value.entries[0].key.text.upper() == "TLP":
        value = value.entries[0].value
    text = reading.text(value, here)
    if text is None:
        return None
    match = re.fullmatch(_LABEL, text) if len(text) <= _LONGEST_LABEL else None
    label = re.sub(r"\s*[+_ -]\s*", "+", match["label"].upper()) if match else ""
    if label == "WHITE":
        reading.fault("tlp-white", "WHITE is the TLP 1 name of CLEAR", here, value)
        return "CLEAR"
    if label in TLP:
        return label
    wanted = "RED, AMBER+STRICT, AMBER, GREEN or CLEAR"
    reading.fault("tlp-bad", f'"{clipped(text)}" is not {wanted}; it is shown as written', here, value)
    return text


def read_status(value: Node, here: Here, reading: Reading) -> str | None:
    """Read the state of publication; another text is shown as it is."""
    text = reading.text(value, here)
    if text is None:
        return None
    word = text.casefold()
    if word == "cancelled":
        return "canceled"
    if word in STATUSES:
        return word
    reading.fault(
        "status-unknown", f'"{clipped(text)}" is not one of {", ".join(STATUSES)}; it is shown as written', here, value
    )
    return text


def is_draft(name: str, value: Node) -> bool:
    """Whether a switch of Hugo (`draft: true`) or Jekyll (`published: false`) says that this is a draft."""
    text = (text_of(value) or "").casefold()
    return text in (("true", "yes", "on") if name == "draft" else ("false", "no", "off"))
