"""Rights that lapse: to end the contract, to rescind it, to give notice of a defect, to take back a prepayment."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from letters.law.basis import Due
from letters.law.periods.due import due

if TYPE_CHECKING:
    from letters.law.dossier import Dossier

#: Grounds that give a right to end the contract.
_BREACH = ("not-delivered", "late", "short-or-wrong", "invalid-key", "misdescribed", "cut-off", "platform-closed", "prepaid-balance")
_DEFECT = ("short-or-wrong", "invalid-key", "misdescribed")


def contract_rights(dossier: "Dossier") -> Iterator[Due]:
    """The rights of the case that are still open on the letter's day; one that has lapsed is none."""
    for found in (_termination(dossier), _rescission(dossier), _defect(dossier), _prepaid(dossier)):
        if found is not None and found.at >= dossier.on:
            yield found


def _termination(dossier: "Dossier") -> Due | None:
    """One year from knowing the ground; where a demand set a time, from when it ran out (民法典 563(1)(3), 564(2))."""
    facts = dossier.facts
    if facts.main_ground not in _BREACH or not facts.wants("refund", "terminate") or facts.ended_at is not None:
        return None
    return due(dossier, "termination-right", "termination", facts.ending_since, law_of=facts.fact_date)


def _rescission(dossier: "Dossier") -> Due | None:
    """One year for fraud, ninety days for mistake, from knowing; at most five years from the deal (民法典 152)."""
    facts = dossier.facts
    if dossier.facts.deceived or facts.has("fraud"):
        key = "rescission_fraud"
    elif facts.main_ground == "user-error":
        key = "rescission_mistake"
    else:
        return None
    found = due(dossier, "rescission-right", key, facts.knew_on, law_of=facts.fact_date)
    longest = due(dossier, "rescission-right", "rescission_longest", facts.fact_date)
    return min((d for d in (found, longest) if d is not None), key=lambda d: d.at, default=None)


def _defect(dossier: "Dossier") -> Due | None:
    """Two years from receipt at the longest, while no notice was given yet (民法典 621(2))."""
    facts, order = dossier.facts, dossier.facts.main_order
    if facts.main_ground not in _DEFECT or facts.demands_made or order is None or order.delivered_at is None:
        return None
    return due(dossier, "defect-notice", "defect_notice", order.delivered_at.date(), law_of=facts.fact_date)


def _prepaid(dossier: "Dossier") -> Due | None:
    """Seven days from payment for the principal of a prepayment (预付式消费解释 14)."""
    facts = dossier.facts
    paid: date | None = facts.last_paid_at.date() if facts.last_paid_at else None
    if not facts.has("prepaid-balance") or paid is None or not facts.consumer:
        return None
    return due(dossier, "prepaid-withdrawal", "prepaid_withdrawal", paid, law_of=facts.fact_date)
