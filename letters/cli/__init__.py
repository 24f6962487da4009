"""The command line."""

from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; `arguments` are those after the program's name.

    130 where it is interrupted, while its modules are being loaded too.
    """
    try:
        from letters.cli.app import run

        return run(arguments)
    except KeyboardInterrupt:
        return 130
