"""The date that the letters set, and dates that rest on a calendar not published yet."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from letters.case.model.moment import knows_hour
from letters.law.periods.due_labels import label_of
from letters.law.statutes.statute import chinese_date
from letters.review.finding import Finding, block, note, warn
from letters.review.naming import in_words
from letters.review.subject import Scope

#: Later dates are recomputed many times before they matter.
_SOON = timedelta(days=183)


def _sets_date(scope: Scope) -> bool:
    return scope.channel is None or scope.channel.deadline == "reply"


def past(scope: Scope) -> Iterator[Finding]:
    """A deadline that is over on the letter's day, or leaves less than a day (legal.md f.7)."""
    if not _sets_date(scope):
        return
    by = scope.case.preferences.reply_by
    letter = scope.letter.deadline if scope.letter else None
    for path, at in (("preferences.reply_by", by), ("preferences.reply_days", None if by else letter)):
        if at is None:
            continue
        over = at <= scope.facts.end_of_day if knows_hour(at) else at.date() < scope.on
        if over:
            yield block(
                "deadline-past",
                f"给对方的期限（{in_words(at)}）不晚于文书日期（{scope.on.month}月{scope.on.day}日），对方无从履行",
                path=path,
                fix="改用 reply_days（自文书日期起的天数），或者填写一个较晚的时间",
                source="期限须具体、合理",
            )
        elif (
            at <= scope.facts.end_of_day + timedelta(days=1)
            and scope.channel is not None
            and scope.channel.layout == "paper"
        ):
            yield warn(
                "deadline-short",
                "给对方的期限不足一天，正式函件一般给三至十五日",
                path=path,
                fix="改为三日以上",
                source="民法典第563条第1款第3项",
            )


def day_off(scope: Scope) -> Iterator[Finding]:
    """The writer's own date falls on a weekend or public holiday; it stays (DESIGN: Claims and periods)."""
    facts = scope.facts
    if not _sets_date(scope) or facts.told.illegal or (facts.told.fraud and not facts.told.police_answered):
        return
    at: datetime = scope.matter.reply_deadline
    if is_day_off(scope, at):
        path = "preferences.reply_by" if scope.case.preferences.reply_by else "preferences.reply_days"
        yield note(
            "day-off",
            f"期限届满日{chinese_date(at)}是休息日；自定期限不顺延，对方可能要到下一工作日才处理",
            path=path,
            fix="可以改到工作日",
            source="期限规则：自己定的期限不顺延",
        )


def is_day_off(scope: Scope, at: datetime) -> bool:
    """Whether the deadline's day is no working day; make-up workdays are workdays, midnight belongs to the day before."""
    from letters.law.tables.calendar import calendar

    midnight = knows_hour(at) and (at.hour, at.minute, at.second) == (0, 0, 0)
    day = at.date() - timedelta(days=1) if midnight else at.date()
    return not calendar(scope.matter.law.tables).kind(day).workday


def unpublished(scope: Scope) -> Iterator[Finding]:
    """Dates of the next half year computed with a holiday calendar that the State Council has not published yet."""
    dues = [due for due in scope.matter.dues if due.provisional and due.at - scope.on <= _SOON]
    if dues and scope.channel is None:
        named = "、".join(dict.fromkeys(label_of(due).period for due in dues))
        years = "、".join(f"{year}年" for year in sorted({due.at.year for due in dues}))
        yield note(
            "calendar-unpublished",
            f"{years}的放假安排尚未公布，{named}的最后一天暂按法定节假日推算",
            fix="公布后更新 statutes/tables/holidays.yaml，再运行一次",
            source="全国年节及纪念日放假办法",
        )
