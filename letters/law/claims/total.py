"""All that is claimed in money, without fees; and that of all members of a joint complaint."""

from collections.abc import Mapping
from decimal import Decimal

from letters.case.facts.facts import Facts
from letters.errors import LettersError
from letters.law.claims.orders import came_back, demands, orders_of, price
from letters.law.library import Law
from letters.law.money import ZERO, yuan
from letters.law.results import Problem, Sum

#: What adds up to the total, with the names of the parts.
#: The other members of a joint complaint with their totals, or why a member cannot be read.
Members = tuple[tuple[str, Sum | None], ...] | LettersError
PARTS = {
    "refund": "退款",
    "difference": "差额",
    "interest": "利息",
    "triple": "增加赔偿",
    "damages": "损失",
    "costs": "费用",
}


def total(facts: Facts, law: Law, sums: Mapping[str, Sum], problems: list[Problem]) -> Sum | None:
    """The sum of the claimed amounts as they are printed; None where no money is claimed."""
    parts = [sums[kind] for kind in PARTS if kind in sums]
    if not parts:
        return None
    _twice(facts, law, sums, problems)
    amount = sum((part.amount for part in parts), ZERO)
    formula = "＋".join(f"{PARTS[part.kind]}{yuan(part.amount)}元" for part in parts)
    by: dict[str, Decimal] = {}
    for part in parts:
        for debtor, owed in part.by:
            by[debtor] = by.get(debtor, ZERO) + owed
    if len(parts) > 1:
        formula += f"＝{yuan(amount)}元"
    return Sum("total", amount, formula, "", amount, tuple((p.kind, yuan(p.amount)) for p in parts), tuple(by.items()))


def _twice(facts: Facts, law: Law, sums: Mapping[str, Sum], problems: list[Problem]) -> None:
    """Refund and difference of the same money: together they may not pass what is left of the price."""
    if not {"refund", "difference"} <= sums.keys():
        return
    orders = orders_of(facts, [*demands(facts, "refund"), *demands(facts, "difference")])
    left = sum((price(facts, order) - came_back(facts, order) for order in orders), ZERO)
    both = sums["refund"].amount + sums["difference"].amount
    if both > left:
        message = f"退款和差额合计{yuan(both)}元，超过尚未退还的价款{yuan(left)}元：同一笔钱要求了两次"
        path = demands(facts, "difference")[0][0]
        problems.append(Problem("amount-mismatch", path, message, fix="全额退款和退还差额只选一项，或者分别写明 order"))


def joint_total(facts: Facts, members: Members, sums: Mapping[str, Sum], problems: list[Problem]) -> Sum | None:
    """The own total and those of the other members (办法 12); None without members, or if a member's file cannot be used."""
    if not facts.case.joint or "total" not in sums:
        return None
    if isinstance(members, LettersError):
        problems.append(Problem("field-missing", members.where or "joint", members.message, fix=members.fix))
        return None
    named = [(facts.case.complainant.name, sums["total"].amount)]
    named += [(name, found.amount if found else ZERO) for name, found in members]
    amount = sum((each for _, each in named), ZERO)
    formula = "＋".join(f"{name}{yuan(each)}元" for name, each in named) + f"＝{yuan(amount)}元"
    return Sum("joint_total", amount, formula, "", amount, tuple((name, yuan(each)) for name, each in named))
