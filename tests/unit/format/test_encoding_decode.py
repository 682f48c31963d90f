"""Bytes become text: UTF-8, or what a byte order mark says, with one problem for all that is neither."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.effort import bounded

from briefing.format.encoding import NotText, decode
from briefing.model.problem import Level

MARKED = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("encoding", MARKED)
def test_every_encoding_that_says_what_it_is_is_read(encoding: str) -> None:
    data = MARKED[encoding] + "Größe 字 👍\n".encode(encoding)
    decoded = decode(data)
    assert (decoded.text, decoded.problems) == ("Größe 字 👍\n", ())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbf", ""),
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        (b"a\r\r\nb", "a\n\nb"),
        (b"a\xef\xbb\xbfb", "a\ufeffb"),
        (b"x" * 9000 + b"\0", "x" * 9000 + "\0"),
    ],
)
def test_marks_are_dropped_and_line_ends_are_one(data: bytes, text: str) -> None:
    assert decode(data).text == text
    assert decode(data).problems == ()


@pytest.mark.parametrize(
    ("data", "text", "line", "column", "message"),
    [
        (b"caf\xe9", "caf\ufffd", 1, 4, "1 byte is not UTF-8; shown as \ufffd"),
        (b"a\r\nb\rc\xff\xfe d\n\xff", "a\nb\nc\ufffd\ufffd d\n\ufffd", 3, 2, "3 bytes are not UTF-8; shown as \ufffd"),
        (b"\xe5\xad\x97 \xe5\xad", "字 \ufffd", 1, 3, "2 bytes are not UTF-8; shown as \ufffd"),
        ("real \ufffd, ".encode() + b"\xff", "real \ufffd, \ufffd", 1, 9, "1 byte is not UTF-8; shown as \ufffd"),
        (b"\xed\xa0\x80", "\ufffd" * 3, 1, 1, "3 bytes are not UTF-8; shown as \ufffd"),
        (b"\xc0\xaf", "\ufffd" * 2, 1, 1, "2 bytes are not UTF-8; shown as \ufffd"),
        (b"\xef\xbb\xbfa\xff", "a\ufffd", 1, 2, "1 byte is not UTF-8; shown as \ufffd"),
        (b"\xff\xfea\0\0\xd8b\0", "a\ufffdb", 1, 2, "2 bytes are not UTF-16; shown as \ufffd"),
        (b"\xff\xfea\0b", "a\ufffd", 1, 2, "1 byte is not UTF-16; shown as \ufffd"),
    ],
)
def test_what_cannot_be_decoded_is_one_problem_with_the_first_place_and_the_count(
    data: bytes, text: str, line: int, column: int, message: str
) -> None:
    decoded = decode(data)
    assert decoded.text == text
    (found,) = decoded.problems
    assert (found.code, found.level, found.line, found.column) == ("enc-bytes", Level.ERROR, line, column)
    assert found.message == message


@pytest.mark.parametrize("at", [0, 17, 8191])
def test_a_zero_byte_near_the_start_is_no_text(at: int) -> None:
    with pytest.raises(NotText, match=f"^not text: a zero byte at {at}$"):
        decode(b"x" * at + b"\0" + b"x" * 9000)


def test_what_bears_the_mark_of_an_encoding_and_is_noise_is_no_text() -> None:
    with bounded(), pytest.raises(NotText, match=r"^not text: marked as UTF-16, and much of it is not$"):
        decode(codecs.BOM_UTF16_LE + "text".encode("utf-16-le") + b"\x00\xd8" * 8_000_000)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=100), st.sampled_from(sorted(MARKED.values())), st.booleans())
def test_any_bytes_are_text_or_are_refused(data: bytes, mark: bytes, truncated: bool) -> None:
    try:
        text = decode(mark + data, truncated=truncated).text
    except NotText:
        return
    assert "\r" not in text
    text.encode()


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\ufeff"), max_size=20),
    st.sampled_from(sorted(MARKED)),
    st.data(),
)
def test_a_character_that_the_limit_cuts_in_two_is_no_fault(text: str, encoding: str, data: st.DataObject) -> None:
    encoded = MARKED[encoding] + text.encode(encoding)
    first = len(MARKED[encoding]) or (3 if encoding == "utf-8-sig" else 0)
    cut = data.draw(st.integers(first, len(encoded)))
    decoded = decode(encoded[:cut], truncated=True)
    assert decoded.problems == ()
    assert text.startswith(decoded.text)
    assert len(text) - len(decoded.text) <= len(encoded) - cut + 1
