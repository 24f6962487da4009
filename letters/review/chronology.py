"""Whether the times of the case follow each other (L4): order, payment, delivery, discovery, request, answer, refund."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from letters.case.model.moment import knows_hour
from letters.law.statutes.statute import chinese_date
from letters.review.finding import Finding, warn
from letters.review.naming import in_words
from letters.review.subject import Scope

#: Clocks of shop, bank and phone differ by a little.
_TOLERANCE = timedelta(minutes=2)
_FIX = "以账单、订单页面显示的时间为准，改正写错的一个"


class Stamp(NamedTuple):
    """A time with its name and field path; `at` None where the case does not say."""

    name: str
    path: str
    at: datetime | None


def before(a: datetime, b: datetime) -> bool:
    """Whether `a` is before `b` beyond what clocks differ; where only a day is known, days are compared."""
    if not (knows_hour(a) and knows_hour(b)):
        return a.date() < b.date()
    return a + _TOLERANCE < b


def _pair(earlier: Stamp, later: Stamp) -> Iterator[Finding]:
    if earlier.at is not None and later.at is not None and before(later.at, earlier.at):
        yield warn(
            "timeline-order",
            f"{later.name}（{in_words(later.at)}）早于{earlier.name}（{in_words(earlier.at)}）（L4）",
            path=later.path,
            fix=_FIX,
            source="时间顺序规则 L4",
        )


def order_of_times(scope: Scope) -> Iterator[Finding]:
    """Pairs of times that stand the wrong way round."""
    yield from _orders(scope)
    yield from _refunds(scope)
    yield from _events(scope)


def _orders(scope: Scope) -> Iterator[Finding]:
    case, facts = scope.case, scope.facts
    for i, order in enumerate(case.orders):
        paid = min((p.paid_at for p in facts.told.payments_of(order) if p.paid_at), default=None)
        index = next((n for n, p in enumerate(case.payments) if p.order == order.id and p.paid_at == paid), 0)
        placed = Stamp("下单时间", f"orders[{i}].ordered_at", order.ordered_at)
        payment = Stamp("付款时间", f"payments[{index}].paid_at", paid)
        delivered = Stamp("交付时间", f"orders[{i}].delivered_at", order.delivered_at)
        yield from _pair(placed, payment)
        yield from _pair(placed if paid is None else payment, delivered)
        yield from _pair(delivered, Stamp("停止服务时间", f"orders[{i}].stopped_at", order.stopped_at))
        if order.promised:
            yield from _pair(
                placed if paid is None else payment,
                Stamp("承诺的履行时间", f"orders[{i}].promised.by", order.promised.by),
            )
        if order.valid_from and order.valid_until and order.valid_until < order.valid_from:
            yield warn(
                "timeline-order",
                "有效期的结束早于开始（L4）",
                path=f"orders[{i}].valid_until",
                fix=_FIX,
                source="时间顺序规则 L4",
            )
    found = Stamp("发现问题的时间", "dispute.found_at", case.dispute.found_at)
    yield from _pair(Stamp("付款时间", "payments[0].paid_at", facts.dealings.paid_at), found)
    closure = case.dispute.closure
    if closure:
        yield from _pair(
            Stamp("停业公告时间", "dispute.closure.announced_at", closure.announced_at),
            Stamp("停止服务时间", "dispute.closure.closes_at", closure.closes_at),
        )


def _refunds(scope: Scope) -> Iterator[Finding]:
    paid_at = {p.id: p.paid_at for p in scope.case.payments}
    for i, refund in enumerate(scope.case.refunds):
        paid = Stamp("付款时间", "", paid_at.get(refund.payment, scope.facts.dealings.paid_at))
        approved = Stamp("同意退款时间", f"refunds[{i}].approved_at", refund.approved_at)
        yield from _pair(paid, approved)
        yield from _pair(
            approved if refund.approved_at else paid,
            Stamp("退款到账时间", f"refunds[{i}].arrived_at", refund.arrived_at),
        )


def _events(scope: Scope) -> Iterator[Finding]:
    """What follows a payment. A renewal or a stranger's payment may be asked to stop before it is taken (网络交易办法 18(2))."""
    asked_ahead = scope.facts.told.asked_ahead
    paid = Stamp("付款时间", "payments[0].paid_at", scope.facts.dealings.paid_at)
    for i, event in enumerate(scope.case.events):
        if event.kind == "request" and asked_ahead:
            continue
        if event.kind in ("request", "refusal", "approval", "promise-missed", "delivery"):
            names = {
                "request": "提出请求",
                "refusal": "拒绝",
                "approval": "同意退款",
                "promise-missed": "逾期",
                "delivery": "交付",
            }
            yield from _pair(paid, Stamp(f"{names[event.kind]}的时间", f"events[{i}].at", event.at))
    for i, filing in enumerate(() if asked_ahead else scope.case.filings):
        yield from _pair(paid, Stamp("提交投诉的时间", f"filings[{i}].at", filing.at))


