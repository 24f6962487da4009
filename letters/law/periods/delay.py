"""The fifteen days after which a refusal counts as wilful delay (侵害消费者权益行为处罚办法 8, 10); a yardstick, no civil claim."""

from collections.abc import Iterator
from datetime import date

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.periods.due import due
from letters.law.results import Due
from letters.law.tables import keys


def wilful_delay(facts: Facts, law: Law) -> Iterator[Due | None]:
    """The last of the fifteen days: the delay is wilful from the day after."""
    if not facts.parties.consumer:
        return
    name, since = _start(facts)
    if since is not None and since <= facts.on:
        yield due(facts, law, "wilful-delay", name, since)


def _start(facts: Facts) -> tuple[str, date | None]:
    """Which of the fifteen days run, by the ground, and from when.

    What was not done at all counts from the agreed day, what is defective from the demand.
    """
    asked = facts.dealings.first_demand_at.date() if facts.dealings.first_demand_at else None
    due_back, promised, main = facts.dealings.refund_due, facts.dealings.promised_on, facts.told.main.periods
    if any("delay-agreed-refund" in trait.periods for trait in facts.told.traits):
        return (keys.WILFUL_DELAY_AGREED, due_back) if due_back else (keys.WILFUL_DELAY_PREPAID, asked)
    if "delay-delivery" in main:
        return (keys.WILFUL_DELAY_AGREED, promised) if promised else (keys.WILFUL_DELAY_PREPAID, asked)
    if "delay-prepaid" in main:
        return keys.WILFUL_DELAY_PREPAID, due_back or asked
    return keys.WILFUL_DELAY_DEMANDED, asked if "delay-defect" in main else None
