"""Triple damages (消保法 55(1)): three times the price of the deceptive goods, at least 500 yuan, on top of the refund.

Once per order, not per card. Only with a false statement that came before the payment, and for consumers alone.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from letters.case.facts.facts import Facts
from letters.law.claims.orders import Part, debtor_id, demands, label, orders_of, price, whole_amount
from letters.law.library import Law
from letters.law.money import yuan
from letters.law.results import Problem, Sum
from letters.law.tables import keys


def triple(facts: Facts, law: Law, sums: Mapping[str, Sum], problems: list[Problem]) -> Sum | None:
    """The increased damages in yuan; None where they are not asked for or not open."""
    found = demands(facts, "triple")
    if not found or not facts.parties.consumer or not facts.contract.deceived:
        return None
    on = facts.dealings.fact_date
    if not law.tables.known(keys.TRIPLE_FACTOR, on):
        return None
    rule = law.tables.entry(keys.TRIPLE_FACTOR, on)
    factor, floor = Decimal(rule.value), law.tables.amount(keys.TRIPLE_FLOOR, on)
    parts = []
    for order in orders_of(facts, found):
        paid = price(facts, order)
        exact = max(paid * factor, floor)
        formula = f"{label(facts, order)}{yuan(paid)}元×{factor}"
        if paid * factor < floor:
            formula = f"{formula}＝{yuan(paid * factor)}元，不足{floor}元，按{floor}元计"
        parts.append(Part(debtor_id(facts, order), exact, formula))
    total = whole_amount(parts, found, "增加赔偿", problems, formula=_formula, limit="可以主张的")
    return Sum(
        "triple",
        total.amount,
        total.formula,
        rule.article,
        total.exact,
        (("倍数", str(factor)), ("最低", yuan(floor))),
        total.by,
    )


def _formula(parts: Sequence[Part], amount: Decimal) -> str:
    texts = [p.formula if "，" in p.formula else f"{p.formula}＝{yuan(p.exact)}元" for p in parts]
    return texts[0] if len(texts) == 1 else "；".join(texts) + f"；合计{yuan(amount)}元"
