from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from letters.law.library import law_of
from letters.law.periods.counting import add_months, add_workdays, add_years, last_day, roll_civil, roll_holidays
from letters.law.periods.limitation import suspended
from letters.law.tables.calendar import Calendar
from letters.law.tables.dated import Tables
from tests.law.build import changed, matter, scenario, scenarios

CALENDAR = Calendar(law_of().tables)
#: The years of which the State Council's notices are known.
KNOWN = st.dates(date(2008, 1, 1), date(2026, 9, 30))
CIVIL = {"length": 3, "unit": "years", "roll": "civil"}


@pytest.mark.parametrize("path", scenarios())
def test_dates_of_the_scenarios(path: Path) -> None:
    held, expect = scenario(path)
    found = {(due.what, str(due.at)) for due in held.dues}
    assert not {(due["what"], str(due["at"])) for due in expect.get("due") or ()} - found


def dates(data: dict[str, Any], on: date = date(2026, 11, 22)) -> dict[str, date]:
    return {due.what: due.at for due in matter(data, on).dues}


# -- counting -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
        ("2026-08-31", 1, "2026-09-30"), ("2026-11-30", 3, "2027-02-28"), ("2026-12-15", 1, "2027-01-15"), ("2026-03-31", -1, "2026-02-28"),
    ],
)  # fmt: skip
def test_months_end_on_the_same_date_or_the_last(start: str, months: int, end: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-11-22", 7, "2026-12-01"),  # a Sunday; no holiday
        ("2026-09-30", 1, "2026-10-08"),  # over the National Day break
        ("2026-10-09", 1, "2026-10-10"),  # a make-up Saturday is a working day
        ("2026-02-13", 3, "2026-02-25"),  # over Spring Festival, with a make-up Saturday before it
    ],
)
def test_working_days(start: str, count: int, end: str) -> None:
    assert add_workdays(CALENDAR, date.fromisoformat(start), count) == (date.fromisoformat(end), True)


def test_moving_on_past_days_off() -> None:
    """1 October to 7 October 2026 are off, 10 October (a Saturday) is worked."""
    assert roll_civil(CALENDAR, date(2026, 10, 3))[0] == date(2026, 10, 8)
    assert roll_civil(CALENDAR, date(2026, 10, 10))[0] == date(2026, 10, 10)
    assert roll_civil(CALENDAR, date(2026, 11, 21))[0] == date(2026, 11, 23)
    assert roll_holidays(CALENDAR, date(2026, 11, 21))[0] == date(2026, 11, 21)
    assert roll_holidays(CALENDAR, date(2026, 10, 3))[0] == date(2026, 10, 8)


@given(KNOWN, st.integers(0, 60))
def test_working_days_rise_and_are_worked(start: date, count: int) -> None:
    end, sure = add_workdays(CALENDAR, start, count)
    assert sure or end.year > 2026
    if count:
        assert CALENDAR.kind(end).workday and end > start
        assert add_workdays(CALENDAR, start, count - 1)[0] < end
        assert sum(CALENDAR.kind(start + timedelta(days=i + 1)).workday for i in range((end - start).days)) == count


@given(st.dates(date(2008, 1, 1), date(2060, 1, 1)))
def test_moved_days_are_never_off(day: date) -> None:
    moved, _ = roll_civil(CALENDAR, day)
    assert CALENDAR.kind(moved).workday and moved >= day
    assert roll_civil(CALENDAR, day + timedelta(days=1))[0] >= moved
    assert not CALENDAR.kind(roll_holidays(CALENDAR, day)[0]).holiday


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 20))
def test_years_are_monotone_and_keep_the_day(day: date, years: int) -> None:
    end = add_years(day, years)
    assert (end.year, end.month) == (day.year + years, day.month)
    assert end.day == day.day or (day.month, day.day, end.day) == (2, 29, 28)
    assert add_years(day, years - 1) < end


def test_unpublished_year_is_provisional_and_knows_the_fixed_days() -> None:
    assert not CALENDAR.published(2027)
    assert CALENDAR.kind(date(2027, 1, 1)).holiday and not CALENDAR.kind(date(2027, 1, 1)).published
    assert add_workdays(CALENDAR, date(2026, 12, 24), 7) == (date(2027, 1, 5), False)
    assert not CALENDAR.kind(date(2027, 5, 3)).workday  # 1 May 2027 is a Saturday and is made up (放假办法 6)


def test_a_users_notice_makes_the_year_sure(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "holidays.yaml").write_text(
        "y2027:\n  title: 2027年放假安排\n  values:\n    - {from: 2027-01-01, source: 通知, checked: 2026-12-01, verified: true,\n"
        "       value: {free: [2027-01-01, 2027-01-02, 2027-01-03, 2027-01-04], work: [2027-01-09]}}\n",
        encoding="utf-8",
    )
    own = Calendar(Tables([tmp_path]))
    assert own.published(2027)
    assert add_workdays(own, date(2026, 12, 24), 7) == (date(2027, 1, 6), True)
    assert own.kind(date(2027, 1, 9)).workday
    assert not own.kind(date(2027, 1, 10)).workday and not own.kind(date(2027, 1, 10)).holiday


