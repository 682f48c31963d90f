"""Whatever a document, a file name or a query holds, the terminal gets only what the program itself has to say."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.pty.conftest import Launch, Terminal

ROWS, COLUMNS = 150, 132
"""A screen with all panes, on which much is seen at once."""

PATIENCE = 20.0
"""Seconds after which the program counts as hung."""
PAGES = 4
"""Pages that a document of payloads has at most."""
TOGETHER = 8
"""How many payloads are typed into one query."""
MOUSE_ON = b"\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h"
PAYLOADS = (
    # Sequences that Textual sends itself carry parameters that it never sends: a colour of 256, a row beyond the last.
    "\x1b[38;5;199m",
    "\x1b[777;7H",
    "\x1b[7;777H",
    "\x1b[2J",
    "\x1b[3J",
    "\x1b[5A",
    "\x1b[99L",
    "\x1b[?1001h",
    "\x1b[?1005h",
    "\x1b[?47h",
    "\x1b[6n",
    "\x1b[c",
    "\x1b[>c",
    "\x1b[>4;2m",
    "\x1b[5i",
    "\x1b[21t",
    "\x1b[8;5;5t",
    "\x1b[2;9r",
    "\x1b[4h",
    "\x1b[!p",
    "\x1b[200~owned",
    "\x1b]0;owned\x07",
    "\x1b]2;owned\x1b\\",
    "\x1b]4;1;red\x07",
    "\x1b]8;;http://owned/\x07owned\x1b]8;;\x07",
    "\x1b]9;owned\x07",
    "\x1b]10;?\x07",
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1b]52;c;?\x07",
    "\x1b]777;notify;owned;owned\x07",
    "\x1b]1337;File=inline=1:b3duZWQ=\x07",
    "\x1bPq#0;2;0;0;0~\x1b\\",
    '\x1bP$q"p\x1b\\',
    "\x1bP+q544e\x1b\\",
    "\x1b_Ga=T;b3duZWQ=\x1b\\",
    "\x1b^owned\x1b\\",
    "\x1bXowned\x1b\\",
    "\x1bc",
    "\x1b(0owned",
    "\x1b#8",
    "\x1b%@",
    "\x1b",
    "\x9b31m",
    "\x9d2;owned\x9c",
    "\x90q\x9c",
    "\x84\x85\x8d",
    "\x00",
    "\x05",
    "\x07",
    "\x08\x08\x08\x08",
    "\x0b\x0c",
    "safe\rowned",
    "\x0e\x0f",
    "\x11\x13",
    "\x7f",
    "\u202eowned\u202c",
    "\u2066owned\u2069\u200f",
    "line\u2028end\u2029",
    "\ufeff\u200b\u2060\U000e0041",
    "\u3164\u115f\uffa0",
    "o" + "\u0301" * 200,
    "\ufdd0\ufffe\U0010ffff",
    "\ud83d\udc00",
    "[@click=app.exit]owned[/] [/foo] [bold",
    "$(touch owned) `touch owned` ;touch owned",
    "-oProxyCommand=touch owned",
    "%1b]2;owned%07",
    "javascript:owned()",
)
"""What has been seen to command a terminal, to reorder or to hide, to run as markup or in a shell."""

OWN = re.compile(
    rb"\x1b\[(?:[0-57-9]|38;2;\d+;\d+;\d+|48;2;\d+;\d+;\d+)?(?:;(?:[0-57-9]|38;2;\d+;\d+;\d+|48;2;\d+;\d+;\d+))*m"
    rb"|\x1b\[\?25[hl]|\x1b\]22;[a-z-]+\x07"
)
"""What Textual sends while it draws, beside moves and line ends: colours in 24 bits, cursor and pointer."""
MOVE = re.compile(rb"\x1b\[(\d+);(\d+)H")
UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""Letters and marks that nobody sees, but which Unicode counts among the visible."""
KEPT = "\xad\u200c\u200d"
"""Characters of format that scripts and emoji need: they are shown where they join or part."""


def leaks(written: bytes) -> list[str]:
    """What is in the output that the program does not say by itself, each with what follows it."""
    moves = {(int(row), int(column)) for row, column in MOVE.findall(written)}
    wild = [f"move to {row};{column}" for row, column in moves if not (row <= ROWS and column <= COLUMNS)]
    text = OWN.sub(b"", MOVE.sub(b"", written)).replace(b"\r\n", b"").decode("utf-8", "surrogateescape")
    hidden = "".join(char for char in set(text) if _is_hidden(char))
    found = re.finditer(f"[{re.escape(hidden)}].{{0,24}}", text, re.DOTALL) if hidden else ()
    return wild + [repr(one[0]) for one in found]


