"""All that is claimed in money, without fees; and that of all members of a joint complaint."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from letters.law.basis import Problem, Sum
from letters.law.claims.orders import came_back, demands, orders_of, price
from letters.law.money import ZERO, yuan
from letters.messages import LettersError

if TYPE_CHECKING:
    from letters.law.dossier import Dossier

#: What adds up to the total, with the names of the parts.
PARTS = {"refund": "退款", "difference": "差额", "interest": "利息", "triple": "增加赔偿", "damages": "损失", "costs": "费用"}


def total(dossier: "Dossier", sums: Mapping[str, Sum], problems: list[Problem]) -> Sum | None:
    """The sum of the claimed amounts as they are printed; None where no money is claimed."""
    parts = [sums[kind] for kind in PARTS if kind in sums]
    if not parts:
        return None
    _twice(dossier, sums, problems)
    amount = sum((part.amount for part in parts), ZERO)
    formula = "＋".join(f"{PARTS[part.kind]}{yuan(part.amount)}元" for part in parts)
    by: dict[str, Decimal] = {}
    for part in parts:
        for debtor, owed in part.by:
            by[debtor] = by.get(debtor, ZERO) + owed
    if len(parts) > 1:
        formula += f"＝{yuan(amount)}元"
    return Sum("total", amount, formula, "", amount, tuple((p.kind, yuan(p.amount)) for p in parts), tuple(by.items()))


def _twice(dossier: "Dossier", sums: Mapping[str, Sum], problems: list[Problem]) -> None:
    """Refund and difference of the same money: together they may not pass what is left of the price."""
    if not {"refund", "difference"} <= sums.keys():
        return
    orders = orders_of(dossier, [*demands(dossier, "refund"), *demands(dossier, "difference")])
    left = sum((price(dossier.facts, order) - came_back(dossier.facts, order) for order in orders), ZERO)
    both = sums["refund"].amount + sums["difference"].amount
    if both > left:
        message = f"退款和差额合计{yuan(both)}元，超过尚未退还的价款{yuan(left)}元：同一笔钱要求了两次"
        path = demands(dossier, "difference")[0][0]
        problems.append(Problem("amount-mismatch", path, message, fix="全额退款和退还差额只选一项，或者分别写明 order"))


def joint_total(dossier: "Dossier", sums: Mapping[str, Sum], problems: list[Problem]) -> Sum | None:
    """The own total and those of the other members (办法 12); None without members, or if a member's file cannot be used."""
    if not dossier.case.joint or "total" not in sums:
        return None
    try:
        members = dossier.members
    except LettersError as error:
        problems.append(Problem("field-missing", error.where or "joint", error.message, fix=error.fix))
        return None
    named = [(dossier.case.complainant.name, sums["total"].amount)]
    named += [(m.case.complainant.name, m.sums["total"].amount if "total" in m.sums else ZERO) for m in members]
    amount = sum((each for _, each in named), ZERO)
    formula = "＋".join(f"{name}{yuan(each)}元" for name, each in named) + f"＝{yuan(amount)}元"
    return Sum("joint_total", amount, formula, "", amount, tuple((name, yuan(each)) for name, each in named))