# -- limitation -----------------------------------------------------------------------------------


def event(at: str, kind: str, by: str = "complainant") -> dict[str, str]:
    return {"at": at, "by": by, "kind": kind, "did": "说明情况"}


def test_limitation_runs_from_knowing() -> None:
    assert dates(changed())["limitation"] == date(2029, 11, 1)


@pytest.mark.parametrize(
    ("more", "end"),
    [
        ({"events": [event("2026-11-05T09:00:00", "request")]}, date(2029, 11, 5)),
        ({"events": [event("2026-11-05T09:00:00", "refusal", "site")]}, date(2029, 11, 1)),
        ({"events": [event("2026-11-06T09:00:00", "approval", "site")]}, date(2029, 11, 6)),
        ({"filings": [{"channel": "heimao", "at": "2026-11-08T09:00:00"}]}, date(2029, 11, 1)),
        ({"filings": [{"channel": "12315", "at": "2026-11-08T09:00:00"}]}, date(2029, 11, 8)),
        ({"filings": [{"channel": "demand-letter", "at": "2026-11-08T09:00:00", "served_at": "2026-11-13T09:00:00"}]}, date(2029, 11, 13)),
        ({"filings": [{"channel": "police-report", "at": "2026-11-14T09:00:00"}]}, date(2029, 11, 14)),
        ({"filings": [{"channel": "small-claims", "at": "2026-11-15T09:00:00", "status": "withdrawn", "closed_at": "2026-11-20T09:00:00"}]},
         date(2029, 11, 20)),
    ],
)  # fmt: skip
def test_what_interrupts_the_limitation(more: dict[str, Any], end: date) -> None:
    assert dates(changed(**more))["limitation"] == roll_civil(CALENDAR, end)[0]


def test_a_demand_after_the_end_revives_nothing_but_a_promise_does() -> None:
    old: dict[str, Any] = {"found_at": "2021-11-01T09:00:00", "events": [event("2026-11-05T09:00:00", "request")]}
    assert dates(changed(**old))["limitation"] == date(2024, 11, 1)
    old["events"] = [event("2026-11-05T09:00:00", "approval", "site")]
    assert dates(changed(**old))["limitation"] == date(2029, 11, 5)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dates(date(2026, 11, 2), date(2026, 11, 22)), max_size=5))
def test_more_demands_never_shorten_the_limitation(days: list[date]) -> None:
    events = [event(f"{day}T09:00:00", "request") for day in days]
    assert dates(changed(events=events))["limitation"] >= dates(changed(events=events[1:]))["limitation"]


@given(st.dates(date(2008, 1, 1), date(2020, 1, 1)), st.integers(-400, 400), st.integers(0, 300))
def test_suspension_never_shortens(start: date, shift: int, length: int) -> None:
    end, _ = last_day(CALENDAR, CIVIL, start)
    first = end + timedelta(days=shift)
    last = first + timedelta(days=length)
    found = suspended(CALENDAR, CIVIL, 6, start, [(first, last)])
    assert found >= end
    assume(first <= end)
    if last < add_months(end, -6):
        assert found == end
    else:
        assert found >= add_months(last, 6)


# -- the families ---------------------------------------------------------------------------------


def test_reply_deadline_never_moves_on() -> None:
    held = matter(changed(preferences={"reply_days": 6}))
    assert held.reply_deadline.date() == date(2026, 11, 28)  # a Saturday
    assert dates(changed(preferences={"reply_by": "2026-11-28T24:00:00"}))["reply-deadline"] == date(2026, 11, 28)
    assert dates(changed(preferences={"reply_by": "2026-11-28T18:00:00"}))["reply-deadline"] == date(2026, 11, 28)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, {"regulator-decision": date(2026, 12, 1)}),
        ({"filings": [{"channel": "12315", "at": "2026-11-16T10:00:00"}]}, {"regulator-decision": date(2026, 11, 25)}),
        ({"filings": [{"channel": "12315", "at": "2026-11-16T10:00:00", "status": "accepted", "accepted_at": "2026-11-18T10:00:00"}]},
         {"mediation-end": date(2027, 1, 17)}),
        ({"filings": [{"channel": "consumer-association", "at": "2026-11-16T10:00:00"}]}, {}),
        ({"filings": [{"channel": "12315", "at": "2026-11-16T10:00:00", "status": "refused"}]}, {"regulator-decision": date(2026, 12, 1)}),
        ({"filings": [{"channel": "12315", "at": "2026-11-10T10:00:00", "status": "terminated"}]}, {}),
        ({"purpose": "resale"}, {}),
        ({"grounds": ["user-error"]}, {}),
    ],
)  # fmt: skip
def test_regulator(more: dict[str, Any], expected: dict[str, date]) -> None:
    found = dates(changed(**more))
    assert {what: at for what, at in found.items() if what in ("regulator-decision", "mediation-end")} == expected


