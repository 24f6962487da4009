"""What runs at a court or after a settlement: filing, judgment, payment order, confirmation, enforcement (民诉法)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from letters.case.kinds import COURTS
from letters.case.model import Filing
from letters.law.basis import Due
from letters.law.periods.due import due

if TYPE_CHECKING:
    from letters.law.dossier import Dossier

#: Organisations whose settlements a court may confirm (民诉法 205; 人民调解法).
_MEDIATION = ("peoples-mediation", "consumer-association")


def court(dossier: "Dossier") -> Iterator[Due | None]:
    """The periods of the filings at courts, and of settlements that may be confirmed."""
    for filing in dossier.facts.filings:
        if filing.channel in COURTS:
            yield from _filing(dossier, filing)
        elif filing.channel in _MEDIATION and filing.status == "settled":
            settled = filing.closed_at or filing.answered_at
            if settled is not None:
                yield due(dossier, "judicial-confirmation", "judicial_confirmation", settled.date())


def _filing(dossier: "Dossier", filing: Filing) -> Iterator[Due | None]:
    order = filing.channel == "payment-order"
    if filing.status in ("open", "accepted") and filing.accepted_at is not None:
        what, key = ("payment-order-issue", "payment_order_issue") if order else ("court-judgment", "small_claims_judgment")
        yield due(dossier, what, key, filing.accepted_at.date())
    elif filing.status == "open" and not order:
        yield due(dossier, "court-filing-decision", "court_filing", filing.at.date())
    if order and filing.served_at is not None:
        yield due(dossier, "payment-order-payment", "payment_order_payment", filing.served_at.date())
    elif filing.status in ("answered", "settled") and filing.promised_by is not None:
        yield due(dossier, "enforcement", "enforcement", filing.promised_by.date())
