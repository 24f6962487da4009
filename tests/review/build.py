"""A sound case to vary: every check says nothing above note of it, and each test spoils one thing."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime
from pathlib import Path
from typing import Any

from letters.case.file.read import Case
from letters.channels.known_channels import channels
from letters.law.matter import Matter, matter_of
from letters.letter import Letter, Paragraph, Run
from letters.review import Finding, review_case

ON = date(2026, 11, 23)

SOUND: dict[str, Any] = {
    "schema": "1",
    "title": "点券付款后未到账",
    "complainant": {
        "name": "李晓雨",
        "id_number": "11010519491231002X",
        "phone": "13800000000",
        "email": "lixiaoyu@example.com",
        "address": "山东省济南市历下区泉城路1号",
        "account": {"name": "user_88", "phone": "13800000000"},
    },
    "purpose": "own-use",
    "respondents": [
        {
            "id": "shop",
            "role": "platform",
            "self_operated": "true",
            "name": "某某网络科技有限公司",
            "brand": "极速点券",
            "uscc": "91350100M000100Y43",
            "address": "福建省福州市鼓楼区软件大道1号",
            "regulator": "福州市鼓楼区市场监督管理局",
            "status": "active",
        }
    ],
    "orders": [
        {
            "id": "o1",
            "number": "KM20261101123456",
            "seller": "shop",
            "platform": "shop",
            "item": "某游戏点券1000点",
            "kind": "points",
            "quantity": "1",
            "unit_price": "98.00",
            "amount": "98.00",
            "ordered_at": "2026-11-01T20:14:00",
            "promised": {"text": "秒到账", "by": "2026-11-01T20:25:00", "evidence": ["E1"]},
            "delivery": "none",
            "delivery_as_of": "2026-11-23T09:00:00",
            "delivery_evidence": ["E3"],
            "target_account": "游戏角色 1xxxx890",
        }
    ],
    "payments": [
        {
            "id": "p1",
            "order": "o1",
            "method": "wechat",
            "amount": "98.00",
            "paid_at": "2026-11-01T20:15:33",
            "transaction_id": "4200000404201909069117582536",
            "merchant_order": "KM20261101123456",
            "payee": "某某网络科技有限公司",
        }
    ],
    "dispute": {"grounds": ["not-delivered"], "found_at": "2026-11-01T20:30:00"},
    "events": [
        {"at": "2026-11-01T20:30:00", "by": "complainant", "kind": "discovery", "did": "查询充值记录，未见点券到账", "evidence": ["E3"]},
        {"at": "2026-11-01T20:40:00", "by": "complainant", "kind": "request", "did": "通过在线客服申请退款", "evidence": ["E4"]},
        {"at": "2026-11-01T21:05:00", "by": "shop", "kind": "refusal", "did": "拒绝退款", "quote": "概不退款", "evidence": ["E4"]},
    ],
    "evidence": [
        {"id": "E1", "title": "商品页面及订单截图", "part": "transaction", "form": "screenshot", "captured_at": "2026-11-01T20:16:00", "shows": ["order-number", "amount", "time", "promise"]},
        {"id": "E2", "title": "微信账单", "part": "transaction", "form": "screenshot", "captured_at": "2026-11-01T20:32:00", "shows": ["order-number", "amount", "time", "payee"]},
        {"id": "E3", "title": "充值记录", "part": "anomaly", "form": "screenshot", "captured_at": "2026-11-23T09:00:00", "shows": ["account", "time"]},
        {"id": "E4", "title": "客服聊天", "part": "communication", "form": "screenshot", "captured_at": "2026-11-01T21:10:00", "shows": ["request-time", "refusal", "time"]},
    ],
    "filings": [
        {"channel": "customer-service", "at": "2026-11-02T09:00:00", "number": "TS1", "status": "refused", "answered_at": "2026-11-03T15:00:00", "outcome": "以虚拟商品不退为由拒绝"}
    ],
    "demands": [{"kind": "refund", "order": "o1"}],
    "preferences": {"reply_days": "7", "court": "济南市历下区人民法院"},
}  # fmt: skip

Change = Callable[[dict[str, Any]], object]


def case(change: Change | None = None) -> Case:
    """The sound case with one change."""
    data = deepcopy(SOUND)
    if change:
        change(data)
    return Case.of(data)


def matter(change: Change | None = None, on: date = ON, base: Path | None = None) -> Matter:
    """The changed case, read by the law on a day."""
    return matter_of(case(change), on, base=base)


def find(
    change: Change | None = None,
    channel: str = "",
    letter: Letter | None = None,
    on: date = ON,
    base: Path | None = None,
) -> tuple[Finding, ...]:
    """The findings of the changed case, of one channel where named."""
    return review_case(matter(change, on, base), channels()[channel] if channel else None, letter)


def codes(findings: tuple[Finding, ...], level: str = "") -> set[str]:
    """The codes, of one level where named."""
    return {f.code for f in findings if level in ("", f.level)}


def one(findings: tuple[Finding, ...], code: str) -> Finding:
    """The one finding with that code."""
    (found,) = (f for f in findings if f.code == code)
    return found


def letter(channel: str, *paragraphs: str, title: str = "", deadline: datetime | None = None, **more: Any) -> Letter:
    """A letter that says these paragraphs."""
    body = tuple(Paragraph((Run(text),)) for text in paragraphs)
    return Letter(channel=channel, date=ON, title=title, body=body, deadline=deadline, **more)
