"""Which briefing a name means."""

from __future__ import annotations

import pytest

from briefing.format.read import parse
from briefing.library.names import NameKind, Names, names_of

PATHS = ["a/note.md", "a/b/note.md", "c/note.markdown", "c/other.md"]


@pytest.mark.parametrize(
    ("beside", "meant"),
    [("a/x.md", "a/note.md"), ("a/b/x.md", "a/b/note.md"), ("c/x.md", "c/note.markdown"), ("x.md", "a/note.md")],
)
def test_of_several_the_nearest_is_meant(beside: str, meant: str) -> None:
    assert Names(PATHS, ()).path_of("note", beside) == meant


@pytest.mark.parametrize("name", ["a/b/note", "b/note", "./b/note.md", "B/NOTE"])
def test_a_name_with_slashes_is_the_end_of_a_path(name: str) -> None:
    assert Names(PATHS, ()).path_of(name, "c/x.md") == "a/b/note.md"


def test_a_file_name_is_more_telling_than_an_id_that_than_a_title_and_that_than_another_name() -> None:
    kinds = [NameKind.OTHER, NameKind.TITLE, NameKind.ID]
    paths = ["1.md", "2.md", "3.md"]
    given = [(path, kind, "name") for path, kind in zip(paths, kinds, strict=True)]
    assert Names([*paths, "deep/down/name.md"], given).path_of("name") == "deep/down/name.md"
    assert Names(paths, given).path_of("name") == "3.md"
    assert Names(paths, given[:2]).path_of("name") == "2.md"


def test_case_and_white_space_do_not_matter_and_all_else_does() -> None:
    names = Names(["a.md"], [("a.md", NameKind.TITLE, "Große  Flut")])
    assert names.path_of("GROSSE FLUT") == "a.md"
    assert names.path_of("Große") is None
    assert names.path_of("Grosse Flüt") is None


def test_letters_composed_in_either_way_are_the_same() -> None:
    assert Names(["a.md"], [("a.md", NameKind.TITLE, "Caf\u00e9")]).path_of("Cafe\u0301") == "a.md"


def test_a_briefing_goes_by_its_id_its_title_and_its_other_names_but_not_by_old_paths() -> None:
    briefing = parse("---\ntitle: The mole\nid: m-1\naliases: [pier, /old/pier]\n---\n", "mole.md")
    names = Names(["mole.md"], names_of(briefing, "mole.md"))
    assert [names.path_of(name) for name in ("The mole", "m-1", "pier", "mole")] == ["mole.md"] * 4
    assert names.path_of("/old/pier") is None
