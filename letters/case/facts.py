"""What follows from a case on a day: who owes, what was paid, what was asked, refused, promised and ended.

Computed once per case and day, and read by the law, the drafting, the checks and the plan. Nothing here is masked;
letters see a case only through `letters.case.view`.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cached_property

from letters.case.goods import unprotected
from letters.case.model import CaseFile, Event, Filing, Order, Payment, Refund, Respondent
from letters.case.moment import SHANGHAI, knows_hour

ZERO = Decimal(0)
#: Grounds on which the payer (bank, payment firm) answers, not a seller.
PAYER_GROUNDS = frozenset({"unauthorised", "debited-not-credited"})
#: Bodies that settle the same dispute: what one has taken up shuts some others (办法 16(1)(2)).
MEDIATORS = frozenset({"12315", "market-regulator", "consumer-association", "joint-complaint"})
COURTS = frozenset({"small-claims", "element-form", "payment-order"})
#: Channels on which the other side itself is asked.
NEGOTIATION = frozenset({"seller-message", "customer-service", "hotline-script", "platform-appeal", "demand-letter"})
#: Signs that freeze every other draft (DESIGN: Ladder); the others only bring the police in beside the civil way.
FREEZING_SIGNS = frozenset({"fee-to-refund", "asked-for-code", "private-transfer", "impersonation", "site-gone"})
#: A predicate that asks for performance (交付、发货、补发), not for money alone.
_DEMANDS_PERFORMANCE = re.compile(r"催告|催促|催单|催发|(?:要求|请求|请)[^，。；]{0,24}(?:交付|发货|发放|补发|补足|发出|履行)")
#: A predicate that asks who the seller is.
_ASKS_IDENTITY = re.compile(r"(?:要求|请求|请|申请)[^。；]{0,30}(?:真实名称|名称|身份|主体信息|(?:商家|店铺|卖家|经营者)信息|联系方式)")
MONEY_KINDS = frozenset({"refund", "difference", "damages", "interest", "triple", "costs"})


def anniversary(day: date, years: int) -> date:
    """The same date `years` later, or the last day of the month where it has none (民法典 202)."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def birth_date(id_number: str) -> date | None:
    """The birth date in an 18-character ID number (GB 11643), or None."""
    try:
        return date(int(id_number[6:10]), int(id_number[10:12]), int(id_number[12:14]))
    except ValueError:
        return None


