"""Front matter that is made to do harm is read quickly or not at all, and the file is shown in any case."""

from __future__ import annotations

import pytest
from tests.effort import bounded

from briefing.format.front import front_matter
from briefing.format.matter import MAX_BYTES, FrontMatter


def yaml(text: str) -> str:
    """A file with this YAML."""
    return f"---\n{text}\n---\nbody\n"


def toml(text: str) -> str:
    """A file with this TOML."""
    return f"+++\n{text}\n+++\nbody\n"


def chain(count: int, entry: str) -> str:
    """Fields of which each names the one before it several times."""
    return "a0: &a0 [x, x]\n" + "".join(entry.format(this=f"a{i}", last=f"*a{i - 1}") + "\n" for i in range(1, count))


TOO_DEEP = "nested deeper than 32 levels"
TOO_MANY = "more than 20,000 parts"
NOT_READ = {
    "dashes in a value": (TOO_DEEP, yaml("a:\n  " + "- " * 25_000)),
    "open brackets": (TOO_DEEP, yaml("a: " + "[" * 100_000)),
    "brackets": (TOO_DEEP, yaml("a: " + "[" * 50_000 + "]" * 50_000)),
    "open braces": (TOO_DEEP, yaml("a: " + "{a: " * 60_000)),
    "question marks": (TOO_DEEP, yaml("? " * 100_000)),
    "aliases that double": (TOO_MANY, yaml(chain(30, "{this}: &{this} [{last}, {last}]"))),
    "aliases that nest": (TOO_DEEP, yaml(chain(60, "{this}: &{this} [{last}]"))),
    "merge keys": (
        TOO_MANY,
        yaml(chain(10, "{this}: &{this} {{<<: [{last}, {last}, {last}, {last}, {last}, {last}]}}")),
    ),
    "many aliases": ("more than 64 aliases", yaml("a: &a x\n" + "\n".join(f"a{i}: *a" for i in range(65)))),
    "many fields": (TOO_MANY, yaml("\n".join(f"k{i}: v" for i in range(20_000)))),
    "many fields and a fault": (
        "more than 30,000 parts",
        yaml("title: a: b\n" + "\n".join(f"k{i}: v" for i in range(9_000))),
    ),
    "many faults": ("more than 100 faults", yaml("a: b: c\n" * 20_000)),
    "many faults in a list": ("more than 100 faults", yaml("title: x\na:\n" + "  - b: c: d\n" * 250)),
    "many tags": ("more than 100 faults", yaml("\n".join(f"a{i}: !x 1" for i in range(10_000)))),
    "too many bytes": ("256.1 KiB; the limit is 256 KiB", yaml("title: x\ntext: " + "é" * (MAX_BYTES // 2))),
    "deep TOML": (TOO_DEEP, toml("a=" + "[" * 100_000)),
    "deep TOML keys": (TOO_DEEP, toml(".".join("a" * 40) + "=1")),
    "long TOML keys": ("its keys have too many parts", toml(".".join("a" * 100_000) + "=1")),
    "TOML with many faults": ("more than 100 faults", toml("".join(f"a{i}=\n" for i in range(20_000)))),
    "too much TOML": ("1.1 MiB; the limit is 256 KiB", toml("a = '" + "x" * 4 * MAX_BYTES + "'")),
    "deep JSON": ("no valid JSON: it is nested deeper than 32 levels", '{"a":' + "[" * 1_000_000),
    "deep JSON objects": ("no valid JSON: it is nested deeper than 32 levels", '{"a":' * 100_000),
    "much JSON": ("no valid JSON: it has more than 20,000 values", '{"a":[' + "1," * 100_000 + "1]}\n"),
    "JSON that is too long": ("no valid JSON: it is longer than 256 KiB", '{"a":"' + "x" * MAX_BYTES + '"}\n'),
}


@pytest.mark.parametrize("name", NOT_READ)
def test_front_matter_past_a_bound_is_one_error_and_stays_in_the_text(name: str) -> None:
    reason, file = NOT_READ[name]
    front = timed(file)
    assert (front.kind, front.body_start) == ("none", 0)
    (found,) = front.problems
    assert (found.level, found.field) == ("error", "front matter")
    assert found.message == f"{reason}; it is shown as text"


AT_THE_BOUND = {
    "levels": (yaml("a: " + "[" * 31 + "]" * 31), yaml("a: " + "[" * 32 + "]" * 32)),
    "levels of JSON": ('{"a":' + "[" * 31 + "]" * 31 + "}\n", '{"a":' + "[" * 32 + "]" * 32 + "}\n"),
    "levels of TOML": (toml("a = " + "[" * 31 + "]" * 31), toml("a = " + "[" * 32 + "]" * 32)),
    "aliases": (yaml("a: &a x\nb: [" + "*a, " * 64 + "]"), yaml("a: &a x\nb: [" + "*a, " * 65 + "]")),
    "bytes": (yaml("a: " + "x" * (MAX_BYTES - 4)), yaml("a: " + "x" * (MAX_BYTES - 3))),
    "lines": ("title: a\n" * 1_000 + "\n", "title: a\n" * 1_001 + "\n"),
}


@pytest.mark.parametrize("name", AT_THE_BOUND)
def test_what_just_meets_a_bound_is_read_and_what_passes_it_is_not(name: str) -> None:
    within, beyond = AT_THE_BOUND[name]
    assert timed(within).mapping is not None
    assert timed(beyond).mapping is None


READ = {
    "dashes under a field": yaml("title: b\n" + "- " * 25_000),
    "sexagesimal": yaml("a: " + ":".join(["59"] * 80_000)),
    "a long integer": yaml("a: " + "9" * 250_000),
    "a cycle": yaml("a: &a [*a]"),
    "a cycle of mappings": yaml("a: &a {b: *a}\nc: 1"),
    "equal keys": yaml("k: v\n" * 2_000),
    "tabs": yaml("title: x\na:\n" + "\t- b\n" * 4_000),
    "deep tabs": yaml("title: x\na:\n" + "\t" * 200_000 + "b"),
    "spaces": yaml("a: b\n" + " " * 250_000),
    "colons with spaces": yaml("a: " + ": " * 120_000),
    "colons": yaml("a" + ":" * 100_000),
    "quotation marks": yaml("a: " + '"' * 250_001),
    "apostrophes": yaml("a: " + "'" * 250_001),
    "number signs": yaml("a: b" + " #" * 120_000),
    "escapes": yaml('a: "' + "\\x1b" * 60_000 + '"'),
    "controls": yaml("a: " + "\x1b" * 100_000),
    "exclamation marks": yaml("a: " + "!" * 200_000),
    "a block": yaml("a: |" + "\n \n" * 60_000),
    "a folded block": yaml("a: >\n" + " x\n" * 60_000),
    "a wide list": yaml("a: [" + "b," * 9_000 + "]"),
    "a wide list and a fault": yaml("title: a: b\na: [" + "b," * 9_000 + "]"),
    "TOML fields": toml("".join(f"a{i}=1\n" for i in range(5_000))),
    "TOML with a fault and many fields": toml("x=\n" + "".join(f"a{i}=1\n" for i in range(4_000))),
    "TOML tables": toml("[[a]]\n" * 8_000),
    "a long TOML integer": toml("a=" + "9" * 5_001),
    "TOML quotation marks": toml('a="""' + '"' * 100_000),
    "Pandoc lines": "% a\n" + " a\n" * 1_000_000,
}


@pytest.mark.parametrize("name", READ)
def test_front_matter_within_the_bounds_is_read_in_time(name: str) -> None:
    assert timed(READ[name]).mapping is not None


TEXTS = {
    "dashes": "-" * 5_000_000,
    "line ends": "\n" * 5_000_000,
    "spaces": " " * 10_000_000,
    "blank lines": " \n" * 2_000_000,
    "dashes and spaces": "---" + " " * 5_000_000,
    "dashes that are never closed": "---\n" + "a b\n" * 1_000_000,
    "plus signs": "+++" + "+" * 5_000_000,
    "backticks": "```toml\n" + "~" * 5_000_000,
    "per cent signs": "%" * 5_000_000,
    "a brace": "{" + " " * 5_000_000,
    "fields without end": "title: b\n" * 500_000,
    "one long word": "A" * 5_000_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_no_front_matter_is_known_in_time(name: str) -> None:
    assert timed(TEXTS[name]).kind == "none"


def timed(text: str) -> FrontMatter:
    """Read front matter, in the time that it may take."""
    with bounded():
        return front_matter(text)
