"""What is to be paid back: paid, less what came back, less what was received (民法典 566, 消保法 52, 预付式消费解释 15)."""

from decimal import Decimal
from typing import TYPE_CHECKING

from letters.case.facts.facts import Facts
from letters.case.model import Order
from letters.law.claims.orders import (
    Part,
    article_for,
    came_back,
    debtor_id,
    demands,
    first_applicable,
    label,
    order_path,
    orders_of,
    price,
    whole_amount,
)
from letters.law.claims.received import received
from letters.law.library import Law
from letters.law.money import ZERO, yuan
from letters.law.results import Problem, Sum

if TYPE_CHECKING:
    from collections.abc import Mapping


def refund(facts: Facts, law: Law, sums: "Mapping[str, Sum]", problems: list[Problem]) -> Sum | None:
    """The refund in yuan, never below 0; None where none is asked for.

    A refund that was approved and has not arrived is not deducted. A figure the user typed is used if it is not more than
    what can be computed.
    """
    found = demands(facts, "refund")
    if not found:
        return None
    orders = orders_of(facts, found)
    parts = [owed(facts, law, order, problems) for order in orders] if orders else [_without_order(facts, law)]
    total = whole_amount(parts, found, "退款", problems)
    formula = total.formula
    if total.amount == 0 and facts.dealings.arrived < facts.dealings.paid:
        problems.append(
            Problem(
                "amount-mismatch",
                found[0][0],
                "付款已全部退回或者已得到相应价值，没有可以退还的金额",
                fix="核对付款和退款，或者改提其他诉求",
            )
        )
    if facts.told.main.claim == "favour":
        formula += "（请求协助，不是对方的义务）"
    paid = sum((price(facts, order) for order in orders), ZERO) if orders else facts.dealings.paid
    return Sum(
        "refund", total.amount, formula, _article(facts, law), total.exact,
        (("已付", yuan(paid)), ("已退", yuan(facts.dealings.arrived))), total.by,
    )  # fmt: skip


def owed(facts: Facts, law: Law, order: Order, problems: list[Problem]) -> Part:
    """What is still owed for one order."""
    paid, back = price(facts, order), came_back(facts, order)
    debtor = debtor_id(facts, order)
    formula = f"{label(facts, order)}实付{yuan(paid)}元"
    if (
        any(trait.overpaid for trait in facts.told.traits)
        and facts.contract.charged_twice
        and order.delivery in ("full", "late")
        and order.amount is not None
    ):
        return _less(Part(debtor, paid - order.amount, f"{formula}－订单金额{yuan(order.amount)}元"), back)
    agreed = sum(
        (
            r.amount
            for r in facts.dealings.approved
            if not r.payment or r.payment in {p.id for p in facts.told.payments_of(order)}
        ),
        ZERO,
    )
    got = received(facts, law, order)
    if got is not None and got.amount > paid:
        problems.append(
            Problem(
                "amount-mismatch", f"{order_path(facts, order)}.received_value",
                f"已得到的价值{yuan(got.amount)}元超过实付的{yuan(paid)}元", fix="核对已使用或者已到账部分的价值",
            )
        )  # fmt: skip
    if got is not None:
        formula, net = got.formula(formula), paid - got.amount
    else:
        net = paid
    part = _less(Part(debtor, net, formula), back)
    if facts.told.main.agreed_refund and ZERO < agreed < part.exact:
        return Part(debtor, agreed, f"{label(facts, order)}对方已同意退还{yuan(agreed)}元")
    return part


def _less(part: Part, back: Decimal) -> Part:
    if back:
        part = Part(part.debtor, part.exact - back, f"{part.formula}－已退{yuan(back)}元")
    return part if part.exact >= 0 else Part(part.debtor, ZERO, part.formula)


def _without_order(facts: Facts, law: Law) -> Part:
    amounts = [p.amount for p in facts.told.claimed_payments]
    debtor = facts.parties.opponent.id if facts.parties.opponent else ""
    if len(amounts) > 1 and len(set(amounts)) == 1:
        formula = f"{len(amounts)}笔×{yuan(amounts[0])}元"
    elif 1 < len(amounts) <= 4:
        formula = "＋".join(f"{yuan(amount)}元" for amount in amounts)
    else:
        formula = (
            f"付款{len(amounts)}笔共{yuan(facts.dealings.paid)}元"
            if len(amounts) > 1
            else f"实付{yuan(facts.dealings.paid)}元"
        )
    return _less(Part(debtor, facts.dealings.paid, formula), facts.dealings.arrived)


def _article(facts: Facts, law: Law) -> str:
    own = facts.told.main.refund_articles
    if own is not None:
        return first_applicable(facts, law, own)
    ends = facts.contract.can_terminate or facts.contract.ended_at
    return article_for(facts, law, "refund" if ends else "refund_lapsed")
