"""`python -m briefing`, and the command `briefing`."""

from __future__ import annotations

import sys

from briefing.cli.entry import run


def main() -> int:
    """Run the program with the arguments of the shell and return its exit status."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
