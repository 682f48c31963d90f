"""A small file of JSON that several programs read and change: names and their values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing.library.durable import replace_file


def read_json(path: Path) -> dict[str, Any]:
    """Read the file as it stands; an absent or empty one holds nothing.

    Raises:
        OSError: when it cannot be read.
        ValueError: when it holds something else than the names and values of JSON.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    import json  # noqa: PLC0415  most readers have no such file, and a start is to be quick

    try:
        content = json.loads(text or "{}")
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(content, dict):
        raise ValueError("it does not begin with {")  # noqa: TRY004  the caller reports a value, not a type
    return content


def read_or_set_aside(path: Path) -> dict[str, Any]:
    """Read the file before it is written anew; one that cannot be understood is kept with `.broken` after its name.

    Raises:
        OSError: when it cannot be read, or not be renamed.
    """
    try:
        return read_json(path)
    except ValueError:
        path.replace(path.with_name(f"{path.name}.broken"))
        return {}


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write the file anew, in ASCII.

    Raises:
        OSError: when it cannot be written; what stood there still stands.
    """
    import json  # noqa: PLC0415  nothing is written when the program starts

    replace_file(path, f"{json.dumps(content, indent=2, ensure_ascii=True)}\n".encode("ascii"))


def lock_of(path: Path) -> Path:
    """The file that stands for the right to change this one."""
    return path.with_name(f".{path.name}.lock")


def reason(fault: Exception) -> str:
    """What went wrong, without the path, which who asks has said already."""
    return (isinstance(fault, OSError) and fault.strerror) or str(fault)
