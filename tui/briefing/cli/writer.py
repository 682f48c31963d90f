"""The one writer of the commands: what is printed passes the character policy here, and gets its colour here."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from briefing.document.block import Role
from briefing.model.pattern import pattern
from briefing.model.record import record
from briefing.model.text import shown, shown_line

if TYPE_CHECKING:
    from briefing.cli.export import Json
    from briefing.document.drawn import Drawn

_RESET = "\x1b[0m"

_STYLES: dict[str, str] = {
    Role.TITLE: "1",
    Role.BYLINE: "2",
    Role.NAME: "22",
    Role.BANNER: "1;33",
    **dict.fromkeys((Role.HEADING_1, Role.HEADING_2, Role.HEADING_3), "1"),
    **dict.fromkeys((Role.HEADING_4, Role.HEADING_5, Role.HEADING_6), "1;2"),
    Role.STRONG: "1",
    Role.EMPHASIS: "3",
    Role.STRIKE: "9",
    Role.HIGHLIGHT: "1;33",
    Role.CODE: "36",
    Role.CODE_BLOCK: "36",
    Role.KEY: "1;36",
    Role.LINK: "4",
    Role.DEAD_LINK: "2;4;9",
    Role.FOOTNOTE: "36",
    Role.IMAGE: "2;3",
    Role.CAPTION: "2",
    Role.HTML: "2",
    Role.ALERT: "1;36",
    Role.MARKER: "36",
    Role.RULE: "2",
    Role.TABLE_HEAD: "1",
    Role.TABLE_LINE: "2",
    Role.NOTICE: "2;3",
    Role.FIGURE: "4;33",
    Role.HIT: "7",
    Role.DIM: "2",
    "error": "1;31",
    "warning": "1;33",
    "info": "2",
}
"""The parameters of a terminal's Select Graphic Rendition (ECMA-48, 8.3.117) for each role and level.

Only the terminal's own sixteen colours are used, so that its theme decides how they look.
"""


@record
class Part:
    """Words of a line with the role that decides how they look."""

    text: str
    role: str = ""


class Writer:
    """Prints lines to a stream.

    Attributes:
        colour: whether what is printed is styled.
        terminal: whether a person reads along, so that columns are aligned and cut to the width.
    """

    def __init__(self, stream: TextIO, *, colour: bool, terminal: bool) -> None:
        """Print to this stream."""
        self._stream = stream
        self.colour = colour
        self.terminal = terminal

    def line(self, *parts: str | Part) -> None:
        """Print one line made of these parts; each passes the character policy."""
        texts = (Part(part) if isinstance(part, str) else part for part in parts)
        self._stream.write("".join(self._styled(shown_line(part.text), part.role) for part in texts) + "\n")

    def record(self, texts: Iterable[str]) -> None:
        """Print texts on one line with a tab between them, for another program; none of them keeps a tab of its own."""
        self._stream.write("\t".join(map(shown_line, texts)) + "\n")

    def row(self, drawn: Iterable[Drawn], under: Role | None = None) -> None:
        """Print a row of the document, without the blanks at its end; `under` is the role of all of it."""
        written: list[str] = []
        x = 0
        for one in drawn:
            if not one.text.isspace():
                written += " " * (one.x - x), self._styled(shown_line(one.text), under or "", *one.roles)
                x = one.x + one.cells
        self._stream.write("".join(written).rstrip(" ") + "\n")

    def data(self, value: Json) -> None:
        """Print plain data as JSON."""
        self._stream.write(json_text(value, self._stream.encoding or "ascii") + "\n")

    def csv(self, rows: Iterable[Sequence[str]]) -> None:
        """Print a table as comma-separated values (RFC 4180); cells keep their line ends, and pass the policy."""
        import csv  # noqa: PLC0415  most commands print no table

        table = csv.writer(self._stream, lineterminator="\n")
        for row in rows:
            table.writerow([shown(cell).text for cell in row])

    def _styled(self, text: str, *roles: str) -> str:
        """The text with the styles of these roles, the outermost first."""
        codes = [_STYLES[role] for role in roles if role in _STYLES] if self.colour else []
        return f"\x1b[{';'.join(codes)}m{text}{_RESET}" if codes and text else text


def output() -> Writer:
    """Make the writer of the standard output."""
    return _writer(sys.stdout)


def errors() -> Writer:
    """Make the writer of the standard error stream, for the sentences that go with an exit status."""
    return _writer(sys.stderr)


def _writer(stream: TextIO) -> Writer:
    """Make the writer of a stream; styles are for terminals, and never where `NO_COLOR` is set (no-color.org)."""
    terminal = stream.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Writer(stream, colour=terminal and not plain, terminal=terminal)


_BEYOND_ASCII = pattern(r"[^\x20-\x7e]")


def json_text(value: Json, encoding: str = "utf-8") -> str:
    """Write plain data as JSON (RFC 8259), indented by two.

    Values stay exactly what they are. A line that the character policy would change, or that the encoding does not
    have, is written with escapes instead: it means the same, and commands no terminal.
    """
    import json  # noqa: PLC0415  most commands print no JSON

    lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(line if _printable(line, encoding) else _escaped(line) for line in lines)


def _printable(line: str, encoding: str) -> bool:
    """Whether a line of JSON may be printed as it is."""
    if line.isascii() and line.isprintable():
        return True
    try:
        line.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return shown_line(line) == line


def _escaped(line: str) -> str:
    r"""Write every character but printable ASCII as `\uXXXX`, in surrogate pairs where it needs two."""

    def escape(match: re.Match[str]) -> str:
        """The escapes of a run of characters."""
        units = match.group().encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[i] << 8 | units[i + 1]:04x}" for i in range(0, len(units), 2))

    return _BEYOND_ASCII.sub(escape, line)
