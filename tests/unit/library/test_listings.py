"""The list as a sequence: its orders, what is narrowed, and that it stays as it was while the library changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from briefing.library import listing
from briefing.library.entry import Entry, Sort, narrow, sorted_entries
from briefing.library.index import SearchIndex
from briefing.library.listing import Given, Joined, Lines, Unread
from briefing.library.rows import entry_of
from briefing.library.store import unindexed

Shelf = Callable[[Mapping[str, str]], Path]

FILES = {
    "a.md": "---\ntitle: Sitrep 10\ndate: 2025-07-08T09:30\nbyline: Zoé\n---\n",
    "b.md": "---\ntitle: Sitrep 9\ndate: 2025-07-08T11:00\nbyline: [Ana, Ben]\n---\n",
    "c.md": "---\ntitle: sitrep 9\ndate: 2025-07-08T11:00\nbyline: ana\n---\n",
    "d.md": "---\ntitle: Éclair 007b\ndate: 2025-07\ntopics: [Ábc]\n---\n",
    "e.md": "---\ntitle: Eclair 7 a\ndate: 2025-07-31\n---\n",
    "f.md": "---\ntitle: Sit\n---\n",
    "sub/g.md": "---\ntitle: Sit 1\ndate: 2030\nbyline: Ben 12\n---\n",
    "sub/h.md": "---\ntitle: Sit1\ndate: 2030/..\nbyline: Ben 2\n---\n",
    "sub/i.md": "\0",
}


@pytest.fixture(params=["disk", "memory"])
def index(request: pytest.FixtureRequest, shelf: Shelf, tmp_path: Path) -> Iterator[SearchIndex]:
    """An index of all files, on the disk and in memory."""
    with SearchIndex(shelf(FILES), tmp_path / "cache" if request.param == "disk" else None) as opened:
        list(opened.refresh())
        yield opened


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("words", ["", "sit", "ana 9", "ÁBC", "sub/ 2030", "nothing"])
def test_a_listing_has_the_lines_of_the_index_in_order(index: SearchIndex, sort: Sort, words: str) -> None:
    expected = sorted_entries(narrow(index.entries(), words), sort)
    lines = index.listing(sort, words)
    assert [line.relative for line in lines] == [line.relative for line in expected]
    assert tuple(lines) == expected


def test_a_line_is_found_by_its_path(index: SearchIndex) -> None:
    lines = index.listing(Sort.TITLE, "sitrep")
    assert [lines.place(line.path) for line in lines] == [0, 1, 2]
    outside = f"{index.root}/f.md"
    assert (lines.place(outside), lines.holds(outside)) == (None, False)
    assert index.listing().holds(outside)
    assert not index.listing().holds(f"{index.root}/no.md")


def test_a_listing_stays_as_it_was(index: SearchIndex) -> None:
    before = index.listing()
    titles = [line.title for line in index.listing()]
    Path(index.root, "a.md").unlink()
    Path(index.root, "b.md").write_text("# Changed", encoding="utf-8")
    list(index.refresh())
    assert [line.title for line in before] == titles
    assert "Changed" in [line.title for line in index.listing()]


def test_only_a_few_lines_are_held(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = entry_of

    def counted(row: tuple[object, ...], root: str) -> Entry:
        made.append(root)
        return real(row, root)

    monkeypatch.setattr(listing, "entry_of", counted)
    root = shelf({f"{number:04}.md": "words" for number in range(1000)})
    with SearchIndex(root, tmp_path / "cache") as index:
        list(index.refresh())
        lines = index.listing()
        assert lines[999].relative == "0999.md"
        assert lines[-1] is lines[999]
        assert len(made) <= listing.BLOCK


def test_a_listing_of_a_damaged_index_says_so(shelf: Shelf, tmp_path: Path) -> None:
    with SearchIndex(shelf(FILES), tmp_path / "cache") as index:
        list(index.refresh())
        lines = index.listing()
        lines._connection.close()  # type: ignore[attr-defined]  # as if the file had become unreadable
        assert "being made again" in (lines[0].refusal or "")
        assert lines.place(f"{index.root}/a.md") is None


def test_files_still_to_be_read_follow_by_their_names() -> None:
    lines: Lines = Joined(Given([Entry("/r/a.md", "a.md", "A")]), Unread("/r", [b"/r/b.md", b"/r/s/\xff.md"]))
    assert [line.title for line in lines] == ["A", "b", "\ufffd"]
    assert [lines.place(path) for path in ("/r/a.md", "/r/s/\udcff.md", "/r/x.md")] == [0, 2, None]
    assert lines.holds("/r/b.md")
    assert [line.title for line in lines[1:]] == ["b", "\ufffd"]
    with pytest.raises(IndexError):
        lines[3]


def test_files_that_are_not_indexed_are_known(index: SearchIndex) -> None:
    prefix = f"{index.root}/".encode()
    paths = [prefix + name for name in (b"a.md", b"new.md", b"sub/g.md", b"\xff.md")]
    with index._database.reading:
        assert unindexed(paths, prefix, index._database.reader) == [prefix + b"new.md", prefix + b"\xff.md"]
