"""What is measured of a library: its index, its answers, its start and its list."""

from __future__ import annotations

import os
import random
import re
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from briefing.format.encoding import decode
from briefing.format.front import front_matter
from briefing.format.source import load
from briefing.library.index import LARGE, SearchIndex
from briefing.library.query import parse_query
from briefing.library.scan import FileStamp, scan
from briefing.library.watch import Changes
from documents import FIRST
from peers import cache_folder, ours
from shelves import NEWEST, Shelf
from terminals import Program, Start, first_paint

QUERIES = 600
SHOWN = 100
"""Briefings that the program asks a search for."""
RG_WORDS = ("configuration", "virtual environment", "the", "zebra")
CHANGED = 30
"""Files that are changed, one after the other."""
PRESSES = 40
APART = 0.05
"""Seconds between two keys."""
LIMIT = 120.0
"""Seconds after which a program counts as failed."""


class Cold(NamedTuple):
    """An index made from nothing: seconds of processor time, and its size."""

    making: float
    compose: float
    """Reading the same files and composing their front matter."""
    ratio: float
    """Bytes of the index for each byte of text."""


class Answers(NamedTuple):
    """Milliseconds of processor time from a query to its results."""

    kinds: dict[str, list[float]]
    """By the kind of the query."""
    rg: float
    """The same for `rg`, one word in the same files."""


class Moves(NamedTuple):
    """Moving through the list."""

    times: list[float]
    """Milliseconds from a key to the first byte that it writes."""
    memory: float
    """MiB."""


@contextmanager
def alone() -> Iterator[None]:
    """Keep this process on one core for a while."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def spent(work: Callable[[], object]) -> float:
    """Seconds of processor time of a piece of work."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def home_of(shelf: Shelf) -> Path:
    """The home folder in which the program has an index of this library."""
    return cache_folder() / f"home-{shelf.briefings}"


def _index_folder(shelf: Shelf) -> Path:
    """Where the program keeps its indexes in that home folder."""
    return home_of(shelf) / ".cache" / "briefing"


def cold(shelf: Shelf) -> Cold:
    """Make the index of a library from nothing, and leave it for what is measured next."""
    shutil.rmtree(home_of(shelf), ignore_errors=True)
    stamps = list(scan(shelf.folder))
    with alone():
        compose = spent(lambda: [front_matter(decode(load(stamp.path).data).text) for stamp in stamps])
        making = spent(lambda: _refresh(shelf))
    size = sum(path.stat().st_size for path in _index_folder(shelf).iterdir())
    return Cold(making, compose, size / shelf.size)


def _refresh(shelf: Shelf) -> None:
    """Bring the index of a library up to date."""
    with SearchIndex(shelf.folder, _index_folder(shelf)) as index:
        for _ in index.refresh(bulk=LARGE):
            pass


def answers(shelf: Shelf) -> Answers:
    """Ask queries of all kinds as they are while they are typed, the way the program asks them."""
    found: dict[str, list[float]] = {}
    kinds = _kinds(shelf)
    with alone(), SearchIndex(shelf.folder, _index_folder(shelf)) as index:
        for number in range(QUERIES):
            kind = list(kinds)[number % len(kinds)]
            words = kinds[kind]()
            took = spent(lambda words=words: index.search(parse_query(words, typing=True), SHOWN, thorough=False))  # type: ignore[misc]  # a lambda with defaults has no type to infer
            found.setdefault(kind, []).append(1000 * took)
    return Answers(found, 1000 * statistics.median(_rg(shelf, words) for words in RG_WORDS))


def _rg(shelf: Shelf, words: str) -> float:
    """Seconds of processor time of `rg` for some words, the files being in memory."""
    before = os.times()
    subprocess.run(["rg", "-il", words, shelf.folder], stdout=subprocess.DEVNULL, check=False)  # noqa: S607  wherever it is
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _kinds(shelf: Shelf) -> dict[str, Callable[[], str]]:
    """The kinds of queries, each a function that makes one of words that occur."""
    chance = random.Random(3)  # noqa: S311  what is wanted are the same queries each time
    paths = chance.sample(sorted(os.fsdecode(stamp.path) for stamp in scan(shelf.folder)), 60)
    texts = [Path(path).read_text(encoding="utf-8").lower() for path in paths]
    words: list[str] = [word for text in texts for word in re.findall(r"[a-z]{3,}", text)]
    pairs: list[str] = [pair for text in texts for pair in re.findall(r"[a-z]{3,} [a-z]{3,}", text)]

    def word() -> str:
        return chance.choice(words)

    return {
        "1 letter": lambda: word()[:1],
        "2 letters": lambda: word()[:2],
        "3 letters": lambda: word()[:3],
        "4 letters": lambda: word()[:4],
        "5 letters": lambda: word()[:5],
        "a word": lambda: f"{word()} ",
        "a word and a beginning": lambda: f"{word()} {word()[: chance.randint(1, 5)]}",
        "three words": lambda: f"{word()} {word()} {word()} ",
        "a phrase": lambda: f'"{chance.choice(pairs)}"',
        "Chinese": lambda: chance.choice(("王小明", "小明", "王")),
        "a field and a word": lambda: f"{chance.choice(('title:', 'by:', 'tag:'))}{word()[:4]} {word()}",
        "figures and dates": lambda: f"figure:troops>{chance.randint(1, 90)}000 date>=2020 {word()[:3]}",
    }


def changed(shelf: Shelf) -> list[float]:
    """Change files, and give the milliseconds of processor time until each is found by its new word."""
    stamps = random.Random(5).sample(sorted(scan(shelf.folder)), CHANGED)  # noqa: S311  the same files each time
    times = []
    with alone(), SearchIndex(shelf.folder, _index_folder(shelf)) as index:
        for number, stamp in enumerate(stamps):
            path, word = Path(os.fsdecode(stamp.path)), f"changedword{number}"
            before = path.read_bytes()
            path.write_bytes(before + f"\n{word}\n".encode())
            times.append(1000 * spent(lambda path=path, word=word: _find_changed(index, path, word)))  # type: ignore[misc]  # as above
            path.write_bytes(before)
        _refresh(shelf)
    return times


def _find_changed(index: SearchIndex, path: Path, word: str) -> None:
    """Read one changed file into the index, and find it."""
    facts = path.stat()
    stamp = FileStamp(os.fsencode(path), facts.st_size, facts.st_mtime_ns)
    for _ in index.update(Changes(changed=(stamp,))):
        pass
    if not index.search(parse_query(word), 1):
        raise SystemExit("library: a changed file was not found")


def starts(shelf: Shelf, runs: int) -> tuple[list[Start], list[Start]]:
    """Start with a library whose index is there, and with one file of it, in turn; the first pair does not count."""
    library, file = (ours().on(path) for path in (shelf.folder, shelf.folder / NEWEST))
    home = home_of(shelf)
    pairs = [[first_paint(command, FIRST, LIMIT, home) for command in (library, file)] for _ in range(runs + 1)]
    one, other = zip(*pairs[1:], strict=True)
    return list(one), list(other)


def moves(shelf: Shelf) -> Moves:
    """Move through the list, when the library has been looked through."""
    with Program(ours().on(shelf.folder), home_of(shelf)) as program:
        program.words(FIRST, limit=LIMIT)
        program.rest(LIMIT)
        times = []
        for keys in (b"j",), (b"\x1b[6~",), (b"k",), (b"\x1b[5~",), (b"\x1b[F", b"\x1b[H"):
            for number in range(PRESSES):
                time.sleep(APART)
                program.send(keys[number % len(keys)])
                times.append(1000 * program.first_byte())
        return Moves(times, program.memory)
