"""Keys: how they are named for people, and which of them reach a command on other keyboards."""

from __future__ import annotations

SPOKEN = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "f1": "F1",
}
"""What a key is called on the screen, where that is not its own character."""

_LATIN = "qwertyuiopasdfghjklzxcvbnm"
_CYRILLIC = "йцукенгшщзфывапролдячсмить"
_BY_POSITION = dict(zip(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper(), strict=True))


def spoken(key: str) -> str:
    """The name of a key as a person reads it."""
    return SPOKEN.get(key, key.replace("ctrl+", "Ctrl+").replace("alt+", "Alt+"))


def by_position(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that lie in the same places on a Cyrillic keyboard, for a reader who does not switch it."""
    return tuple(_BY_POSITION[key] for key in keys if key in _BY_POSITION)
