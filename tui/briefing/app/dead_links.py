"""Links that lead nowhere, found while the reader reads on."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.app.targets import Dead, Surroundings, resolved
from briefing.document.block import Role
from briefing.document.targets import ToAnchor, ToFile, ToName, asked, links_of


def dead_targets(around: Surroundings) -> Iterator[str | None]:
    """Find the targets of links that lead nowhere: each of them once, and None after each block that has none.

    Whoever asks can do something else between two values. The marks of footnotes and sources are passed over: there
    are none without what they refer to.
    """
    looked_at: set[str] = set()
    for block in around.reading.document:
        for span in links_of(block):
            if span.role is Role.LINK and span.target is not None and span.target not in looked_at:
                looked_at.add(span.target)
                if _is_dead(span.target, around):
                    yield span.target
        yield None


def _is_dead(target: str, around: Surroundings) -> bool:
    """Whether a link leads nowhere; what is outside, or refused, is not known to."""
    wanted = asked(Role.LINK, target)
    if isinstance(wanted, ToName) and not around.knows_all():
        return False
    return isinstance(wanted, ToAnchor | ToFile | ToName) and isinstance(resolved(wanted, around), Dead)
