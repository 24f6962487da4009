"""Adding to a case file what was sent where, what was answered, and what money arrived; comments and order are kept.

The file is read, changed as text, read again and only then written, whole, with the version before beside it (`.bak`).
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import Struct

from letters.admissibility.standing import LIVE
from letters.case.facts.facts import Facts
from letters.case.file.disk import Document, add_item, read_document, update_item, write_atomically
from letters.case.file.read import Case, Loaded, loaded_text
from letters.case.model import Filing
from letters.case.model.kinds import ENDED
from letters.case.model.moment import SHANGHAI, WholeDay
from letters.case.model.moment import today as today_in_china
from letters.case.model.vocabulary import FILING
from letters.channels.known_channels import Channels
from letters.channels.known_channels import channels as our_channels
from letters.data.ground_index import index_of
from letters.errors import LettersError


class Withdrawal(Struct, frozen=True):
    """A filing that still runs and is to be taken back after settlement."""

    channel: str
    name: str
    number: str


class RecordResult(Struct, frozen=True):
    """What was written: `place` is the item (`filings[2]`), `changes` its new keys, `backup` the version before.

    `refund` is what arrived; `withdraw` the filings that a full settlement leaves open; `notes` are remarks in Chinese.
    """

    path: Path
    place: str
    added: bool
    changes: Mapping[str, Any]
    backup: Path
    refund: Decimal | None = None
    withdraw: tuple[Withdrawal, ...] = ()
    notes: tuple[str, ...] = ()


def record(
    path: Path | str,
    channel: str,
    number: str = "",
    at: datetime | None = None,
    outcome: str = "",
    status: str = "",
    settled: Decimal | None = None,
    today: date | None = None,
    *,
    served_at: datetime | None = None,
    promised_by: datetime | None = None,
    channels: Channels | None = None,
    statutes: Sequence[Path] = (),
) -> RecordResult:
    """Add a filing on `channel`, or its answer to the filing that runs there, to the case file.

    `at` is when it was sent or, with an outcome or an ending status, when it was answered; the day `today` if left out.
    `settled` is money that has arrived (yuan). Raises LettersError with the place for what contradicts the file; the
    file is then untouched.
    """
    known = channels if channels is not None else our_channels()
    known[channel]
    document = read_document(path)
    loaded = loaded_text(document.text, path, statutes)
    day = today or today_in_china()
    when = at or WholeDay(day.year, day.month, day.day, tzinfo=SHANGHAI)
    if when.date() > day:
        raise LettersError(f"时间 {when:%Y-%m-%d} 还没有到", fix="记录已经发生的事；到时再记", where=path)
    if status and status not in FILING:
        raise LettersError(f"没有“{status}”这个状态", fix="可以是：" + " ".join(FILING), where=path)
    if settled is not None and not status and _covers(loaded, settled, day, known, statutes):
        status = "settled"
    news = {"outcome": outcome or None, "status": status or None, "served_at": served_at, "promised_by": promised_by}
    text, place, added = document.text, "", False
    changes: dict[str, Any] = {}
    if settled is None or (_target(loaded, channel, number) is not None and any(news.values())):
        text, place, added, changes = _file(loaded, text, channel, number, when, news)
    refund: dict[str, Any] = {}
    if settled is not None:
        facts = Facts(loaded.case, day, index_of(tuple(statutes)), known)
        text, paid, refund = _refund(loaded, text, settled, when, facts)
        place = place or paid
    return _written(
        document,
        text,
        RecordResult(Path(path), place, added, changes or refund, _backup(path), settled),
        known,
        day,
        statutes,
    )


def _file(
    loaded: Loaded, text: str, channel: str, number: str, when: datetime, news: Mapping[str, Any]
) -> tuple[str, str, bool, dict[str, Any]]:
    """The text with the filing added or changed, its place, whether it is new, and the keys that were set."""
    status = news["status"] or ""
    index = _target(loaded, channel, number)
    if index is None:
        _may_add(loaded, channel, status or ("answered" if news["outcome"] else ""))
        item = {
            "channel": channel,
            "at": when,
            "number": number or None,
            "status": status or "open",
            **_given(news, "status"),
        }
        return add_item(text, "filings", _kept(item)), f"filings[{len(loaded.case.filings)}]", True, _kept(item)
    filing, place = loaded.case.filings[index], f"filings[{index}]"
    changes = _kept(
        {**news, "status": status or None, "number": number if number and number != filing.number else None}
    )
    if not changes:
        raise LettersError(
            "这件提交已经记录，没有新的内容", fix="有答复时加上 --outcome 或者 --status", where=_where(loaded, place)
        )
    if news["outcome"] or status in ENDED:
        _not_before(loaded, place, filing, when)
        changes |= {"status": status or "answered", "answered_at": when}
        if status in ("settled", "terminated", "withdrawn"):
            changes["closed_at"] = when
    elif status == "accepted":
        _not_before(loaded, place, filing, when)
        changes["accepted_at"] = when
    return update_item(text, "filings", index, changes), place, False, changes


def _target(loaded: Loaded, channel: str, number: str) -> int | None:
    """The index of the filing meant: the one with that number, else the one that runs on the channel without another number."""
    filings = loaded.case.filings
    same = [i for i, f in enumerate(filings) if f.channel == channel]
    if number and (found := [i for i in same if filings[i].number == number]):
        return found[-1]
    running = [i for i in same if filings[i].status in LIVE and (not number or not filings[i].number)]
    return running[-1] if running else None


def _may_add(loaded: Loaded, channel: str, status: str) -> None:
    running = [i for i, f in enumerate(loaded.case.filings) if f.channel == channel and f.status in LIVE]
    if running:
        filing, place = loaded.case.filings[running[-1]], f"filings[{running[-1]}]"
        raise LettersError(
            f"这个渠道已有一件未结的提交（编号{filing.number}），不能再记一件",
            fix="编号写错的，改用原编号；原来那件已经结束的，先用 --outcome 记下结果",
            where=_where(loaded, place),
        )
    if status in ENDED or status == "accepted":
        raise LettersError(
            "还没有记录在这个渠道提交过什么，不能只记结果",
            fix="先记录提交：letters record CASE --channel … --number … --at 提交的时间",
            where=_where(loaded, "filings"),
        )


def _not_before(loaded: Loaded, place: str, filing: Filing, when: datetime) -> None:
    loose = isinstance(when, WholeDay) or isinstance(filing.at, WholeDay)
    if when.date() < filing.at.date() or (not loose and when < filing.at):
        raise LettersError(
            f"答复时间（{when:%Y-%m-%d %H:%M}）早于提交时间（{filing.at:%Y-%m-%d %H:%M}）",
            fix="核对 --at",
            where=_where(loaded, f"{place}.at"),
        )


def _refund(
    loaded: Loaded, text: str, amount: Decimal, when: datetime, facts: Facts
) -> tuple[str, str, dict[str, Any]]:
    """The text with the money that arrived: on the approved refund of that sum, else as a refund of its own."""
    if amount <= 0:
        raise LettersError("到账金额应当大于零", fix="钱没有到账的，不要记为和解", where=loaded.path)
    if facts.dealings.arrived + amount > facts.dealings.paid:
        extra = f"已到账{facts.dealings.arrived}元，" if facts.dealings.arrived else ""
        raise LettersError(
            f"到账金额{amount}元超过付款：{extra}共付款{facts.dealings.paid}元",
            fix="核对金额；赔偿金不记在退款里",
            where=_where(loaded, "refunds"),
        )
    for index, refund in enumerate(loaded.case.refunds):
        if refund.arrived_at is None and refund.amount == amount:
            changes: dict[str, Any] = {"arrived_at": when}
            return update_item(text, "refunds", index, changes), f"refunds[{index}]", changes
    payments = facts.told.claimed_payments
    item = _kept(
        {
            "payment": payments[0].id if len(payments) == 1 else None,
            "amount": amount.quantize(Decimal("0.01")),
            "arrived_at": when,
        }
    )
    return add_item(text, "refunds", item), f"refunds[{len(loaded.case.refunds)}]", item


def _covers(loaded: Loaded, amount: Decimal, day: date, known: Channels, statutes: Sequence[Path]) -> bool:
    """Whether `amount` is all that is still owed."""
    from letters.law.matter import matter_of

    total = matter_of(loaded.case, day, statutes=statutes, channels=known).sums.get("total")
    return total is None or amount >= total.amount


def _written(
    document: Document, text: str, result: RecordResult, channels: Channels, day: date, statutes: Sequence[Path]
) -> RecordResult:
    from msgspec.structs import replace

    case = Case.loads(text, document.path, statutes)
    if result.refund is not None:
        result = replace(result, **_left(case, result, channels, day, statutes))
    write_atomically(document.path, document._replace(text=text).data)
    return result


def _left(case: Case, result: RecordResult, channels: Channels, day: date, statutes: Sequence[Path]) -> dict[str, Any]:
    """What to take back after the money arrived: every filing that runs if all of it came, none if some is missing."""
    from letters.admissibility.standing import settled
    from letters.law.matter import matter_of

    matter = matter_of(case, day, base=result.path.resolve().parent, statutes=statutes, channels=channels)
    running = [f for f in matter.facts.told.filings if f.status in LIVE]
    if not settled(matter):
        return {"notes": ("还有款项没有到账，各项投诉继续进行；同意以此了结的，加上 --status settled",)}
    withdraw = tuple(
        Withdrawal(f.channel, channels[f.channel].name if f.channel in channels else f.channel, f.number)
        for f in running
    )
    return {"withdraw": withdraw, "notes": ("款项已经到账，请当天撤回或者结束下列投诉",) if withdraw else ()}


def _backup(path: Path | str) -> Path:
    return Path(path).with_name(Path(path).name + ".bak")


def _given(news: Mapping[str, Any], *without: str) -> dict[str, Any]:
    return {key: value for key, value in news.items() if key not in without}


def _kept(item: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if value is not None}


def _where(loaded: Loaded, path: str) -> str:
    return f"{loaded.path}:{loaded.lines.line_of(path)} {path}"
