"""The picture above the text, with its words from the long form or from keys beside it."""

from __future__ import annotations

from briefing.format import node
from briefing.format.date_fields import is_switch
from briefing.format.keys import is_absent
from briefing.format.node import Node
from briefing.format.reading import Here, Reading
from briefing.model.briefing import Image

IMAGE = {
    "src": ("url", "path", "file", "image", "uid", "href", "feature", "teaser"),
    "alt": ("alt_text", "alttext", "image_alt"),
    "caption": ("title", "description"),
    "credit": ("author", "source", "source_name", "photographer", "attribution", "copyright"),
}
"""Keys of a picture with their aliases, the more telling first."""
_SIBLINGS = {
    "alt": ("image_alt", "heroImageAlt", "heroAlt", "cover_alt", "banner_alt", "thumbnail_alt", "alt"),
    "caption": ("image_caption", "cover_caption"),
    "credit": ("image_source_name", "image_credit", "photo_credit"),
}
"""Keys at the top that belong to the picture."""


def read_image(value: Node, here: Here, reading: Reading) -> Image | None:
    """Read the picture; of several, the first. A yes or no is no picture."""
    if is_switch(value):
        return None
    if isinstance(value, node.Sequence):
        stated = [item for item in value.items if not is_absent(item)]
        if not stated:
            return None
        if len(stated) > 1:
            reading.keep(here, value)
        return read_image(stated[0], here, reading)
    said = _said(value, here, reading)
    if not said:
        return None
    for part, names in _SIBLINGS.items():
        if part not in said and (text := _sibling(part, names, here, reading)):
            said[part] = text
    if "alt" not in said:
        reading.fault("img-alt", "no alt text", here, value)
    return Image(said.get("src"), said.get("alt"), said.get("caption"), said.get("credit"))


def _said(value: Node, here: Here, reading: Reading) -> dict[str, str]:
    """Give the parts of the picture that its own field states."""
    if not isinstance(value, node.Mapping):
        src = reading.text(value, here)
        return {"src": src} if src else {}
    taken = reading.parts(value, here, IMAGE)
    texts = {key: reading.text(*taken.of(key)) for key in IMAGE}
    return {key: text for key, text in texts.items() if text}


def _sibling(part: str, names: tuple[str, ...], here: Here, reading: Reading) -> str | None:
    """Read a part of the picture from a key at the top."""
    for name in names:
        entry = reading.sibling(name)
        text = reading.text(entry.value, Here(here.key(part).path, entry.key.text)) if entry else None
        if entry and text:
            reading.place(here.key(part), entry.value)
            return text
    return None
