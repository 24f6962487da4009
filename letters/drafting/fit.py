"""Fitting a text to its length: optional parts fall whole, the lowest rank first, and nothing is ever cut."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Protocol, TypeVar


@dataclass(slots=True)
class Fit:
    """Which optional parts of one rendering are kept, and which there are: rank to the names of its parts."""

    dropped: frozenset[int] = frozenset()
    seen: dict[int, dict[str, None]] = field(default_factory=dict)

    def keep(self, rank: int, name: str = "") -> bool:
        """Whether the part of this rank stands."""
        self.seen.setdefault(rank, {})[name] = None
        return rank not in self.dropped


class Sized(Protocol):
    """A rendering: its length in characters, and the ranks of the parts that might fall."""

    @property
    def size(self) -> int: ...

    @property
    def ranks(self) -> Collection[int]: ...


R = TypeVar("R", bound=Sized)


def fitted(render: Callable[[frozenset[int]], R], length: int) -> R:
    """The rendering in which the least falls: ranks from the lowest up until it fits, then back what still has room.

    `render` is given the ranks to drop; without `length` nothing is. Where everything has fallen and the text is still
    too long, that text comes back. A text is held to grow with every part that is kept, so that not every choice needs
    to be rendered.
    """
    made: dict[frozenset[int], R] = {}

    def without(dropped: frozenset[int]) -> R:
        if dropped not in made:
            made[dropped] = render(dropped)
        return made[dropped]

    def given_back(dropped: frozenset[int], ranks: list[int], hopeful: bool = True) -> frozenset[int]:
        """`dropped` without those of the ascending `ranks` that still have room, the highest first; all at once where that fits."""
        if not ranks:
            return dropped
        if hopeful and without(dropped.difference(ranks)).size <= length:
            return dropped.difference(ranks)
        if len(ranks) == 1:
            return dropped
        middle = len(ranks) // 2
        return given_back(given_back(dropped, ranks[middle:]), ranks[:middle])

    whole = without(frozenset())
    if not length or whole.size <= length:
        return whole
    ranks = sorted(whole.ranks)
    fewest, most = 1, len(ranks)
    while fewest < most:
        middle = (fewest + most) // 2
        if without(frozenset(ranks[:middle])).size <= length:
            most = middle
        else:
            fewest = middle + 1
    dropped, lower = frozenset(ranks[:fewest]), ranks[: fewest - 1]
    if (size := without(dropped).size) > length:
        return made[dropped]
    room = length - size - whole.size + without(frozenset(lower)).size
    return made[given_back(dropped, lower, hopeful=len(lower) == 1 or room >= 0)]
