"""What follows from a case on a day: who owes, what was paid, what was asked, refused, promised and ended.

Computed once per case and day, and read by the law, the drafting, the checks and the plan. Nothing here is masked;
letters see a case only through `letters.case.view`.
"""

import re
from datetime import date, datetime, time, timedelta
from functools import cached_property

from letters.case.dates import anniversary
from letters.case.dealing import DealingFacts
from letters.case.kinds import ZERO
from letters.case.moment import SHANGHAI, knows_hour

#: A predicate that asks for performance (交付、发货、补发), not for money alone.
_DEMANDS_PERFORMANCE = re.compile(
    r"催告|催促|催单|催发|(?:要求|请求|请)[^，。；]{0,24}(?:交付|发货|发放|补发|补足|发出|履行)"
)


class Facts(DealingFacts):
    """A case on the day `on`, with all that follows from it; every answer is computed when first asked."""

    @cached_property
    def ended_at(self) -> datetime | None:
        """When a served notice ended the contract: the last moment of the time it set (民法典 565(1)), once past.

        A notice sent more than a year after the ground was known, or an earlier demand had lapsed, ends nothing (564(2)).
        """
        known = self.knew_on
        for filing in self.filings_on("demand-letter"):
            if filing.served_at is None or filing.at.date() > anniversary(known, 1):
                continue
            known = max(known, filing.promised_by.date()) if filing.promised_by else known
            limit = filing.promised_by or datetime.combine(
                filing.at.date() + timedelta(days=self.case.preferences.reply_days or 7), time(23, 59, 59), SHANGHAI
            )
            limit = max(limit, filing.served_at)
            if limit <= self.end_of_day:
                return limit
        return None

    @cached_property
    def ending_since(self) -> date:
        """The day from which the year runs: knowing the ground, or the end of the time that a demand set (民法典 563(1)(3))."""
        lapsed = (f.promised_by for f in self.filings_on("demand-letter"))
        return max([self.knew_on, *(by.date() for by in lapsed if by is not None and by <= self.end_of_day)])

    @cached_property
    def can_terminate(self) -> bool:
        """Whether the year for ending the contract is still open (民法典 564(2))."""
        return self.on <= anniversary(self.ending_since, 1)

    @cached_property
    def delivery_demanded(self) -> bool:
        """Whether performance was demanded after it was due and before it came (催告, 民法典 563(1)(3)).

        A request for the money back alone is no demand to perform; a demand letter of ours always is.
        """
        order = self.main_order
        if order is None or not order.promised or not order.promised.by:
            return False
        until = order.delivered_at or self.end_of_day
        ours = ("complainant", "guardian")
        asked = [e.at for e in self.events if e.by in ours and _DEMANDS_PERFORMANCE.search(e.did)]
        asked += [f.at for f in self.filings if f.channel == "demand-letter" or _DEMANDS_PERFORMANCE.search(f.asked)]
        return any(order.promised.by <= at < until for at in asked)

    @cached_property
    def deceived(self) -> bool:
        """Whether a false statement before the payment is stated (消保法 55(1); 总则编解释 21)."""
        deceit, paid = self.case.dispute.deceit, self.paid_at
        if deceit is None or deceit.said_at is None or paid is None:
            return False
        if knows_hour(deceit.said_at) and knows_hour(paid):
            return deceit.said_at <= paid
        return deceit.said_at.date() <= paid.date()

    @cached_property
    def asked_after_days(self) -> int | None:
        """Days from receipt to the first demand (消保法 24(1)); None where either is unknown."""
        received = self.main_order.delivered_at if self.main_order else None
        if received is None or not self.demands_made:
            return None
        return (self.demands_made[0].date() - received.date()).days

    @cached_property
    def asked_within_seven_days(self) -> bool:
        """Whether the money was asked back within seven days of paying it (预付式消费解释 14; 民法典 201)."""
        if self.last_paid_at is None:
            return False
        asked = self.first_demand_at.date() if self.first_demand_at else self.on
        return asked <= self.last_paid_at.date() + timedelta(days=7)

    @cached_property
    def charged_after_request(self) -> bool:
        """Whether a claimed payment was taken after the buyer had asked to stop or to pay back."""
        asked, last = self.first_demand_at, self.last_paid_at
        return asked is not None and last is not None and last > asked

    @cached_property
    def charged_twice(self) -> bool:
        """Whether several payments for one claimed order add up to more than its price."""
        return any(
            o.amount is not None
            and len(paid := self.payments_of(o)) > 1
            and sum((p.amount for p in paid), ZERO) > o.amount
            for o in self.claimed_orders
        )

    @cached_property
    def closure_notice_days(self) -> int | None:
        """Days between the notice of closing and the closing; None where either is unknown."""
        closure = self.case.dispute.closure
        if closure is None or closure.announced_at is None or closure.closes_at is None:
            return None
        return (closure.closes_at.date() - closure.announced_at.date()).days

    @cached_property
    def mistake_window_open(self) -> bool:
        """Whether the ninety days for asking a court to rescind for mistake still run (民法典 152(1)(1))."""
        return self.on <= self.knew_on + timedelta(days=90)

    @cached_property
    def fraud_window_open(self) -> bool:
        """Whether the year for asking a court to rescind for fraud still runs (民法典 152(1)(1))."""
        return self.on <= anniversary(self.knew_on, 1)

    @cached_property
    def performance_failed(self) -> bool:
        """Whether the claimed order was not, not wholly or no longer performed, as its own fields or the other side's state say."""
        order = self.main_order
        if order is None:
            return False
        gone = self.opponent is not None and self.opponent.status != "active"
        return order.delivery != "full" or order.stopped_at is not None or gone

    @cached_property
    def refund_overdue(self) -> bool:
        """Whether the day for which an agreed refund was promised is past."""
        return self.refund_due is not None and self.on > self.refund_due

    @cached_property
    def days_since_promise(self) -> int | None:
        """Days from the promised day, or the first demand, to the letter's day."""
        start = self.refund_due or self.promised_on or (self.demands_made[0].date() if self.demands_made else None)
        return (self.on - start).days if start else None

    @cached_property
    def days_since_demand(self) -> int | None:
        """Days from the first demand to the letter's day; None where nothing was asked yet."""
        return (self.on - self.first_demand_at.date()).days if self.first_demand_at else None
