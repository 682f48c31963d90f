"""How quick a library is: its index, its answers while a query is typed, its start and its list, in one run.

    python benchmarks/library.py [--sizes 1000 10000 100000] [--runs 5]

Libraries are made at the first run and kept in the user's cache folder (`shelves.py` says of what); the index is made
in each run. What was measured goes to benchmarks/RESULTS.md. Other programs may use the machine meanwhile, so times
are processor time on one core unless they say "wall".

- keystroke: from a query as it stands while it is typed to the results the list shows, 600 queries of 12 kinds, asked
  of the index as the program asks it. Beside it `rg -il` for one word in the same files, which are in memory.
- start: from the start of the process until the newest title is written in a terminal; beside it a start with the one
  file that has this title. The median of rounds, in turn.
- cold index: an index made from nothing, beside reading the same files and composing their front matter.
- one changed file: reading it, putting it into the index, and finding it by its new word.
- moving: from a key in the list to the first byte that it writes, wall.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
from collections.abc import Iterator
from typing import NamedTuple

from library_measures import Answers, Cold, Moves, answers, changed, cold, moves, starts
from report import Row
from results_page import table, write_part
from shelves import Shelf, shelf
from terminals import Start

LARGEST, MIDDLE = 100_000, 10_000
"""The sizes for which something must hold."""
_ABOUT = """Made by `python benchmarks/library.py`, which says what each row means. Times differ from machine to
machine: the ratios are what counts. All was measured in one run; times are processor time on one core unless they say
"wall"."""


class Measures(NamedTuple):
    """What was measured of one library."""

    shelf: Shelf
    cold: Cold
    answers: Answers
    changed: list[float]
    starts: tuple[list[Start], list[Start]]
    moves: Moves


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, MIDDLE], metavar="N", help="briefings")
    parser.add_argument("--runs", type=int, default=5, help="rounds of starts")
    options = parser.parse_args()
    if not shutil.which("rg"):
        sys.exit("library: rg (ripgrep) is not installed; answers are measured beside it")
    found = [_measured(size, options.runs) for size in options.sizes]
    text = results(found)
    write_part(text)
    print(text)


def _measured(briefings: int, runs: int) -> Measures:
    """Measure one library."""
    _say(f"{briefings:,}: the library")
    one = shelf(briefings)
    _say(f"{briefings:,}: cold index")
    index = cold(one)
    _say(f"{briefings:,}: answers")
    asked = answers(one)
    _say(f"{briefings:,}: changed files, starts, moving")
    return Measures(one, index, asked, changed(one), starts(one, runs), moves(one))


def _say(what: str) -> None:
    """Say on the terminal what is being measured."""
    print(f"… {what}", file=sys.stderr, flush=True)


# The page


def results(found: list[Measures]) -> str:
    """The part of the page of results."""
    bounds = [(*row[:3], "yes" if row.holds else "**no**") for one in found for row in _rows(one)]
    parts = (
        "# How quick a library is",
        _ABOUT,
        f"{os.cpu_count()} cores ({platform.machine()}, {platform.system()}), Python {platform.python_version()}.",
        "## What must hold in a library",
        table(("what", "bound", "measured", "holds"), bounds),
        "## What was measured of libraries",
        table(("", *(f"{one.shelf.briefings:,}" for one in found)), _lines(found)),
        "## Keystroke to results, by kind of query",
        table(
            ("p50 / slowest, ms", *(f"{one.shelf.briefings:,}" for one in found)),
            (
                (
                    kind,
                    *(f"{statistics.median(one.answers.kinds[kind]):.1f} / {_slowest(one, kind):.1f}" for one in found),
                )
                for kind in found[0].answers.kinds
            ),
        ),
    )
    return "\n\n".join(parts) + "\n"


def _slowest(one: Measures, kind: str) -> float:
    """The longest that a query of this kind took."""
    return max(one.answers.kinds[kind])


def _rows(one: Measures) -> Iterator[Row]:
    """What must hold in one library, whatever its size."""
    size = f"{one.shelf.briefings:,}"
    if one.shelf.briefings == LARGEST:
        yield from _answer_rows(one.answers)
    if one.shelf.briefings >= MIDDLE:
        yield from _start_rows(one)
    if one.shelf.briefings == MIDDLE:
        ratio = one.cold.making / one.cold.compose
        yield Row(f"cold index, {size}, beside reading and composing", "≤ 10 ×", f"{ratio:.1f} ×", ratio <= 10)
        yield Row(f"cold index, {size}", "≤ 13 s", f"{one.cold.making:.1f} s", one.cold.making <= 13)
    once = statistics.median(one.changed)
    yield Row(f"one changed file read and found, {size}", "≤ 20 ms", f"{once:.1f} ms", once <= 20)
    if one.shelf.briefings == LARGEST:
        slowest = max(one.moves.times)
        yield Row(f"a key in the list, {size}, slowest, wall", "≤ 50 ms", f"{slowest:.0f} ms", slowest <= 50)
        yield Row(f"memory, {size} listed", "≤ 150 MiB", f"{one.moves.memory:.0f} MiB", one.moves.memory <= 150)
    yield Row(f"index beside text, {size}", "≤ 2 ×", f"{one.cold.ratio:.2f} ×", one.cold.ratio <= 2)


def _answer_rows(asked: Answers) -> Iterator[Row]:
    """What must hold of answers."""
    p50, p99 = _p50_p99(asked)
    yield Row("keystroke to results, p50", "≤ 10 ms", f"{p50:.1f} ms", p50 <= 10)
    yield Row("keystroke to results, p99", "≤ 50 ms, aim 16", f"{p99:.1f} ms", p99 <= 50)
    yield Row("keystroke to results, p50, beside rg", "≤ 1/50", f"1/{asked.rg / p50:.0f}", p50 <= asked.rg / 50)


def _start_rows(one: Measures) -> Iterator[Row]:
    """What must hold of a start."""
    size = f"{one.shelf.briefings:,}"
    if one.shelf.briefings == MIDDLE:
        over = 1000 * statistics.median(a.cpu - b.cpu for a, b in zip(*one.starts, strict=True))
        yield Row(f"start with {size}, over that of one file", "≤ 100 ms", f"{over:.0f} ms", over <= 100)
    else:
        ratio = statistics.median(a.cpu / b.cpu for a, b in zip(*one.starts, strict=True))
        yield Row(f"start with {size}, beside that of one file", "≤ 1.5 ×", f"{ratio:.2f} ×", ratio <= 1.5)


def _p50_p99(asked: Answers) -> tuple[float, float]:
    """The median and the slowest but one hundredth of all queries."""
    percentiles = statistics.quantiles((time for times in asked.kinds.values() for time in times), n=100)
    return percentiles[49], percentiles[98]


def _lines(found: list[Measures]) -> Iterator[tuple[str, ...]]:
    """What was measured, a line for each thing, a column for each library."""
    yield "text, MB", *(f"{one.shelf.size / 1e6:.0f}" for one in found)
    yield "index beside text", *(f"{one.cold.ratio:.2f} ×" for one in found)
    yield "cold index, s", *(f"{one.cold.making:.1f}" for one in found)
    yield "reading and composing, s", *(f"{one.cold.compose:.1f}" for one in found)
    for name, place in ("p50", 0), ("p99", 1):
        yield f"keystroke to results, {name}, ms", *(f"{_p50_p99(one.answers)[place]:.1f}" for one in found)
    yield "rg for one word, ms", *(f"{one.answers.rg:.0f}" for one in found)
    yield "one changed file, ms", *(f"{statistics.median(one.changed):.1f}" for one in found)
    for name, place in ("start with the library", 0), ("start with one file", 1):
        medians = ([statistics.median(start[n] for start in one.starts[place]) for n in (1, 0)] for one in found)
        yield f"{name}, ms (wall)", *(f"{1000 * cpu:.0f} ({1000 * wall:.0f})" for cpu, wall in medians)
    yield (
        "a key in the list, p50 / slowest, wall, ms",
        *(f"{statistics.median(one.moves.times):.0f} / {max(one.moves.times):.0f}" for one in found),
    )
    yield "memory with the library listed, MiB", *(f"{one.moves.memory:.0f}" for one in found)


if __name__ == "__main__":
    main()
