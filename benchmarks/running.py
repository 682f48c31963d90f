"""What is measured in one terminal: opening, the keys, and everything that a large text makes hard."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from documents import BESIDE, FIRST, LAST, NEEDLE
from peers import Peer
from terminals import Burst, Program, TooLate

T = TypeVar("T")
PRESSES = 60
TRIES = 3
"""How often something is done of which the quickest counts: what else the machine does can only make it slower."""
APART = 0.05
"""Seconds between two keys, about as a hand repeats them."""
_ALL_COUNTED = re.compile(r"1 of 3[^\d+]")
_COMMON = "supply"
"""A word that stands in a large text some ten thousand times."""


class Keys(NamedTuple):
    """Seconds from a key that moves a row to the first byte of what it changes."""

    p50: float
    p90: float


class Opened(NamedTuple):
    """What opening a text of 1 MB took, in seconds."""

    wall: float
    cpu: float
    """Until its first words were shown."""
    end: float | None
    """From the key for the end to the last words, once the program rests; None where that was given up."""


class Parsing(NamedTuple):
    """What happened at 10 MB while the text was being parsed: seconds, and MiB."""

    looked_at: float
    """MiB at the first paint."""
    keys: Keys
    was_parsing: bool
    """Whether it was still being parsed after the last of these keys."""


class Found(NamedTuple):
    """Seconds from the last letter of a word until its first hit was painted, and until all were counted."""

    first: float
    counted: float


class Large(NamedTuple):
    """What happened at 10 MB: seconds, and MiB."""

    end_while_parsing: float
    parsing: Parsing
    parsed: float
    """MiB once all of it is parsed."""
    keys: Keys
    end: float
    find: Found
    resize: float
    find_echo: float
    """The longest that a letter typed while a common word is looked for took to be shown."""
    frame: Burst
    """Drawing the whole screen again, for comparison."""
    theme: Burst


def opened(peer: Peer, path: Path, limit: float) -> Opened:
    """Open a text, let it settle, and go to its end.

    Raises:
        TooLate: it showed nothing in time.
    """
    with Program(peer.on(path)) as program:
        wall = program.words(FIRST, limit=limit)
        cpu = program.cpu
        try:
            program.rest(limit)
            program.send(peer.end)
            return Opened(wall, cpu, program.words(LAST, limit=limit))
        except TooLate:
            return Opened(wall, cpu, None)


def keys(peer: Peer, path: Path, limit: float) -> Keys:
    """Open a text, let it settle, and move down in it.

    Raises:
        TooLate: it did not settle, or a key did nothing, in time.
    """
    with Program(peer.on(path)) as program:
        program.words(FIRST, limit=limit)
        program.rest(limit)
        return _presses(program, peer.down)


def large(peer: Peer, path: Path, scan: float, limit: float) -> Large:
    """Do with a text of 10 MB what is hard with it.

    Args:
        peer: the program itself.
        path: the text.
        scan: seconds after which its first scan is through for certain, though not all is parsed.
        limit: seconds that parsing may take.

    Raises:
        TooLate: something did not come in time.
    """
    with Program(peer.on(path)) as program:
        program.words(FIRST, limit=limit)
        time.sleep(scan)
        end_while_parsing = _end(program, peer)
    with Program(peer.on(path)) as program:
        program.words(FIRST, limit=limit)
        parsing = Parsing(program.memory, _presses(program, peer.down), _is_busy(program))
        program.rest(limit)
        return Large(
            end_while_parsing,
            parsing,
            program.memory,
            _presses(program, peer.down),
            min(_end(program, peer) for _ in range(TRIES)),
            _find(program),
            min(_resize(program, columns) for columns in (90, 100) * TRIES),
            _find_echo(program),
            _settled_burst(program, b"\x0c"),
            _theme(program),
        )


def _presses(program: Program, key: bytes) -> Keys:
    """Press a key often, and give how long its first byte took."""
    times = []
    for _ in range(PRESSES):
        time.sleep(APART)
        program.send(key)
        times.append(program.first_byte())
    deciles = statistics.quantiles(times, n=10)
    return Keys(deciles[4], deciles[8])


def _is_busy(program: Program) -> bool:
    """Whether the program works although nothing is asked of it."""
    before = program.cpu
    time.sleep(0.5)
    return program.cpu - before > 0.05


def _end(program: Program, peer: Peer) -> float:
    """Go to the end from the beginning, until the last words are shown."""
    _type(program, "g")
    program.send(peer.end)
    return program.words(LAST, limit=30)


def _find(program: Program) -> Found:
    """Find a word from the beginning on."""
    tries = []
    for _ in range(TRIES):
        _type(program, "g/" + NEEDLE[:-1])
        program.send(NEEDLE[-1].encode())
        tries.append(Found(program.words(BESIDE, limit=30), program.matches(_ALL_COUNTED, limit=30)))
        _type(program, "\r")
    return Found(min(one.first for one in tries), min(one.counted for one in tries))


def _find_echo(program: Program) -> float:
    """Type a common word that is looked for with each letter: the longest wait until a letter is shown."""
    _type(program, "g/")
    waits = []
    for count in range(1, len(_COMMON) + 1):
        program.send(_COMMON[count - 1].encode())
        waits.append(program.words(_COMMON[:count], limit=30))
        time.sleep(APART)
    for _ in range(2):
        _type(program, "\x1b")
    return max(waits)


def _resize(program: Program, columns: int) -> float:
    """Give the window another width, until it is drawn anew."""
    time.sleep(0.3)
    program.resize(columns)
    return program.burst().seconds


def _theme(program: Program) -> Burst:
    """Choose another theme in the palette, until the screen is drawn in it."""
    for words in (":", "change theme", "\r", "textual-light"):
        _type(program, words)
    return _settled_burst(program, b"\r")


def _settled_burst(program: Program, keys: bytes) -> Burst:
    """Type something and take all that it writes."""
    program.send(keys)
    return program.burst(pause=0.25)


def _type(program: Program, words: str) -> None:
    """Type words and let the program do what follows from them."""
    program.send(words.encode())
    try:
        program.rest(30)
    except TooLate:
        return


def or_why(measure: Callable[[], T]) -> T | str:
    """What was measured, or what did not come in time."""
    try:
        return measure()
    except TooLate as reason:
        return f"not {reason}"
