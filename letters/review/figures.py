"""Sums: figures that do not agree, claims above what can be computed, and whether the effort is worth it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from letters.case.model.kinds import MONEY_KINDS
from letters.review.finding import Finding, block, note, warn
from letters.review.naming import in_yuan
from letters.review.subject import Scope

_WAGES = ("误工", "工资", "精神损失", "精神损害", "律师费", "时间成本")


def _demand_kind(scope: Scope, path: str) -> str:
    """The kind of the demand that a path means, or an empty string."""
    found = re.match(r"demands\[(\d+)\]", path)
    return scope.case.demands[int(found[1])].kind if found else ""


def mismatch(scope: Scope) -> Iterator[Finding]:
    """Order, payments, refunds and demands that do not add up (L2): no letter states a sum that contradicts itself.

    A demand above the computed sum is an `over-claim`: letters keep the computed one. Police texts are never kept back.
    """
    urgent = scope.channel is not None and scope.channel.body == "police"
    for problem in scope.matter.problems:
        kind = _demand_kind(scope, problem.path)
        foreign = scope.channel is not None and kind and kind not in scope.channel.may_ask | scope.channel.implies
        if problem.code == "deceit-missing" or problem.path.endswith("_at") or foreign:
            continue
        code = (
            "over-claim"
            if kind in MONEY_KINDS and problem.path.endswith("].amount") and "超过" in problem.message
            else problem.code
        )
        mark = "L2" if code == "amount-mismatch" else ""
        make = warn if urgent or code in ("over-claim", "evidence-missing") else block
        source = f"金额一致规则 {mark}" if mark else "民法典第584条" if code == "over-claim" else "金额的计算和证明"
        yield make(
            code,
            f"{problem.message}（{mark}）" if mark else problem.message,
            path=problem.path,
            fix=problem.fix,
            source=source,
        )


def over_claim(scope: Scope) -> Iterator[Finding]:
    """What the law does not give: lost wages, pain, an apology for a plain breach (legal.md a.18, b.1)."""
    for index, demand in enumerate(scope.case.demands):
        path = f"demands[{index}]"
        for place, item in enumerate(demand.items):
            if any(word in item.what for word in _WAGES):
                yield warn(
                    "over-claim",
                    f"“{item.what}”一般得不到支持：维权所花的时间不属于订立合同时可以预见的损失",
                    path=f"{path}.items[{place}]",
                    fix="删去这一项，或者说明约定、法律依据和票据",
                    source="民法典第584条",
                )
        if demand.kind == "apology":
            yield warn(
                "over-claim",
                "赔礼道歉限于侵害人格尊严、个人信息等情形，普通合同纠纷中得不到支持",
                path=path,
                fix="没有侮辱、泄露个人信息等事实的，删去这一项",
                source="消费者权益保护法第50条；民法典第179条",
            )


#: Below this sum in yuan the effort is told where the user set no limit of his own (channels §3.2-9; a custom, no law).
SMALL = Decimal(50)


def stop_loss(scope: Scope) -> Iterator[Finding]:
    """Below the sum under which the user wants to stop; the free ways come first."""
    own, total = scope.case.preferences.stop_loss, scope.matter.sums.get("total")
    limit, amount = SMALL if own is None else own, total.amount if total else Decimal(0)
    if scope.channel is None and Decimal(0) < amount < limit:
        yield note(
            "below-stop-loss",
            f"请求金额{in_yuan(amount)}低于{'一般的' if own is None else '自定的'}止损金额{in_yuan(limit)}：先走协商、支付投诉和12315，再决定是否起诉",
            path="preferences.stop_loss",
            fix="把自己的止损金额填在 preferences.stop_loss" if own is None else "愿意继续的，把止损金额改低",
            source="自定止损金额" if own is not None else "惯例",
        )
