"""Figures of the case that do not agree with each other: told, never silently mended."""

from collections.abc import Iterator

from letters.case.facts.contract import DeceitGap
from letters.case.facts.facts import Facts
from letters.case.model import Order
from letters.law.library import Law
from letters.law.money import ZERO, yuan
from letters.law.results import Problem


def checks(facts: Facts, law: Law) -> Iterator[Problem]:
    """The problems of orders, payments and refunds, and triple damages asked for without deceit."""
    for index, order in enumerate(facts.case.orders):
        yield from _order(facts, law, f"orders[{index}]", order)
    yield from _refunds(facts, law)
    yield from _deceit(facts, law)


def _order(facts: Facts, law: Law, path: str, order: Order) -> Iterator[Problem]:
    if order.unit_price is not None and order.amount is not None:
        due = order.unit_price * order.quantity - (order.discount or ZERO)
        if due != order.amount:
            minus = f"－优惠{yuan(order.discount)}元" if order.discount else ""
            yield Problem(
                "amount-mismatch", f"{path}.amount",
                f"数量{order.quantity}×单价{yuan(order.unit_price)}元{minus}＝{yuan(due)}元，与订单金额{yuan(order.amount)}元不一致",
                fix="核对数量、单价、优惠和订单金额",
            )  # fmt: skip
    payments = facts.told.payments_of(order)
    paid = sum((payment.amount for payment in payments), ZERO)
    if (
        payments
        and order.amount is not None
        and paid != order.amount
        and not any(trait.overpaid for trait in facts.told.traits)
    ):
        yield Problem(
            "amount-mismatch", f"{path}.amount", f"该订单的付款合计{yuan(paid)}元，与订单金额{yuan(order.amount)}元不一致",
            fix="补齐或者核对付款记录" + _overpaid(law),
        )  # fmt: skip


def _overpaid(law: Law) -> str:
    found = law.grounds.index.with_trait("overpaid")
    return f"；重复扣款的在 grounds 中写 {' 或者 '.join(found)}" if found else ""


def _refunds(facts: Facts, law: Law) -> Iterator[Problem]:
    case = facts.case
    for payment in case.payments:
        found = [(i, r) for i, r in enumerate(case.refunds) if r.payment == payment.id]
        back = sum((refund.amount for _, refund in found), ZERO)
        if back > payment.amount:
            yield Problem(
                "amount-mismatch", f"refunds[{found[-1][0]}].amount", f"退款合计{yuan(back)}元超过对应付款{yuan(payment.amount)}元",
                fix="核对退款记录是否重复、金额是否写错",
            )  # fmt: skip
    paid = sum((payment.amount for payment in case.payments), ZERO)
    back = sum((refund.amount for refund in case.refunds), ZERO)
    if case.payments and any(not refund.payment for refund in case.refunds) and back > paid:
        yield Problem(
            "amount-mismatch", "refunds", f"退款合计{yuan(back)}元超过付款合计{yuan(paid)}元", fix="核对退款记录"
        )
    for index, refund in enumerate(case.refunds):
        if refund.approved_at and refund.arrived_at and refund.arrived_at.date() < refund.approved_at.date():
            yield Problem(
                "amount-mismatch", f"refunds[{index}].arrived_at", "退款到账时间早于同意退款的时间", fix="核对两个时间"
            )


#: What is said of a triple claim, by what the deceit lacks: what is wrong, how to mend it.
_DECEIT: dict[DeceitGap, tuple[str, str]] = {
    "statement": (
        "要求增加赔偿，但没有写销售时的不实说法",
        "填写 dispute.deceit：原话、时间、实际情况和证据；没有的，删去这一诉求",
    ),
    "time": (
        "要求增加赔偿，但没有写不实说法是什么时候说的",
        "填写 dispute.deceit.said_at；付款之后才说的，不构成购买时的欺诈",
    ),
    "payment": ("要求增加赔偿，但没有写什么时候付款", "填写 payments 的 paid_at"),
    "earlier": (
        "不实说法出现在付款之后，不能据以要求增加赔偿",
        "核对 dispute.deceit.said_at；付款之后才说的，删去这一诉求",
    ),
}


def _deceit(facts: Facts, law: Law) -> Iterator[Problem]:
    lacks = facts.contract.deceit_lacks
    for index, demand in enumerate(facts.case.demands):
        if demand.kind == "triple" and lacks is not None:
            yield Problem("deceit-missing", f"demands[{index}]", *_DECEIT[lacks])
