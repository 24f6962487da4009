"""Triple damages need a false statement made before the payment (消保法 55(1); 总则编解释 21; 证据规定 86(1))."""

from collections.abc import Iterator

from letters.review.finding import Finding, block, warn
from letters.review.naming import in_words
from letters.review.subject import Scope

_SOURCE = "消费者权益保护法第55条第1款；总则编司法解释第21条"


def deceit(scope: Scope) -> Iterator[Finding]:
    """Triple damages without a deceit stated, or with one that came after the payment."""
    triple = next((i for i, d in enumerate(scope.case.demands) if d.kind == "triple"), None)
    if triple is None or (scope.channel and "triple" not in scope.channel.may_ask):
        return
    stated, paid, lacks = scope.case.dispute.deceit, scope.facts.dealings.paid_at, scope.facts.contract.deceit_lacks
    fix = "填写 dispute.deceit：付款前的原话、时间、实际情况和证据；没有这样的事实的，删去三倍赔偿"
    if stated is None:
        yield block(
            "deceit-missing",
            "要求三倍赔偿，却没有写明销售时的不实说法；拒绝退款、没有发货本身不是欺诈",
            path=f"demands[{triple}]",
            fix=fix,
            source=_SOURCE,
        )
    elif stated.said_at is None:
        yield block(
            "deceit-missing", "没有写明不实说法是什么时候作出的", path="dispute.deceit.said_at", fix=fix, source=_SOURCE
        )
    elif paid is not None and lacks == "earlier":
        yield block(
            "deceit-missing",
            f"不实说法（{in_words(stated.said_at)}）在付款（{in_words(paid)}）之后，不可能使人因此购买",
            path="dispute.deceit.said_at",
            fix=fix,
            source=_SOURCE,
        )
    elif lacks == "payment":
        yield block(
            "deceit-missing",
            "没有写明什么时候付款，看不出不实说法在付款之前",
            path="payments[0].paid_at",
            fix=fix,
            source=_SOURCE,
        )
    elif not stated.truth:
        yield block(
            "deceit-missing", "没有写明不实说法与实际情况怎样不符", path="dispute.deceit.truth", fix=fix, source=_SOURCE
        )
    elif not stated.evidence:
        yield warn(
            "weak-claim",
            "不实说法没有证据：欺诈要证明到排除合理怀疑的程度",
            path="dispute.deceit.evidence",
            fix="补充付款前的页面截图、录屏或者聊天记录，以及能证明实际情况的材料",
            source="民事诉讼证据规定第86条第1款",
        )
