"""Python's search for garbage, put off until the first screen is shown.

Nearly all that a start makes is kept: modules, classes, the text. Each search for garbage goes through it in vain, a
tenth of the time until the first screen.
"""

from __future__ import annotations

import gc


def put_off() -> None:
    """Search for no garbage from now on."""
    gc.disable()


def take_up() -> None:
    """Search again where that was put off, and no more in what was made until now."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
