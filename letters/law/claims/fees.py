"""Court fees on the total (诉讼费用交纳办法 13(1)(1), 14, 16), each rounded once; courts may take less."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.money import ZERO, cents, trimmed, yuan
from letters.law.results import Sum
from letters.law.tables import keys


def fees(facts: Facts, law: Law, sums: Mapping[str, Sum]) -> Iterator[Sum]:
    """The fees of the court ways: in full, halved, for a payment order, for preservation. None where no court is asked.

    Nothing is owed on the buyer's own mistake, and signs of fraud go to the police first.
    """
    claimed = sums["total"].amount if "total" in sums else ZERO
    if not claimed or facts.told.main.claim == "favour" or facts.told.fraud and not facts.told.police_answered:
        return
    yield from fees_on(facts, law, claimed)


def fees_on(facts: Facts, law: Law, claimed: Decimal) -> Iterator[Sum]:
    """The fees on a claim of so many yuan, by the tables of the letter's day."""
    tables, on = law.tables, facts.on
    entry = tables.entry(keys.COURT_FEE, on)
    full, formula = banded(entry.value, claimed)
    inputs = (("诉讼请求金额", yuan(claimed)),)
    yield Sum("court_fee", cents(full), f"{formula}（以法院通知为准）", entry.article, full, inputs)
    share = tables.entry(keys.COURT_FEE_SIMPLIFIED, on)
    half = full * Decimal(str(share.value))
    yield Sum(
        "court_fee_halved", cents(half), f"{yuan(full)}元×{share.value}＝{yuan(half)}元", share.article, half, inputs
    )
    divisor = tables.entry(keys.PAYMENT_ORDER_DIVISOR, on)
    part = full / divisor.value
    yield Sum(
        "payment_order_fee",
        cents(part),
        f"{yuan(full)}元÷{divisor.value}＝{yuan(part)}元",
        divisor.article,
        part,
        inputs,
    )
    keep, formula = banded((entry := tables.entry(keys.PRESERVATION_FEE, on)).value, claimed)
    most = tables.amount(keys.PRESERVATION_FEE_MAXIMUM, on)
    if keep > most:
        keep, formula = most, f"{formula}，最多{yuan(most)}元"
    yield Sum("preservation_fee", cents(keep), formula, entry.article, keep, inputs)


def banded(bands: Sequence[Mapping[str, Any]], amount: Decimal) -> tuple[Decimal, str]:
    """A fee by bands, each on its part of the amount, exact, with its formula."""
    fee, low, terms = ZERO, ZERO, []
    for band in bands:
        high = Decimal(band["up_to"]) if "up_to" in band else None
        if "fixed" in band:
            fee += Decimal(band["fixed"])
            terms.append(f"{band['fixed']}元")
        else:
            part, rate = (amount if high is None else min(amount, high)) - low, Decimal(band["rate"])
            fee += part * rate
            terms.append(f"{yuan(part)}元×{trimmed(rate * 100)}%")
        if high is None or amount <= high:
            break
        low = high
    return fee, "＋".join(terms) + (f"＝{yuan(fee)}元" if len(terms) > 1 else "")
