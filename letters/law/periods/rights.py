"""Rights that lapse: to end the contract, to rescind it, to give notice of a defect, to take back a prepayment."""

from collections.abc import Iterator
from datetime import date

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.periods.due import due
from letters.law.results import Due
from letters.law.tables import keys


def contract_rights(facts: Facts, law: Law) -> Iterator[Due]:
    """The rights of the case that are still open on the letter's day; one that has lapsed is none."""
    for found in (_termination(facts, law), _rescission(facts, law), _defect(facts, law), _prepaid(facts, law)):
        if found is not None and found.at >= facts.on:
            yield found


def _termination(facts: Facts, law: Law) -> Due | None:
    """One year from knowing the ground; where a demand set a time, from when it ran out (民法典 563(1)(3), 564(2))."""
    if (
        "termination" not in facts.told.main.periods
        or not facts.told.wants("refund", "terminate")
        or facts.contract.ended_at is not None
    ):
        return None
    return due(
        facts, law, "termination-right", keys.TERMINATION, facts.contract.ending_since, law_of=facts.dealings.fact_date
    )


def _rescission(facts: Facts, law: Law) -> Due | None:
    """One year for fraud, ninety days for mistake, from knowing; at most five years from the deal (民法典 152)."""
    if facts.contract.deceived or any("rescission-fraud" in trait.periods for trait in facts.told.traits):
        name = keys.RESCISSION_FRAUD
    elif "rescission-mistake" in facts.told.main.periods:
        name = keys.RESCISSION_MISTAKE
    else:
        return None
    found = due(facts, law, "rescission-right", name, facts.dealings.knew_on, law_of=facts.dealings.fact_date)
    longest = due(facts, law, "rescission-right", keys.RESCISSION_LONGEST, facts.dealings.fact_date)
    return min((d for d in (found, longest) if d is not None), key=lambda d: d.at, default=None)


def _defect(facts: Facts, law: Law) -> Due | None:
    """Two years from receipt at the longest, while no notice was given yet (民法典 621(2))."""
    order = facts.told.main_order
    if (
        "defect-notice" not in facts.told.main.periods
        or facts.dealings.demands_made
        or order is None
        or order.delivered_at is None
    ):
        return None
    return due(
        facts, law, "defect-notice", keys.DEFECT_NOTICE, order.delivered_at.date(), law_of=facts.dealings.fact_date
    )


def _prepaid(facts: Facts, law: Law) -> Due | None:
    """Seven days from payment for the principal of a prepayment (预付式消费解释 14)."""
    paid: date | None = facts.dealings.last_paid_at.date() if facts.dealings.last_paid_at else None
    runs = any("prepaid-withdrawal" in trait.periods for trait in facts.told.traits)
    if not runs or paid is None or not facts.parties.consumer:
        return None
    return due(facts, law, "prepaid-withdrawal", keys.PREPAID_WITHDRAWAL, paid, law_of=facts.dealings.fact_date)
