"""Work that goes on while the reader does: started from any widget, the newer putting off the older."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from textual.dom import DOMNode
from textual.worker import Worker


def begin(node: DOMNode, work: Callable[[], Coroutine[None, None, None]], group: str) -> Worker[None]:
    """Begin some work on the event loop; what still goes on in the same group is ended.

    The work is handed over as a function: of work that is put off before it began, nothing is left behind.
    """
    worker: Worker[None] = node.run_worker(work, group=group, exclusive=True)
    return worker
