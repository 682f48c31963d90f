"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Pattern:
    """Stands in for a compiled pattern until the first of its methods is asked for, and keeps each from then on."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  whatever a pattern has
        """Keep what was asked for, so that this method is not called for it again."""
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def pattern(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, which costs nothing until it is used.

    The program has some hundreds of patterns, and a start needs a few; the costliest is as dear as reading a file.
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))
