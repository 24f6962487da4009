"""Recording: what is added, what is refused, and that comments and the old file survive."""

import os
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from letters.case.file.read import Case
from letters.case.model.moment import SHANGHAI
from letters.errors import LettersError
from letters.plan.recording import RecordResult, record

from .sample import write

TODAY = date(2026, 11, 22)
OPEN = 'channel: "12315", at: 2026-11-16T10:00:00, number: "35", status: open'
TICKET = "channel: customer-service, at: 2026-11-02T09:00:00, number: TS1, status: open"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def keep(path: Path, channel: str, **given: Any) -> RecordResult:
    return record(path, channel, today=TODAY, **given)


def test_a_filing_is_added_and_comments_stay(tmp_path: Path) -> None:
    path = write(tmp_path, TICKET)
    before = path.read_text(encoding="utf-8")
    result = keep(path, "12315", number="3501", at=at("2026-11-20T10:00"))
    after = path.read_text(encoding="utf-8")
    assert result.added and result.place == "filings[1]"
    assert after.startswith(before.rstrip("\n")) and "# 标题后的注释" in after and "# 提交记录" in after
    assert result.backup.read_text(encoding="utf-8") == before
    last = Case.load(path).filings[-1]
    assert (last.channel, last.number, last.status, last.at) == ("12315", "3501", "open", at("2026-11-20T10:00"))


def test_an_answer_goes_to_the_filing_that_runs(tmp_path: Path) -> None:
    path = write(tmp_path, TICKET, OPEN)
    keep(path, "customer-service", outcome="以虚拟商品不退为由拒绝", status="refused", at=at("2026-11-03T15:00"))
    first, second = Case.load(path).filings
    assert (first.status, first.answered_at, first.outcome) == (
        "refused",
        at("2026-11-03T15:00"),
        "以虚拟商品不退为由拒绝",
    )
    assert (second.status, second.number, first.number) == ("open", "35", "TS1")


def test_acceptance_and_end_have_their_own_times(tmp_path: Path) -> None:
    path = write(tmp_path, OPEN)
    keep(path, "12315", status="accepted", at=at("2026-11-18T10:00"))
    keep(path, "12315", status="terminated", outcome="终止调解", at=at("2026-11-21T10:00"))
    (filing,) = Case.load(path).filings
    assert (filing.accepted_at, filing.closed_at, filing.status) == (
        at("2026-11-18T10:00"),
        at("2026-11-21T10:00"),
        "terminated",
    )


@pytest.mark.parametrize(
    ("channel", "given", "words"),
    [
        ("12315", {"outcome": "不予受理", "status": "refused", "at": at("2026-11-10T10:00")}, "早于提交时间"),
        ("12315", {"number": "36"}, "已有一件未结"),
        ("heimao", {"outcome": "已回复"}, "没有记录"),
        ("heimao", {"status": "terminated"}, "没有记录"),
        ("heimao", {"at": at("2026-12-01T10:00")}, "还没有到"),
        ("heimao", {"status": "lost"}, "没有“lost”这个状态"),
        ("12316", {"number": "1"}, "没有“12316”这个渠道"),
        ("12315", {"number": "35"}, "没有新的内容"),
        ("12315", {"settled": Decimal("98.01")}, "超过付款"),
        ("12315", {"settled": Decimal("0")}, "大于零"),
        ("12315", {"settled": Decimal("98"), "at": at("2026-11-30T10:00")}, "还没有到"),
    ],
)  # fmt: skip
def test_contradictions_are_told_and_change_nothing(
    tmp_path: Path, channel: str, given: dict[str, Any], words: str
) -> None:
    path = write(tmp_path, OPEN)
    before = path.read_bytes()
    with pytest.raises(LettersError, match=words):
        keep(path, channel, **given)
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_a_contradiction_names_file_and_line(tmp_path: Path) -> None:
    path = write(tmp_path, OPEN)
    with pytest.raises(LettersError) as raised:
        keep(path, "12315", outcome="答复", at=at("2026-11-10T10:00"))
    line = path.read_text(encoding="utf-8").split("\n").index("  - {" + OPEN + "}") + 1
    assert f"{path}:{line}" in raised.value.where


def test_settlement_records_money_and_lists_what_to_withdraw(tmp_path: Path) -> None:
    path = write(tmp_path, TICKET, OPEN)
    result = keep(path, "customer-service", settled=Decimal("98"), at=at("2026-11-21T09:00"))
    case = Case.load(path)
    assert [(r.payment, r.amount, r.arrived_at) for r in case.refunds] == [
        ("p1", Decimal("98.00"), at("2026-11-21T09:00"))
    ]
    assert case.filings[0].status == "settled" and case.filings[1].status == "open"
    assert [(w.channel, w.number) for w in result.withdraw] == [("12315", "35")]


def test_a_part_of_the_money_keeps_everything_open(tmp_path: Path) -> None:
    path = write(tmp_path, TICKET, OPEN)
    result = keep(path, "customer-service", settled=Decimal("50"))
    assert {f.status for f in Case.load(path).filings} == {"open"}
    assert result.withdraw == () and "没有到账" in result.notes[0]
    keep(path, "customer-service", settled=Decimal("48"))
    assert [r.amount for r in Case.load(path).refunds] == [Decimal("50.00"), Decimal("48.00")]


def test_an_approved_refund_that_arrives_is_not_a_second_one(tmp_path: Path) -> None:
    path = write(tmp_path, TICKET)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text + 'refunds:\n  - {payment: p1, amount: "98.00", approved_at: 2026-11-05T10:00:00}\n', encoding="utf-8"
    )
    keep(path, "customer-service", settled=Decimal("98"), at=at("2026-11-21T09:00"))
    (refund,) = Case.load(path).refunds
    assert refund.approved_at == at("2026-11-05T10:00") and refund.arrived_at == at("2026-11-21T09:00")


def test_an_interrupted_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, OPEN)
    before = path.read_bytes()

    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(LettersError):
        keep(path, "heimao", number="1")
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


def test_a_file_without_filings_gets_them(tmp_path: Path) -> None:
    path = write(tmp_path)
    text = path.read_text(encoding="utf-8").replace("filings: []\n", "")
    path.write_text(text, encoding="utf-8")
    keep(path, "customer-service", number="TS9")
    assert path.read_text(encoding="utf-8").startswith(text)
    assert [f.number for f in Case.load(path).filings] == ["TS9"]
