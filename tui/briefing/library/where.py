"""Which library is meant when none is named."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

import briefing
from briefing.library.settings import Settings
from briefing.model.errors import Refusal
from briefing.model.record import record

VARIABLE = "BRIEFING_LIBRARY"
"""The environment variable that names the library."""


class Origin(StrEnum):
    """Who said which library is meant."""

    ENVIRONMENT = "environment"
    SETTINGS = "settings"
    SHIPPED = "shipped"


@record
class Library:
    """A folder of briefings, and who named it."""

    path: Path
    origin: Origin


def library(settings: Settings) -> Library:
    """Find the library: the one of `$BRIEFING_LIBRARY`, else the configured one, else the briefings that ship.

    Raises:
        Refusal: when the folder that was named is none.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return Library(_folder(named, f"${VARIABLE}"), Origin.ENVIRONMENT)
    if settings.library:
        return Library(_folder(settings.library, "library in the settings"), Origin.SETTINGS)
    return Library(shipped(), Origin.SHIPPED)


def shipped() -> Path:
    """Find the briefings that ship: inside the installed package, or beside the source in a checkout.

    Raises:
        Refusal: when the installation has lost them.
    """
    package = Path(briefing.__file__).parent
    places = (package / "briefings", package.parent.parent / "briefings")
    for place in places:
        if place.is_dir():
            return place
    raise Refusal("The briefings that ship with the program are missing; name a folder: briefing PATH")


def _folder(named: str, by: str) -> Path:
    """Give the folder of this name, or refuse it."""
    try:
        path = Path(named).expanduser()
        is_folder = path.is_dir()
    except (RuntimeError, ValueError):  # no home folder to put for the ~; a zero byte in the name
        path, is_folder = Path(named), False
    if not is_folder:
        raise Refusal(f"{by} names {named!r}, which is not a folder")
    return path.absolute()
