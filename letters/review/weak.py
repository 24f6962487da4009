"""Points that the facts carry badly, each with its reason and cure (legal.md a, b.3)."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from letters.review.finding import Finding, warn
from letters.review.subject import Scope


class WeakPoint(NamedTuple):
    """A weak point that any ground may have: `when` it is there, the key of the case it hangs on, message, cure and source."""

    when: Callable[[Scope], bool]
    path: str
    message: str
    fix: str
    source: str


def _unproved_loss(scope: Scope) -> bool:
    items = [item for demand in scope.case.demands if demand.kind == "damages" for item in demand.items]
    proved = items and all(item.evidence for item in items)
    other = any(trait.police_first or trait.purchase == "denied" for trait in scope.facts.told.traits)
    return scope.facts.told.wants("damages") and not proved and not other


def _lapsed(scope: Scope) -> bool:
    facts = scope.facts
    return facts.told.wants("terminate") and not facts.contract.can_terminate and facts.contract.ended_at is None


POINTS = (
    WeakPoint(
        lambda s: s.facts.told.wants("triple") and s.facts.contract.deceived and s.facts.told.main.mere_breach,
        "demands[triple]",
        "没有交付或者交付有问题本身是违约；三倍赔偿要证明对方收款时就没有供货的能力或者意思，或者明知有问题仍然出售",
        "补充能证明对方明知的材料，例如同一卡密重复出售、大量同样的投诉；否则删去三倍赔偿",
        "侵害消费者权益行为处罚办法第5条、第16条；民事诉讼证据规定第86条第1款",
    ),
    WeakPoint(
        lambda s: (
            any(trait.under_age for trait in s.facts.told.traits)
            and any(16 <= age < 18 for age in s.facts.parties.ages)
        ),
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
    """Every weak point that is there: those of the grounds first, then those of any claim."""
    from letters.law.reasoning.conditions import holds

    for identity in scope.case.dispute.grounds:
        for point in scope.matter.law.grounds.ground(identity).weak:
            if holds(point.when, scope.matter.names):
                yield warn(
                    "weak-claim", point.message, path=_path(scope, point.path), fix=point.fix, source=point.source
                )
    for each in POINTS:
        if each.when(scope):
            yield warn("weak-claim", each.message, path=_path(scope, each.path), fix=each.fix, source=each.source)


def _path(scope: Scope, path: str) -> str:
    """`demands[triple]` as the place of the first such demand."""
    kind = path.removeprefix("demands[").removesuffix("]")
    places = (f"demands[{i}]" for i, demand in enumerate(scope.case.demands) if demand.kind == kind)
    return next(places, "demands") if path.startswith("demands[") else path
