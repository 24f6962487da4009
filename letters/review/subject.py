"""What a check looks at: a case read by the law on a day, and the channel and letter in question, if any."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from letters.admissibility.standing import Standing, Standings
from letters.case.facts.facts import Facts
from letters.case.model import CaseFile
from letters.case.model.kinds import MONEY_KINDS
from letters.channels.front_matter import Reminder
from letters.channels.known_channels import Channels
from letters.channels.profile import Channel
from letters.law.matter import Matter
from letters.letter import Letter
from letters.review.finding import Finding


@dataclass
class Scope:
    """The matter under review; `channel` None means the case as a whole.

    `drafted` is the letter, None where none was drafted yet; `asked` is whether a check wanted to see it.
    """

    matter: Matter
    standings: Standings
    channel: Channel | None = None
    drafted: Letter | None = None
    asked: bool = False

    @property
    def known(self) -> Channels:
        """The channels there are."""
        return self.standings.known

    @property
    def letter(self) -> Letter | None:
        self.asked = True
        return self.drafted

    @property
    def case(self) -> CaseFile:
        return self.matter.case

    @property
    def facts(self) -> Facts:
        return self.matter.facts

    @property
    def on(self) -> date:
        return self.matter.on

    @property
    def id(self) -> str:
        """The channel's id, or an empty string."""
        return self.channel.id if self.channel else ""

    @cached_property
    def wants_money(self) -> bool:
        """Whether any money is asked for."""
        return self.facts.told.wants(*MONEY_KINDS)

    @cached_property
    def request_only(self) -> bool:
        """Whether the case is a request for a favour, not a claim: the buyer's own mistake and nothing else."""
        return self.facts.told.request_only

    @cached_property
    def standing(self) -> Standing | None:
        """Whether the channel is open for this case, None without channel."""
        return self.standings.of(self.channel) if self.channel else None

    def is_open(self, channel: Channel) -> bool:
        """Whether the channel is open for this case."""
        return self.standings.of(channel).open

    def reminds_of(self, what: Reminder) -> bool:
        """Whether the review is of the case as a whole, or of a channel whose users are told of it."""
        return self.channel is None or self.channel.reminds_of(what)


Rule = Callable[[Scope], Iterable[Finding]]
