"""Filings that contradict themselves or each other, and filings on channels that nobody knows."""

from collections.abc import Iterator

from letters.admissibility.standing import took_up
from letters.case.model.kinds import ENDED
from letters.case.model.moment import knows_hour
from letters.review.finding import Finding, warn
from letters.review.naming import in_words
from letters.review.subject import Scope

_RULE = "提交记录规则：一个渠道只提交一次，时间、状态和结果一致"
_AFTER = (
    ("accepted_at", "受理"),
    ("answered_at", "答复"),
    ("closed_at", "结束"),
    ("served_at", "送达"),
    ("promised_by", "承诺办结"),
)


def unknown_channels(scope: Scope) -> Iterator[Finding]:
    """A filing on a channel of which there is no template (`channel-unknown`)."""
    import difflib

    for index, filing in enumerate(scope.case.filings):
        if filing.channel in scope.known:
            continue
        near = difflib.get_close_matches(filing.channel, scope.known.ids(), n=2, cutoff=0.5)
        yield warn(
            "channel-unknown",
            f"没有“{filing.channel}”这个渠道，这条记录不参与渠道互斥和期限的计算",
            path=f"filings[{index}].channel",
            fix=f"是不是 {'、'.join(near)}？"
            if near
            else "`letters channels` 列出全部渠道；自己的模板用 --templates 指定",
            source=_RULE,
        )


def contradictions(scope: Scope) -> Iterator[Finding]:
    """Answered before filed, an outcome without answer, an answer without date, two open filings on one channel."""
    opened: dict[str, int] = {}
    for index, filing in enumerate(scope.case.filings):
        path = f"filings[{index}]"
        for name, title in _AFTER:
            at = getattr(filing, name)
            day_only = at is not None and not (knows_hour(at) and knows_hour(filing.at))
            if at is not None and (at.date() < filing.at.date() if day_only else at < filing.at):
                yield warn(
                    "timeline-order",
                    f"{title}时间（{in_words(at)}）早于提交时间（{in_words(filing.at)}）（L4）",
                    path=f"{path}.{name}",
                    fix="核对两个时间，以工单页面或者短信通知为准",
                    source="时间顺序规则 L4",
                )
        if filing.status == "open" and filing.answered_at and filing.closed_at:
            yield warn(
                "filing-contradiction",
                "已有答复和结束时间，状态却是 open",
                path=f"{path}.status",
                fix="改为 refused、answered、settled 或者 terminated",
                source=_RULE,
            )
        if filing.status == "refused" and not filing.answered_at:
            yield warn(
                "filing-contradiction",
                "状态是 refused（被拒绝），却没有答复时间",
                path=f"{path}.answered_at",
                fix="补填 answered_at；还没有答复的，状态写 open",
                source=_RULE,
            )
        if filing.status in ("settled", "terminated") and not (filing.outcome or filing.quote):
            yield warn(
                "filing-contradiction",
                "已经结束，却没有写结果",
                path=f"{path}.outcome",
                fix="补填 outcome，例如：被投诉人拒绝调解，终止调解",
                source=_RULE,
            )
        if filing.status in ENDED:
            continue
        if filing.channel in opened:
            yield warn(
                "filing-contradiction",
                f"同一渠道有两件未结的提交（第{opened[filing.channel] + 1}条和第{index + 1}条）",
                path=path,
                fix="同一争议只保留一件，补充材料用原编号；其中一件已经结束的，改正状态",
                source=_RULE,
            )
        opened.setdefault(filing.channel, index)


def statement(scope: Scope) -> Iterator[Finding]:
    """The confirmed statement that no other body has the dispute, while the filings say that one has (channels §8-5)."""
    confirmed = scope.case.statements.no_parallel_proceedings
    if confirmed is None or confirmed > scope.on:
        return
    for index, filing in enumerate(scope.case.filings):
        to = scope.known.get(filing.channel)
        if to and to.exclusive and filing.at.date() <= confirmed and took_up(filing):
            yield warn(
                "filing-contradiction",
                "已确认“没有其他机构受理”，但记录显示有机构受理过同一争议；文书不会写这句声明",
                path="statements.no_parallel_proceedings",
                fix=f"删去这项确认，或者改正第{index + 1}条提交记录的状态",
                source="投诉举报处理办法第16条第1款第2项",
            )
            return
