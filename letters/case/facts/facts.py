"""What follows from a case on a day: who owes, what was paid, what was asked, refused, promised and ended.

Computed once per case and day, and read by the law, the drafting, the checks and the plan. Nothing here is masked;
letters see a case only through `letters.case.view`.
"""

from datetime import date, datetime
from typing import Any

from letters.case.facts.contract import Contract
from letters.case.facts.dealings import Dealings
from letters.case.facts.parties import Parties
from letters.case.facts.told import Told
from letters.case.model import CaseFile
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


def _answers() -> dict[str, tuple[str, type]]:
    themes = {"told": Told, "parties": Parties, "dealings": Dealings, "contract": Contract}
    return {name: (theme, kind) for theme, kind in themes.items() for name in vars(kind) if not name.startswith("_")}


#: Every answer by its name, with the theme that gives it: conditions and templates ask for `case.deceived`, not for its theme.
ANSWERS = _answers()


def answer(facts: Facts, name: str) -> Any:
    """The answer of that name; AttributeError where there is none."""
    if name not in ANSWERS:
        raise AttributeError(name)
    return getattr(getattr(facts, ANSWERS[name][0]), name)
