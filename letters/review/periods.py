"""Time that runs against the buyer: the platform's own window, limitation, the regulator's three years."""

from collections.abc import Iterator
from datetime import date, timedelta

from letters.case.model.dates import anniversary
from letters.channels.profile import Channel
from letters.law.statutes.statute import chinese_date
from letters.review.finding import Finding, block, warn
from letters.review.subject import Scope

#: From this many days before the end on a period is called near: half a year of the three (channels §3.2-8).
NEAR = timedelta(days=183)


def window(scope: Scope) -> Iterator[Finding]:
    """The platform's own refund window is over and nothing was asked inside it (seed audit 24: claims stay, late notice hurts)."""
    expiry, facts = scope.case.dispute.expiry, scope.facts
    if expiry is None or expiry.window_hours is None or not scope.reminds_of("window"):
        return
    order = facts.told.main_order
    start = (order.delivered_at if order else None) or facts.dealings.last_paid_at
    if start is None:
        return
    end = start + timedelta(hours=expiry.window_hours)
    asked = min(facts.dealings.demands_made, default=None)
    if end < facts.end_of_day and (asked is None or asked > end):
        yield warn(
            "window-passed",
            f"平台的售后时限（{expiry.window_hours}小时）已过；法定权利不因此消灭，但要说明什么时候发现、为什么没有更早提出",
            path="dispute.expiry.window_hours",
            fix="在经过里写明发现时间；平台以过期为由拒绝的，记为对方的说法" + _excuse(scope),
            source="民法典第197条、第621条；网络消费纠纷司法解释（一）第1条",
        )


def _excuse(scope: Scope) -> str:
    """The excuse that the platform's own time is over, by its id."""
    known = scope.matter.law.grounds.index.excuses
    return "".join(f" {identity}" for identity, entry in known.items() if entry.about_window)


def end_of(scope: Scope, what: str, fallback: date) -> date:
    """The last day of a period among the computed dates, or `fallback` where it is not listed."""
    return max((d.at for d in scope.matter.dues if d.what == what), default=fallback)


def limitation_period(scope: Scope) -> Iterator[Finding]:
    """Three years of limitation with interruptions (民法典 188, 195)."""
    facts = scope.facts
    if not scope.wants_money or facts.told.illegal or not scope.reminds_of("limitation"):
        return
    begun = max([facts.dealings.knew_on, *(at.date() for at in facts.dealings.demands_made)])
    end = end_of(scope, "limitation", anniversary(begun, 3))
    source = "民法典第188条、第195条"
    if scope.on > end:
        yield warn(
            "limitation-passed",
            f"诉讼时效已在{chinese_date(end)}届满：仍可起诉，但对方提出时效抗辩的，法院不再支持",
            path="dispute.found_at",
            fix="有催款、对方答应退款、报案、投诉等中断时效的事，补进经过；对方同意履行的，要书面确认",
            source=source,
        )
    elif end - scope.on <= NEAR:
        yield warn(
            "limitation-near",
            f"诉讼时效将在{chinese_date(end)}届满，还有{(end - scope.on).days}日",
            path="dispute.found_at",
            fix="尽快发出催告函（送达后时效重新计算）或者起诉，并保存送达凭证",
            source=source,
        )


def regulator_window(scope: Scope) -> Iterator[Finding]:
    """The regulator takes no complaint after three years from knowing; a demand does not renew them (办法 16(1)(4))."""
    if scope.channel is not None and not scope.channel.regulator_complaint:
        return
    end = end_of(scope, "regulator-window", anniversary(scope.facts.dealings.knew_on, 3))
    source = "投诉举报处理办法第16条第1款第4项"
    if scope.on > end:
        if scope.channel is not None:
            yield block(
                "limitation-passed",
                f"知道权益受损已满三年（{chinese_date(end)}），市场监管部门不再受理投诉",
                path="dispute.found_at",
                fix="改走起诉；违法线索仍可举报",
                source=source,
            )
    elif end - scope.on <= NEAR and (channel := scope.channel or _open_complaint(scope)):
        yield warn(
            "limitation-near",
            f"向市场监管部门投诉的三年期限将在{chinese_date(end)}届满，催款不能使它重新计算",
            path="dispute.found_at",
            fix="在这一天之前提交",
            source=source,
            channel=channel.id,
        )


def _open_complaint(scope: Scope) -> Channel | None:
    """The first way to the regulator that is open for the case."""
    return next((c for c in scope.known.that(regulator_complaint=True) if scope.is_open(c)), None)
