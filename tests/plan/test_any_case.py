"""Whatever the case and its filings say, every channel has one place and the files can be written."""

from datetime import date, timedelta
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from letters.case.model import FilingStatus, FraudSign
from letters.channels.known_channels import channels
from letters.data.ground_index import index_of
from letters.plan.as_text import plan_text
from letters.plan.ics import to_ics
from letters.plan.picture import plan_html
from letters.plan.steps import make_plan

from .sample import ON, matter

DAYS = st.integers(-40, 30).map(lambda days: (ON + timedelta(days=days)).isoformat())
FILINGS = st.fixed_dictionaries(
    {
        "channel": st.sampled_from([*channels().ids(), "unknown"]),
        "at": DAYS,
        "status": st.sampled_from(get_args(FilingStatus)),
        "number": st.sampled_from(["", "<1>&"]),
    },
    optional={"answered_at": DAYS, "accepted_at": DAYS, "promised_by": DAYS, "served_at": DAYS},
)
CASES = st.fixed_dictionaries(
    {
        "purpose": st.sampled_from(["own-use", "resale", "organisation"]),
        "filings": st.lists(FILINGS, max_size=5),
        "dispute": st.fixed_dictionaries(
            {
                "grounds": st.lists(st.sampled_from(index_of().ids), min_size=1, max_size=3, unique=True),
                "defences": st.lists(st.sampled_from(tuple(index_of().labels("defences"))), max_size=2, unique=True),
                "fraud_signs": st.lists(st.sampled_from(get_args(FraudSign)), max_size=1),
            }
        ),
        "refunds": st.sampled_from(
            [[], [{"payment": "p1", "amount": "98.00", "arrived_at": "2026-11-20"}], [{"payment": "p1", "amount": "9"}]]
        ),
    }
)


@settings(max_examples=60, deadline=None)
@given(changes=CASES, later=st.sampled_from([0, 30, 1200]))
def test_every_channel_has_one_place(changes: dict[str, Any], later: int) -> None:
    case = matter(date(2026, 11, 22) + timedelta(days=later), **changes)
    plan = make_plan(case)
    places = [s.channel for s in plan.today] + [n.channel for n in plan.next] + list(plan.not_now)
    assert sorted(places) == sorted(channels().ids())
    assert all(step.why for step in plan.today) and all(n.after for n in plan.next) and all(plan.not_now.values())
    assert plan_text(plan) and plan_html(plan, case) and to_ics(plan, case)
