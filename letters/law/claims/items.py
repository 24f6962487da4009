"""Losses and costs that the user lists, item by item, each with its evidence (民法典 583, 584)."""

from collections.abc import Mapping
from decimal import Decimal

from letters.case.facts.facts import Facts
from letters.law.claims.orders import article_for, demands
from letters.law.library import Law
from letters.law.money import ZERO, cents, yuan
from letters.law.results import Problem, Sum

_WHAT = {"damages": "损失", "costs": "费用"}


def damages(facts: Facts, law: Law, sums: Mapping[str, Sum], problems: list[Problem]) -> Sum | None:
    """Other losses in yuan; None where none are claimed."""
    return _items(facts, law, "damages", problems)


def costs(facts: Facts, law: Law, sums: Mapping[str, Sum], problems: list[Problem]) -> Sum | None:
    """Necessary costs in yuan; None where none are claimed."""
    return _items(facts, law, "costs", problems)


def _items(facts: Facts, law: Law, kind: str, problems: list[Problem]) -> Sum | None:
    found = demands(facts, kind)
    exact, formulas, inputs = ZERO, [], []
    for path, demand in found:
        listed = sum((item.amount for item in demand.items), ZERO)
        for index, item in enumerate(demand.items):
            formulas.append(f"{item.what}{yuan(item.amount)}元")
            inputs.append((item.what, yuan(item.amount)))
            if not item.evidence:
                problems.append(
                    Problem(
                        "evidence-missing",
                        f"{path}.items[{index}].evidence",
                        f"“{item.what}”没有证据",
                        fix="补上发票、付款凭证等证据的编号",
                    )
                )
        if demand.amount is not None and demand.items and demand.amount != listed:
            problems.append(
                Problem(
                    "amount-mismatch", f"{path}.amount", f"主张的{_WHAT[kind]}{yuan(demand.amount)}元与明细合计{yuan(listed)}元不一致",
                    fix=f"改为{yuan(listed)}元，或者补齐明细",
                )
            )  # fmt: skip
        if not demand.items and demand.amount is None:
            problems.append(
                Problem(
                    "field-missing",
                    f"{path}.items",
                    f"要求赔偿{_WHAT[kind]}，但没有写数额",
                    fix="在 items 中逐项写明项目、金额和证据",
                )
            )
        if not demand.items and demand.amount is not None:
            formulas.append(f"当事人主张{yuan(demand.amount)}元")
        exact += listed if demand.items else demand.amount or Decimal(0)
    if not formulas:
        return None
    amount = cents(exact)
    formula = formulas[0] if len(formulas) == 1 else f"{'＋'.join(formulas)}＝{yuan(amount)}元"
    opponent = facts.parties.opponent
    by = ((opponent.id, amount),) if opponent else ()
    return Sum(kind, amount, formula, article_for(facts, law, kind), exact, tuple(inputs), by)