def age_on(birth: date, day: date) -> int:
    """Full years of age on `day`; 周岁 counts from the day after the birthday only for minors' bands at law, not here."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


class Facts:
    """A case on the day `on`; every answer is computed when first asked."""

    def __init__(self, case: CaseFile, on: date) -> None:
        self.case = case
        self.on = on
        self.end_of_day = datetime.combine(on, time(23, 59, 59), SHANGHAI)
        self._respondents = {respondent.id: respondent for respondent in case.respondents}

    # -- vocabulary of the case -----------------------------------------------------------------

    def has(self, *grounds: str) -> bool:
        """Whether any of `grounds` is a ground of the dispute."""
        return any(ground in self.case.dispute.grounds for ground in grounds)

    def wants(self, *kinds: str) -> bool:
        """Whether any of the demand kinds is asked for."""
        return any(demand.kind in kinds for demand in self.case.demands)

    def defends(self, *defences: str) -> bool:
        """Whether the other side says any of `defences`."""
        return any(defence in self.case.dispute.defences for defence in defences)

    def signs(self, *signs: str) -> bool:
        """Whether any of the fraud signs is stated."""
        return any(sign in self.case.dispute.fraud_signs for sign in signs)

    def filed(self, *channels: str) -> bool:
        """Whether something was sent on any of `channels`."""
        return any(filing.channel in channels for filing in self.filings)

    @cached_property
    def main_ground(self) -> str:
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
    def consumer(self) -> bool:
        """Bought for daily life from somebody who trades (消保法 2, 3)."""
        return self.own_use and not self.opponent_private

    @cached_property
    def opponent_private(self) -> bool:
        return bool(self.opponent and self.opponent.private_person)

    @cached_property
    def illegal(self) -> bool:
        """Whether a claimed good is one the law does not protect, as the case says or as the goods are called."""
        orders = self.claimed_orders or self.case.orders
        return any(order.legality == "illegal" or unprotected(order.item) for order in orders)

    @cached_property
    def fraud(self) -> bool:
        """Whether a sign is there that freezes all but police, anti-fraud and payment stop."""
        return bool(FREEZING_SIGNS & set(self.case.dispute.fraud_signs)) or (
            self.has("fraud") and not self.case.dispute.fraud_signs
        )

    @cached_property
    def police_answered(self) -> bool:
        """Whether the police have answered, which releases what fraud signs froze."""
        return any(
            filing.channel == "police-report" and filing.answered_at is not None and filing.status != "open"
            for filing in self.filings
        )

    # -- people ---------------------------------------------------------------------------------

    def respondent(self, identity: str) -> Respondent | None:
        return self._respondents.get(identity)

    def by_role(self, *roles: str) -> Respondent | None:
        """The first respondent in one of `roles`."""
        return next((r for role in roles for r in self.case.respondents if r.role == role), None)

    def debtor(self, order: Order) -> Respondent | None:
        """Who owes for `order`: the named seller, else the platform in its place (消保法 44(1)), else whoever is left."""
        seller, platform = self.respondent(order.seller), self.respondent(order.platform)
        if seller is not None and seller.name:
            return seller
        if platform is not None and platform.name:
            return platform
        return seller or platform or self.by_role("seller", "platform", "payee", "unknown", "payment-provider")

    @cached_property
    def opponent(self) -> Respondent | None:
        """The one from whom the money is claimed first."""
        if self.main_ground in PAYER_GROUNDS and (provider := self.by_role("payment-provider")):
            return provider
        if self.main_order is not None:
            return self.debtor(self.main_order)
        return self.by_role("seller", "platform", "payment-provider", "payee", "unknown", "upstream")

    @cached_property
    def opponents(self) -> tuple[Respondent, ...]:
        """All who owe, in the order of the claimed orders."""
        if self.main_ground in PAYER_GROUNDS or not self.claimed_orders:
            return (self.opponent,) if self.opponent else ()
        found = {d.id: d for order in self.claimed_orders if (d := self.debtor(order)) is not None}
        return tuple(found.values())

    @cached_property
    def seller(self) -> Respondent | None:
        order = self.main_order
        return (self.respondent(order.seller) if order else None) or self.by_role("seller")

    @cached_property
    def platform(self) -> Respondent | None:
        order = self.main_order
        return (self.respondent(order.platform) if order else None) or self.by_role("platform")

    @cached_property
    def provider(self) -> Respondent | None:
        return self.by_role("payment-provider")

    @cached_property
    def self_operated(self) -> bool:
        """Whether the platform is itself the seller (电商法 37; 网络消费解释 4)."""
        platform, seller = self.platform, self.seller
        return platform is not None and (seller is None or seller.id == platform.id or platform.self_operated)

    @cached_property
    def seller_unnamed(self) -> bool:
        """Whether the seller's true name is unknown while another respondent runs the platform."""
        return self.seller is not None and not self.seller.name

    @cached_property
    def platform_in_place(self) -> bool:
        """Whether the platform is claimed from because it does not give the seller's identity (消保法 44(1))."""
        opponent, platform = self.opponent, self.platform
        return bool(opponent and platform and opponent.id == platform.id and not self.self_operated and self.seller_unnamed)

    @cached_property
    def identity_refused(self) -> bool:
        """Whether the platform was asked who the seller is and did not say (消保法 44(1))."""
        ours = ("complainant", "guardian")
        asked = any(e.by in ours and _ASKS_IDENTITY.search(e.did) for e in self.events)
        return self.platform_in_place and (asked or any(_ASKS_IDENTITY.search(f.asked) for f in self.filings))

    @cached_property
    def birth(self) -> date | None:
        return birth_date(self.case.complainant.id_number)

    @cached_property
    def minor(self) -> bool:
        """Whether the buyer was or is under eighteen (民法典 17)."""
        return self.has("minor") or (self.birth is not None and age_on(self.birth, self.on) < 18)

    @cached_property
    def ages(self) -> tuple[int, ...]:
        """The buyer's full years at each claimed payment, where the birth date is known."""
        if self.birth is None:
            return ()
        return tuple(age_on(self.birth, p.paid_at.date()) for p in self.claimed_payments if p.paid_at)

    @cached_property
    def under_eight(self) -> bool:
        """Some payment was made before the eighth birthday (民法典 20, 144)."""
        return any(age < 8 for age in self.ages)

    @cached_property
    def eight_to_seventeen(self) -> bool:
        """Some payment was made from eight to seventeen (民法典 19, 145)."""
        return any(8 <= age < 18 for age in self.ages)

    @cached_property
    def guardian(self) -> bool:
        return self.case.complainant.guardian is not None

    # -- order and money ------------------------------------------------------------------------

    @cached_property
    def claimed_orders(self) -> tuple[Order, ...]:
        """The orders that money demands name; all orders where none is named."""
        named = {d.order for d in self.case.demands if d.order}
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
    def paid(self) -> Decimal:
        """What the claimed payments add up to, in yuan."""
        return sum((p.amount for p in self.claimed_payments), ZERO)

    @cached_property
    def paid_at(self) -> datetime | None:
        return min((p.paid_at for p in self.claimed_payments if p.paid_at), default=None)

    @cached_property
    def last_paid_at(self) -> datetime | None:
        return max((p.paid_at for p in self.claimed_payments if p.paid_at), default=None)

    @cached_property
    def arrived(self) -> Decimal:
        """What came back to the buyer until `on`; an approval alone is no money."""
        wanted = {p.id for p in self.claimed_payments}
        return sum(
            (r.amount for r in self.case.refunds
             if r.arrived_at and r.arrived_at.date() <= self.on and (not r.payment or r.payment in wanted)),
            ZERO,
        )  # fmt: skip

    @cached_property
    def approved(self) -> tuple[Refund, ...]:
        """Refunds agreed to and not arrived."""
        return tuple(r for r in self.case.refunds if r.approved_at and not r.arrived_at)

    @cached_property
    def refund_due(self) -> date | None:
        """The day by which an agreed refund was promised, where a filing records it."""
        days = [f.promised_by.date() for f in self.filings if f.promised_by]
        return min(days) if days else None

    @cached_property
    def methods(self) -> frozenset[str]:
        """The ways in which the claimed payments were made."""
        return frozenset(p.method for p in self.claimed_payments or self.case.payments)

    # -- time -----------------------------------------------------------------------------------

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

    @cached_property
    def fact_date(self) -> date:
        """The day whose substantive law governs: the earliest claimed order or payment."""
        days = [o.ordered_at.date() for o in self.claimed_orders if o.ordered_at]
        days += [p.paid_at.date() for p in self.claimed_payments if p.paid_at]
        return min(days, default=self.on)

    @cached_property
    def knew_on(self) -> date:
        """The day on which the buyer knew of the harm and of who owes (民法典 188)."""
        found = self.case.dispute.found_at
        if found is not None:
            return found.date()
        days = [e.at.date() for e in self.events if e.kind in ("discovery", "refusal", "request")]
        return min(days, default=self.fact_date)

    @cached_property
    def demands_made(self) -> tuple[datetime, ...]:
        """When the other side was asked to perform or pay: events and filings, in order."""
        asked = [e.at for e in self.events if e.kind in ("request", "notice") and e.by in ("complainant", "guardian")]
        asked += [f.at for f in self.filings if f.channel in NEGOTIATION]
        return tuple(sorted(asked))

    @cached_property
    def asked_refund(self) -> bool:
        return bool(self.demands_made)

    @cached_property
    def refused(self) -> bool:
        """Whether the other side refused, in an event or an answered filing."""
        return any(e.kind == "refusal" for e in self.events) or any(
            f.status == "refused" and f.channel in NEGOTIATION for f in self.filings
        )

    @cached_property
    def refused_on(self) -> date | None:
        days = [e.at.date() for e in self.events if e.kind == "refusal"]
        days += [f.answered_at.date() for f in self.filings if f.status == "refused" and f.answered_at]
        return min(days, default=None)

    @cached_property
    def promised_on(self) -> date | None:
        """The day by which the claimed order was to be performed, where one was promised."""
        order = self.main_order
        by = order.promised.by if order and order.promised else None
        return by.date() if by else None

    @cached_property
    def delivered_nothing(self) -> bool:
        return bool(self.claimed_orders) and all(o.delivery == "none" for o in self.claimed_orders)

    @cached_property
    def can_terminate(self) -> bool:
        """Whether the year for ending the contract is still open (民法典 564(2))."""
        return self.on <= anniversary(self.ending_since, 1)

    @cached_property
    def ending_since(self) -> date:
        """The day from which the year runs: knowing the ground, or the end of the time that a demand set (民法典 563(1)(3))."""
        lapsed = (f.promised_by for f in self.filings_on("demand-letter"))
        return max([self.knew_on, *(by.date() for by in lapsed if by is not None and by <= self.end_of_day)])

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
    def platform_notified(self) -> bool:
        """Whether a platform on which another sold was told and has answered without mending it (消保法 44(2))."""
        platform = self.platform
        if platform is None or self.self_operated:
            return False
        told = self.filings_on("customer-service", "platform-appeal")
        return any(f.status in ("refused", "answered", "terminated") for f in told) or any(
            e.kind == "refusal" and e.by == platform.id for e in self.events
        )

    @cached_property
    def ended_at(self) -> datetime | None:
        """When a served notice ended the contract: the last moment of the time it set (民法典 565(1)), once past."""
        for filing in self.filings_on("demand-letter"):
            if filing.served_at is None:
                continue
            limit = filing.promised_by or datetime.combine(
                filing.at.date() + timedelta(days=self.case.preferences.reply_days or 7), time(23, 59, 59), SHANGHAI
            )
            limit = max(limit, filing.served_at)
            if limit <= self.end_of_day:
                return limit
        return None

    @cached_property
    def asked_after_days(self) -> int | None:
        """Days from receipt to the first demand (消保法 24(1)); None where either is unknown."""
        received = self.main_order.delivered_at if self.main_order else None
        if received is None or not self.demands_made:
            return None
        return (self.demands_made[0].date() - received.date()).days

    @cached_property
    def days_since_promise(self) -> int | None:
        """Days from the promised day, or the first demand, to the letter's day."""
        start = self.refund_due or self.promised_on or (self.demands_made[0].date() if self.demands_made else None)
        return (self.on - start).days if start else None

    # -- what single grounds ask ----------------------------------------------------------------

    @cached_property
    def own_breach(self) -> bool:
        """Whether a rule the buyer broke is named; it then weighs against him (民法典 592)."""
        return self.case.dispute.own_breach is not None

    @cached_property
    def first_demand_at(self) -> datetime | None:
        """When the other side was first asked to perform, pay back or act."""
        return self.demands_made[0] if self.demands_made else None

    @cached_property
    def approved_on(self) -> date | None:
        """The day on which a refund was agreed to, from the refunds or else from an event."""
        days = [r.approved_at.date() for r in self.approved if r.approved_at]
        days = days or [e.at.date() for e in self.events if e.kind == "approval"]
        return min(days, default=None)

    @cached_property
    def refund_overdue(self) -> bool:
        """Whether the day for which an agreed refund was promised is past."""
        return self.refund_due is not None and self.on > self.refund_due

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
            o.amount is not None and len(paid := self.payments_of(o)) > 1 and sum((p.amount for p in paid), ZERO) > o.amount
            for o in self.claimed_orders
        )

    @cached_property
    def youngest_age(self) -> int | None:
        """The buyer's full years at the first claimed payment, or None where the birth date is unknown."""
        return min(self.ages, default=None)

    @cached_property
    def oldest_age(self) -> int | None:
        """The buyer's full years at the last claimed payment, or None where the birth date is unknown."""
        return max(self.ages, default=None)

    @cached_property
    def closure_notice_days(self) -> int | None:
        """Days between the notice of closing and the closing; None where either is unknown."""
        closure = self.case.dispute.closure
        if closure is None or closure.announced_at is None or closure.closes_at is None:
            return None
        return (closure.closes_at.date() - closure.announced_at.date()).days

    @cached_property
    def days_since_demand(self) -> int | None:
        """Days from the first demand to the letter's day; None where nothing was asked yet."""
        return (self.on - self.first_demand_at.date()).days if self.first_demand_at else None

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
