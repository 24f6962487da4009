"""What can be wrong with a file that we or a user wrote: every mistake at once, each with its line, its key and a cure."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple, Self

from letters.errors import LettersError

#: More mistakes than this are counted, not listed; more words than this are not all shown.
MOST_LISTED, MOST_WORDS = 60, 48


class Mistake(NamedTuple):
    """One mistake: the key it stands at (`ladder.order`, empty for the whole file), its line, what is wrong, how to mend it."""

    key: str
    line: int
    said: str
    fix: str = ""

    @property
    def text(self) -> str:
        """`ladder.order：应当是整数`."""
        return f"{self.key}：{self.said}" if self.key else self.said


class BadFile(LettersError):
    """A file of the statutes or templates cannot be used; `mistakes` holds all that is wrong with it, in order."""

    mistakes: tuple[Mistake, ...] = ()
    path: Path = Path()

    @classmethod
    def of(cls, path: Path, mistakes: Sequence[Mistake]) -> Self:
        """The error for a file with mistakes, which stands at the first of them."""
        ordered = tuple(sorted(dict.fromkeys(mistakes), key=lambda mistake: mistake.line))
        first = ordered[0]
        error = cls(first.text, fix=first.fix, where=at_line(path, first.line))
        error.mistakes, error.path = ordered, path
        return error

    def __str__(self) -> str:
        if len(self.mistakes) < 2:
            return super().__str__()
        lines = [
            f"{at_line(self.path, mistake.line)}：{mistake.text}" + (f"\n  → {mistake.fix}" if mistake.fix else "")
            for mistake in self.mistakes[:MOST_LISTED]
        ]
        left = len(self.mistakes) - MOST_LISTED
        return "\n".join([*lines, f"……另有 {left} 处。"] if left > 0 else lines)


def at_line(path: Path | str, line: int) -> str:
    """`late.yaml:12`, or the file alone where no line is known."""
    return f"{path}:{line}" if line else str(path)


def near(word: str, known: Sequence[str]) -> str:
    """The cure for a word that is not one of `known`: the nearest, and all of them where they are few."""
    found = get_close_matches(word, known, n=1)
    listed = f"可以写：{'、'.join(known)}" if len(known) <= MOST_WORDS else ""
    return f"是不是想写 {found[0]}？{listed}" if found else listed