def captures(scope: Scope) -> Iterator[Finding]:
    """Captures of anomalies and talks taken before what they are to show (DESIGN: Review)."""
    cited: dict[str, list[datetime]] = {}
    for event in scope.case.events:
        for identity in event.evidence:
            cited.setdefault(identity, []).append(event.at)
    for i, exhibit in enumerate(scope.case.evidence):
        if exhibit.part not in ("anomaly", "communication") or exhibit.captured_at is None:
            continue
        shown = max(cited.get(exhibit.id, ()), default=None)
        if shown is not None and before(exhibit.captured_at, shown):
            yield warn(
                "timeline-order",
                f"证据{exhibit.id}取得于{in_words(exhibit.captured_at)}，早于它要证明的事（{in_words(shown)}）（L4）",
                path=f"evidence[{i}].captured_at",
                fix="核对取得时间；后来的对话或者状态要另外截图",
                source="时间顺序规则 L4",
            )


def future(scope: Scope) -> Iterator[Finding]:
    """What is said to have happened after the letter's day; letters leave it out."""
    end = scope.facts.end_of_day
    for stamp in _happened(scope):
        if stamp.at is not None and stamp.at > end:
            yield warn(
                "timeline-order",
                f"{stamp.name}（{in_words(stamp.at)}）晚于文书日期（{chinese_date(scope.on)}），文书不会写进去（L4）",
                path=stamp.path,
                fix="核对年份和日期；还没有发生的事不要写进经过",
                source="时间顺序规则 L4",
            )


def _happened(scope: Scope) -> Iterator[Stamp]:
    case = scope.case
    for i, order in enumerate(case.orders):
        yield Stamp("下单时间", f"orders[{i}].ordered_at", order.ordered_at)
        yield Stamp("交付时间", f"orders[{i}].delivered_at", order.delivered_at)
    for i, payment in enumerate(case.payments):
        yield Stamp("付款时间", f"payments[{i}].paid_at", payment.paid_at)
    for i, refund in enumerate(case.refunds):
        yield Stamp("同意退款时间", f"refunds[{i}].approved_at", refund.approved_at)
        yield Stamp("退款到账时间", f"refunds[{i}].arrived_at", refund.arrived_at)
    for i, event in enumerate(case.events):
        yield Stamp("经过", f"events[{i}].at", event.at)
    for i, exhibit in enumerate(case.evidence):
        yield Stamp(f"证据{exhibit.id}的取得时间", f"evidence[{i}].captured_at", exhibit.captured_at)
    for i, filing in enumerate(case.filings):
        yield Stamp("提交时间", f"filings[{i}].at", filing.at)
        yield Stamp("答复时间", f"filings[{i}].answered_at", filing.answered_at)
    yield Stamp("发现问题的时间", "dispute.found_at", case.dispute.found_at)
