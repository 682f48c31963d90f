"""Which file a link with a path leads to: a Markdown file inside the folder that is open, and nothing else."""

from __future__ import annotations

import os

from briefing.library.suffixes import MARKDOWN
from briefing.model.errors import Refusal
from briefing.model.record import record
from briefing.model.text import shown_line

_INSIDE = ("index.md", "README.md")
"""What stands for a folder."""


@record
class Missing:
    """There is no such file."""

    reason: str
    """A sentence."""


def linked_file(path: str, folder: str, root: str) -> str | Missing:
    """The absolute path of the Markdown file that a link leads to.

    Nothing but the names of files is looked at. A link of the file system counts as the file it stands for, as when
    the library is listed, but a folder that lies elsewhere is not entered through one.

    Args:
        path: decoded, as the link has it; it may leave out the ending, or name a folder with an `index.md` or a
            `README.md`. It begins at the folder of the text, or with `/` at the root.
        folder: where the text that has the link lies, absolute.
        root: the folder that is open, absolute.

    Raises:
        Refusal: what the path leads to is outside the root, or is no Markdown file.
    """
    named = shown_line(path)
    start = root if path.startswith("/") else folder
    wanted = os.path.normpath(os.path.join(start, path.lstrip("/")))  # noqa: PTH118  a path as text, with its escapes
    if not _is_within(wanted, root):
        raise Refusal(f"{named} lies outside the folder that is open, {shown_line(root)}")
    for candidate in _candidates(wanted):
        if os.path.isfile(candidate):  # noqa: PTH113  the same
            entered = os.path.dirname(candidate)  # noqa: PTH120  the same
            if not _is_within(os.path.realpath(entered), os.path.realpath(root)):
                raise Refusal(f"{named} lies outside the folder that is open, {shown_line(root)}")
            return candidate
    if os.path.exists(wanted):  # noqa: PTH110  the same
        raise Refusal(f"{named} is no Markdown file; only those are opened here")
    return Missing(f"There is no file {named} in the folder that is open")


def _candidates(wanted: str) -> list[str]:
    """The Markdown files that a path may mean, the likeliest first."""
    if wanted.lower().endswith(MARKDOWN):
        return [wanted]
    return [*(wanted + suffix for suffix in MARKDOWN), *(f"{wanted}/{name}" for name in _INSIDE)]


def _is_within(path: str, root: str) -> bool:
    """Whether a path is inside a folder."""
    return path.startswith(root.rstrip("/") + "/") or path == root
