"""A process of its own keeps the index while the event loop goes on, and ends with its parent."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import aclosing
from pathlib import Path

import pytest

from briefing.format.read import read
from briefing.library.apart import FEW, refreshed
from briefing.library.index import Progress, SearchIndex
from briefing.library.query import parse_query
from briefing.library.scan import scan
from briefing.model.briefing import Briefing

Shelf = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def root(shelf: Shelf) -> Path:
    """A library that is large enough for a process of its own."""
    return shelf({f"{number}.md": f"---\ntitle: T{number}\n---\nwords" for number in range(FEW + 10)})


class Reader:
    """Reads files, and counts them."""

    count = 0

    def __call__(self, path: bytes) -> Briefing:
        self.count += 1
        return read(path)


async def all_steps(index: SearchIndex, root: Path) -> list[Progress]:
    return [progress async for progress in refreshed(index, scan(root))]


async def test_many_files_are_read_by_another_process(root: Path, tmp_path: Path) -> None:
    reader = Reader()
    with SearchIndex(root, tmp_path / "cache", reader) as index:
        await all_steps(index, root)
        assert reader.count == 0
        assert index.count(parse_query("words")) == FEW + 10


async def test_few_files_are_read_here(root: Path, tmp_path: Path) -> None:
    reader = Reader()
    with SearchIndex(root, tmp_path / "cache", reader) as index:
        await all_steps(index, root)
        (root / "1.md").write_text("changed", encoding="utf-8")
        (root / "2.md").unlink()
        await all_steps(index, root)
        assert reader.count == 1
        assert index.count(parse_query("words")) == FEW + 8


async def test_an_index_in_memory_is_kept_here(root: Path) -> None:
    with SearchIndex(root, None) as index:
        await all_steps(index, root)
        assert index.count(parse_query("words")) == FEW + 10


async def test_what_the_process_cannot_do_is_done_here(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with SearchIndex(root, tmp_path / "cache") as index:
        await all_steps(index, root)
        assert index.count(parse_query("words")) == FEW + 10


async def test_the_event_loop_goes_on_meanwhile(root: Path, tmp_path: Path) -> None:
    turns = 0

    async def beat() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.001)
            turns += 1

    with SearchIndex(root, tmp_path / "cache") as index:
        beating = asyncio.create_task(beat())
        steps = await all_steps(index, root)
        beating.cancel()
    assert turns > 5 * len(steps)


async def test_closing_early_ends_the_process(root: Path, tmp_path: Path) -> None:
    with SearchIndex(root, tmp_path / "cache") as index:
        async with aclosing(refreshed(index, scan(root))) as steps:
            async for _ in steps:
                break
        list(index.refresh())
        assert index.count(parse_query("words")) == FEW + 10


def test_the_process_ends_with_its_parent(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-m", "briefing.library.apart", str(root), str(tmp_path / "cache")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=20) == 1


def test_a_process_killed_again_and_again_leaves_an_index_that_can_be_used(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-m", "briefing.library.apart", str(root), str(tmp_path / "cache")]
    for number in range(6):
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        time.sleep(0.12 + number * 0.03)
        process.kill()
        process.communicate()
        (root / f"new{number}.md").write_text("words", encoding="utf-8")
        os.utime(root / "0.md")
    with SearchIndex(root, tmp_path / "cache") as index:
        list(index.refresh())
        assert index.count(parse_query("words")) == FEW + 16
        assert index.problem is None
