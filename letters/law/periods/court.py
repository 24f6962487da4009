"""What runs at a court or after a settlement: filing, judgment, payment order, confirmation, enforcement (民诉法)."""

from collections.abc import Iterator

from letters.case.facts.facts import Facts
from letters.case.model import Filing
from letters.law.library import Law
from letters.law.periods.due import due
from letters.law.results import Due


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
                yield due(facts, law, "judicial-confirmation", "judicial_confirmation", settled.date())


def _filing(facts: Facts, law: Law, filing: Filing, *, order: bool) -> Iterator[Due | None]:
    if filing.status in ("open", "accepted") and filing.accepted_at is not None:
        what, key = (
            ("payment-order-issue", "payment_order_issue") if order else ("court-judgment", "small_claims_judgment")
        )
        yield due(facts, law, what, key, filing.accepted_at.date())
    elif filing.status == "open" and not order:
        yield due(facts, law, "court-filing-decision", "court_filing", filing.at.date())
    if order and filing.served_at is not None:
        yield due(facts, law, "payment-order-payment", "payment_order_payment", filing.served_at.date())
    elif filing.status in ("answered", "settled") and filing.promised_by is not None:
        yield due(facts, law, "enforcement", "enforcement", filing.promised_by.date())
