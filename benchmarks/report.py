"""What was measured, as a page: the bounds with whether they hold, then the figures beside each other."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from peers import versions
from results_page import table
from running import Keys, Large, Opened
from terminals import Start

OURS, FLOOR, SLOWEST, OTHER = "briefing", "smallest Textual app", "frogmouth", "hike"
_ABOUT = """Made by `python benchmarks/view.py`, which says what each row means. Times differ from machine to machine:
the ratios are what counts. All was measured in one run, each program alone on one core."""


@dataclass
class Measures:
    """All that was measured, by the name of the program; a text says what did not come in time."""

    starts: dict[str, list[Start]] = field(default_factory=dict)
    """First paints at 5 KB, in rounds."""
    large_starts: list[Start] = field(default_factory=list)
    """First paints of 10 MB, in the same rounds."""
    opened: dict[str, Opened | str] = field(default_factory=dict)
    """Opening 1 MB."""
    keys: dict[str, Keys | str] = field(default_factory=dict)
    """The key that moves a row, at 100 KB."""
    large: Large | str = ""


class Row(NamedTuple):
    """One thing that must hold."""

    what: str
    bound: str
    measured: str
    holds: bool


def results(found: Measures) -> str:
    """The page."""
    rows = list(_rows(found))
    parts = (
        "# How quick the view is",
        _ABOUT,
        _machine(),
        "## What must hold",
        table(("what", "bound", "measured", "holds"), ((*row[:3], "yes" if row.holds else "**no**") for row in rows)),
        "## First words of 5 KB",
        table(("program", "wall, ms", "CPU, ms"), _start_lines(found)),
        "## 1 MB: first words, and the key for the end",
        table(("program", "wall, s", "CPU, s", "to the end, ms"), _opened_lines(found)),
        "## 100 KB: from the key that moves a row to the first byte",
        table(("program", "p50, ms", "p90, ms"), _key_lines(found)),
    )
    return "\n\n".join(parts) + "\n"


def _rows(found: Measures) -> Iterator[Row]:
    """What must hold, in the order of the page."""
    mine = found.starts[OURS]
    for name, bound in ((FLOOR, 1.4), (SLOWEST, 0.4), (OTHER, 0.35)):
        yield _start_row(f"first words, 5 KB, beside {name}", bound, mine, found.starts[name])
    yield _start_row("first words, 10 MB, beside our own 5 KB", 1.2, found.large_starts, mine)
    yield from _opened_rows(found.opened)
    yield from _key_rows(found.keys)
    if isinstance(found.large, str):
        yield Row("everything at 10 MB", "is there", found.large, holds=False)
    else:
        yield from _large_rows(found.large)
        yield from _end_rows(found.large, found.opened)


def _start_row(what: str, bound: float, ones: list[Start], others: list[Start]) -> Row:
    """A ratio of starts: the median of the rounds."""
    wall, cpu = (statistics.median(a[n] / b[n] for a, b in zip(ones, others, strict=True)) for n in (0, 1))
    return Row(what, f"≤ {bound:g} ×", f"{wall:.2f} × (CPU {cpu:.2f} ×)", wall <= bound)


def _opened_rows(opened: dict[str, Opened | str]) -> Iterator[Row]:
    """What opening 1 MB costs."""
    mine, other = opened[OURS], opened[SLOWEST]
    what = f"CPU to first words, 1 MB, beside {SLOWEST}"
    if isinstance(mine, str):
        yield Row("first words, 1 MB", "are there", mine, holds=False)
    elif isinstance(other, str):
        yield Row(what, "≤ 1/100", f"{mine.cpu:.2f} s; {SLOWEST} {other}", holds=True)
    else:
        part = mine.cpu / other.cpu
        yield Row(what, "≤ 1/100", f"1/{1 / part:.0f}", part <= 0.01)


def _key_rows(keys: dict[str, Keys | str]) -> Iterator[Row]:
    """What a key costs."""
    mine, other = keys[OURS], keys[SLOWEST]
    if isinstance(mine, str) or isinstance(other, str):
        yield Row(f"a key, 100 KB, beside {SLOWEST}", "≤ 0.2 ×", f"{mine}; {other}", holds=False)
        return
    for name, one, two in (("p50", mine.p50, other.p50), ("p90", mine.p90, other.p90)):
        yield Row(f"a key, 100 KB, {name}, beside {SLOWEST}", "≤ 0.2 ×", f"{one / two:.2f} ×", one / two <= 0.2)


def _large_rows(large: Large) -> Iterator[Row]:
    """What must hold at 10 MB."""
    looked_at, keys, was_parsing = large.parsing
    slower = keys.p50 / large.keys.p50
    shown = f"{slower:.2f} ×{'' if was_parsing else ' (parsing had ended)'}"
    yield Row("a key, 10 MB, while it is parsed, beside after", "≤ 2 ×", shown, slower <= 2 and was_parsing)
    yield Row("memory, 10 MB looked at", "≤ 90 MiB", f"{looked_at:.0f} MiB", looked_at <= 90)
    yield Row("memory, 10 MB parsed", "≤ 200 MiB", f"{large.parsed:.0f} MiB", large.parsed <= 200)
    yield _time_row("another width, 10 MB", 50, large.resize)
    yield _time_row("find, 10 MB, first hit painted", 150, large.find.first)
    yield _time_row("find, 10 MB, all counted", 1000, large.find.counted)
    yield _time_row("find, 10 MB, a letter shown meanwhile, longest", 100, large.find_echo)
    drawn = large.theme.size / large.frame.size
    yield Row(
        "another theme, 10 MB, with closing the palette", "≤ 2 screens drawn", f"{drawn:.1f}", round(drawn, 1) <= 2.2
    )


def _end_rows(large: Large, opened: dict[str, Opened | str]) -> Iterator[Row]:
    """What the key for the end must do."""
    yield _time_row("to the end, 10 MB scanned, not parsed", 50, large.end_while_parsing)
    yield _time_row("to the end, 10 MB parsed", 50, large.end)
    ends = {name: one.end for name, one in opened.items() if not isinstance(one, str) and name not in (OURS, "less")}
    reached = [end for end in ends.values() if end is not None]
    if reached:
        part = large.end_while_parsing / min(reached)
        yield Row("to the end, 10 MB, beside any peer at 1 MB", "≤ 1/10", f"1/{1 / part:.0f}", part <= 0.1)


def _time_row(what: str, bound: float, seconds: float) -> Row:
    """A time in milliseconds."""
    return Row(what, f"≤ {bound:g} ms", f"{1000 * seconds:.0f} ms", 1000 * seconds <= bound)


def _start_lines(found: Measures) -> Iterator[tuple[str, ...]]:
    """The first words of each program."""
    for name, starts in {**found.starts, f"{OURS}, 10 MB": found.large_starts}.items():
        wall, cpu = (statistics.median(one[n] for one in starts) for n in (0, 1))
        yield name, f"{1000 * wall:.0f}", f"{1000 * cpu:.0f}"


def _opened_lines(found: Measures) -> Iterator[tuple[str, ...]]:
    """Opening 1 MB in each program."""
    for name, one in found.opened.items():
        if isinstance(one, str):
            yield name, one, "", ""
        else:
            end = "given up" if one.end is None else f"{1000 * one.end:.0f}"
            yield name, f"{one.wall:.2f}", f"{one.cpu:.2f}", end


def _key_lines(found: Measures) -> Iterator[tuple[str, ...]]:
    """The key in each program."""
    large = found.large
    more = {} if isinstance(large, str) else {"10 MB, parsed": large.keys, "10 MB, being parsed": large.parsing.keys}
    for name, one in (found.keys | {f"{OURS}, {name}": one for name, one in more.items()}).items():
        yield (name, one, "") if isinstance(one, str) else (name, f"{1000 * one.p50:.1f}", f"{1000 * one.p90:.1f}")


def _machine() -> str:
    """What it was measured on."""
    others = ", ".join(f"{name} {version}" for name, version in versions().items())
    return (
        f"{os.cpu_count()} cores ({platform.machine()}, {platform.system()}), Python {platform.python_version()}, "
        f"Textual {importlib.metadata.version('textual')};\n{others}."
    )
