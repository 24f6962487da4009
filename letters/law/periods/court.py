"""What runs at a court or after a settlement: filing, judgment, payment order, confirmation, enforcement (民诉法)."""

from collections.abc import Iterator

from letters.case.facts.facts import Facts
from letters.case.model import Filing
from letters.law.library import Law
from letters.law.periods.due import due
from letters.law.results import Due
from letters.law.tables import keys


def court(facts: Facts, law: Law) -> Iterator[Due | None]:
    """The periods of the filings at courts, and of settlements that a court may confirm (民诉法 205; 人民调解法)."""
    for filing in facts.told.filings:
        channel = facts.told.channel_of(filing)
        if channel is None:
            continue
        if channel.body == "court":
            yield from _filing(facts, law, filing, order=channel.procedure == "order")
        elif channel.confirmable and filing.status == "settled":
            settled = filing.closed_at or filing.answered_at
            if settled is not None:
                yield due(facts, law, "judicial-confirmation", keys.JUDICIAL_CONFIRMATION, settled.date())


def _filing(facts: Facts, law: Law, filing: Filing, *, order: bool) -> Iterator[Due | None]:
    if filing.status in ("open", "accepted") and filing.accepted_at is not None:
        what, name = (
            ("payment-order-issue", keys.PAYMENT_ORDER_ISSUE)
            if order
            else ("court-judgment", keys.SMALL_CLAIMS_JUDGMENT)
        )
        yield due(facts, law, what, name, filing.accepted_at.date())
    elif filing.status == "open" and not order:
        yield due(facts, law, "court-filing-decision", keys.COURT_FILING, filing.at.date())
    if order and filing.served_at is not None:
        yield due(facts, law, "payment-order-payment", keys.PAYMENT_ORDER_PAYMENT, filing.served_at.date())
    elif filing.status in ("answered", "settled") and filing.promised_by is not None:
        yield due(facts, law, "enforcement", keys.ENFORCEMENT, filing.promised_by.date())
