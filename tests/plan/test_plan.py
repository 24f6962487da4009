"""The ladder: what is offered when, what waits, what follows on refusal and on silence."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from letters.channels.known_channels import Channels
from letters.plan.as_text import plan_text
from letters.plan.steps import Plan, make_plan

from .sample import filing, matter


def plan(on: date = date(2026, 11, 22), **changes: Any) -> Plan:
    return make_plan(matter(on, **changes))


def today(found: Plan) -> list[str]:
    return [step.channel for step in found.today]


def later(found: Plan) -> dict[str, str]:
    return {step.channel: step.after for step in found.next}


def test_a_fresh_dispute_with_a_self_operated_platform_begins_with_its_ticket() -> None:
    found = plan()
    assert today(found) == ["customer-service"]
    assert {"platform-appeal", "12315", "small-claims", "wechat-pay"} <= set(later(found))


def test_a_shop_on_a_platform_is_asked_first_and_the_platform_after_a_day() -> None:
    people = [
        {"id": "shop", "role": "seller", "name": "某店"},
        {"id": "mall", "role": "platform", "name": "某某平台有限公司", "address": "福州市鼓楼区1号"},
    ]
    order = {"id": "o1", "seller": "shop", "platform": "mall", "item": "点券", "amount": "98.00"}
    first = plan(respondents=people, orders=[order])
    assert "seller-message" in today(first) and "customer-service" in later(first)
    asked = filing("seller-message", "2026-11-20T09:00:00")
    silent = plan(respondents=people, orders=[order], filings=[asked])
    assert "customer-service" in today(silent)


def test_refusal_leads_to_appeal_notice_and_payment_together() -> None:
    found = plan(filings=[filing("customer-service", status="refused")])
    assert today(found) == ["platform-appeal", "demand-letter", "wechat-pay"]
    assert found.not_now["customer-service"].startswith("已经被拒绝")


def test_while_an_answer_may_still_come_it_is_waited_for() -> None:
    found = plan(filings=[filing("customer-service", "2026-11-20T10:00:00")])
    assert [(w.channel, w.until.date(), w.over) for w in found.waiting] == [
        ("customer-service", date(2026, 11, 25), False)
    ]
    assert "hotline-script" in later(found)
    assert found.not_now["customer-service"].startswith("duplicate-filing：")


def test_silence_after_the_wait_leads_on() -> None:
    found = plan(filings=[filing("customer-service", "2026-11-10T10:00:00")])
    assert "hotline-script" in today(found)
    assert found.waiting[0].over


def test_a_regulator_silent_beyond_its_seven_working_days_is_urged_and_12345_may_push() -> None:
    steps = [filing("customer-service", status="refused"), filing("12315", "2026-11-10T10:00:00")]
    found = plan(filings=steps)
    assert {s.channel: s.mode for s in found.today}["12315"] == "urge"
    assert "12345" in today(found)


def test_12315_follows_the_appeal_and_shuts_its_alternatives() -> None:
    tried = [filing("customer-service", status="refused"), filing("platform-appeal", status="refused")]
    found = plan(filings=tried)
    assert "12315" in today(found)
    assert "择一" in found.not_now["consumer-association"] and "择一" in found.not_now["market-regulator"]


def test_public_exposure_only_after_an_official_filing() -> None:
    refused = [filing("customer-service", status="refused")]
    assert "heimao" in later(plan(filings=refused))
    assert "heimao" in today(plan(filings=[*refused, filing("12315", "2026-11-18T10:00:00")]))


def test_the_demand_letter_comes_before_the_court_and_the_court_after_it() -> None:
    tried = [filing(c, status="refused") for c in ("customer-service", "platform-appeal")]
    tried.append(filing("12315", status="terminated"))
    before = plan(filings=tried)
    assert "demand-letter" in today(before) and "催告函" in later(before)["small-claims"]
    sent = filing("demand-letter", "2026-11-09T10:00:00", served_at="2026-11-10T10:00:00")
    after = plan(filings=[*tried, sent])
    assert "small-claims" in today(after)
    assert {"evidence-list", "service-address"} <= set(today(after))


def test_a_running_mediation_holds_the_suit_back_unless_time_presses() -> None:
    tried = [
        filing("demand-letter", status="refused"),
        filing("12315", "2026-11-18T10:00:00", "accepted", accepted_at="2026-11-20T10:00:00"),
    ]
    assert "全国12315平台投诉" in later(plan(filings=tried))["small-claims"]
    old = {"orders": [{"id": "o1", "item": "点券", "amount": "98.00", "seller": "shop", "platform": "shop", "ordered_at": "2023-12-01T10:00:00"}],
           "payments": [{"id": "p1", "order": "o1", "method": "wechat", "amount": "98.00", "paid_at": "2023-12-01T10:00:00"}],
           "events": [], "dispute": {"found_at": "2023-12-02T10:00:00"}}  # fmt: skip
    pressed = plan(date(2026, 11, 20), **old)
    assert {"12315", "small-claims"} <= set(today(pressed))


def test_fraud_signs_leave_police_and_stop_payment_alone() -> None:
    found = plan(dispute={"fraud_signs": ["fee-to-refund"]})
    assert today(found) == ["police-report", "anti-fraud-script"] and not found.next
    assert {c for c, reason in found.not_now.items() if not reason.startswith("gate-fraud：")} == {"bank-card"}
    card = [{"id": "p1", "order": "o1", "method": "bank-card", "amount": "98.00", "paid_at": "2026-11-01T20:15:33"}]
    assert "bank-card" in today(plan(dispute={"fraud_signs": ["fee-to-refund"]}, payments=card))


def test_a_key_sold_twice_brings_the_police_in_beside_the_civil_way() -> None:
    found = plan(dispute={"grounds": ["invalid-key"], "fraud_signs": ["resold-key"]})
    assert {"police-report", "customer-service"} <= set(today(found))


def test_an_illegal_good_stops_the_plan() -> None:
    found = plan(orders=[{"id": "o1", "item": "外挂", "legality": "illegal", "amount": "98.00"}])
    assert not found.today and not found.next and found.notes


def test_settlement_asks_to_withdraw_what_runs() -> None:
    found = plan(
        refunds=[{"payment": "p1", "amount": "98.00", "arrived_at": "2026-11-20T10:00:00"}],
        filings=[filing("12315", "2026-11-16T10:00:00", number="35")],
    )
    assert [(s.channel, s.mode, s.number) for s in found.today] == [("12315", "withdraw", "35")]
    assert not found.next


def test_below_the_stop_loss_the_plan_says_so() -> None:
    assert any("止损" in note for note in plan(preferences={"stop_loss": "150.00"}).notes)


def test_the_data_is_plain_json_with_the_stable_keys() -> None:
    found = plan(filings=[filing("customer-service", "2026-11-20T10:00:00")]).data()
    assert {"today", "waiting", "next", "not_now", "due"} <= set(json.loads(json.dumps(found)))
    assert found["waiting"][0]["until"] == "2026-11-25"
    assert {"what", "at", "rule", "provisional"} == set(found["due"][0])


def test_the_text_names_days_and_reasons_without_codes() -> None:
    text = plan_text(plan(filings=[filing("customer-service", status="refused")]))
    assert "2026年11月29日（星期日）" in text and "other-method" not in text
    assert "本案用微信支付付款" in text


def test_a_channel_that_a_user_adds_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "city-portal.md").write_text(
        "---\nid: city-portal\nname: 市长信箱\nnature: public-body\nwaits:\n  - {days: 10, from: filed, rule: 十日答复}\n"
        "ladder: {order: 76, stage: push, silence: ['12315'], why: 请市长信箱督促}\n---\n正文\n",
        encoding="utf-8",
    )
    known = Channels([tmp_path])
    silent = matter(filings=[filing("12315", "2026-11-01T10:00:00")])
    assert "city-portal" in today(make_plan(silent, known))
    assert "city-portal" in later(make_plan(matter(), known))


def test_filings_on_unknown_channels_are_passed_over() -> None:
    assert plan(filings=[filing("unknown-desk", "2026-11-20T10:00:00")]).waiting == ()


def test_the_date_the_writer_set_is_waited_for() -> None:
    sent = filing("demand-letter", "2026-11-20T10:00:00")
    assert plan(filings=[sent]).waiting[0].until.date() == date(2026, 11, 27)
    chosen = plan(filings=[sent], preferences={"reply_by": "2026-12-04T18:00:00"})
    assert chosen.data()["waiting"][0]["until"] == "2026-12-04T18:00+08:00"
