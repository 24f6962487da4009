"""What a letter asks for: the user's demands that this channel has the power for, with their sums; the rest with a reason."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from letters.case.model import Cost, Demand
from letters.case.model.kinds import DEMANDS, MONEY_KINDS
from letters.channels.profile import Channel
from letters.law.claims.interest import interest_start
from letters.law.matter import Matter


class Ask(Struct, frozen=True):
    """One demand of a letter against one respondent; `amount` in yuan, None where no money is asked."""

    kind: str
    amount: Decimal | None = None
    respondent: str = ""
    order: str = ""
    basis: str = ""
    items: tuple[Cost, ...] = ()
    rate: str = ""
    rate_name: str = ""
    start: date | None = None
    until: date | None = None
    implied: bool = False


class Moved(Struct, frozen=True):
    """A demand left out of a channel, with the channel that has the power for it, if any."""

    kind: str
    channel: str

    @property
    def name(self) -> str:
        return DEMANDS.get(self.kind, self.kind)


def demands_for(matter: Matter, channel: Channel, only: str = "") -> tuple[Ask, ...]:
    """The demands of the case that `channel` carries, in the case's order; implied ones last.

    `only` keeps what one respondent owes, for letters that go to one of several. A contract whose year has lapsed is not
    ended by anybody (民法典 564(2)).
    """
    found: list[Ask] = []
    lapsed = not matter.facts.contract.can_terminate and matter.facts.contract.ended_at is None
    for demand in matter.case.demands:
        if demand.kind in channel.may_ask and not (lapsed and demand.kind == "terminate"):
            made = {(a.kind, a.respondent) for a in found if a.amount is not None}
            found.extend(
                a
                for a in _money(matter, demand, only, one_method(matter, channel))
                if a not in found and (a.kind, a.respondent) not in made
            )
    have = {ask.kind for ask in found}
    opponent = matter.facts.parties.opponent.id if matter.facts.parties.opponent else ""
    found.extend(Ask(kind, respondent=only or opponent, implied=True) for kind in sorted(channel.implies - have))
    return tuple(found)


def one_method(matter: Matter, channel: Channel) -> str:
    """The way of paying that a payment firm's channel is about, where the case has others beside it; else empty."""
    return channel.method if len(matter.facts.told.methods) > 1 else ""


def _money(matter: Matter, demand: Demand, only: str, method: str) -> Iterator[Ask]:
    opponent = matter.facts.parties.opponent.id if matter.facts.parties.opponent else ""
    shared = Ask(
        demand.kind, respondent=only or opponent, order=demand.order, basis=demand.basis, items=demand.items, rate=demand.rate,
        rate_name=demand.rate_name, start=_start(matter, demand), until=demand.to,
    )  # fmt: skip
    if demand.kind not in MONEY_KINDS:
        yield shared
        return
    total = matter.sums.get(demand.kind)
    if total is None or total.amount <= 0:
        return
    parts = [(who, amount) for who, amount in total.by if not only or who == only]
    if not parts and not only:
        parts = [(opponent, total.amount)]
    alone = len(parts) == 1 and sum(d.kind == demand.kind for d in matter.case.demands) == 1
    for who, amount in parts:
        most = matter.facts.dealings.owed_by(method) if method else amount
        yield Ask(
            shared.kind, min(amount, most), who, shared.order if alone else "", shared.basis, shared.items, shared.rate,
            shared.rate_name, shared.start, shared.until,
        )  # fmt: skip


def _start(matter: Matter, demand: Demand) -> date | None:
    return interest_start(matter.facts, matter.law, demand) if demand.kind == "interest" else None


def moved(matter: Matter, channel: Channel) -> tuple[Moved, ...]:
    """The user's demands that are not for this channel; those the channel itself implies count as made."""
    kinds = dict.fromkeys(d.kind for d in matter.case.demands if d.kind not in channel.may_ask | channel.implies)
    return tuple(Moved(kind, channel.moves.get(kind, "")) for kind in kinds)
