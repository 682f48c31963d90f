"""How long `briefing check` takes for a folder of briefings with many figures.

Made are briefings of 20 figures with a quote each, and read and checked in one process, as the command does it. Given
is processor time for one briefing, which is the steadier figure on a machine that others use too: for reading its
front matter, for parsing its text, and for the checks that need both. Beside it stand two hard cases: a thousand
quotes that are missing in a long text, and a thousand that are there.

    python benchmarks/check.py [--briefings 1000]
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

from briefing.document.document import Document
from briefing.document.quotes import QuoteFinder
from briefing.format.read import parse
from briefing.review.inspect import every_problem, inspect
from briefing.review.page import text_of

FIGURE = """  - value: over {amount}
    unit: trucks
    label: waiting at gate {gate}
    as_of: 2024-07-08
    source: county
    track: gate-{gate}
    quote: over {amount} trucks waited at gate {gate}
"""
PARAGRAPH = """
## Gate {gate}

On Monday over {amount} trucks waited at gate {gate}, and the road along the river was closed until the evening.
"""
LIMIT = 5.0
"""Milliseconds that a briefing may take."""
PARAGRAPHS = 20_000
QUOTES = 1000


def briefing(number: int) -> str:
    """One file: 20 figures, their passages, and nothing wrong."""
    gates = [(gate, f"{number % 90 + 10},{gate * 13 + 100}") for gate in range(20)]
    figures = "".join(FIGURE.format(gate=gate, amount=amount) for gate, amount in gates)
    text = "".join(PARAGRAPH.format(gate=gate, amount=amount) for gate, amount in gates)
    head = f"title: Gates {number}\ndate: 2024-07-08\nsources: [{{id: county, name: County road office}}]\n"
    return f"---\n{head}figures:\n{figures}---\n{text}"


def spent(work: Callable[[], object]) -> float:
    """Processor time of a piece of work, in milliseconds."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def check_many(count: int) -> None:
    """Check many briefings and print what one takes."""
    steps: dict[str, list[float]] = {"reading": [], "parsing": [], "checks": []}
    for number in range(count):
        source = briefing(number)
        begun = time.process_time()
        read = parse(source, "a.md")
        after_reading = time.process_time()
        document = text_of(read)
        document.parse()
        after_parsing = time.process_time()
        if every_problem(read, inspect(read, document)):
            raise SystemExit("a briefing that should have no problem has one")
        end = time.process_time()
        for name, first, last in zip(
            steps, (begun, after_reading, after_parsing), (after_reading, after_parsing, end), strict=True
        ):
            steps[name].append((last - first) * 1000)
    total = [sum(each) for each in zip(*steps.values(), strict=True)]
    parts = ", ".join(f"{name} {statistics.median(times):.1f}" for name, times in steps.items())
    median = statistics.median(total)
    print(f"{count:,} briefings with 20 figures: {median:.1f} ms each ({parts}); limit {LIMIT:.0f} ms")


def find_many() -> None:
    """Look for quotes in a long text and print what all of them take."""
    text = "\n\n".join(f"Paragraph {number} speaks of the road north of the river." for number in range(PARAGRAPHS))
    blocks = list(Document(text))
    for kind, words in (("missing", "road {} is not there"), ("present", "Paragraph {} speaks")):
        finder = QuoteFinder(blocks)
        took = spent(lambda finder=finder, words=words: [finder.find(words.format(n)) for n in range(QUOTES)])  # type: ignore[misc]  # a lambda with defaults has no type to infer
        print(f"{QUOTES:,} {kind} quotes in {PARAGRAPHS:,} paragraphs: {took / 1000:.2f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--briefings", type=int, default=1000)
    check_many(parser.parse_args().briefings)
    find_many()