def _is_hidden(char: str) -> bool:
    """Whether a character commands, reorders or is not seen."""
    if char.isascii():
        return not char.isprintable()
    return char not in KEPT and (unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} or char in UNSEEN)


def test_the_detector_knows_every_payload_that_is_no_plain_text() -> None:
    harmless = [payload for payload in PAYLOADS if not leaks(payload.encode("utf-8", "surrogatepass"))]
    piled = [payload for payload in PAYLOADS if payload.count("\u0301") > 8]
    assert set(harmless) == {*piled, *PAYLOADS[-5:], "\ufdd0\ufffe\U0010ffff"}
    assert not leaks(b"\x1b[1;2H\x1b[1;38;2;1;2;3;48;2;4;5;6mHarbour \xc3\xa9\x1b[0m\x1b]22;default\x07")


def quoted(text: str) -> str:
    """A text as a double-quoted scalar of YAML, every odd character escaped that can be."""
    plain = {char for char in text if (char.isascii() and char.isprintable()) or unicodedata.category(char) == "Cs"}
    odd = set(text) - plain | {'"', "\\"}
    escapes = {char: f"\\U{ord(char):08X}" for char in odd}
    return '"' + "".join(escapes.get(char, char) for char in text) + '"'


def entities(text: str) -> str:
    """A text in Markdown with every odd character as a character reference."""
    return "".join(char if char.isalnum() else f"&#{ord(char)};" for char in text)


def escaped(text: str) -> str:
    """A text in Markdown whose brackets do not end what it stands in."""
    return re.sub(r"([][\\])", r"\\\1", text)


def tag(surface: str, number: int) -> str:
    """A word by which a payload is known on the screen."""
    return f"{surface}{number:02}"


def held(surface: str, number: int, text: str) -> str:
    """A payload with its tag as a scalar of YAML."""
    return quoted(f"{tag(surface, number)} {text}")


Build = Callable[[str, int, str], str]
"""From a surface, a payload's number and the payload to what holds it there."""

ITEMS: dict[str, tuple[str, Build]] = {
    "byline": ("byline:\n", lambda name, n, text: f"  - {held(name, n, text)}\n"),
    "bio": ("byline:\n", lambda name, n, text: f"  - {{name: N{n}, bio: {held(name, n, text)}}}\n"),
    "takeaway": ("takeaways:\n", lambda name, n, text: f"  - {held(name, n, text)}\n"),
    "amount": ("figures:\n", lambda name, n, text: f"  - {{value: {quoted(f'{n} {tag(name, n)} {text}')}}}\n"),
    "unit": ("figures:\n", lambda name, n, text: f"  - {{value: '{n}', unit: {held(name, n, text)}}}\n"),
    "figure": (
        "figures:\n",
        lambda name, n, text: (
            f"  - {{value: {n} {tag(name, n)}, label: {quoted(text)}, quote: {quoted(text)}, source: {quoted(text)},"
            f" note: {held('detail', n, text)}}}\n"
        ),
    ),
    "source": (
        "sources:\n",
        lambda name, n, text: (
            f"  - {{name: {held(name, n, text)}, grade: {quoted(text)}, url: {quoted(text)},"
            f" note: {held('detail', n, text)}}}\n"
        ),
    ),
    "keydate": ("dates:\n", lambda name, n, text: f"  - {{date: 2025-07-08, label: {held(name, n, text)}}}\n"),
    "topic": ("topics:\n", lambda name, n, text: f"  - {held(name, n, text)}\n"),
    "otherkey": ("", lambda name, n, text: f"{held(name, n, text)}: x\n"),
    "othervalue": ("", lambda name, n, text: f"k{n}: {held(name, n, text)}\n"),
}
"""Surfaces in the front matter: what stands above the payloads, and what holds each of them."""
PARTS: dict[str, Build] = {
    "body": lambda name, n, text: f"{tag(name, n)} {text}\n\n",
    "entity": lambda name, n, text: f"{tag(name, n)} {entities(text)}\n\n",
    "heading": lambda name, n, text: f"## {tag(name, n)} {text}\n\n",
    "code": lambda name, n, text: f"```\n{tag(name, n)} {text}\n```\n\n",
    "linktext": lambda name, n, text: f"[{tag(name, n)} {escaped(text)}](http://example.org/)\n\n",
    "linktarget": lambda name, n, text: (
        f"{tag(name, n)} [x](<http://example.org/{text}>) <http://example.org/{text}>\n\n"
    ),
    "alt": lambda name, n, text: f"![{tag(name, n)} {escaped(text)}](x.png)\n\n",
    "cell": lambda name, n, text: f"| {tag(name, n)} | b |\n|---|---|\n| {text} | {entities(text)} |\n\n",
    "note": lambda name, n, text: f"{tag(name, n)}[^n{n}]\n\n[^n{n}]: {text}\n\n",
    "html": lambda name, n, text: f"{tag(name, n)} <b title='{text}'>{text}</b>\n\n",
}
"""Surfaces in the text."""
DETAILS = {"figure", "source"}
"""Surfaces that have more to say when the cursor is on them."""
FILLING = "".join(f"[f{n}]: http://example.org/{n}\n" for n in range(400))
"""Nine thousand characters that are not shown, since a file with a zero byte near its beginning is no text."""


