"""How the contract stands on a day: demanded, ended, lapsed; deceived or not (民法典 563, 564, 消保法 55)."""

import re
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Literal

from letters.case.facts.dealings import Dealings
from letters.case.facts.parties import Parties
from letters.case.facts.told import Told
from letters.case.model.dates import anniversary
from letters.case.model.kinds import ZERO
from letters.case.model.moment import SHANGHAI, knows_hour

#: A predicate that asks for performance (交付、发货、补发), not for money alone.
_DEMANDS_PERFORMANCE = re.compile(
    r"催告|催促|催单|催发|(?:要求|请求|请)[^，。；]{0,24}(?:交付|发货|发放|补发|补足|发出|履行)"
)


DeceitGap = Literal["statement", "time", "payment", "earlier"]


class Contract:
    """How the contract stands: performed, ended, or open to be ended; and what was false when it was made."""

    def __init__(self, told: Told, parties: Parties, dealings: Dealings) -> None:
        self._told = told
        self._parties = parties
        self._dealings = dealings

    @cached_property
    def ended_at(self) -> datetime | None:
        """When a served notice ended the contract: the last moment of the time it set (民法典 565(1)), once past.

        A notice sent more than a year after the ground was known, or an earlier demand had lapsed, ends nothing (564(2)).
        """
        known = self._dealings.knew_on
        for filing in self._told.notices:
            if filing.served_at is None or filing.at.date() > anniversary(known, 1):
                continue
            known = max(known, filing.promised_by.date()) if filing.promised_by else known
            limit = filing.promised_by or datetime.combine(
                filing.at.date() + timedelta(days=self._told.case.preferences.reply_days or 7),
                time(23, 59, 59),
                SHANGHAI,
            )
            limit = max(limit, filing.served_at)
            if limit <= self._told.end_of_day:
                return limit
        return None

    @cached_property
    def ending_since(self) -> date:
        """The day from which the year runs: knowing the ground, or the end of the time that a demand set (民法典 563(1)(3))."""
        lapsed = (f.promised_by for f in self._told.notices)
        return max(
            [self._dealings.knew_on, *(by.date() for by in lapsed if by is not None and by <= self._told.end_of_day)]
        )

    @cached_property
    def can_terminate(self) -> bool:
        """Whether the year for ending the contract is still open (民法典 564(2))."""
        return self._told.on <= anniversary(self.ending_since, 1)

    @cached_property
    def delivery_demanded(self) -> bool:
        """Whether performance was demanded after it was due and before it came (催告, 民法典 563(1)(3)).

        A request for the money back alone is no demand to perform; a letter that sets a last time always is.
        """
        order = self._told.main_order
        if order is None or not order.promised or not order.promised.by:
            return False
        until = order.delivered_at or self._told.end_of_day
        ours = ("complainant", "guardian")
        asked = [e.at for e in self._told.events if e.by in ours and _DEMANDS_PERFORMANCE.search(e.did)]
        asked += [f.at for f in self._told.filings if f in self._told.notices or _DEMANDS_PERFORMANCE.search(f.asked)]
        return any(order.promised.by <= at < until for at in asked)

    @cached_property
    def deceived(self) -> bool:
        """Whether a false statement before the payment is stated (消保法 55(1); 总则编解释 21)."""
        return self.deceit_lacks is None

    @cached_property
    def deceit_lacks(self) -> DeceitGap | None:
        """What is missing for a deceit: the statement, the time of it, a payment, or that it came before the payment."""
        deceit, paid = self._told.case.dispute.deceit, self._dealings.paid_at
        if deceit is None:
            return "statement"
        if deceit.said_at is None:
            return "time"
        if paid is None:
            return "payment"
        if knows_hour(deceit.said_at) and knows_hour(paid):
            return None if deceit.said_at <= paid else "earlier"
        return None if deceit.said_at.date() <= paid.date() else "earlier"

    @cached_property
    def asked_after_days(self) -> int | None:
        """Days from receipt to the first demand (消保法 24(1)); None where either is unknown."""
        received = self._told.main_order.delivered_at if self._told.main_order else None
        if received is None or not self._dealings.demands_made:
            return None
        return (self._dealings.demands_made[0].date() - received.date()).days

    @cached_property
    def asked_within_seven_days(self) -> bool:
        """Whether the money was asked back within seven days of paying it (预付式消费解释 14; 民法典 201)."""
        if self._dealings.last_paid_at is None:
            return False
        asked = self._dealings.first_demand_at.date() if self._dealings.first_demand_at else self._told.on
        return asked <= self._dealings.last_paid_at.date() + timedelta(days=7)

    @cached_property
    def charged_after_request(self) -> bool:
        """Whether a claimed payment was taken after the buyer had asked to stop or to pay back."""
        asked, last = self._dealings.first_demand_at, self._dealings.last_paid_at
        return asked is not None and last is not None and last > asked

    @cached_property
    def charged_twice(self) -> bool:
        """Whether several payments for one claimed order add up to more than its price."""
        return any(
            o.amount is not None
            and len(paid := self._told.payments_of(o)) > 1
            and sum((p.amount for p in paid), ZERO) > o.amount
            for o in self._told.claimed_orders
        )

    @cached_property
    def closure_notice_days(self) -> int | None:
        """Days between the notice of closing and the closing; None where either is unknown."""
        closure = self._told.case.dispute.closure
        if closure is None or closure.announced_at is None or closure.closes_at is None:
            return None
        return (closure.closes_at.date() - closure.announced_at.date()).days

    @cached_property
    def mistake_window_open(self) -> bool:
        """Whether the ninety days for asking a court to rescind for mistake still run (民法典 152(1)(1))."""
        return self._told.on <= self._dealings.knew_on + timedelta(days=90)

    @cached_property
    def fraud_window_open(self) -> bool:
        """Whether the year for asking a court to rescind for fraud still runs (民法典 152(1)(1))."""
        return self._told.on <= anniversary(self._dealings.knew_on, 1)

    @cached_property
    def performance_failed(self) -> bool:
        """Whether the claimed order was not, not wholly or no longer performed, as its own fields or the other side's state say."""
        order = self._told.main_order
        if order is None:
            return False
        gone = self._parties.opponent is not None and self._parties.opponent.status != "active"
        return order.delivery != "full" or order.stopped_at is not None or gone

    @cached_property
    def refund_overdue(self) -> bool:
        """Whether the day for which an agreed refund was promised is past."""
        return self._dealings.refund_due is not None and self._told.on > self._dealings.refund_due

    @cached_property
    def days_since_promise(self) -> int | None:
        """Days from the promised day, or the first demand, to the letter's day."""
        start = (
            self._dealings.refund_due
            or self._dealings.promised_on
            or (self._dealings.demands_made[0].date() if self._dealings.demands_made else None)
        )
        return (self._told.on - start).days if start else None

    @cached_property
    def days_since_demand(self) -> int | None:
        """Days from the first demand to the letter's day; None where nothing was asked yet."""
        return (self._told.on - self._dealings.first_demand_at.date()).days if self._dealings.first_demand_at else None
