"""Which folder a command looks into when none is named."""

from __future__ import annotations

from briefing.library.settings import load_settings
from briefing.library.where import library


def library_path() -> str:
    """Give the folder of the library.

    Raises:
        Refusal: when the folder that was configured is none.
    """
    return str(library(load_settings().settings).path)
