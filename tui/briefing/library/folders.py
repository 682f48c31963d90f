"""Where the program keeps its own files: nothing is ever written beside the briefings."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_state_path

_NAME = "briefing"


def cache_folder() -> Path:
    """Give the folder of what can be rebuilt at any time: the search indexes."""
    return user_cache_path(_NAME, appauthor=False)


def state_folder() -> Path:
    """Give the folder of what the reader did: the journal."""
    return user_state_path(_NAME, appauthor=False)


def config_folder() -> Path:
    """Give the folder of what the reader chose: the settings."""
    return user_config_path(_NAME, appauthor=False)
