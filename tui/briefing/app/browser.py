"""Handing an address to the reader's browser, never through a shell."""

from __future__ import annotations

import asyncio
import os
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from briefing.app.web import WebAddress
from briefing.model.record import record
from briefing.model.text import shown_line

if TYPE_CHECKING:
    from textual.app import App

IN_TERMINAL = frozenset({"www-browser", "links", "links2", "elinks", "lynx", "w3m", "browsh", "carbonyl"})
"""Browsers that draw on the terminal, and so need it for themselves."""
PATIENCE = 3.0
"""Seconds within which a browser that cannot start has ended; one that runs longer has started."""
_LOOK_EVERY = 0.05
_going_on: list[subprocess.Popen[bytes]] = []
"""Browsers that were started and may still run; each is waited for once it has ended, so that none is left behind."""
_STANDARD = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


@record
class Browser:
    """A command that opens an address."""

    words: tuple[str, ...]
    in_terminal: bool = False
    """Whether it draws on the terminal."""


def browser(address: WebAddress) -> Browser | None:
    """The command for an address: the first of `$BROWSER` that is installed, else what the system calls its browser.

    `$BROWSER` holds commands parted by colons, with `%s` where the address is to stand, or else at the end. None where
    there is no browser at all.
    """
    for command in os.environ.get("BROWSER", "").split(os.pathsep):
        words = _split(command)
        if words and shutil.which(words[0]):
            filled = [word.replace("%s", address.asked) for word in words]
            complete = filled if "%s" in command else [*filled, address.asked]
            return Browser(tuple(complete), _draws_on_terminal(words[0]))
    return _standard(address)


def _split(command: str) -> list[str]:
    """The words of a command; none where its quotation marks are not closed."""
    try:
        return shlex.split(command.rstrip().removesuffix("&"))
    except ValueError:
        return []


def _standard(address: WebAddress) -> Browser | None:
    """What the standard library finds, in a process of its own: it lets a browser write on the terminal."""
    import webbrowser  # noqa: PLC0415  looked for only when an address is opened

    try:
        name = getattr(webbrowser.get(), "name", "")
    except webbrowser.Error:
        return None
    if _draws_on_terminal(name):
        return Browser((name, address.asked), in_terminal=True)
    return Browser((sys.executable, "-I", "-c", _STANDARD, address.asked))


def _draws_on_terminal(command: str) -> bool:
    """Whether a browser of this name draws on the terminal."""
    return os.path.basename(command) in IN_TERMINAL  # noqa: PTH119  a command is no path of ours


async def open_in_browser(app: App[object], address: WebAddress) -> str | None:
    """Open an address; return a sentence when that fails."""
    found = browser(address)
    if found is None:
        return "No browser was found; set $BROWSER to yours, or copy the address with y"
    name = shown_line(found.words[0])
    try:
        if found.in_terminal:
            with app.suspend():
                status = subprocess.run(found.words, check=False).returncode  # noqa: S603  the reader's own command
            app.refresh(layout=True)
        else:
            status = await _started(found.words)
    except OSError as fault:
        return f"{name} cannot be started: {fault.strerror}. Set $BROWSER to your browser"
    return f"The browser did not take the address: {name} ended with status {status}" if status else None


async def _started(words: tuple[str, ...]) -> int:
    """Start a browser apart from the terminal; its status if it ends soon, 0 where it goes on."""
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603  the reader's own command
        words, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    _going_on[:] = [process, *(one for one in _going_on if one.poll() is None)]
    for _ in range(round(PATIENCE / _LOOK_EVERY)):
        await asyncio.sleep(_LOOK_EVERY)
        status = process.poll()
        if status is not None:
            return status
    return 0
