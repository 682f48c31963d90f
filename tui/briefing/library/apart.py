"""The index brought up to date by a process of its own, so that a reader's keys are answered at once meanwhile.

Reading thousands of files, or one very long one, in slices would still delay keys, and in a thread even more so, since
the interpreter runs one thread at a time.
"""

from __future__ import annotations

import asyncio
import os
import select
import sys
import time
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing, suppress
from pathlib import Path

from briefing.library.index import LARGE, Progress, SearchIndex
from briefing.library.scan import FileStamp
from briefing.model.errors import Refusal

FEW = 50
"""Changed files up to which starting a process is not worth while."""
SHORT = 256 * 1024
"""Bytes of a file up to which it is read in a slice."""
_TELL_EVERY = 0.1
"""Seconds between two reports of the process."""
_NICENESS = 10
"""How far the process stands back behind the reader's programs (0 to 19)."""


async def refreshed(index: SearchIndex, found: Iterable[FileStamp]) -> AsyncGenerator[Progress, None]:
    """Bring an index up to date with all files of the library, without keeping the event loop busy.

    A few short files are read in slices here, more of them in a process of its own, as is the case for an index on
    disk only. Closing the iterator ends the process; what it wrote stays.

    Raises:
        Refusal: when another program keeps the index locked.
    """
    stamps = tuple(found)
    changes = await asyncio.to_thread(index.changes, stamps)
    changed = (*changes.added, *changes.changed)
    is_much = len(changed) + len(changes.removed) > FEW or any(stamp.size > SHORT for stamp in changed)
    if is_much and index.path is not None:
        async with aclosing(_by_process(index.root, index.path.parent)) as steps:
            async for progress in steps:
                yield progress
        changes = await asyncio.to_thread(index.changes, stamps)  # What the process could not do is done here.
    for progress in index.update(changes):
        yield progress
        await asyncio.sleep(0)


async def _by_process(root: str, folder: Path) -> AsyncGenerator[Progress, None]:
    """Have a process do the work, and pass on what it reports."""
    # With -P nothing in the current folder is taken for a part of the program.
    command = (sys.executable, "-P", "-m", __name__, root, os.fspath(folder))
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=nothing)
    assert process.stdout is not None  # noqa: S101  a pipe was asked for
    try:
        async for line in process.stdout:
            yield Progress(*map(int, line.split()))
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
        await process.communicate()  # Waits for its end, and for that of its pipes.


def main(root: str, folder: str) -> int:
    """Bring the index of a library in a folder up to date, as a process that ends with the one that started it."""
    os.nice(_NICENESS)
    told = 0.0
    with SearchIndex(root, Path(folder)) as index:
        if index.path is None:
            return 1
        for progress in index.refresh(bulk=LARGE):
            if _is_left_alone():
                return 1
            if time.monotonic() - told > _TELL_EVERY:
                told = time.monotonic()
                print(progress.done, progress.total, progress.read, flush=True)  # noqa: T201  it speaks to its parent
    return 0


def _is_left_alone() -> bool:
    """Tell whether the parent has ended: then the pipe from it has."""
    return bool(select.select([sys.stdin], [], [], 0)[0])


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except (Refusal, BrokenPipeError):
        sys.exit(1)
