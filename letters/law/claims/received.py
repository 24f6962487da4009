"""What the buyer has already got for an order, and what that is worth."""

from datetime import time, timedelta
from decimal import Decimal

from msgspec import Struct

from letters.case.facts.facts import Facts
from letters.case.model import Order
from letters.case.model.moment import knows_hour
from letters.law.claims.orders import price
from letters.law.library import Law
from letters.law.money import yuan


class Received(Struct, frozen=True):
    """The worth in yuan, exact; `words` says how it was reckoned. `share` is set where a share of the price is left."""

    amount: Decimal
    words: str
    share: str = ""

    def formula(self, paid: str) -> str:
        """The formula of what is left, without the result."""
        return f"{paid}×{self.share}" if self.share else f"{paid}－{self.words}"


def received(facts: Facts, law: Law, order: Order) -> Received | None:
    """What was received, or None where nothing is to be deducted.

    A minor gives back what is left and owes no price (民法典 157); an unwanted renewal and a payment nobody authorised
    give nothing worth paying for.
    """
    traits, main = facts.told.traits, facts.told.main
    if any(trait.under_age or trait.purchase == "denied" for trait in traits) or main.received == "nothing":
        return None
    ways = {trait.received for trait in traits}
    if "prepaid" in ways and (used := _prepaid(facts, law, order)):
        return used
    if order.received_value is not None:
        return (
            Received(order.received_value, f"已得到的价值{yuan(order.received_value)}元")
            if order.received_value
            else None
        )
    if ways & {"time", "prepaid"} and "stated" not in ways:
        return _time(facts, law, order)
    if order.delivery == "partial" and order.delivered_quantity and order.activated != "no":
        return _share(facts, law, order, "已到账")
    return None


def _time(facts: Facts, law: Law, order: Order) -> Received | None:
    """The days of a membership until it stopped, by days (预付式消费解释 22(2)).

    Both `valid_from` and `valid_until` count as days of the whole; the day on which the service stopped counts as used,
    for what is left begins after it. A stop at midnight leaves that whole day unused.
    """
    if order.valid_from is None or order.valid_until is None or order.stopped_at is None:
        return None
    whole = (order.valid_until - order.valid_from).days + 1
    stopped = order.stopped_at.date()
    if knows_hour(order.stopped_at) and order.stopped_at.time() == time(0):
        stopped -= timedelta(days=1)
    left = min(max((order.valid_until - stopped).days, 0), whole)
    if whole <= 0:
        return None
    paid = price(facts, order)
    return Received(paid * (whole - left) / whole, f"已使用{whole - left}日", share=f"未使用{left}日÷全部{whole}日")


def _share(facts: Facts, law: Law, order: Order, verb: str) -> Received | None:
    delivered = order.delivered_quantity
    if not delivered or delivered >= order.quantity:
        return None
    paid = price(facts, order)
    return Received(
        paid * delivered / order.quantity, f"{verb}{delivered}÷{order.quantity}×{yuan(paid)}元",
        share=f"（{order.quantity}－{delivered}）÷{order.quantity}",
    )  # fmt: skip


def _prepaid(facts: Facts, law: Law, order: Order) -> Received | None:
    """The used part of a prepayment: at the discounted price, at the full price if the end is the buyer's own doing (18, 19).

    The discount is the price paid over `quantity` times `unit_price`: a rebate (折扣) or credit given on top (赠送).
    """
    paid = price(facts, order)
    face = order.unit_price * order.quantity if order.unit_price else paid
    if not paid or not face:
        return None
    own_doing = facts.told.own_breach or not facts.contract.performance_failed
    if order.delivered_quantity and order.quantity > 1:
        if own_doing and order.unit_price:
            used = order.unit_price * order.delivered_quantity
            return Received(used, f"已使用{order.delivered_quantity}×原价{yuan(order.unit_price)}元")
        return _share(facts, law, order, "已使用")
    if order.received_value and face != paid and not own_doing:
        used = order.received_value * paid / face
        return Received(used, f"已使用{yuan(order.received_value)}元×优惠比例{yuan(paid)}÷{yuan(face)}")
    return None
