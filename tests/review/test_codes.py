"""Every code is produced by a case spoiled in one thing, and not by the sound case."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from letters.letter import Citation, DemandLine, Letter
from tests.review.build import ON, Change, codes, find, letter


@dataclass(frozen=True)
class Spoiled:
    """What is changed, where it is looked at, and the finding that must come of it."""

    code: str
    change: Change
    level: str
    channel: str = ""
    letter: Letter | None = None
    on: date = ON
    path: str = ""
    says: str = ""
    base: bool = False


def put(path: str, value: Any) -> Change:
    """Sets `a.0.b` to a value."""

    def change(case: dict[str, Any]) -> None:
        part: Any = case
        *names, last = path.split(".")
        for name in names:
            part = part[int(name)] if isinstance(part, list) else part.setdefault(name, {})
        if isinstance(part, list):
            part[int(last)] = value
        else:
            part[last] = value

    return change


def add(key: str, *items: dict[str, Any]) -> Change:
    """Appends to a list of the case."""
    return lambda case: case.setdefault(key, []).extend(items)


def drop(path: str) -> Change:
    """Takes `a.0.b` away."""

    def change(case: dict[str, Any]) -> None:
        part: Any = case
        *names, last = path.split(".")
        for name in names:
            part = part[int(name)] if isinstance(part, list) else part[name]
        part.pop(int(last) if isinstance(part, list) else last)

    return change


def all_of(*changes: Change) -> Change:
    def change(case: dict[str, Any]) -> None:
        for each in changes:
            each(case)

    return change


def nothing(case: dict[str, Any]) -> None:
    """The sound case as it is."""


def one_exhibit(case: dict[str, Any]) -> None:
    """Leaves the first exhibit, and takes away what refers to the others."""
    del case["evidence"][1:], case["events"][:], case["orders"][0]["delivery_evidence"]


FILED = {"channel": "12315", "at": "2026-11-10T09:00:00", "number": "1"}
TRIPLE = {"kind": "triple", "order": "o1"}
LIE = {"statement": "官方直充", "said_at": "2026-11-01T20:10:00", "truth": "并非官方", "evidence": ["E1"]}

SPOILED = [
    Spoiled("gate-illegal-goods", put("orders.0.legality", "illegal"), "block", path="orders[0].legality"),
    Spoiled("gate-illegal-goods", put("orders.0.legality", "doubt"), "warn"),
    Spoiled("gate-fraud", put("dispute.fraud_signs", ["fee-to-refund"]), "block", path="dispute.fraud_signs"),
    Spoiled("gate-resale", put("purpose", "resale"), "warn", path="purpose"),
    Spoiled("gate-resale", put("purpose", "resale"), "block", channel="12315"),
    Spoiled("gate-minor", put("dispute.grounds", ["minor"]), "block"),
    Spoiled("field-missing", drop("complainant.id_number"), "block", channel="12315", path="complainant.id_number", says="身份证号"),
    Spoiled("field-missing", add("demands", {"kind": "interest", "order": "o1"}), "block", path="demands[1].rate"),
    Spoiled("amount-mismatch", put("payments.0.amount", "89.00"), "block", says="L2"),
    Spoiled("deceit-missing", add("demands", TRIPLE), "block", path="demands[1]"),
    Spoiled("deceit-missing", all_of(add("demands", TRIPLE), put("dispute.deceit", {**LIE, "said_at": "2026-11-02T08:00:00"})), "block"),
    Spoiled("clause-alone", put("dispute.grounds", ["no-refund-clause"]), "block", path="dispute.grounds"),
    Spoiled("deadline-past", put("preferences", {"reply_by": "2026-11-20T18:00:00"}), "block", path="preferences.reply_by"),
    Spoiled("exclusive-channel", add("filings", FILED), "block", channel="consumer-association", path="filings[1]"),
    Spoiled("duplicate-filing", add("filings", FILED), "block", channel="12315", path="filings[1]"),
    Spoiled("demand-not-for-channel", add("demands", {"kind": "void"}), "note", path="demands[1]"),
    Spoiled("demand-not-for-channel", add("demands", {"kind": "void"}), "note", channel="12315", path="demands[1]"),
    Spoiled(
        "demand-not-for-channel",
        add("demands", {"kind": "void"}),
        "block",
        channel="12315",
        letter=letter("12315", "请退款", demands=(DemandLine("void", None, "shop"),)),
    ),
    Spoiled("threat", put("events.1.did", "申请退款，说不退款就曝光他们"), "block", path="events[1].did"),
    Spoiled("insult", put("events.1.did", "申请退款，并指出对方是骗子"), "warn", path="events[1].did"),
    Spoiled("crime-as-fact", put("events.0.did", "发现对方已构成诈骗"), "block", path="events[0].did"),
    Spoiled("crime-as-fact", put("events.0.did", "发现对方涉嫌诈骗"), "warn", channel="heimao"),
    Spoiled("promised-result", put("demands.0.basis", "平台必将被处罚"), "warn", path="demands[0].basis"),
    Spoiled("personal-data", nothing, "block", channel="heimao", letter=letter("heimao", "李晓雨购买后未到账"), says="姓名"),
    Spoiled("personal-data", nothing, "block", channel="heimao", letter=letter("heimao", "店主电话13912345678"), says="手机号"),
    Spoiled("too-long", nothing, "block", channel="wechat-pay", letter=letter("wechat-pay", "长" * 301), says="超出1字"),
    Spoiled("evidence-file-missing", put("evidence.0.file", "e/none.png"), "warn", base=True, path="evidence[0].file"),
    Spoiled("evidence-file-missing", put("evidence.0.file", "e/none.png"), "block", base=True, channel="evidence-list"),
    Spoiled("evidence-file-missing", put("evidence.0.file", "../../etc/passwd"), "warn", base=True, says="不在案件文件夹"),
    Spoiled("not-in-force", all_of(put("orders.0.ordered_at", "2020-06-01T10:00:00"), put("payments.0.paid_at", "2020-06-01T10:01:00")), "warn"),
    Spoiled("not-in-force", nothing, "block", channel="12315", letter=letter("12315", "x", citations=(Citation("tousu_jubao_zanxing_banfa_feizhi:15", "", "", ""),))),
    Spoiled("respondent-unnamed", drop("respondents.0.name"), "warn", path="respondents[0].name"),
    Spoiled("respondent-unnamed", all_of(put("respondents.0.name", "极速点券网"), drop("respondents.0.uscc")), "warn", says="品牌"),
    Spoiled("respondent-unnamed", drop("respondents.0.name"), "block", channel="small-claims", path="respondents[0].name"),
    Spoiled("defendant-unreachable", put("respondents.0.status", "unreachable"), "warn", path="respondents[0].status"),
    Spoiled("defendant-unreachable", drop("respondents.0.address"), "warn", path="respondents[0].address"),
    Spoiled("over-claim", put("demands.0.amount", "198.00"), "warn", path="demands[0].amount"),
    Spoiled("over-claim", add("demands", {"kind": "apology"}), "warn", path="demands[1]"),
    Spoiled("over-claim", add("demands", {"kind": "damages", "items": [{"what": "误工费", "amount": "300.00", "evidence": ["E1"]}]}), "warn", path="demands[1].items[0]"),
    Spoiled("timeline-order", put("payments.0.paid_at", "2026-11-01T19:00:00"), "warn", path="payments[0].paid_at", says="L4"),
    Spoiled("timeline-order", put("events.1.at", "2026-10-31T20:40:00"), "warn", path="events[1].at"),
    Spoiled("timeline-order", add("events", {"at": "2027-01-01T10:00:00", "by": "shop", "kind": "reply", "did": "答复"}), "warn", path="events[3].at", says="晚于文书日期"),
    Spoiled("timeline-order", put("evidence.3.captured_at", "2026-11-01T20:50:00"), "warn", path="evidence[3].captured_at"),
    Spoiled("timeline-order", put("orders.0.delivered_at", "2026-11-01T20:00:00"), "warn", path="orders[0].delivered_at"),
    Spoiled("timeline-order", add("refunds", {"payment": "p1", "amount": "9.00", "approved_at": "2026-10-01T10:00:00"}), "warn", path="refunds[0].approved_at"),
    Spoiled("timeline-order", put("filings.0.answered_at", "2026-11-01T15:00:00"), "warn", path="filings[0].answered_at"),
    Spoiled("filing-contradiction", add("filings", FILED, {**FILED, "at": "2026-11-12T09:00:00"}), "warn", path="filings[2]", says="两件未结"),
    Spoiled("filing-contradiction", drop("filings.0.answered_at"), "warn", path="filings[0].answered_at"),
    Spoiled("filing-contradiction", all_of(put("filings.0.status", "terminated"), drop("filings.0.outcome")), "warn", path="filings[0].outcome"),
    Spoiled("channel-unknown", put("filings.0.channel", "customer-servce"), "warn", path="filings[0].channel"),
    Spoiled("window-passed", all_of(put("dispute.expiry", {"window_hours": "24"}), put("events.1.at", "2026-11-05T10:00:00"), put("filings", [])), "warn"),
    Spoiled("limitation-near", nothing, "warn", on=date(2029, 8, 1)),
    Spoiled("limitation-passed", nothing, "warn", on=date(2031, 1, 1)),
    Spoiled("limitation-passed", nothing, "block", channel="12315", on=date(2029, 12, 1)),
    Spoiled("jurisdiction-doubt", put("orders.0.kind", "membership"), "warn", path="orders[0].kind"),
    Spoiled("jurisdiction-doubt", put("dispute.clause", {"text": "争议由平台所在地法院管辖"}), "warn", path="dispute.clause.text"),
    Spoiled("jurisdiction-doubt", put("preferences.court", "昆明市五华区人民法院"), "warn", path="preferences.court"),
    Spoiled("evidence-missing", put("events.2.evidence", []), "warn", path="events[2].evidence"),
    Spoiled("evidence-missing", all_of(put("evidence.2.part", "identity"), put("evidence.2.shows", ["time"])), "warn", says="没有收到"),
    Spoiled("evidence-missing", all_of(drop("orders.0.delivery_as_of"), put("evidence.2.captured_at", "2026-11-01T20:31:00")), "note", path="orders[0].delivery_as_of"),
    Spoiled("evidence-late", put("evidence.0.captured_at", "2026-11-03T20:16:00"), "warn", path="evidence[0].captured_at", says="L5"),
    Spoiled("own-breach", put("dispute.own_breach", {"rule": "禁止共享账号", "fact": "曾把账号借给同学"}), "warn", path="dispute.own_breach"),
    Spoiled("private-seller", put("respondents.0.private_person", "true"), "warn", path="respondents[0].private_person"),
    Spoiled("private-seller", put("respondents.0.private_person", "true"), "warn", channel="12315"),
    Spoiled("loop-broken", all_of(put("payments.0.merchant_order", "X999"), put("evidence.1.shows", ["amount", "time", "payee"])), "warn", says="L1"),
    Spoiled("loop-broken", put("evidence.2.shows", ["time"]), "warn", says="L3"),
    Spoiled("loop-broken", put("orders.0.promised.evidence", []), "warn", says="L6"),
    Spoiled("loop-broken", all_of(put("dispute.grounds", ["late"]), put("orders.0.delivery", "late")), "warn", says="L7"),
    Spoiled("loop-broken", put("evidence.1.shows", ["order-number", "amount", "payee"]), "warn", says="L9"),
    Spoiled("loop-broken", all_of(put("evidence.3.shows", ["refusal", "time"]), put("filings", [])), "warn", says="L10"),
    Spoiled("loop-broken", put("payments.0.payee", "某某信息咨询中心"), "warn", says="L11"),
    Spoiled("transfer-to-person", all_of(put("payments.0.payee", "赵某"), put("payments.0.method", "transfer")), "warn", path="payments[0].payee"),
    Spoiled("small-claims-excluded", add("demands", {"kind": "apology"}), "warn", channel="small-claims"),
    Spoiled("refund-not-requested", all_of(drop("events.1"), put("filings", [])), "warn", path="events"),
    Spoiled("weak-claim", all_of(put("dispute.grounds", ["auto-renewal"]), put("orders.0.activated", "yes")), "warn"),
    Spoiled("weak-claim", put("dispute.grounds", ["user-error"]), "warn", path="dispute.grounds"),
    Spoiled("weak-claim", all_of(add("demands", TRIPLE), put("dispute.deceit", {**LIE, "evidence": []})), "warn", path="dispute.deceit.evidence"),
    Spoiled("weak-claim", all_of(add("demands", TRIPLE), put("dispute.deceit", LIE)), "warn", path="demands[1]", says="明知"),
    Spoiled("weak-claim", add("demands", {"kind": "damages", "amount": "50.00"}), "warn", path="demands[1]", says="损失没有证据"),
    Spoiled("weak-claim", add("demands", {"kind": "terminate"}), "warn", path="demands[1]", says="解除权", on=date(2028, 1, 5)),
    Spoiled("weak-claim", all_of(put("dispute.grounds", ["late"]), put("orders.0.activated", "yes")), "warn", path="demands[0]"),
    Spoiled("weak-claim", all_of(put("dispute.grounds", ["misdescribed"]), put("orders.0.promised.evidence", [])), "warn", path="orders"),
    Spoiled("refusal-risk", all_of(put("orders.0.kind", "card-key"), put("orders.0.quantity", "49"), put("orders.0.unit_price", "2.00")), "warn", path="orders[0].quantity"),
    Spoiled("calendar-unpublished", nothing, "note", on=date(2028, 12, 20)),
    Spoiled("small-claims-ceiling-unknown", nothing, "note", channel="small-claims"),
    Spoiled("below-stop-loss", put("preferences.stop_loss", "100.00"), "note", path="preferences.stop_loss"),
    Spoiled("below-stop-loss", all_of(put("orders.0.unit_price", "9.00"), put("orders.0.amount", "9.00"), put("payments.0.amount", "9.00")), "note", says="一般的"),
    Spoiled("demand-conflict", add("demands", {"kind": "deliver", "order": "o1"}), "warn", path="demands[1]"),
    Spoiled("ground-conflict", put("dispute.grounds", ["not-delivered", "unauthorised"]), "warn", path="dispute.grounds"),
    Spoiled("weak-claim", put("events.1.did", "问客服是不是自己充错号了，申请退款"), "warn", path="events[1]"),
    Spoiled("evidence-late", all_of(put("dispute.clause", {"text": "概不退款", "evidence": ["E5"]}), add("evidence", {"id": "E5", "title": "协议", "part": "transaction", "form": "webpage", "captured_at": "2026-11-05T10:00:00"})), "note", path="dispute.clause.in_force_from"),
    Spoiled("evidence-missing", one_exhibit, "warn", says="只有一份"),
    Spoiled("filing-contradiction", all_of(add("filings", FILED), put("statements", {"no_parallel_proceedings": "2026-11-20"})), "warn", path="statements.no_parallel_proceedings"),
    Spoiled("personal-data", put("events.1.did", "按店主13912345678的要求申请退款"), "block", channel="heimao", path="events[1].did"),
    Spoiled("gate-illegal-goods", put("orders.0.item", "某射击游戏外挂周卡"), "block", path="orders[0].item", says="外挂"),
    Spoiled("day-off", put("preferences.reply_days", "6"), "note", path="preferences.reply_days"),
    Spoiled("deadline-short", put("preferences", {"reply_by": "2026-11-24T12:00:00"}), "warn", channel="demand-letter"),
    Spoiled("fraud-sign-beside", put("dispute.fraud_signs", ["blocked"]), "note"),
]  # fmt: skip

#: The codes that users' scripts rely on.
_TABLE = """
gate-illegal-goods gate-fraud gate-resale gate-minor field-missing amount-mismatch deceit-missing clause-alone deadline-past
exclusive-channel duplicate-filing demand-not-for-channel threat crime-as-fact personal-data too-long evidence-file-missing
not-in-force respondent-unnamed defendant-unreachable over-claim timeline-order window-passed limitation-near limitation-passed
jurisdiction-doubt evidence-missing evidence-late own-breach private-seller loop-broken transfer-to-person small-claims-excluded
refund-not-requested insult promised-result weak-claim calendar-unpublished small-claims-ceiling-unknown below-stop-loss day-off
"""
DESIGN = _TABLE.split()


def _name(spoiled: Spoiled) -> str:
    return "-".join(filter(None, (spoiled.code, spoiled.level, spoiled.channel, spoiled.says or spoiled.path)))


@pytest.mark.parametrize("spoiled", SPOILED, ids=_name)
def test_a_spoiled_case_is_told(spoiled: Spoiled, tmp_path: Path) -> None:
    base = tmp_path if spoiled.base else None
    found = find(spoiled.change, spoiled.channel, spoiled.letter, spoiled.on, base)
    hits = [f for f in found if f.code == spoiled.code and f.level == spoiled.level]
    assert hits, sorted((f.level, f.code, f.path) for f in found)
    assert any(f.path.startswith(spoiled.path) and spoiled.says in f.message for f in hits), hits
    assert all(f.message and f.fix and f.source for f in found), [f for f in found if not (f.fix and f.source)]
    assert all((f.channel or "") in (spoiled.channel, "small-claims", "12315", "") for f in hits)


@pytest.mark.parametrize("code", sorted({s.code for s in SPOILED}))
def test_the_sound_case_is_not_told(code: str) -> None:
    found = [f for channel in ("", "12315", "customer-service") for f in find(channel=channel) if f.code == code]
    assert [f for f in found if f.level != "note"] == []
    assert not found or code in {"small-claims-ceiling-unknown", "refusal-risk"}


@pytest.mark.parametrize("code", DESIGN)
def test_every_code_of_the_table_is_shown(code: str) -> None:
    assert code in {spoiled.code for spoiled in SPOILED}


def test_the_sound_case_has_nothing_above_note() -> None:
    assert codes(find(), "block") | codes(find(), "warn") == set()
