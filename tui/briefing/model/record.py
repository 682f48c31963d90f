"""Frozen values with slots: dataclasses whose methods are not made before they are used.

`@dataclass(frozen=True, slots=True)` writes six methods as source text and compiles each of them, 0.7 ms for a class;
a start makes a hundred classes, which took a third of the time until the first screen. `@record` makes the same class
in a thirtieth of that: its methods are shared functions; `__init__` is compiled once there are several values, and
what `fields`, `replace` and `asdict` want to know is put together when one of them asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from itertools import repeat
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, cast, dataclass_transform

T = TypeVar("T")

FEW = 12
"""Values of a class that are made before its `__init__` is compiled: about as many as that takes the time of."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class one of frozen values: held in slots, equal when their class and fields are.

    Fields, defaults and `__post_init__` are those of a dataclass. A method that the class itself defines is kept. A
    record has no other record as its base.

    Raises:
        TypeError: a field is declared with `init=False` or `compare=False`, which a record does not know.
    """
    namespace = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    annotations = namespace.get("__annotations__", {})
    names = tuple(annotations)
    defaults = {name: namespace.pop(name) for name in names if name in namespace}
    if any(isinstance(one, Field) and not (one.init and one.compare) for one in defaults.values()):
        raise TypeError(f"a field of {cls.__qualname__} asks for what a record does not know")
    values: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    few = repeat(None, FEW)

    def init(self: object, *given: object, **named: object) -> None:
        """Fill the slots of the first few values, and make way for the compiled method then."""
        if next(few, made) is made or not _fill(self, names, defaults, given, named):
            made.__init__ = _compiled_init(made, names, defaults)
            made.__init__(self, *given, **named)

    def equal(self: object, other: object) -> bool:
        """Compare the fields of two values of one class."""
        return values(self) == values(other) if self.__class__ is other.__class__ else NotImplemented

    def key(self: object) -> int:
        """The hash of the fields."""
        return hash(values(self))

    methods = {"__init__": init, "__eq__": equal, "__hash__": key}
    fixed = {"__slots__": names, "__match_args__": names, "__dataclass_fields__": _Fields(annotations, defaults)}
    made: Any = type(cls.__name__, cls.__bases__, _SHARED | methods | namespace | fixed)
    return cast("type[T]", made)


class _Fields:
    """Stands in a class for the fields that the standard library looks for there, until it does."""

    def __init__(self, annotations: Mapping[str, str], defaults: Mapping[str, object]) -> None:
        # Without a docstring, the standard library would make one of the signature.
        self._namespace = {**defaults, "__annotations__": annotations, "__doc__": "Holds the fields."}

    def __get__(self, instance: object, owner: type) -> dict[str, Field[Any]]:
        """Let the standard library make the fields, and put them where this stood."""
        made: Any = dataclass(init=False, repr=False, eq=False)(type(owner.__name__, (), self._namespace))
        owner.__dataclass_fields__ = made.__dataclass_fields__  # type: ignore[attr-defined]  # it is there: it is this
        return cast("dict[str, Field[Any]]", made.__dataclass_fields__)


def _fill(
    value: Any,  # noqa: ANN401  any record
    names: tuple[str, ...],
    defaults: Mapping[str, object],
    given: tuple[object, ...],
    named: Mapping[str, object],
) -> bool:
    """Fill the slots of a value; False, with nothing of use done, where the arguments are not those of its fields."""
    fields = dict(zip(names, given, strict=False))
    rest = names[len(given) :]
    taken = 0
    for name in rest:
        if name in named:
            taken += 1
            fields[name] = named[name]
            continue
        default = defaults.get(name, MISSING)
        if isinstance(default, Field):
            default = default.default if default.default_factory is MISSING else default.default_factory()
        if default is MISSING:
            return False
        fields[name] = default
    if taken != len(named) or len(given) > len(names):
        return False
    for name, one in fields.items():
        object.__setattr__(value, name, one)
    if hasattr(value, "__post_init__"):
        value.__post_init__()
    return True


def _compiled_init(made: Any, names: tuple[str, ...], defaults: Mapping[str, object]) -> Callable[..., None]:  # noqa: ANN401  a class to be
    """Compile an `__init__` that fills the slots, as `dataclass` does."""
    known: dict[str, Any] = {"MISSING": MISSING}
    parameters, lines = ["self"], []
    for name in names:
        default, value = defaults.get(name, MISSING), name
        parameter = name if default is MISSING else f"{name}=default_{name}"
        if isinstance(default, Field) and default.default_factory is not MISSING:
            known[f"new_{name}"], default = default.default_factory, MISSING
            value = f"new_{name}() if {name} is MISSING else {name}"
        elif isinstance(default, Field):
            default = default.default
        known |= {f"set_{name}": getattr(made, name).__set__, f"default_{name}": default}
        parameters.append(parameter)
        lines.append(f"    set_{name}(self, {value})\n")
    if hasattr(made, "__post_init__"):
        lines.append("    self.__post_init__()\n")
    source = f"def __init__({', '.join(parameters)}):\n{''.join(lines) or '    pass'}"
    exec(compile(source, f"<record {made.__qualname__}>", "exec"), known)  # noqa: S102  names of fields, nothing else
    return cast("Callable[..., None]", known["__init__"])


def _shown(self: Any) -> str:  # noqa: ANN401  any record
    """The class and the fields, as they would be written in code."""
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({shown})"


def _refuse_to_set(self: object, name: str, value: object) -> NoReturn:  # noqa: ARG001  the shape of the method
    """Keep a value as it was made."""
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> NoReturn:  # noqa: ARG001  the shape of the method
    """Keep a value as it was made."""
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:  # noqa: ANN401  any record
    """What is kept of a value when it is copied or pickled."""
    return [getattr(self, name) for name in self.__slots__]


def _set_state(self: Any, state: list[object]) -> None:  # noqa: ANN401  any record
    """Fill the slots of a copy."""
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


_SHARED: dict[str, Any] = {
    "__repr__": _shown,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
"""The methods that all records have in common."""
