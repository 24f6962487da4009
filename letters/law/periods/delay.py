"""The fifteen days after which a refusal counts as wilful delay (侵害消费者权益行为处罚办法 8, 10); a yardstick, no civil claim."""

from collections.abc import Iterator
from datetime import date

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.periods.due import due
from letters.law.results import Due

#: What is defective counts from the demand; what was not done at all, from the agreed day.
_DEFECTIVE = ("invalid-key", "misdescribed", "short-or-wrong", "cut-off")


def wilful_delay(facts: Facts, law: Law) -> Iterator[Due | None]:
    """The last of the fifteen days: the delay is wilful from the day after."""
    if not facts.parties.consumer:
        return
    key, since = _start(facts, law)
    if since is not None and since <= facts.on:
        yield due(facts, law, "wilful-delay", key, since)


def _start(facts: Facts, law: Law) -> tuple[str, date | None]:
    asked = facts.dealings.first_demand_at.date() if facts.dealings.first_demand_at else None
    if facts.told.has("refund-unpaid"):
        return (
            ("wilful_delay_agreed", facts.dealings.refund_due)
            if facts.dealings.refund_due
            else ("wilful_delay_prepaid", asked)
        )
    if facts.told.main_ground == "not-delivered":
        return (
            ("wilful_delay_agreed", facts.dealings.promised_on)
            if facts.dealings.promised_on
            else ("wilful_delay_prepaid", asked)
        )
    if facts.told.main_ground in ("platform-closed", "prepaid-balance"):
        return "wilful_delay_prepaid", facts.dealings.refund_due or asked
    return "wilful_delay_demanded", asked if facts.told.main_ground in _DEFECTIVE else None
