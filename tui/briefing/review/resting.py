"""Whether several figures rest on one source alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def only_source(sources: Iterable[Sequence[str]]) -> str | None:
    """Give the source that all of several figures rest on; None where they rest on more, or some name none.

    Args:
        sources: for each figure the names of its sources.
    """
    every = [tuple(named) for named in sources]
    if len(every) < 2 or any(len(named) != 1 for named in every):
        return None
    names = {named[0] for named in every}
    return names.pop() if len(names) == 1 else None
