"""What the reader chose: the theme, the panes, the order of the list, the library. One small JSON file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from briefing.library.durable import locked, replace_file
from briefing.library.folders import config_folder
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
        choices = _choices(path)
    except (OSError, ValueError) as fault:
        return LoadedSettings(Settings(), f"{path}: the settings cannot be read: {_reason(fault)}")
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
        with locked(path.with_name(f".{path.name}.lock")):
            _write(path, changes)
    except OSError as fault:
        return f"{path}: the choice will not be remembered: {_reason(fault)}"
    return None


def _write(path: Path, changes: Mapping[str, Any]) -> None:
    """Put the changes over what the file holds now."""
    try:
        choices = _choices(path)
    except ValueError:
        path.replace(path.with_name(f"{path.name}.broken"))
        choices = {}
    import json  # noqa: PLC0415  nothing is written when the program starts

    merged = {**asdict(Settings()), **choices, **changes}
    text = json.dumps(merged, indent=2, ensure_ascii=True)
    replace_file(path, f"{text}\n".encode("ascii"))


def _choices(path: Path) -> dict[str, Any]:
    """Read the file as it stands; an absent or empty one holds no choice.

    Raises:
        OSError: when it cannot be read.
        ValueError: when it holds something else than the names and values of JSON.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    import json  # noqa: PLC0415  most readers have no such file, and a start is to be quick

    try:
        content = json.loads(text or "{}")
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(content, dict):
        raise ValueError("it does not begin with {")  # noqa: TRY004  the caller reports a value, not a type
    return content


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


def _reason(fault: Exception) -> str:
    """Say what went wrong, without the path that is said already."""
    return (isinstance(fault, OSError) and fault.strerror) or str(fault)
