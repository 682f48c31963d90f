"""Frozen values with slots: dataclasses whose methods are not made before they are used.

`@dataclass(frozen=True, slots=True)` writes six methods as source text and compiles each of them, 0.7 ms for a class;
a start makes a hundred classes, which took a third of the time until the first screen. `@record` gives the same class
in a tenth of that: the standard library finds the fields, so that `fields`, `replace`, `asdict` and `match` work as
ever; the methods are shared functions, and `__init__` alone is compiled, when the first value is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class one of frozen values: held in slots, equal when their class and fields are.

    Fields, defaults and `__post_init__` are those of a dataclass. A method that the class itself defines is kept.

    Raises:
        TypeError: a field asks for `init=False`, `compare=False` or `kw_only=True`, which a record does not know.
    """
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    declared = fields(made)
    if not all(one.init and one.compare and not one.kw_only for one in declared):
        raise TypeError(f"a field of {cls.__qualname__} asks for what a record does not know")
    for name, method in (_SHARED | _own_methods(made, declared)).items():
        if name not in cls.__dict__:
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]  # the class with slots takes the other's place


def _own_methods(made: Any, declared: tuple[Field[Any], ...]) -> dict[str, Callable[..., object]]:  # noqa: ANN401  a class to be
    """The methods that need to know the fields."""
    names = [one.name for one in declared]
    values: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    def init(self: object, *given: object, **named: object) -> None:
        """Make way for the compiled method when the first value is made."""
        made.__init__ = _compiled_init(made, declared)
        made.__init__(self, *given, **named)

    def equal(self: object, other: object) -> bool:
        """Compare the fields of two values of one class."""
        return values(self) == values(other) if self.__class__ is other.__class__ else NotImplemented

    def key(self: object) -> int:
        """The hash of the fields."""
        return hash(values(self))

    return {"__init__": init, "__eq__": equal, "__hash__": key}


def _compiled_init(made: Any, declared: tuple[Field[Any], ...]) -> Callable[..., None]:  # noqa: ANN401  a class to be
    """Compile an `__init__` that fills the slots, as `dataclass` does."""
    known: dict[str, Any] = {"MISSING": MISSING}
    parameters = ["self"]
    lines = []
    for one in declared:
        name = one.name
        known |= {f"set_{name}": getattr(made, name).__set__, f"default_{name}": one.default}
        value = name
        if one.default_factory is not MISSING:
            known[f"new_{name}"] = one.default_factory
            value = f"new_{name}() if {name} is MISSING else {name}"
        is_optional = one.default is not MISSING or one.default_factory is not MISSING
        parameters.append(f"{name}=default_{name}" if is_optional else name)
        lines.append(f"    set_{name}(self, {value})\n")
    if hasattr(made, "__post_init__"):
        lines.append("    self.__post_init__()\n")
    source = f"def __init__({', '.join(parameters)}):\n{''.join(lines) or '    pass'}"
    exec(compile(source, f"<record {made.__qualname__}>", "exec"), known)  # noqa: S102  names of fields, nothing else
    initializer: Callable[..., None] = known["__init__"]
    return initializer


def _shown(self: Any) -> str:  # noqa: ANN401  any record
    """The class and the fields, as they would be written in code."""
    shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
    return f"{type(self).__qualname__}({shown})"


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:  # noqa: ARG001  the shape of the method
    """Keep a value as it was made."""
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:  # noqa: ARG001  the shape of the method
    """Keep a value as it was made."""
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:  # noqa: ANN401  any record
    """What is kept of a value when it is copied or pickled."""
    return [getattr(self, one.name) for one in fields(self)]


def _set_state(self: Any, state: list[object]) -> None:  # noqa: ANN401  any record
    """Fill the slots of a copy."""
    for one, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


_SHARED: dict[str, Callable[..., object]] = {
    "__repr__": _shown,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
"""The methods that all records have in common."""
