"""What a case says on a day: its words, its events and filings in order, the orders and payments that are claimed."""

from datetime import date, datetime, time
from functools import cached_property
from typing import Annotated

from letters.case.facts.unlawful import unprotected
from letters.case.model import CaseFile, Event, Filing, Order, Payment
from letters.case.model.kinds import FREEZING_SIGNS
from letters.case.model.moment import SHANGHAI
from letters.case.model.visibility import OPEN
from letters.channels.known_channels import Channels
from letters.channels.profile import Channel
from letters.data.ground_index import GroundIndex
from letters.data.ground_traits import Traits


class Told:
    """What the case of the day `on` says in so many words, chosen and put in order.

    `channels` are those that its filings may be on; what was sent on a channel that nobody knows counts nowhere.
    """

    def __init__(self, case: CaseFile, on: date, index: GroundIndex, channels: Channels) -> None:
        self.case = case
        self._index = index
        self.on = on
        self.channels = channels
        self.end_of_day = datetime.combine(on, time(23, 59, 59), SHANGHAI)

    def has(self, *grounds: str) -> Annotated[bool, OPEN]:
        """Whether any of `grounds` is a ground of the dispute."""
        return any(ground in self.case.dispute.grounds for ground in grounds)

    def wants(self, *kinds: str) -> Annotated[bool, OPEN]:
        """Whether any of the demand kinds is asked for."""
        return any(demand.kind in kinds for demand in self.case.demands)

    def defends(self, *defences: str) -> Annotated[bool, OPEN]:
        """Whether the other side says any of `defences`."""
        return any(defence in self.case.dispute.defences for defence in defences)

    def signs(self, *signs: str) -> Annotated[bool, OPEN]:
        """Whether any of the fraud signs is stated."""
        return any(sign in self.case.dispute.fraud_signs for sign in signs)

    @cached_property
    def main_ground(self) -> Annotated[str, OPEN]:
        """The first ground that carries a claim, if only for a favour; one like 概不退款 never does."""
        grounds = self.case.dispute.grounds
        return next((g for g in grounds if self._index.traits(g).claim != "none"), grounds[0])

    @cached_property
    def traits(self) -> tuple[Traits, ...]:
        """What each ground of the dispute is, in the order of the case."""
        return tuple(map(self._index.traits, self.case.dispute.grounds))

    @cached_property
    def main(self) -> Traits:
        """What the main ground is."""
        return self._index.traits(self.main_ground)

    @cached_property
    def request_only(self) -> bool:
        """Whether the case asks a favour and makes no claim: the buyer's own mistake and nothing else."""
        claims = {trait.claim for trait in self.traits}
        return "favour" in claims and "right" not in claims

    @cached_property
    def renewal(self) -> bool:
        """Whether the money was taken for a renewal that nobody ordered."""
        return self.main.renewal

    @cached_property
    def payment_denied(self) -> bool:
        """Whether the buyer says that the payment was none of his."""
        return self.main.purchase == "denied"

    @cached_property
    def asked_ahead(self) -> bool:
        """Whether a payment may be objected to before it is taken: a renewal, or one that nobody authorised (网络交易办法 18(2))."""
        return any(trait.renewal or trait.purchase == "denied" for trait in self.traits)

    @cached_property
    def used(self) -> bool:
        """Whether some claimed order was activated or used."""
        return any(order.activated == "yes" for order in self.claimed_orders)

    @cached_property
    def promise_captured(self) -> bool:
        """Whether what was promised of some claimed order is shown by evidence."""
        return any(order.promised and order.promised.evidence for order in self.claimed_orders)

    @cached_property
    def balance_refused(self) -> bool:
        """Whether the buyer answers an excuse by not taking a credit for money."""
        return any(self._index.excuse(defence).balance_refused for defence in self.case.dispute.defences)

    @cached_property
    def joint(self) -> bool:
        """Whether other buyers join this complaint."""
        return bool(self.case.joint)

    @cached_property
    def own_use(self) -> bool:
        return self.case.purpose == "own-use"

    @cached_property
    def own_breach(self) -> bool:
        """Whether a rule the buyer broke is named; it then weighs against him (民法典 592)."""
        return self.case.dispute.own_breach is not None

    @cached_property
    def fraud(self) -> bool:
        """Whether a sign is there that freezes all but police, anti-fraud and payment stop."""
        return bool(FREEZING_SIGNS & set(self.case.dispute.fraud_signs)) or (
            any(trait.police_first for trait in self.traits) and not self.case.dispute.fraud_signs
        )

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Events up to the letter's day, in order of time."""
        return tuple(sorted((e for e in self.case.events if e.at <= self.end_of_day), key=lambda e: e.at))

    @cached_property
    def filings(self) -> tuple[Filing, ...]:
        """Filings up to the letter's day, in order of time."""
        return tuple(sorted((f for f in self.case.filings if f.at <= self.end_of_day), key=lambda f: f.at))

    def channel_of(self, filing: Filing) -> Channel | None:
        """The profile of the channel that a filing went to, None where there is none of that id."""
        return self.channels.get(filing.channel)

    def filings_on(self, *words: str, to: str = "") -> tuple[Filing, ...]:
        """The filings on the channels that the words mean: an id, a body (court) or a procedure (complaint).

        With `to`, of channels with that addressee only.
        """
        return tuple(f for f in self.filings if self.channels.means(f.channel, words, to))

    def filed(self, *words: str, to: str = "") -> Annotated[bool, OPEN]:
        """Whether something was sent on a channel that the words mean."""
        return any(self.channels.means(f.channel, words, to) for f in self.filings)

    @cached_property
    def requests(self) -> tuple[Filing, ...]:
        """The filings in which the other side itself was asked."""
        return self.filings_on("other-side")

    @cached_property
    def regulator_complaints(self) -> tuple[Filing, ...]:
        """The complaints under 投诉举报处理办法."""
        return tuple(f for f in self.filings if (found := self.channel_of(f)) and found.regulator_complaint)

    @cached_property
    def exclusive(self) -> tuple[Filing, ...]:
        """The filings with bodies of which, once one has the dispute, no other takes it (投诉举报处理办法 16(1)(2))."""
        return tuple(f for f in self.filings if (found := self.channel_of(f)) and found.exclusive)

    @cached_property
    def notices(self) -> tuple[Filing, ...]:
        """The letters that demand performance and end the contract when their time lapses (民法典 563(1)(3), 565(1))."""
        return tuple(f for f in self.filings if (found := self.channel_of(f)) and found.ends_contract)

    @cached_property
    def police_answered(self) -> bool:
        """Whether the police have answered a report, which releases what fraud signs froze."""
        return any(
            found.body == "police" and filing.answered_at is not None and filing.status != "open"
            for filing in self.filings_on("report")
            if (found := self.channel_of(filing))
        )

    @cached_property
    def claimed_orders(self) -> tuple[Order, ...]:
        """The orders that demands name; all of them where none is named or a refund or difference is asked for without one."""
        named = {d.order for d in self.case.demands if d.order}
        if any(d.kind in ("refund", "difference") and not d.order for d in self.case.demands):
            return self.case.orders
        return tuple(o for o in self.case.orders if o.id in named) if named else self.case.orders

    @cached_property
    def main_order(self) -> Order | None:
        return self.claimed_orders[0] if self.claimed_orders else (self.case.orders[0] if self.case.orders else None)

    @cached_property
    def claimed_payments(self) -> tuple[Payment, ...]:
        """The payments of the claimed orders; without orders, all payments."""
        if not self.case.orders:
            return self.case.payments
        wanted = {order.id for order in self.claimed_orders}
        return tuple(p for p in self.case.payments if p.order in wanted)

    def payments_of(self, order: Order) -> tuple[Payment, ...]:
        return tuple(p for p in self.case.payments if p.order == order.id)

    @cached_property
    def other_payments(self) -> tuple[Payment, ...]:
        """Payments that belong to no claimed order, such as a fee paid to a swindler."""
        return tuple(p for p in self.case.payments if p not in self.claimed_payments)

    @cached_property
    def methods(self) -> frozenset[str]:
        """The ways in which the claimed payments were made."""
        return frozenset(p.method for p in self.claimed_payments or self.case.payments)

    @cached_property
    def illegal(self) -> bool:
        """Whether a claimed good is one the law does not protect, as the case says or as the goods are called."""
        orders = self.claimed_orders or self.case.orders
        return any(order.legality == "illegal" or unprotected(order.item) for order in orders)