def documents() -> Iterator[tuple[str, str]]:
    """Every surface with a document that holds all payloads there."""
    for name, (above, build) in ITEMS.items():
        yield (
            name,
            "---\n" + above + "".join(build(name, n, text) for n, text in enumerate(PAYLOADS)) + "---\n\nText.\n",
        )
    for name, build in PARTS.items():
        first = "".join(build(name, n, text) for n, text in enumerate(PAYLOADS) if "\x00" not in text)
        last = "".join(build(name, n, text) for n, text in enumerate(PAYLOADS) if "\x00" in text)
        yield name, f"{first}\n\n{FILLING}\n{last}"


@dataclass
class Tally:
    """What came of the payloads."""

    expected: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    leaked: list[str] = field(default_factory=list)
    crashed: list[str] = field(default_factory=list)
    hung: list[str] = field(default_factory=list)

    def press(self, terminal: Terminal, keys: str, until: str = "", since: int | None = None) -> int:
        """Press keys and read on until a word is drawn, since then or since an earlier time; give the time."""
        start, deadline = terminal.mark(), monotonic() + PATIENCE
        terminal.send(keys.encode("utf-8", "surrogatepass"))
        while terminal.raw.find(until.encode(), start if since is None else since) < 0:
            terminal.read(0.02)
            if terminal.process.poll() is not None:
                self.crashed.append(f"{keys!r}: {bytes(terminal.raw[-600:])!r}")
                raise AssertionError(self.crashed[-1])
            if monotonic() > deadline:
                self.hung.append(f"{keys!r} did not bring {until!r}")
                raise AssertionError(self.hung[-1])
        return start

    def page(self, terminal: Terminal, pane: str, words: set[str], since: int) -> None:
        """Go through a pane page by page until all these words have been drawn, as far as there are pages."""
        self.press(terminal, pane)
        for _ in range(PAGES):
            drawn = bytes(terminal.raw[since:])
            if all(word.encode() in drawn for word in words):
                return
            self.press(terminal, " \x0c", "Facts")

    def finish(self, terminal: Terminal) -> None:
        """End the program, and look at all that it has written between its first frame and its end."""
        terminal.press("Q")
        if terminal.ended():
            self.crashed.append(f"at the end: {bytes(terminal.raw[-600:])!r}")
        drawn = bytes(terminal.raw).partition(b"\x1b[?7l")[2].rpartition(b"\x1b[?2004l")[0]
        drawn = drawn.replace(MOUSE_ON, b"", 1)
        text = OWN.sub(b"", MOVE.sub(b"", drawn)).decode("utf-8", "replace")
        self.seen |= {word for word in self.expected if word in text}
        self.leaked += leaks(drawn)

    def expect(self, surface: str, numbers: Iterable[int] = range(len(PAYLOADS))) -> None:
        """Count on seeing these payloads on a surface."""
        self.expected |= {tag(surface, number) for number in numbers}


