"""How quick the view is: in real terminals, beside other programs that show Markdown, in one run.

    python benchmarks/view.py [--runs 7] [--limit 240]

Every program runs in a terminal of 100 columns and 30 rows, alone on one core, with a home folder of its own. Peers are
installed from the package index and documents are made at the first run, both in the user's cache folder. What was
measured goes to benchmarks/RESULTS.md.

- first words: from the start of the process until words of the first paragraph are written; the median of rounds.
- a key: from a key that moves a row to the first byte that comes back.
- to the end: from the key for the end until the last words are written. "scanned, not parsed": as soon as the text is
  cut into chunks, the rest of the work still going on.
- another width, find, another theme: from the key, or the new size, until what was asked for is written; the quickest
  of three, since what else the machine does can only make it slower.
- memory: resident memory of the process, at the first words and when nothing more is done.
"""

from __future__ import annotations

import argparse
import sys
import time
from functools import partial
from pathlib import Path

from briefing.document.document import Document
from documents import FIRST, SIZES, write_document
from peers import Peer, cache_folder, ours, peers, smallest
from report import FLOOR, Measures, results
from results_page import write_part
from running import keys, large, opened, or_why
from terminals import first_paint


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, help="rounds of what is quick")
    parser.add_argument("--limit", type=float, default=240.0, help="seconds after which a peer is given up")
    options = parser.parse_args()
    paths = {name: cache_folder() / f"{size}.md" for name, size in SIZES.items()}
    for name, path in paths.items():
        write_document(path, SIZES[name])
    programs = [ours(), *peers().values()]
    found = Measures()
    _measure_starts(found, programs, paths, options.runs, options.limit)
    _say("10 MB")
    found.large = or_why(partial(large, programs[0], paths["10 MB"], 3 * _scan(paths["10 MB"]), options.limit))
    for peer in programs:
        _say(f"100 KB and 1 MB in {peer.name}")
        found.keys[peer.name] = or_why(partial(keys, peer, paths["100 KB"], options.limit))
        found.opened[peer.name] = or_why(partial(opened, peer, paths["1 MB"], options.limit))
    text = results(found)
    write_part(text)
    print(text)


def _measure_starts(found: Measures, programs: list[Peer], paths: dict[str, Path], runs: int, limit: float) -> None:
    """Start everything in turn, in rounds; the first round only leaves compiled modules behind."""
    commands = {peer.name: peer.on(paths["5 KB"]) for peer in programs} | {FLOOR: smallest(FIRST)}
    for number in range(runs + 1):
        _say(f"starts, round {number} of {runs}")
        for name, command in commands.items():
            start = first_paint(command, FIRST, limit)
            if number:
                found.starts.setdefault(name, []).append(start)
        start = first_paint(programs[0].on(paths["10 MB"]), FIRST, limit)
        if number:
            found.large_starts.append(start)


def _scan(path: Path) -> float:
    """How long the first scan of a text takes when nothing else is done, in seconds."""
    text = path.read_text(encoding="utf-8")
    begun = time.perf_counter()
    Document(text).scan()
    return time.perf_counter() - begun


def _say(what: str) -> None:
    """Say on the terminal what is being measured."""
    print(f"… {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
