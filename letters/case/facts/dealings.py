"""What was paid, promised, demanded, refused and returned, and when."""

from datetime import date, datetime
from decimal import Decimal
from functools import cached_property

from letters.case.facts.told import Told
from letters.case.model import Refund
from letters.case.model.kinds import ZERO


class Dealings:
    """The course of dealing: sums, requests and answers, each with its time."""

    def __init__(self, told: Told) -> None:
        self._told = told

    @cached_property
    def paid(self) -> Decimal:
        """What the claimed payments add up to, in yuan."""
        return sum((p.amount for p in self._told.claimed_payments), ZERO)

    @cached_property
    def paid_at(self) -> datetime | None:
        return min((p.paid_at for p in self._told.claimed_payments if p.paid_at), default=None)

    @cached_property
    def last_paid_at(self) -> datetime | None:
        return max((p.paid_at for p in self._told.claimed_payments if p.paid_at), default=None)

    def is_back(self, refund: Refund) -> bool:
        """Whether a refund is money in the buyer's hands by `on`; an approval alone is none.

        A credit on the other side's own site pays nothing back to a buyer who refuses it and did not pay from it.
        """
        if refund.arrived_at is None or refund.arrived_at.date() > self._told.on:
            return False
        paid = {p.method for p in self._told.case.payments if p.id == refund.payment or not refund.payment}
        return refund.via != "balance" or "balance" in paid or not self._told.balance_refused

    @cached_property
    def arrived(self) -> Decimal:
        """What came back to the buyer until `on`."""
        wanted = {p.id for p in self._told.claimed_payments}
        return sum(
            (r.amount for r in self._told.case.refunds if self.is_back(r) and (not r.payment or r.payment in wanted)),
            ZERO,
        )

    def owed_by(self, method: str) -> Decimal:
        """What was paid in one way for the claimed orders and has not come back."""
        mine = {p.id: p.amount for p in self._told.claimed_payments if p.method == method}
        return sum(mine.values(), ZERO) - sum(
            (r.amount for r in self._told.case.refunds if r.payment in mine and self.is_back(r)), ZERO
        )

    @cached_property
    def approved(self) -> tuple[Refund, ...]:
        """Refunds agreed to and not arrived."""
        return tuple(r for r in self._told.case.refunds if r.approved_at and not r.arrived_at)

    @cached_property
    def refund_due(self) -> date | None:
        """The day by which an agreed refund was promised, where a filing records it."""
        days = [f.promised_by.date() for f in self._told.filings if f.promised_by]
        return min(days) if days else None

    @cached_property
    def fact_date(self) -> date:
        """The day whose substantive law governs: the earliest claimed order or payment."""
        days = [o.ordered_at.date() for o in self._told.claimed_orders if o.ordered_at]
        days += [p.paid_at.date() for p in self._told.claimed_payments if p.paid_at]
        return min(days, default=self._told.on)

    @cached_property
    def knew_on(self) -> date:
        """The day on which the buyer knew of the harm and of who owes (民法典 188)."""
        found = self._told.case.dispute.found_at
        if found is not None:
            return found.date()
        days = [e.at.date() for e in self._told.events if e.kind in ("discovery", "refusal", "request")]
        return min(days, default=self.fact_date)

    @cached_property
    def demands_made(self) -> tuple[datetime, ...]:
        """When the other side was asked to perform or pay: events and filings, in order."""
        asked = [
            e.at for e in self._told.events if e.kind in ("request", "notice") and e.by in ("complainant", "guardian")
        ]
        asked += [f.at for f in self._told.requests]
        return tuple(sorted(asked))

    @cached_property
    def asked_refund(self) -> bool:
        return bool(self.demands_made)

    @cached_property
    def refused(self) -> bool:
        """Whether the other side refused, in an event or an answered filing."""
        return any(e.kind == "refusal" for e in self._told.events) or any(
            f.status == "refused" for f in self._told.requests
        )

    @cached_property
    def refused_on(self) -> date | None:
        days = [e.at.date() for e in self._told.events if e.kind == "refusal"]
        days += [f.answered_at.date() for f in self._told.filings if f.status == "refused" and f.answered_at]
        return min(days, default=None)

    @cached_property
    def promised_on(self) -> date | None:
        """The day by which the claimed order was to be performed, where one was promised."""
        order = self._told.main_order
        by = order.promised.by if order and order.promised else None
        return by.date() if by else None

    @cached_property
    def delivered_nothing(self) -> bool:
        return bool(self._told.claimed_orders) and all(o.delivery == "none" for o in self._told.claimed_orders)

    @cached_property
    def first_demand_at(self) -> datetime | None:
        """When the other side was first asked to perform, pay back or act."""
        return self.demands_made[0] if self.demands_made else None

    @cached_property
    def approved_on(self) -> date | None:
        """The day on which a refund was agreed to, from the refunds or else from an event."""
        days = [r.approved_at.date() for r in self.approved if r.approved_at]
        days = days or [e.at.date() for e in self._told.events if e.kind == "approval"]
        return min(days, default=None)
