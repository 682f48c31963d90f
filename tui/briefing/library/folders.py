"""Where the program keeps its own files: nothing is ever written beside the briefings."""

from __future__ import annotations

from pathlib import Path

_NAME = "briefing"


def cache_folder() -> Path:
    """Give the folder of what can be rebuilt at any time: the search indexes."""
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)


def state_folder() -> Path:
    """Give the folder of what the reader did: the journal."""
    from platformdirs import user_state_path

    return user_state_path(_NAME, appauthor=False)


def config_folder() -> Path:
    """Give the folder of what the reader chose: the settings."""
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False)
