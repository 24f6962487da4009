"""Sums: figures that do not agree, claims above what can be computed, and whether the effort is worth it."""

from collections.abc import Iterator
from decimal import Decimal

from letters.case.facts import MONEY_KINDS
from letters.review.finding import Finding, block, note, warn
from letters.review.naming import DEMANDS, yuan
from letters.review.scope import Scope

_NO_FIGURES = frozenset({"crime"})
_WAGES = ("误工", "工资", "精神损失", "精神损害", "律师费", "时间成本")


def mismatch(scope: Scope) -> Iterator[Finding]:
    """Order, payments, refunds and demands that do not add up (L2): no letter states a sum that contradicts itself."""
    urgent = scope.channel is not None and scope.channel.nature in _NO_FIGURES
    for problem in scope.dossier.problems:
        make = warn if urgent or problem.code == "evidence-missing" else block
        if problem.code == "over-claim":
            make = warn
        if problem.code == "deceit-missing":
            continue
        mark = "（L2）" if problem.code == "amount-mismatch" else ""
        yield make(problem.code, f"{problem.message}{mark}", path=problem.path, fix=problem.fix, source="金额一致规则 L2" if mark else "")


def over_claim(scope: Scope) -> Iterator[Finding]:
    """More asked than facts and law give: sums above the computable, lost wages, apology for a plain breach."""
    told = {p.path for p in scope.dossier.problems}
    sums = scope.dossier.sums
    for index, demand in enumerate(scope.case.demands):
        path = f"demands[{index}]"
        found = sums.get(demand.kind)
        if demand.amount is not None and demand.kind in MONEY_KINDS and f"{path}.amount" not in told and path not in told:
            same = [d for d in scope.case.demands if d.kind == demand.kind]
            if found is not None and len(same) == 1 and demand.amount > found.amount:
                yield warn(
                    "over-claim",
                    f"{DEMANDS[demand.kind]}写的是{yuan(demand.amount)}，依案件事实只能算到{yuan(found.amount)}",
                    path=f"{path}.amount",
                    fix=f"改为{yuan(found.amount)}，或者删去金额由程序计算；另有损失的，作为 damages 逐项列明并附证据",
                    source=found.article or "民法典第584条",
                )
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


def stop_loss(scope: Scope) -> Iterator[Finding]:
    """Below the sum under which the user wants to stop (channels §3.2-9)."""
    limit, total = scope.case.preferences.stop_loss, scope.dossier.sums.get("total")
    amount = total.amount if total else None
    if scope.channel is None and limit and amount is not None and Decimal(0) < amount < limit:
        yield note(
            "below-stop-loss",
            f"请求金额{yuan(amount)}低于自定的止损金额{yuan(limit)}：建议走完协商、支付投诉和12315，再决定是否起诉",
            path="preferences.stop_loss",
            source="自定止损金额",
        )