def test_mediation_by_the_rule_of_its_day() -> None:
    """45 working days before 15 April 2026, 60 days since."""
    filing = {
        "channel": "12315",
        "at": "2026-03-02T10:00:00",
        "status": "accepted",
        "accepted_at": "2026-03-09T10:00:00",
    }
    data = changed(
        {"ordered_at": "2026-02-01T10:00:00"},
        {"paid_at": "2026-02-01T10:00:00"},
        found_at="2026-02-01T11:00:00",
        filings=[filing],
    )
    held = matter(data, date(2026, 4, 1))
    mediation = next(due for due in held.dues if due.what == "mediation-end")
    assert (
        mediation.article.startswith("tousu_jubao_zanxing_banfa_feizhi")
        and mediation.at == add_workdays(CALENDAR, date(2026, 3, 9), 45)[0]
    )


def test_regulator_window_closes_without_a_decision_date() -> None:
    found = dates(changed(found_at="2023-11-01T09:00:00"))
    assert found["regulator-window"] == date(2026, 11, 1)
    assert "regulator-decision" not in found


def test_rights_that_lapse() -> None:
    assert dates(changed())["termination-right"] == date(2027, 11, 1)
    assert "termination-right" not in dates(changed(found_at="2025-11-01T09:00:00"))
    assert "termination-right" not in dates(changed(demands=[{"kind": "deliver"}]))
    demanded = {"channel": "demand-letter", "at": "2026-11-05T09:00:00", "promised_by": "2026-11-15T23:59:59"}
    assert dates(changed(filings=[demanded]))["termination-right"] == date(2027, 11, 15)
    mistake = dates(changed(grounds=["user-error"]))
    assert mistake["rescission-right"] == date(2027, 2, 1) and "limitation" not in mistake  # 30 January is a Saturday
    assert "rescission-right" not in dates(changed(grounds=["misdescribed"]))
    defect = {"delivery": "invalid", "delivered_at": "2026-11-01T20:20:00"}
    assert dates(changed(defect, grounds=["invalid-key"]))["defect-notice"] == date(2028, 11, 1)


def test_wilful_delay_counts_from_the_agreed_day_or_the_demand() -> None:
    promised = {"promised": {"text": "秒到账", "by": "2026-11-01T20:25:00"}}
    assert dates(changed(promised))["wilful-delay"] == date(2026, 11, 16)
    asked: dict[str, Any] = {"grounds": ["invalid-key"], "events": [event("2026-11-05T09:00:00", "request")]}
    assert dates(changed(**asked))["wilful-delay"] == date(2026, 11, 20)
    assert "wilful-delay" not in dates(changed(grounds=["invalid-key"]))
    assert "wilful-delay" not in dates(changed(promised, purpose="resale"))


def test_court_periods() -> None:
    filing = {"channel": "small-claims", "at": "2026-11-16T10:00:00"}
    assert dates(changed(filings=[filing]))["court-filing-decision"] == date(2026, 11, 23)
    accepted = {**filing, "status": "accepted", "accepted_at": "2026-11-18T10:00:00"}
    assert dates(changed(filings=[accepted]))["court-judgment"] == date(2027, 1, 18)
    settled = {
        "channel": "peoples-mediation",
        "at": "2026-11-10T10:00:00",
        "status": "settled",
        "closed_at": "2026-11-20T10:00:00",
    }
    assert dates(changed(filings=[settled]))["judicial-confirmation"] == date(2026, 12, 21)  # the 20th is a Sunday
    judged = {**filing, "status": "answered", "promised_by": "2026-11-20T23:59:59"}
    assert dates(changed(filings=[judged]))["enforcement"] == date(2028, 11, 20)


def test_platform_window() -> None:
    assert dates(changed(expiry={"window_hours": 72}))["platform-window"] == date(2026, 11, 4)


@pytest.mark.parametrize("more", [{"fraud_signs": ["fee-to-refund"]}, {"grounds": ["fraud"]}])
def test_nothing_is_waited_for_where_fraud_shows(more: dict[str, Any]) -> None:
    assert dates(changed(**more)) == {}
    assert dates(changed({"legality": "illegal"})) == {}


def test_every_rule_names_its_article() -> None:
    for due in matter(changed({"promised": {"text": "秒到账", "by": "2026-11-01T20:25:00"}})).dues:
        assert due.article and "（" in due.rule and "条" in due.rule and "{" not in due.rule
