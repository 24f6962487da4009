"""The calendar file as another program reads it."""

from datetime import date, timedelta
from typing import Any

from icalendar import Calendar

from letters.plan.ics import to_ics
from letters.plan.steps import make_plan

from .sample import filing, matter


def events(on: date = date(2026, 11, 22), **changes: Any) -> dict[str, Any]:
    case = matter(on, **changes)
    calendar = Calendar.from_ical(to_ics(make_plan(case), case))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_days_are_whole_days_and_the_right_ones() -> None:
    found = events(filings=[filing("12315", "2026-11-16T10:00:00", number="35")])
    decision = found["市场监管部门决定是否受理的最后一日"]
    assert decision["dtstart"].dt == date(2026, 11, 25) and decision["dtend"].dt == date(2026, 11, 26)
    assert type(decision["dtstart"].dt) is date
    assert found["信件给对方的答复期限"]["dtstart"].dt == date(2026, 11, 29)


def test_one_wait_is_told_once() -> None:
    found = events(filings=[filing("12315", "2026-11-16T10:00:00")])
    assert "全国12315平台投诉：等待答复的最后一日" not in found
    waiting = events(filings=[filing("customer-service", "2026-11-20T10:00:00")])
    assert waiting["平台客服工单：等待答复的最后一日"]["dtstart"].dt == date(2026, 11, 25)


def test_a_decision_on_a_complaint_not_filed_is_no_date() -> None:
    assert "市场监管部门决定是否受理的最后一日" not in events()


def test_alarms_the_day_before_and_a_month_before_a_right_ends() -> None:
    found = events()
    triggers = [alarm["trigger"].dt for alarm in found["诉讼时效届满"].walk("VALARM")]
    assert triggers == [timedelta(hours=-15), timedelta(days=-30)]


def test_ids_stay_and_later_plans_replace_earlier_ones() -> None:
    first = events(filings=[filing("customer-service", "2026-11-20T10:00:00")])
    second = events(date(2026, 11, 23), filings=[filing("customer-service", "2026-11-20T10:00:00")], title="改了标题")
    name = "平台客服工单：等待答复的最后一日"
    assert first[name]["uid"] == second[name]["uid"]
    assert second[name]["sequence"] > first[name]["sequence"]
    ids = [str(event["uid"]) for event in first.values()]
    assert len(ids) == len(set(ids))


def test_same_case_same_day_same_bytes_and_no_name_inside() -> None:
    case = matter()
    once, again = to_ics(make_plan(case), case), to_ics(make_plan(matter()), matter())
    assert once == again
    assert "李晓雨" not in once.decode().replace("\r\n ", "")
