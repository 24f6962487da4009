"""The platform's own time for complaints after a sale, where the user knows it; house rules, not law."""

from collections.abc import Iterator
from datetime import timedelta

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.results import Due
from letters.law.statutes.statute import chinese_date


def platform_window(facts: Facts, law: Law) -> Iterator[Due]:
    """The day on which the window closes, counted in hours from the delivery, else from the payment (民法典 201(2))."""
    expiry, order = facts.case.dispute.expiry, facts.told.main_order
    if expiry is None or not expiry.window_hours:
        return
    start = (order.delivered_at if order else None) or facts.dealings.paid_at
    if start is None:
        return
    end = start + timedelta(hours=expiry.window_hours)
    source = f"，见{expiry.source}" if expiry.source else ""
    rule = f"平台自定的售后时限：自{chinese_date(start.date())}{start:%H:%M}起{expiry.window_hours}小时{source}；过期不影响法定权利"
    yield Due("platform-window", end.date(), rule, "", False, start.date())
