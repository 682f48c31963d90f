"""A record is a frozen dataclass with slots in everything but the time it takes to define one."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from inspect import signature

import pytest

from briefing.model.record import record


@record
class Mark:
    """What the tests make."""

    word: str
    count: int = 3
    more: Mapping[str, str] = field(default_factory=dict)


@record
class Other:
    """Has the same fields as a mark."""

    word: str
    count: int = 3
    more: Mapping[str, str] = field(default_factory=dict)


@record
class Pair:
    """What can be hashed."""

    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Standard:
    """What a record is compared with."""

    word: str
    count: int = 3
    more: Mapping[str, str] = field(default_factory=dict)


def test_values_are_given_by_place_and_by_name_and_the_rest_are_defaults() -> None:
    mark = Mark("a", count=5)
    assert (mark.word, mark.count, mark.more) == ("a", 5, {})


def test_each_value_has_a_default_of_its_own_where_a_function_makes_it() -> None:
    assert Mark("a").more is not Mark("a").more


@pytest.mark.parametrize("named", [{}, {"word": "a", "size": 1}])
def test_a_field_too_few_or_too_many_is_refused_and_named(named: dict[str, object]) -> None:
    make: Callable[..., object] = Mark
    with pytest.raises(TypeError, match=r"'(word|size)'"):
        make(**named)


def test_its_init_is_called_as_that_of_a_dataclass() -> None:
    for _ in range(100):
        Mark("a")
    assert list(signature(Mark.__init__).parameters) == list(signature(Standard.__init__).parameters)


def test_values_are_equal_when_class_and_fields_are() -> None:
    assert Mark("a", 1) == Mark("a", 1) != Mark("a", 2)
    other: object = Other("a", 1)
    assert Mark("a", 1) != other
    assert hash(Pair("a", 2)) == hash(Pair("a", 2)) != hash(Pair("a", 3))


def test_a_value_never_changes() -> None:
    mark = Mark("a")
    with pytest.raises(FrozenInstanceError):
        mark.word = "b"  # type: ignore[misc]  # mypy would have told
    with pytest.raises(FrozenInstanceError):
        del mark.word
    assert mark == Mark("a")


def test_it_has_slots_and_nothing_else() -> None:
    assert not hasattr(Mark("a"), "__dict__")


def test_the_functions_for_dataclasses_take_it() -> None:
    mark = Mark("a", more={"b": "c"})
    assert [one.name for one in fields(Mark)] == ["word", "count", "more"]
    assert replace(mark, count=7) == Mark("a", 7, {"b": "c"})
    assert asdict(mark) == {"word": "a", "count": 3, "more": {"b": "c"}}
    match mark:
        case Mark(word, count):
            assert (word, count) == ("a", 3)
    assert is_dataclass(mark)


def test_it_is_written_as_it_would_be_in_code() -> None:
    assert repr(Mark("a")) == "Mark(word='a', count=3, more={})"


def test_it_can_be_copied_and_pickled() -> None:
    mark = Mark("a", more={"b": "c"})
    assert pickle.loads(pickle.dumps(mark)) == copy.deepcopy(mark) == copy.copy(mark) == mark  # noqa: S301  our own bytes


def test_what_follows_from_the_fields_is_checked_when_a_value_is_made() -> None:
    @record
    class Positive:
        """A number above zero."""

        number: int

        def __post_init__(self) -> None:
            if self.number <= 0:
                raise ValueError("not above zero")

        def __repr__(self) -> str:
            return f"+{self.number}"

    assert repr(Positive(3)) == "+3"
    with pytest.raises(ValueError, match="zero"):
        Positive(0)


def test_a_field_that_a_record_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="does not know"):

        @record
        class Kept:
            """Has a field that is not given."""

            word: str = field(init=False)


def test_the_hundredth_value_is_made_as_the_first_was() -> None:
    @record
    class Fresh:
        word: str
        count: int = 3
        more: Mapping[str, str] = field(default_factory=dict)

        def __post_init__(self) -> None:
            made.append(self.word)

    made: list[str] = []
    values = [Fresh("a", more={"b": "c"}) for _ in range(100)]
    assert len(made) == 100
    assert {(one.word, one.count, one.more["b"]) for one in values} == {("a", 3, "c")}
    assert all(one == values[0] for one in values)


@pytest.mark.parametrize("before", [0, 100])
@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("a",), {"word": "b"}), (("a", 1, 2), {}), ((), {"word": "a", "size": 1}), (("a",), {"size": 1})],
)
def test_wrong_arguments_are_refused_however_many_values_there_are(
    before: int, given: tuple[object, ...], named: Mapping[str, object]
) -> None:
    @record
    class Fresh:
        word: str
        count: int = 3

    for _ in range(before):
        Fresh("a")
    with pytest.raises(TypeError, match="__init__"):
        Fresh(*given, **named)  # type: ignore[arg-type]  # wrong on purpose
