"""What the reader chose: the theme, the panes, the order of the list, the library. One small JSON file."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

from briefing.library.durable import locked
from briefing.library.folders import config_folder
from briefing.library.json_file import lock_of, read_json, read_or_set_aside, reason, write_json
from briefing.model.record import record

FILE_NAME = "settings.json"
WRAPPED = "wrap"
_MOST_DAYS = 100_000


@record
class Settings:
    """The choices; None where none was made."""

    library: str | None = None
    """The folder that is opened when none is named; `~` stands for the home folder."""
    theme: str | None = None
    sort: str | None = None
    """A value of `briefing.library.entry.Sort`."""
    panes: tuple[str, ...] | None = None
    """The names of the side panes that are open."""
    old_after: int | None = None
    """The days after which a figure is marked as old."""
    code: str | None = None
    """`WRAPPED` where long lines of code are to be broken; anything else leaves them as they are."""


@record
class LoadedSettings:
    """The settings, and what is wrong with their file."""

    settings: Settings
    problem: str | None = None
    """One line for the reader; choices that could not be read count as not made."""


def settings_file() -> Path:
    """Give the file that holds the settings."""
    return config_folder() / FILE_NAME


def load_settings(path: Path | None = None) -> LoadedSettings:
    """Read the settings; what is wrong with the file is said, never raised."""
    path = path or settings_file()
    try:
        choices = read_json(path)
    except (OSError, ValueError) as fault:
        return LoadedSettings(Settings(), f"{path}: the settings cannot be read: {reason(fault)}")
    good = {name: value for name, value in choices.items() if name in _CHECKS and _CHECKS[name](value)}
    bad = sorted(name for name in _CHECKS.keys() & choices.keys() - good.keys() if choices[name] is not None)
    panes = good.get("panes")
    settings = Settings(**{**good, "panes": None if panes is None else tuple(panes)})
    return LoadedSettings(settings, f"{path}: {', '.join(bad)} cannot be used as written" if bad else None)


def remember(path: Path | None = None, **changes: str | tuple[str, ...] | None) -> str | None:
    """Write changed choices, and leave all others in the file as they are, also those of another version.

    A file that cannot be understood is kept beside the new one, with `.broken` after its name.

    Args:
        path: the file; the reader's own by default.
        changes: attributes of `Settings`.

    Returns:
        None, or one line that says why the choices will not be remembered.

    Raises:
        TypeError: when a name is none of the settings.
    """
    path = path or settings_file()
    if unknown := changes.keys() - _CHECKS.keys():
        raise TypeError(f"no such setting: {', '.join(sorted(unknown))}")
    try:
        with locked(lock_of(path)):
            write_json(path, {**asdict(Settings()), **read_or_set_aside(path), **changes})
    except OSError as fault:
        return f"{path}: the choice will not be remembered: {reason(fault)}"
    return None


def _is_text(value: object) -> bool:
    """Tell whether a value is a text that says something."""
    return isinstance(value, str) and bool(value)


def _are_texts(value: object) -> bool:
    """Tell whether a value is a list of texts."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_days(value: object) -> bool:
    """Tell whether a value is a number of days."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < _MOST_DAYS


_CHECKS = {field.name: _is_text for field in fields(Settings)} | {"panes": _are_texts, "old_after": _is_days}
