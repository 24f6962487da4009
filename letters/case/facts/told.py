"""What a case says on a day: its words, its events and filings in order, the orders and payments that are claimed."""

from datetime import date, datetime, time
from functools import cached_property
from typing import Annotated

from letters.case.facts.unlawful import unprotected
from letters.case.model import CaseFile, Event, Filing, Order, Payment
from letters.case.model.kinds import FREEZING_SIGNS
from letters.case.model.moment import SHANGHAI
from letters.case.model.visibility import OPEN


class Told:
    """What the case of the day `on` says in so many words, chosen and put in order."""

    def __init__(self, case: CaseFile, on: date) -> None:
        self.case = case
        self.on = on
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
        """The first ground that carries a claim; 概不退款 never does."""
        return next((g for g in self.case.dispute.grounds if g != "no-refund-clause"), "no-refund-clause")

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
            self.has("fraud") and not self.case.dispute.fraud_signs
        )

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Events up to the letter's day, in order of time."""
        return tuple(sorted((e for e in self.case.events if e.at <= self.end_of_day), key=lambda e: e.at))

    @cached_property
    def filings(self) -> tuple[Filing, ...]:
        """Filings up to the letter's day, in order of time."""
        return tuple(sorted((f for f in self.case.filings if f.at <= self.end_of_day), key=lambda f: f.at))

    def filings_on(self, *channels: str) -> tuple[Filing, ...]:
        return tuple(f for f in self.filings if f.channel in channels)

    def filed(self, *channels: str) -> Annotated[bool, OPEN]:
        """Whether something was sent on any of `channels`."""
        return any(filing.channel in channels for filing in self.filings)

    @cached_property
    def police_answered(self) -> bool:
        """Whether the police have answered, which releases what fraud signs froze."""
        return any(
            filing.channel == "police-report" and filing.answered_at is not None and filing.status != "open"
            for filing in self.filings
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
