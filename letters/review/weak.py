"""Points that the facts carry badly, each with its reason and cure (legal.md a, b.3)."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from letters.review.finding import Finding, warn
from letters.review.subject import Scope

#: Grounds on which a false statement at the sale is hardest to prove: no goods, late or bad goods are breach, not deceit.
_MERE_BREACH = frozenset({"not-delivered", "late", "invalid-key", "short-or-wrong", "cut-off", "refund-unpaid"})


class WeakPoint(NamedTuple):
    """A weak point: `when` it is there, the key of the case it hangs on, message, cure and source."""

    when: Callable[[Scope], bool]
    path: str
    message: str
    fix: str
    source: str


def _used(scope: Scope) -> bool:
    return any(order.activated == "yes" for order in scope.facts.told.claimed_orders)


def _uncaptured(scope: Scope) -> bool:
    deceit = scope.case.dispute.deceit
    shown = bool(deceit and deceit.evidence) or any(
        o.promised and o.promised.evidence for o in scope.facts.told.claimed_orders
    )
    return scope.facts.told.has("misdescribed") and not shown


def _unproved_loss(scope: Scope) -> bool:
    items = [item for demand in scope.case.demands if demand.kind == "damages" for item in demand.items]
    proved = items and all(item.evidence for item in items)
    return scope.facts.told.wants("damages") and not proved and not scope.facts.told.has("fraud", "unauthorised")


def _changed_mind(scope: Scope) -> bool:
    facts = scope.facts
    return (
        facts.told.main_ground == "prepaid-balance"
        and not facts.contract.asked_within_seven_days
        and not facts.contract.performance_failed
    )


def _lapsed(scope: Scope) -> bool:
    facts = scope.facts
    return facts.told.wants("terminate") and not facts.contract.can_terminate and facts.contract.ended_at is None


POINTS = (
    WeakPoint(
        lambda s: s.request_only,
        "dispute.grounds",
        "问题出在自己操作：对方没有违约，只能请求协助、改充或者部分退还",
        "写成请求，尽快提出，说明尚未使用",
        "民法典第147条",
    ),
    WeakPoint(
        lambda s: s.facts.told.has("late") and _used(s) and s.facts.told.wants("refund"),
        "demands[refund]",
        "迟到的商品已经使用，全额退款难以支持，一般只能要求赔偿迟延造成的损失",
        "改为差价或者损失，并附计算",
        "民法典第577条、第584条",
    ),
    WeakPoint(
        lambda s: s.facts.told.has("auto-renewal") and _used(s),
        "orders",
        "自动续费期间使用过服务，已使用部分的退款较弱",
        "区分使用过的期间和没有使用的期间",
        "消费者权益保护法实施条例第10条",
    ),
    WeakPoint(
        _changed_mind,
        "dispute.grounds",
        "付款已超过七日，对方又没有违约：不想再用的，没有法定的退款权，只能协商，已消费部分按原价计算",
        "按协商提出；对方其实没有按约定提供的，改正 delivery 或者 stopped_at",
        "预付式消费司法解释第14条、第19条",
    ),
    WeakPoint(
        _uncaptured,
        "orders",
        "没有取得商品说明的截图，难以证明“与描述不符”",
        "找浏览记录、订单快照、客服确认",
        "消费者权益保护法实施条例第12条",
    ),
    WeakPoint(
        lambda s: (
            s.facts.told.wants("triple") and s.facts.contract.deceived and s.facts.told.main_ground in _MERE_BREACH
        ),
        "demands[triple]",
        "没有交付或者交付有问题本身是违约；三倍赔偿要证明对方收款时就没有供货的能力或者意思，或者明知有问题仍然出售",
        "补充能证明对方明知的材料，例如同一卡密重复出售、大量同样的投诉；否则删去三倍赔偿",
        "侵害消费者权益行为处罚办法第5条、第16条；民事诉讼证据规定第86条第1款",
    ),
    WeakPoint(
        lambda s: s.facts.told.has("minor") and any(16 <= age < 18 for age in s.facts.parties.ages),
        "complainant.id_number",
        "付款时已满十六周岁：以自己的劳动收入为主要生活来源的，视为完全行为能力人",
        "说明生活来源，例如在校读书",
        "民法典第18条第2款",
    ),
    WeakPoint(
        _unproved_loss,
        "demands[damages]",
        "损失没有证据：要证明数额、因果关系，以及对方订立合同时能够预见",
        "逐项附票据；没有的删去",
        "民法典第584条",
    ),
    WeakPoint(
        _lapsed,
        "demands[terminate]",
        "知道解除事由已超过一年，解除权已经消灭",
        "改为请求退还价款或者赔偿损失；文书不写解除",
        "民法典第564条第2款",
    ),
)


def weak(scope: Scope) -> Iterator[Finding]:
    """Every weak point that is there."""
    for point in POINTS:
        if point.when(scope):
            yield warn("weak-claim", point.message, path=_path(scope, point.path), fix=point.fix, source=point.source)


def _path(scope: Scope, path: str) -> str:
    """`demands[triple]` as the place of the first such demand."""
    kind = path.removeprefix("demands[").removesuffix("]")
    places = (f"demands[{i}]" for i, demand in enumerate(scope.case.demands) if demand.kind == kind)
    return next(places, "demands") if path.startswith("demands[") else path
