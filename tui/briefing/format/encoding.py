"""Bytes to text: UTF-8, or UTF-16 and UTF-32 that say so; what is neither is shown with replacement characters."""

from __future__ import annotations

from codecs import getincrementaldecoder

from briefing.model.counting import counted
from briefing.model.errors import Refusal
from briefing.model.problem import Position, Problem, problem
from briefing.model.record import record

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)
"""Byte order marks (the Unicode Standard, 23.8), the longer before those that they begin with."""

_LOOKED_AT_FOR_ZERO = 8 * 1024
_SLICE = 64 * 1024


class NotText(Refusal):
    """The bytes are not a text."""

    def __init__(self, reason: str, name: str = "") -> None:
        """Say why, and of which file."""
        self.reason = reason
        super().__init__(f"{name}: {reason}" if name else reason)


@record
class Decoded:
    r"""A text whose line ends are `\n`, and what was wrong with its bytes."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, *, truncated: bool = False) -> Decoded:
    """Decode the bytes of a file.

    Args:
        data: the bytes, with or without a byte order mark.
        truncated: whether they were cut at a limit; a character that was cut in two is then no fault.

    Raises:
        NotText: there is a zero byte near the start and no mark of an encoding in which that is usual, or such a mark
            is followed by something else.
    """
    mark, encoding, name = next((row for row in _MARKS if data.startswith(row[0])), (b"", "utf-8", "UTF-8"))
    if encoding == "utf-8" and (zero := data.find(b"\0", 0, _LOOKED_AT_FOR_ZERO)) >= 0:
        raise NotText(f"not text: a zero byte at {zero}")
    encoded = data[len(mark) :] if mark else data
    if truncated:
        encoded = _whole_characters(encoded, encoding)
    try:
        return Decoded(with_line_ends(encoded.decode(encoding)))
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            _refuse_noise(encoded, encoding, name)
        text = encoded.decode(encoding, "replace")
        return Decoded(with_line_ends(text), (_undecodable(encoded, encoding, name, error.start),))


def with_line_ends(text: str) -> str:
    r"""Make every line end a `\n`, whether it was `\r\n`, `\r` or `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _undecodable(encoded: bytes, encoding: str, name: str, first: int) -> Problem:
    """Say where the first undecodable byte is, and how many there are."""
    before = with_line_ends(encoded[:first].decode(encoding))
    bad = _count_undecodable(encoded, encoding)
    bytes_are = counted(bad, "byte is", "bytes are")
    at = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
    return problem("enc-bytes", f"{bytes_are} not {name}; shown as \ufffd", at=at)


def _count_undecodable(encoded: bytes, encoding: str) -> int:
    """Count the bytes that are no part of a character."""
    return len(encoded) - len(encoded.decode(encoding, "ignore").encode(encoding))


def _refuse_noise(encoded: bytes, encoding: str, name: str) -> None:
    """Refuse what bears a mark and is no text at all; each fault costs time, and there could be millions."""
    for start in range(0, len(encoded), _SLICE):
        if _count_undecodable(encoded[start : start + _SLICE], encoding) > _SLICE // 16:
            raise NotText(f"not text: marked as {name}, and much of it is not")


def _whole_characters(encoded: bytes, encoding: str) -> bytes:
    """Leave out the beginning of a character at the very end."""
    decoder = getincrementaldecoder(encoding)("ignore")
    decoder.decode(encoded[max(0, len(encoded) // 4 * 4 - 8) :])
    begun = decoder.getstate()[0]
    return encoded[: len(encoded) - len(begun)]
