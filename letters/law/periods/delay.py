"""The fifteen days after which a refusal counts as wilful delay (侵害消费者权益行为处罚办法 8, 10); a yardstick, no civil claim."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from letters.law.basis import Due
from letters.law.periods.due import due

if TYPE_CHECKING:
    from letters.law.dossier import Dossier

#: What is defective counts from the demand; what was not done at all, from the agreed day.
_DEFECTIVE = ("invalid-key", "misdescribed", "short-or-wrong", "cut-off")


def wilful_delay(dossier: "Dossier") -> Iterator[Due | None]:
    """The last of the fifteen days: the delay is wilful from the day after."""
    if not dossier.facts.consumer:
        return
    key, since = _start(dossier)
    if since is not None and since <= dossier.on:
        yield due(dossier, "wilful-delay", key, since)


def _start(dossier: "Dossier") -> tuple[str, date | None]:
    facts = dossier.facts
    asked = facts.first_demand_at.date() if facts.first_demand_at else None
    if facts.has("refund-unpaid"):
        return ("wilful_delay_agreed", facts.refund_due) if facts.refund_due else ("wilful_delay_prepaid", asked)
    if facts.main_ground == "not-delivered":
        return ("wilful_delay_agreed", facts.promised_on) if facts.promised_on else ("wilful_delay_prepaid", asked)
    if facts.main_ground in ("platform-closed", "prepaid-balance"):
        return "wilful_delay_prepaid", facts.refund_due or asked
    return "wilful_delay_demanded", asked if facts.main_ground in _DEFECTIVE else None
