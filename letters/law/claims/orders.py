"""What was paid for an order, what came back, what it was worth to the buyer; and the demands with their places."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from msgspec import Struct

from letters.case.facts.facts import Facts
from letters.case.model import Demand, Order
from letters.law.library import Law
from letters.law.money import ZERO, cents, yuan
from letters.law.results import Problem
from letters.law.tables import keys


class Part(Struct, frozen=True):
    """A part of a sum: the respondent's id who owes it, the exact value and its formula without the result."""

    debtor: str
    exact: Decimal
    formula: str


class Whole(Struct, frozen=True):
    """The parts as one sum: rounded, with its formula, unrounded, and by respondent."""

    amount: Decimal
    formula: str
    exact: Decimal
    by: tuple[tuple[str, Decimal], ...]


def demands(facts: Facts, kind: str) -> list[tuple[str, Demand]]:
    """The demands of a kind, each with its path in the case."""
    return [(f"demands[{i}]", d) for i, d in enumerate(facts.case.demands) if d.kind == kind]


def orders_of(facts: Facts, found: Sequence[tuple[str, Demand]]) -> tuple[Order, ...]:
    """The orders that demands name, in the order of the case; the claimed ones where they name none."""
    named = {demand.order for _, demand in found if demand.order}
    if any(not demand.order for _, demand in found):
        named |= {order.id for order in facts.told.claimed_orders}
    return tuple(order for order in facts.case.orders if order.id in named)


def order_path(facts: Facts, order: Order) -> str:
    return f"orders[{facts.case.orders.index(order)}]"


def price(facts: Facts, order: Order) -> Decimal:
    """What was paid for the order; its amount where no payment is recorded."""
    payments = facts.told.payments_of(order)
    if payments:
        return sum((p.amount for p in payments), ZERO)
    return order.amount if order.amount is not None else ZERO


def came_back(facts: Facts, order: Order) -> Decimal:
    """What arrived back for the order until the letter's day; an approval alone is no money.

    A refund that names no payment belongs to the first claimed order.
    """
    ids = {p.id for p in facts.told.payments_of(order)}
    first = bool(facts.told.claimed_orders) and facts.told.claimed_orders[0].id == order.id
    return sum(
        (
            r.amount
            for r in facts.case.refunds
            if facts.dealings.is_back(r) and (r.payment in ids or first and not r.payment)
        ),
        ZERO,
    )


def debtor_id(facts: Facts, order: Order) -> str:
    debtor = facts.parties.debtor(order)
    return debtor.id if debtor else ""


def label(facts: Facts, order: Order) -> str:
    """How an order is told apart in a formula, where there are several."""
    return f"订单{order.number or order.id}：" if len(facts.case.orders) > 1 else ""


def by_debtor(parts: Sequence[Part], amount: Decimal) -> tuple[tuple[str, Decimal], ...]:
    """The rounded amounts by respondent; what rounding leaves over goes to the first, so that they add up."""
    shares: dict[str, Decimal] = {}
    for part in parts:
        shares[part.debtor] = shares.get(part.debtor, ZERO) + part.exact
    rounded = {debtor: cents(share) for debtor, share in shares.items() if debtor}
    if rounded and len(rounded) == len(shares):
        first = next(iter(rounded))
        rounded[first] += amount - sum(rounded.values(), ZERO)
    return tuple(rounded.items())


def amount_asked(
    found: Sequence[tuple[str, Demand]], computed: Decimal, what: str, problems: list[Problem]
) -> Decimal | None:
    """The figure the user typed, where it is not more than what can be computed; None where he typed none.

    A larger figure is a problem, and the computed one stays.
    """
    typed = [(path, demand.amount) for path, demand in found if demand.amount is not None]
    if not typed or len(typed) < len(found):
        return None
    amount = sum((amount for _, amount in typed if amount is not None), ZERO)
    if amount > cents(computed):
        problems.append(
            Problem(
                "amount-mismatch", f"{typed[0][0]}.amount", f"主张的{what}{yuan(amount)}元超过按案件事实算出的{yuan(computed)}元",
                fix=f"改为不超过{yuan(computed)}元，或者补充付款、退款记录；不填则按计算结果",
            )
        )  # fmt: skip
        return None
    return amount


def joined(parts: Sequence[Part], total: Decimal) -> str:
    """The formulas of the parts with the result: `198.00元`, or `3000.00元－420.50元＝2579.50元`."""
    texts = [part.formula for part in parts]
    if len(texts) == 1:
        only = texts[0]
        return (
            only
            if only.endswith(f"{yuan(total)}元") and not any(sign in only for sign in "－×÷＋")
            else f"{only}＝{yuan(total)}元"
        )
    return "；".join(
        f"{t}＝{yuan(p.exact)}元" if any(s in t for s in "－×÷＋") else t for t, p in zip(texts, parts, strict=True)
    ) + (f"；合计{yuan(total)}元")


def whole_amount(
    parts: Sequence[Part],
    found: Sequence[tuple[str, Demand]],
    what: str,
    problems: list[Problem],
    *,
    formula: Callable[[Sequence[Part], Decimal], str] = joined,
    limit: str = "按事实算出的",
) -> Whole:
    """The sum of the parts, or the smaller figure the user typed, which the parts then share in proportion."""
    exact = sum((part.exact for part in parts), ZERO)
    amount = cents(exact)
    text = formula(parts, amount)
    typed = amount_asked(found, exact, what, problems)
    if typed is None or typed == amount:
        return Whole(amount, text, exact, by_debtor(parts, amount))
    shares = [Part(p.debtor, p.exact * typed / exact, p.formula) for p in parts]
    return Whole(
        typed, f"当事人主张{yuan(typed)}元，不超过{limit}{yuan(amount)}元（{text}）", typed, by_debtor(shares, typed)
    )


def article_for(facts: Facts, law: Law, claim: str) -> str:
    """The first article of the tables for a sort of claim that may be cited in this case, or empty."""
    return first_applicable(facts, law, law.tables.value(keys.CLAIM_ARTICLES, facts.on)[claim])


def first_applicable(facts: Facts, law: Law, articles: Sequence[str]) -> str:
    """The first of the articles that is in force for this case, consumer law for consumers alone; or empty."""
    from letters.law.reasoning.advise import may_cite

    return next((article for article in articles if may_cite(facts, law, (article,))), "")
