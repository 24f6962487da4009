"""The price of what is missing (民法典 582): (ordered − delivered) ÷ ordered × price."""

from collections.abc import Mapping
from decimal import Decimal

from letters.case.facts.facts import Facts
from letters.case.model import Demand, Order
from letters.law.claims.orders import (
    Part,
    article_for,
    came_back,
    debtor_id,
    demands,
    label,
    order_path,
    orders_of,
    price,
    whole_amount,
)
from letters.law.library import Law
from letters.law.money import ZERO, yuan
from letters.law.results import Problem, Sum


def difference(facts: Facts, law: Law, sums: Mapping[str, Sum], problems: list[Problem]) -> Sum | None:
    """The difference in yuan; None where none is asked for or it cannot be reckoned."""
    found = demands(facts, "difference")
    if not found:
        return None
    parts = [part for order in orders_of(facts, found) if (part := _missing(facts, law, order, found, problems))]
    if not parts:
        return None
    total = whole_amount(parts, found, "差额", problems)
    article = article_for(facts, law, "difference")
    return Sum(
        "difference", total.amount, total.formula, article, total.exact, (("订单金额", yuan(total.exact)),), total.by
    )


def _missing(
    facts: Facts, law: Law, order: Order, found: list[tuple[str, Demand]], problems: list[Problem]
) -> Part | None:
    path = order_path(facts, order)
    paid, back, debtor = price(facts, order), came_back(facts, order), debtor_id(facts, order)
    typed = next((d.amount for _, d in found if d.amount is not None and d.order in ("", order.id)), None)
    delivered = order.delivered_quantity
    if delivered is not None and delivered > order.quantity:
        problems.append(
            Problem(
                "amount-mismatch",
                f"{path}.delivered_quantity",
                f"到账数量{delivered}大于购买数量{order.quantity}",
                fix="核对数量",
            )
        )
        return None
    if delivered is not None and order.quantity > delivered:
        exact = paid * (order.quantity - delivered) / order.quantity
        formula = f"{label(facts, order)}（{order.quantity}－{delivered}）÷{order.quantity}×{yuan(paid)}元"
    elif order.received_value is not None:
        exact = paid - order.received_value
        formula = f"{label(facts, order)}实付{yuan(paid)}元－已得到的价值{yuan(order.received_value)}元"
    elif typed is not None:
        return _typed(
            typed,
            paid - back,
            Part(debtor, typed, f"{label(facts, order)}当事人主张{yuan(typed)}元"),
            found[0][0],
            problems,
        )
    else:
        problems.append(
            Problem(
                "field-missing",
                f"{path}.delivered_quantity",
                "要求退还差额，但没有写实际到账多少",
                fix="填写 delivered_quantity 或者 received_value",
            )
        )
        return None
    if back:
        exact, formula = exact - back, f"{formula}－已退{yuan(back)}元"
    return Part(debtor, max(exact, ZERO), formula)


def _typed(typed: Decimal, most: Decimal, part: Part, path: str, problems: list[Problem]) -> Part | None:
    if typed <= most:
        return part
    problems.append(
        Problem(
            "amount-mismatch",
            f"{path}.amount",
            f"主张的差额{yuan(typed)}元超过尚未退还的价款{yuan(most)}元",
            fix=f"改为不超过{yuan(most)}元",
        )
    )
    return None
