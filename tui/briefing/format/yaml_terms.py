"""What holds for YAML front matter by whichever way it is read: its bounds, and the words that stand for no value."""

from __future__ import annotations

MAX_EVENTS = 20_000
"""Events of the parser, and scalars after every alias is followed; 1,627 were seen in a real file."""
MAX_DEPTH = 32
"""Levels of nesting; 6 were seen in a real file."""
MAX_ALIASES = 64
"""Uses of an anchor; 5 were seen in a real file."""

ABSENT = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that say that there is no value (YAML 1.1, null)."""
