"""Interest on money kept: base × rate × days ÷ 365 (民法典 583, 584; prepayments 预付式消费解释 16, 17).

No statute fixes the rate of a refund: it is the user's. The first day counts and the last does not.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from letters.case.facts.facts import Facts
from letters.case.model import Demand
from letters.law.claims.orders import Part, article_for, by_debtor, demands, first_applicable
from letters.law.library import Law
from letters.law.money import ZERO, cents, trimmed, yuan
from letters.law.results import Problem, Sum
from letters.law.statutes.statute import chinese_date
from letters.law.tables import keys

_RATE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)[%％]")


def interest(facts: Facts, law: Law, sums: Mapping[str, Sum], problems: list[Problem]) -> Sum | None:
    """Interest in yuan to `to` or the letter's day; None where it is not asked for, or a figure is missing or wrong."""
    found = demands(facts, "interest")
    if not found:
        return None
    exact, formulas, inputs, parts = ZERO, [], [], list[Part]()
    for path, demand in found:
        rate = _rate(facts, law, path, demand, problems)
        start = interest_start(facts, law, demand)
        if start is None:
            problems.append(
                Problem(
                    "field-missing",
                    f"{path}.from",
                    "要求利息，但没有写从哪一天起算",
                    fix="填写承诺退款日或者催告期限届满日的次日",
                )
            )
        owed = _owed(facts, law, sums, demand)
        base = sum((part.exact for part in owed), ZERO)
        if rate is None or start is None or not base:
            continue
        end = demand.to or facts.on
        if end <= start:
            if demand.to is not None:
                problems.append(
                    Problem(
                        "amount-mismatch",
                        f"{path}.to",
                        f"利息的截止日{chinese_date(end)}不晚于起算日{chinese_date(start)}",
                        fix="核对 from 和 to",
                    )
                )
            continue
        days, year = (end - start).days, law.tables.value(keys.DAYS_PER_YEAR, facts.on)
        exact += base * rate / 100 * days / year
        parts += [Part(part.debtor, part.exact * rate / 100 * days / year, "") for part in owed]
        formulas.append(f"{yuan(base)}元×{trimmed(rate)}%×{days}日÷{year}")
        inputs += [
            ("本金", yuan(base)),
            ("年利率", demand.rate),
            ("起", start.isoformat()),
            ("止", end.isoformat()),
            ("天数", str(days)),
        ]
    if not formulas:
        return None
    amount = cents(exact)
    article = _article(facts, law)
    formula = f"{'＋'.join(formulas)}＝{yuan(amount)}元（首日计入，末日不计）"
    return Sum("interest", amount, formula, article, exact, tuple(inputs), by_debtor(parts, amount))


def _article(facts: Facts, law: Law) -> str:
    """The article of the first ground that names its own, else that of any money kept."""
    own = next((trait.interest_articles for trait in facts.told.traits if trait.interest_articles), None)
    return first_applicable(facts, law, own) if own else article_for(facts, law, "interest")


def _rate(facts: Facts, law: Law, path: str, demand: Demand, problems: list[Problem]) -> Decimal | None:
    if not demand.rate:
        problems.append(
            Problem(
                "field-missing",
                f"{path}.rate",
                "要求利息，但没有写年利率",
                fix="填写如 3.00% 的年利率，并在 rate_name 写明是哪一种利率",
            )
        )
        return None
    match = _RATE.fullmatch(demand.rate.strip())
    highest = Decimal(law.tables.value(keys.HIGHEST_RATE, facts.on))
    if match is None or Decimal(match[1]) > highest:
        problems.append(
            Problem(
                "amount-mismatch", f"{path}.rate", f"年利率“{demand.rate}”写得不对：应当以百分号结尾，并在 0% 到 {trimmed(highest)}% 之间",
                fix="写成 3.00% 这样的年利率",
            )
        )  # fmt: skip
        return None
    return Decimal(match[1])


def interest_start(facts: Facts, law: Law, demand: Demand) -> date | None:
    """The first day of interest: the user's, else the day after the promised day of an agreed refund or after a lapsed notice.

    None where the case gives no such day.
    """
    if demand.from_ is not None:
        return demand.from_
    if facts.dealings.refund_due is not None:
        return facts.dealings.refund_due + timedelta(days=1)
    return facts.contract.ended_at.date() + timedelta(days=1) if facts.contract.ended_at is not None else None


def _owed(facts: Facts, law: Law, sums: Mapping[str, Sum], demand: Demand) -> list[Part]:
    """The money on which interest runs, by those who owe it: of the named order alone, else refund and difference."""
    if demand.order and len(facts.told.claimed_orders) > 1:
        from letters.law.claims.refund import owed

        order = next(o for o in facts.case.orders if o.id == demand.order)
        part = owed(facts, law, order, [])
        return [Part(part.debtor, cents(part.exact), part.formula)]
    found = [sums[kind] for kind in ("refund", "difference") if kind in sums]
    return [Part(debtor, amount, "") for each in found for debtor, amount in each.by or (("", each.amount),)]
