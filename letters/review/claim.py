"""Whether the claim was made at all, and what the buyer himself did."""

from collections.abc import Iterator

from letters.review.finding import Finding, warn
from letters.review.subject import Scope


def not_requested(scope: Scope) -> Iterator[Finding]:
    """Money is claimed that nobody was asked for in writing (L10; it also starts several periods)."""
    facts = scope.facts
    if (
        not scope.wants_money
        or facts.dealings.asked_refund
        or facts.told.illegal
        or (facts.told.fraud and not facts.told.police_answered)
    ):
        return
    if scope.channel and scope.channel.first_request:
        return
    yield warn(
        "refund-not-requested",
        "还没有向对方书面提出过退款：受理机构会先问这一点，时间也从提出时起算",
        path="events",
        fix="先在平台内或者通过客服书面申请，截取提交时间，再记入经过（kind: request）",
        source="证据闭环规则 L10；侵害消费者权益行为处罚办法第8条",
    )


def own_breach(scope: Scope) -> Iterator[Finding]:
    """A rule that the buyer is said to have broken (民法典 592)."""
    breach = scope.case.dispute.own_breach
    if breach is None:
        return
    yield warn(
        "own-breach",
        "涉及自己违反规则的情况：属实的，请求可能减少或者得不到支持；不要隐瞒，也不要主动扩大",
        path="dispute.own_breach",
        fix="核对规则原文、版本和是否提示过；规则与本次故障无关的，在经过里写清楚",
        source="民法典第592条第2款",
    )
