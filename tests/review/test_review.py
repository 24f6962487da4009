"""The review as a whole: order, places, readiness, the English texts, the outlook, and gates that release."""

from pathlib import Path

from letters.case.file.read import load_with_places
from letters.channels.known_channels import channels
from letters.law.matter import matter_of
from letters.review import LEVELS, outlook, placed, ready, review_case
from letters.review.english import TEXTS, in_english
from tests.review.build import ON, case, codes, find, letter, matter, one
from tests.review.test_codes import DESIGN, SPOILED, add, all_of, drop, put


def test_gravest_first() -> None:
    found = find(
        all_of(put("orders.0.legality", "illegal"), put("purpose", "resale"), put("preferences.stop_loss", "100.00"))
    )
    ranks = [LEVELS.index(f.level) for f in found]
    assert ranks == sorted(ranks)


def test_findings_of_a_channel_name_it() -> None:
    assert {f.channel for f in find(drop("complainant.id_number"), "12315")} == {"12315"}
    assert {f.channel for f in find(put("events.2.evidence", []))} <= {None, "small-claims", "12315"}


def test_lines_of_the_case_file(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(case(put("dispute.own_breach", {"rule": "禁止共享", "fact": "借过"})).dump(), encoding="utf-8")
    loaded = load_with_places(file)
    found = placed(review_case(matter_of(loaded.case, ON)), loaded.lines)
    line = one(found, "own-breach").line
    assert "own_breach" in file.read_text(encoding="utf-8").splitlines()[line - 1]


def test_ready_and_what_keeps_back() -> None:
    states = ready(matter(all_of(drop("respondents.0.address"), put("purpose", "own-use"))))
    assert states["customer-service"].ready
    assert states["12315"].blocked_by == ("field-missing",)
    assert not states["alipay"].ready
    assert set(states) == set(channels().ids())


def test_a_finding_of_one_demand_does_not_keep_back_channels_that_leave_it_out() -> None:
    states = ready(matter(add("demands", {"kind": "interest", "order": "o1"}, {"kind": "triple", "order": "o1"})))
    assert states["wechat-pay"].ready
    assert "deceit-missing" in states["12315"].blocked_by
    assert "field-missing" in states["small-claims"].blocked_by


def test_fraud_leaves_police_and_opens_again_after_their_answer() -> None:
    signs = all_of(put("dispute.fraud_signs", ["fee-to-refund"]), put("preferences.police", "济南市公安局历下区分局"))
    states = ready(matter(signs))
    assert states["police-report"].ready and states["anti-fraud-script"].ready
    assert "gate-fraud" in states["small-claims"].blocked_by
    answered = add(
        "filings",
        {
            "channel": "police-report",
            "at": "2026-11-05T10:00:00",
            "status": "answered",
            "answered_at": "2026-11-06T10:00:00",
            "outcome": "不予立案",
        },
    )
    released = matter(all_of(signs, answered))
    assert "gate-fraud" not in ready(released)["small-claims"].blocked_by
    assert one(review_case(released), "gate-fraud").level == "note"


def test_a_guardian_turns_the_gate_into_a_note() -> None:
    guardian = put("complainant.guardian", {"name": "李某芳", "phone": "13800000001", "relation": "母亲"})
    assert one(find(all_of(put("dispute.grounds", ["minor"]), guardian)), "gate-minor").level == "note"


def test_a_payment_from_the_brand_is_no_stranger() -> None:
    assert "loop-broken" not in codes(find(put("payments.0.payee", "极速点券")))


def test_a_number_in_the_bill_of_another_payment_ties_the_order() -> None:
    assert "loop-broken" not in codes(find(put("payments.0.merchant_order", "X999")))


def test_business_contacts_may_stand_in_public() -> None:
    shown = letter("heimao", "客服电话0591-00000000，某某网络科技有限公司，订单尾号3456")
    assert "personal-data" not in codes(find(channel="heimao", letter=shown))
    private = letter("12315", "李晓雨，电话13800000000")
    assert "personal-data" not in codes(find(channel="12315", letter=private))


def test_a_text_within_the_limit_passes() -> None:
    assert "too-long" not in codes(find(channel="wechat-pay", letter=letter("wechat-pay", "短" * 300)))


def test_times_known_to_the_day_only_do_not_contradict() -> None:
    assert "timeline-order" not in codes(find(put("orders.0.delivered_at", "2026-11-01")))


def test_a_demand_to_the_other_side_inside_the_window() -> None:
    assert "window-passed" not in codes(find(put("dispute.expiry", {"window_hours": "24"})))


def test_english_has_every_code() -> None:
    assert {s.code for s in SPOILED} | set(DESIGN) <= set(TEXTS)
    found = in_english(one(find(put("purpose", "resale")), "gate-resale"))
    assert found.message.isascii() and found.path == "purpose"


def test_the_codes_are_explained() -> None:
    page = (Path(__file__).parents[2] / "docs" / "findings.md").read_text(encoding="utf-8")
    shut = {"not-applicable", "other-method", "settled"}
    assert [code for code in TEXTS if f"| `{code}` |" not in page and code not in shut] == []


def test_outlook_says_what_is_strong_and_what_is_weak() -> None:
    sound = outlook(matter())
    assert any("拒绝" in text for text in sound.strong)
    assert sound.weak == ()
    assert "98.00元" in sound.effort
    late = outlook(
        matter(all_of(put("evidence.0.captured_at", "2026-11-09T20:16:00"), put("preferences.stop_loss", "100.00")))
    )
    assert any("L5" in text for text in late.weak)
    assert late.stronger
    assert "止损" in late.effort


def test_outlook_promises_nothing() -> None:
    said = outlook(matter())
    text = "".join((*said.strong, *said.weak, *said.stronger, said.effort))
    assert not any(word in text for word in ("胜率", "%", "一定", "必"))


def test_outlook_of_illegal_goods() -> None:
    assert outlook(matter(put("orders.0.legality", "illegal"))).strong == ()
