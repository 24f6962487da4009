"""What a check has to say: how grave it is, where in the case it stands, what is wrong and how to mend it."""

from typing import Literal

from msgspec import Struct

Level = Literal["block", "warn", "note"]
#: From the gravest: `block` keeps a letter back, `warn` lets it out with a warning, `note` informs.
LEVELS: tuple[Level, ...] = ("block", "warn", "note")


class Finding(Struct, frozen=True, kw_only=True):
    """One thing to know before a letter goes out.

    `channel` is the channel it is about, or None where it is about the case; `path` the field (`orders[0].amount`) and
    `line` its line in the case file, 0 where no file is known; `source` the article or rule behind it.
    """

    level: Level
    code: str
    message: str
    channel: str | None = None
    path: str = ""
    line: int = 0
    fix: str = ""
    source: str = ""

    @property
    def rank(self) -> int:
        """Place of the level, 0 for `block`."""
        return LEVELS.index(self.level)


def block(
    code: str, message: str, *, path: str = "", fix: str = "", source: str = "", channel: str | None = None
) -> Finding:
    """A finding that keeps the letter back."""
    return Finding(level="block", code=code, message=message, path=path, fix=fix, source=source, channel=channel)


def warn(
    code: str, message: str, *, path: str = "", fix: str = "", source: str = "", channel: str | None = None
) -> Finding:
    """A finding that the writer should heed."""
    return Finding(level="warn", code=code, message=message, path=path, fix=fix, source=source, channel=channel)


def note(
    code: str, message: str, *, path: str = "", fix: str = "", source: str = "", channel: str | None = None
) -> Finding:
    """A finding for information."""
    return Finding(level="note", code=code, message=message, path=path, fix=fix, source=source, channel=channel)
