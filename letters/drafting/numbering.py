"""Evidence under its number in one letter: 证据1 is what the text mentions first."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from letters.case.model import Evidence
from letters.drafting.template.markup import EXHIBIT, Marked
from letters.letter import Exhibit

_MARK = re.compile(f"{EXHIBIT}([^{EXHIBIT}]*){EXHIBIT}")
HIDDEN, RANGE, NUMBER = "-", "*", "#"


def ranged(numbers: Iterable[int]) -> str:
    """证据1、证据2 for two, 证据1至证据4 for a run of three and more."""
    ordered = sorted(set(numbers))
    runs: list[list[int]] = []
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = []
    for run in runs:
        if len(run) > 2:
            parts.append(f"证据{run[0]}至证据{run[-1]}")
        else:
            parts.extend(f"证据{n}" for n in run)
    return "、".join(parts)


class Numbering:
    """Numbers evidence by first mention in the finished text; `frozen` ids keep the numbers of an earlier filing.

    `style` is how the channel names evidence in a text: fixed in brackets, inline in brackets while `room`, if given, says there is some,
    collapsed once, none not at all.
    """

    def __init__(
        self, evidence: Mapping[str, Evidence], frozen: Iterable[str] = (), style: str = "fixed",
        room: Callable[[], bool] | None = None,
    ) -> None:  # fmt: skip
        self.evidence = evidence
        self.style, self._room = style, room
        self.numbers: dict[str, int] = {}
        self.frozen = [i for i in dict.fromkeys(frozen) if i in evidence]
        for identity in self.frozen:
            self.numbers[identity] = len(self.numbers) + 1
        self.marked: dict[str, None] = {}
        self.mentioned: dict[str, None] = {}

    def mark(self, ids: Iterable[str], kind: str = "") -> str:
        """A mark that becomes the numbers of `ids` when the text is finished; empty without known ids."""
        known = [identity for identity in ids if identity in self.evidence]
        self.marked.update(dict.fromkeys(known))
        return f"{EXHIBIT}{kind}{','.join(known)}{EXHIBIT}" if known else ""

    def bracket(self, *ids: Any) -> Markup:
        """（证据1、证据2） behind the clause it proves; hidden where the channel names evidence once or not at all."""
        if self.style == "none":
            return Marked("")
        flat = [i for part in ids for i in ([part] if isinstance(part, str) else part)]
        inline = self.style == "fixed" or (self.style == "inline" and (self._room is None or self._room()))
        mark = self.mark(flat, "" if inline else HIDDEN)
        return Marked(f"（{mark}）" if mark and inline else mark)

    def resolve(self, rendered: str) -> str:
        """The text with every mark replaced by numbers, given in order of first mention."""

        def numbers(match: re.Match[str]) -> str:
            body = match.group(1)
            if body == RANGE:
                return ranged(self.numbers[i] for i in self.mentioned)
            kind = body[0] if body[:1] in (HIDDEN, NUMBER) else ""
            ids = body[len(kind) :].split(",")
            for identity in ids:
                self.numbers.setdefault(identity, len(self.numbers) + 1)
                self.mentioned.setdefault(identity)
            return "" if kind == HIDDEN else ranged(self.numbers[i] for i in ids)

        return _MARK.sub(numbers, rendered)

    def exhibits(self) -> tuple[Exhibit, ...]:
        """What the letter mentions, by number."""
        ordered = sorted(self.mentioned, key=lambda identity: self.numbers[identity])
        return tuple(Exhibit(self.numbers[i], i, self.evidence[i].title) for i in ordered)
