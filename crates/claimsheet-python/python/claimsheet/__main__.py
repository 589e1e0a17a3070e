"""The command line: `claimsheet`, or `python -m claimsheet`."""

import signal
import sys

from . import _native


def main() -> int:
    """Runs it with the arguments of this process."""
    # The program runs without Python, which would not see that somebody stops it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _native.run(["claimsheet", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