@pytest.fixture
def tally(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Tally]:
    """Counts, prints the count, and holds it to its zeros; a payload that was not seen was not tried."""
    count = Tally()
    yield count
    with capsys.disabled():
        found = (f"{name}={len(members)}" for name, members in (("escaped", count.leaked), ("crashed", count.crashed)))
        print(f"\ntried={len(count.seen)}", *found, f"hung={len(count.hung)}")  # noqa: T201  a figure of the report
    assert (count.leaked[:5], count.crashed, count.hung) == ([], [], [])
    assert sorted(count.expected - count.seen) == []
    assert not list(tmp_path.rglob("owned"))


def test_in_every_part_of_a_document(launch: Launch, tmp_path: Path, tally: Tally) -> None:
    library = tmp_path / "hostile"
    library.mkdir()
    for name, text in documents():
        (library / f"{name}.md").write_bytes(text.encode("utf-8", "surrogatepass"))
        tally.expect(name)
    tally.expect("detail")
    terminal = launch(str(library), size=(COLUMNS, ROWS), pictured=False)
    names = sorted([*ITEMS, *PARTS], key=str.casefold)
    tally.press(terminal, "", names[-1])
    for place, name in enumerate(names):
        opened = tally.press(terminal, "J" if place else "\r", tag(name, 0), since=None if place else 0)
        if name in DETAILS:
            tally.press(terminal, "3\x1b[H", tag("detail", 0))
            for number in range(1, len(PAYLOADS)):
                tally.press(terminal, "\x1b[B", tag("detail", number))
        else:
            tally.page(terminal, "" if name in PARTS else "3", {tag(name, n) for n in range(len(PAYLOADS))}, opened)
        if name == "heading":
            tally.press(terminal, ":", "Change theme")
            tally.press(terminal, "\x1b", "Facts")
        tally.press(terminal, "!", "Notes on")
        tally.press(terminal, "q", "Facts")
    tally.finish(terminal)


def test_in_titles(launch: Launch, tmp_path: Path, tally: Tally) -> None:
    library = tmp_path / "hostile"
    library.mkdir()
    for number, payload in enumerate(PAYLOADS):
        title = quoted(f"{tag('title', number)} {payload}")
        text = f"---\ntitle: {title}\nsubtitle: {title}\nsummary: {title}\ntlp: {title}\nauthor: {title}\n---\n"
        (library / f"{number:02}.md").write_bytes(text.encode("utf-8", "surrogatepass"))
    tally.expect("title")
    terminal = launch(str(library), size=(COLUMNS, ROWS), pictured=False)
    tally.press(terminal, "", tag("title", 0))
    for number in range(len(PAYLOADS)):
        tally.press(terminal, "J" if number else "\r", tag("title", number))
    tally.finish(terminal)


def test_in_names_of_files(launch: Launch, tmp_path: Path, tally: Tally) -> None:
    library = tmp_path / "hostile"
    library.mkdir()
    possible = {n: text for n, text in enumerate(PAYLOADS) if "\x00" not in text}
    for number, payload in possible.items():
        name = f"{tag('file', number)} {payload}".replace("/", "").encode("utf-8", "surrogatepass")[:200] + b".md"
        Path(os.fsdecode(os.fsencode(library) + b"/" + name)).write_text("figures and so on\n", encoding="utf-8")
    tally.expect("file", possible)
    terminal = launch(str(library), size=(COLUMNS, ROWS), pictured=False)
    tally.press(terminal, "", tag("file", 0))
    for place, number in enumerate(possible):
        tally.press(terminal, "J" if place else "\r", tag("file", number))
    tally.finish(terminal)


def test_in_what_is_typed(launch: Launch, coast: Path, tally: Tally) -> None:
    terminal = launch(str(coast), size=(COLUMNS, 40), pictured=False)
    tally.press(terminal, "", "Zoo counts its wolves")
    for field_key, prompt in (("/", "Narrow"), ("2/", "Find"), ("s", "Search")):
        tally.expect(prompt)
        for number, payload in enumerate(PAYLOADS):
            if number % TOGETHER == 0:
                tally.press(terminal, field_key, prompt)
            pasted = re.sub("\x1b\\[20[01]~", "", payload)
            tally.press(terminal, f"\x1b[200~ {tag(prompt, number)} {pasted}.\x1b[201~", tag(prompt, number))
            if number % TOGETHER == TOGETHER - 1 or number == len(PAYLOADS) - 1:
                tally.press(terminal, "\x03", "keys")
    tally.finish(terminal)
