"""Claims and words of the case that do not go together (channels §8-8, §8-9, C01)."""

import re
from collections.abc import Iterator

from letters.review.finding import Finding, warn
from letters.review.subject import Scope

_PERFORMANCE = frozenset({"deliver", "replace"})
_MONEY_BACK = frozenset({"refund", "terminate"})
_ADMISSION = re.compile(r"(?:充|填|买|点|拍|选|输)错了?|误充|误购|误拍|手滑")


def back_or_performance(scope: Scope) -> Iterator[Finding]:
    """The money back and the goods for the same order: one of them at a time; after the contract ended only the money."""
    demands = scope.case.demands
    for index, demand in enumerate(demands):
        if demand.kind not in _PERFORMANCE:
            continue
        same = [
            d
            for d in demands
            if d.kind in _MONEY_BACK and d.order in ("", demand.order) or d.kind in _MONEY_BACK and not demand.order
        ]
        if same or scope.facts.contract.ended_at is not None:
            yield warn(
                "demand-conflict",
                "合同已经解除，不能再要求交付或者更换"
                if scope.facts.contract.ended_at
                else "同一订单既要求退款又要求继续交付：两者只能选一个，或者写明先后",
                path=f"demands[{index}]",
                fix="保留一项；愿意二选一的，在协商时由对方选择，投诉和起诉时只写一项",
                source="民法典第563条、第566条、第577条",
            )
            return


def bought_or_not(scope: Scope) -> Iterator[Finding]:
    """A payment that nobody authorised is no purchase: it cannot be claimed from the seller on the contract as well."""
    if {"made", "denied"} <= {trait.purchase for trait in scope.facts.told.traits}:
        yield warn(
            "ground-conflict",
            "既说付款不是本人所为，又说购买的商品有问题：两种说法不能用于同一笔付款",
            path="dispute.grounds",
            fix="保留符合事实的一种；确有两笔不同的交易，分成两个案件文件",
            source="电子商务法第57条；渠道一致规则",
        )


def admission(scope: Scope) -> Iterator[Finding]:
    """An early casual line of one's own that reads as an admission of a mistake."""
    if any(trait.claim == "favour" for trait in scope.facts.told.traits):
        return
    for index, event in enumerate(scope.case.events):
        said = f"{event.did}{event.quote}" if event.by in ("complainant", "guardian") else ""
        found = _ADMISSION.search(said)
        if found:
            yield warn(
                "weak-claim",
                f"自己说过“{found.group()}”，对方会当作承认操作失误",
                path=f"events[{index}]",
                fix=f"属实的，按自己操作失误{_favours(scope)}处理；不属实的，写明后来怎样查清",
                source="民事诉讼证据规定第3条",
            )
            return


def _favours(scope: Scope) -> str:
    found = scope.matter.law.grounds.index.with_trait("claim", "favour")
    return f"（{'、'.join(found)}）" if found else ""
