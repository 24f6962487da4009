"""The one family of errors that a user sees as they are: each says what is wrong, where, and the cure."""

import sys
from pathlib import Path


def to_install(*packages: str) -> str:
    """The command that adds packages to the Python that runs this program, wherever the program came from."""
    python = sys.executable or "python3"
    return " ".join((f'"{python}"' if " " in python else python, "-m pip install", *packages))


class LettersError(Exception):
    """An error meant for the user: shown without a traceback.

    `message` says what is wrong, `fix` how to mend it, `where` names the place (file, line, field).
    `code` is the exit code of the command line: 1 the case is not ready, 2 wrong use or unusable input.
    """

    code = 2

    def __init__(self, message: str, *, fix: str = "", where: str | Path = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix
        self.where = str(where)

    def __str__(self) -> str:
        place = f"{self.where}：" if self.where else ""
        cure = f"\n  → {self.fix}" if self.fix else ""
        return f"{place}{self.message}{cure}"


class NotReady(LettersError):
    """The case lacks something, or a gate is closed; nothing was written. `finding` is the code under which review tells it."""

    code = 1
    finding = "field-missing"
