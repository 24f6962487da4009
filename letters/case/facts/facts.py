"""What follows from a case on a day: who owes, what was paid, what was asked, refused, promised and ended.

Computed once per case and day, and read by the law, the drafting, the checks and the plan. Nothing here is masked;
letters see a case only through `letters.case.view`.
"""

from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from letters.case.facts.contract import Contract
from letters.case.facts.dealings import Dealings
from letters.case.facts.parties import Parties
from letters.case.facts.told import Told
from letters.case.model import CaseFile
from letters.case.model.visibility import NEVER, Visibility
from letters.channels.known_channels import Channels
from letters.channels.known_channels import channels as our_channels
from letters.data.ground_index import GroundIndex


class Facts:
    """A case on the day `on`, by theme; every answer is computed when first asked.

    `channels` are those that count, ours where left out: a user's own are as good as ours.

    `told` is what the case says, `parties` who is who, `dealings` what was paid, asked and answered, `contract` how the
    contract stands. `index` says what the case's grounds are, by the user's folders and ours. Each theme rests on those named before it.
    """

    def __init__(self, case: CaseFile, on: date, index: GroundIndex, channels: Channels | None = None) -> None:
        self.channels = our_channels() if channels is None else channels
        self.told = Told(case, on, index, self.channels)
        self.parties = Parties(self.told)
        self.dealings = Dealings(self.told)
        self.contract = Contract(self.told, self.parties, self.dealings)
        self.case = case
        self.on = on

    @property
    def end_of_day(self) -> datetime:
        """The last second of the day, in China."""
        return self.told.end_of_day


class Answer(NamedTuple):
    """A question that facts answer: the theme that does, and the identity level from which a letter may ask it."""

    theme: str
    kind: type
    level: int


#: What names nobody: yes and no, numbers, days, words of a list. Other answers are seen only where their label says so.
_PLAIN = (bool, int, Decimal, date, datetime, frozenset, NoneType)


def _answers() -> dict[str, Answer]:
    themes = {"told": Told, "parties": Parties, "dealings": Dealings, "contract": Contract}
    return {
        name: Answer(theme, kind, _level(held))
        for theme, kind in themes.items()
        for name, held in vars(kind).items()
        if not name.startswith("_")
    }


def _level(held: Any) -> int:
    hint = (held.func if isinstance(held, cached_property) else held).__annotations__.get("return")
    if get_origin(hint) is Annotated:
        return next((label.level for label in get_args(hint) if isinstance(label, Visibility)), NEVER)
    kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    plain = all((get_origin(kind) or kind) in _PLAIN for kind in kinds)
    return 0 if plain and isinstance(held, cached_property) else NEVER


#: Every answer by its name: conditions and templates ask for `case.deceived`, not for its theme.
ANSWERS = _answers()
