"""Grounds where delivery is not the point: refunds not paid, services cut off, prepayments, renewals, minors, payers, fraud."""

import re
from datetime import date
from typing import Any

import pytest

from letters.channels.known_channels import channels
from letters.drafting.rendering import context_for
from letters.law.matter import Matter
from letters.law.reasoning.advise import report_leads
from tests.law.build import changed, law_and_names, matter

KINDS = ["points", "card-key", "airtime", "membership", "account", "software", "top-up", "balance", "other"]
GROUNDS = ["cut-off", "refund-unpaid", "platform-closed", "user-error", "debited-not-credited", "unauthorised", "fraud",
           "auto-renewal", "minor", "prepaid-balance"]  # fmt: skip
CHANNELS = ["customer-service", "platform-appeal", "demand-letter", "12315", "market-regulator", "small-claims", "12315-report",
            "bank-card", "police-report", "payment-order"]  # fmt: skip
UGLY = re.compile(r"，，|。。|，。|；。|、，|本人本人|None|Undefined|[！!「」{}]|\s{2}")
REQUEST = {"at": "2026-11-05T20:40:00", "by": "complainant", "kind": "request", "did": "申请退款"}
REFUSAL = {"at": "2026-11-06T21:05:00", "by": "site", "kind": "refusal", "did": "拒绝退款", "quote": "不予退款"}
CHILD_OF_SEVEN, CHILD_OF_ELEVEN = "450103201903129999", "45010320150312999X"
CLOSED = [{"id": "site", "role": "platform", "self_operated": True, "name": "某某网络科技有限公司", "status": "closed"}]
PAYER = {"id": "pay", "role": "payment-provider", "name": "某某支付科技有限公司"}


def case(*grounds: str, on: date = date(2026, 11, 22), **changes: Any) -> Matter:
    changes.setdefault("events", [REQUEST, REFUSAL])
    return matter(changed(grounds=list(grounds), **changes), on)


def cited(found: Matter, tier: str) -> set[str]:
    return {article for argument in found.basis.for_tier(tier) for article in argument.cite}


def laws(articles: set[str]) -> set[str]:
    return {article.partition(":")[0] for article in articles}


def printed(found: Matter, channel_id: str) -> list[str]:
    """What the ground gives to a letter of this channel, as it is printed."""
    channel = channels()[channel_id]
    context = context_for(found, channel, channels())
    texts = [str(context.names["claim_line"]())] if channel.tier == "message" else []
    for reason in context.names["reasons"]():
        texts += [str(reason.heading), *map(str, reason.paragraphs)]
    texts += [
        str(answer["text"]) for form in ("answer", "short", "spoken") for answer in context.names["answers"](form)
    ]
    texts += (
        [str(lead[key]) for lead in context.names["leads"]() for key in ("heading", "text")]
        if channel.tier == "report"
        else []
    )
    words = context.names["w"]
    texts += [str(getattr(words, key)) for key in ("title", "failure", "failure_short", "state", "pivot", "price", "heading_deal",
              "heading_failure", "heading_claim", "category", "records", "records_public", "ask_seller", "bank_reason")]  # fmt: skip
    texts += [str(question) for question in words.questions]
    return [re.sub(r"[\x00-\x1f\ue000-\uf8ff]", "", context.citer.resolve(text)) for text in texts if text]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_texts_read_well_for_every_kind_of_goods(ground: str, kind: str) -> None:
    order = {"kind": kind, "delivery": "partial", "valid_from": "2026-11-01", "valid_until": "2027-10-31",
             "stopped_at": "2026-11-04T08:00:00", "received_value": "10.00"}  # fmt: skip
    defences = ["no-refund-on-virtual-goods", "already-delivered", "already-activated", "upstream-not-settled", "system-checking",
                "ask-the-merchant", "balance-only", "last-period-only", "fee-deducted", "window-passed"]  # fmt: skip
    for events in ([], [REQUEST], [REQUEST, REFUSAL]):
        found = case(ground, order=order, defences=defences, events=events)
        for channel in CHANNELS:
            for text in printed(found, channel):
                assert not UGLY.search(text), f"{channel}: {text}"


@pytest.mark.parametrize("ground", [g for g in GROUNDS if g not in ("user-error", "fraud")])
@pytest.mark.parametrize("purpose", ["own-use", "resale"])
def test_a_message_names_one_or_two_articles(ground: str, purpose: str) -> None:
    child = {"name": "韦子墨", "id_number": CHILD_OF_ELEVEN, "guardian": {"name": "黄某"}}
    more: dict[str, Any] = {"complainant": child} if ground == "minor" else {}
    for grounds in ([ground], [ground, "no-refund-clause"]):
        assert 1 <= len(cited(case(*grounds, purpose=purpose, **more), "message")) <= 2


@pytest.mark.parametrize("ground", GROUNDS)
def test_resale_leaves_no_consumer_law(ground: str) -> None:
    found = case(ground, purpose="resale", defences=["balance-only", "last-period-only"])
    consumer = {"xiaobaofa", "xiaobao_tiaoli", "yufu_jieshi", "wangluo_xiaofei_jieshi", "qinhai_xiaofeizhe_chufa_banfa"}
    assert not laws({p.article for p in found.basis.chosen}) & consumer
    assert not report_leads(*law_and_names(found)) or ground == "minor"


# -- refund agreed and not paid --------------------------------------------------------------------


def agreed(**more: Any) -> Matter:
    refund = {"payment": "p1", "amount": "98.00", "approved_at": "2026-11-05T10:20:00"} | more.pop("refund", {})
    ticket = {"channel": "customer-service", "at": "2026-11-02T09:00:00", "number": "TS1", "status": "answered",
              "answered_at": "2026-11-05T10:20:00", "promised_by": "2026-11-06T23:59:59"}  # fmt: skip
    return case("refund-unpaid", refunds=[refund], filings=[ticket], events=[], **more)


def test_an_agreed_refund_is_a_debt_and_ends_the_contract() -> None:
    assert cited(agreed(), "order") == {"minfadian:579", "minsufa:225(1)"}
    assert {"minfadian:579", "minfadian:562(1)", "minfadian:566(1)"} <= cited(agreed(), "letter")
    assert "xiaobaofa:48(1)(8)" in cited(agreed(), "court") and "minfadian:563(1)(4)" not in cited(agreed(), "court")


def test_a_refund_agreed_in_part_ends_nothing() -> None:
    assert "minfadian:562(1)" not in cited(agreed(refund={"amount": "40.00"}), "court")


def test_delay_of_an_agreed_refund_is_reported_after_fifteen_days() -> None:
    assert len(report_leads(*law_and_names(agreed()))) == 1
    assert not report_leads(*law_and_names(agreed(on=date(2026, 11, 21))))


# -- services cut off, platforms closed, prepayments -------------------------------------------------


def test_a_banned_good_rests_on_the_seller_unless_the_buyer_broke_a_rule() -> None:
    order = {
        "kind": "membership",
        "delivery": "banned",
        "valid_until": "2027-10-31",
        "stopped_at": "2026-11-04T08:00:00",
    }
    assert {"minfadian:593", "minfadian:563(1)(4)", "minfadian:565(2)", "yufu_jieshi:22(2)"} <= cited(
        case("cut-off", order=order), "court"
    )
    own = cited(case("cut-off", order=order, own_breach={"rule": "禁止共享", "fact": "曾出借账号"}), "court")
    assert not own & {"minfadian:593", "minfadian:563(1)(4)"}


def test_a_right_to_end_that_lapsed_is_not_pleaded() -> None:
    for ground in ("cut-off", "platform-closed", "prepaid-balance"):
        found = cited(case(ground, order={"delivery": "partial"}, on=date(2027, 12, 1)), "court")
        assert "yufu_jieshi:13(1)(4)" not in found
        assert not any(a.startswith(("minfadian:563", "minfadian:565")) for a in found)
        assert {"xiaobaofa:52", "minfadian:577"} <= found


@pytest.mark.parametrize(
    ("announced", "closes", "short"), [("2026-10-30", "2026-11-10", True), ("2026-10-01", "2026-11-10", False)]
)
def test_a_closing_is_held_to_thirty_days_notice(announced: str, closes: str, short: bool) -> None:
    data = changed(grounds=["platform-closed"], order={"kind": "balance"}, respondents=CLOSED, events=[REQUEST])
    data["dispute"]["closure"] = {"announced_at": f"{announced}T10:00:00", "closes_at": f"{closes}T00:00:00"}
    found = matter(data)
    assert ("dianshangfa:16" in cited(found, "letter")) is short
    assert {"xiaobaofa:53", "xiaobao_tiaoli:22(3)"} <= cited(found, "letter")


def test_a_prepayment_comes_back_within_seven_days_of_paying_without_a_breach() -> None:
    order, early = {"kind": "balance", "delivery": "full"}, [REQUEST]
    assert "yufu_jieshi:14(1)" in cited(case("prepaid-balance", order=order, events=early), "court")
    late = [{**REQUEST, "at": "2026-11-09T10:00:00"}]
    found = cited(case("prepaid-balance", order=order, events=late), "court")
    assert not any(
        a.startswith(("yufu_jieshi:13", "yufu_jieshi:14", "yufu_jieshi:15", "xiaobaofa:53", "minfadian:577"))
        for a in found
    )


def test_a_prepayment_not_honoured_comes_back_at_the_discounted_price() -> None:
    order = {"kind": "balance", "delivery": "partial", "received_value": "30.00"}
    found = cited(case("prepaid-balance", order=order, events=[{**REQUEST, "at": "2026-11-12T10:00:00"}]), "court")
    assert {"xiaobaofa:53", "yufu_jieshi:15(1)", "yufu_jieshi:18(1)", "yufu_jieshi:13(1)(4)"} <= found


def test_rules_younger_than_the_prepayment_do_not_carry_it() -> None:
    order, payment = (
        {"kind": "balance", "delivery": "partial", "ordered_at": "2024-03-01T10:00:00"},
        {"paid_at": "2024-03-01T10:01:00"},
    )
    found = cited(case("prepaid-balance", order=order, payment=payment, found_at="2026-11-01T10:00:00"), "court")
    assert "xiaobaofa:53" in found and not laws(found) & {"yufu_jieshi", "xiaobao_tiaoli"}


# -- renewals ----------------------------------------------------------------------------------------


def test_renewal_without_notice_and_renewal_after_cancelling() -> None:
    quiet = cited(case("auto-renewal", events=[REQUEST]), "letter")
    assert {"xiaobao_tiaoli:10(2)", "wangluo_jiaoyi_banfa:18(1)"} <= quiet
    cancelled = [{**REQUEST, "at": "2026-10-20T10:00:00", "did": "要求停止自动续费"}]
    after = cited(case("auto-renewal", events=cancelled), "letter")
    assert "wangluo_jiaoyi_banfa:18(2)" in after and "xiaobao_tiaoli:10(2)" not in after
    assert not any("五日" in text or "5日" in text for text in printed(case("auto-renewal"), "small-claims"))


def test_renewals_that_go_on_are_judged_by_the_rules_of_the_last_one() -> None:
    data = changed(
        grounds=["auto-renewal"],
        order={"ordered_at": "2024-05-01T10:00:00"},
        payment={"paid_at": "2024-05-01T10:01:00"},
    )
    early = cited(matter(data), "court")
    data["payments"].append({**data["payments"][0], "id": "p2", "paid_at": "2026-10-01T10:01:00"})
    assert "xiaobao_tiaoli:10(2)" not in early and "xiaobao_tiaoli:10(2)" in cited(matter(data), "court")


def test_an_unread_renewal_clause_is_pleaded_only_where_the_case_says_so() -> None:
    for noticed in ("no", "unknown", "yes"):
        data = changed(grounds=["auto-renewal"])
        data["dispute"]["clause"] = {"text": "到期自动续费", "noticed": noticed}
        assert ("minfadian:496(2)" in cited(matter(data), "court")) is (noticed == "no")


# -- minors and own mistakes ---------------------------------------------------------------------------


def test_minors_by_age_band() -> None:
    def of(number: str) -> Matter:
        return case("minor", complainant={"name": "韦子墨", "id_number": number, "guardian": {"name": "黄某"}})

    assert {"minfadian:144", "minfadian:157"} <= cited(of(CHILD_OF_SEVEN), "letter")
    assert not any(a.startswith("minfadian:145") for a in cited(of(CHILD_OF_SEVEN), "court"))
    assert {"minfadian:19", "minfadian:145(1)", "minfadian:157"} <= cited(of(CHILD_OF_ELEVEN), "letter")
    assert not any(
        a.startswith(("minfadian:144", "minfadian:20", "minfadian:577")) for a in cited(of(CHILD_OF_ELEVEN), "court")
    )
    assert cited(of(""), "letter") == {"minfadian:157"}


def test_an_own_mistake_is_a_request_without_law() -> None:
    for tier in ("message", "letter", "form", "paper", "court"):
        assert not cited(case("user-error"), tier)
    wanted = case("user-error", demands=[{"kind": "terminate"}], events=[REQUEST])
    assert cited(wanted, "court") == {"minfadian:147", "minfadian:152(1)(1)", "minfadian:157"}
    assert not cited(case("user-error", demands=[{"kind": "terminate"}], on=date(2027, 2, 1)), "court")


# -- payers and fraud --------------------------------------------------------------------------------


def test_an_unauthorised_payment_is_the_payers_loss() -> None:
    bank = [{**PAYER, "name": "某某银行股份有限公司"}]
    told = [{**REQUEST, "did": "报告交易未经授权"}]
    found = case("unauthorised", events=told, respondents=bank, orders=[], payment={"method": "bank-card", "order": ""})
    assert {"dianshangfa:57(2)", "dianshangfa:57(3)", "dianshangfa:53(3)"} <= cited(found, "payer")
    assert "feiyinhang_zhifu_tiaoli:35(1)" not in cited(found, "payer")
    assert "dianshangfa:57(2)" in cited(found, "court") and not laws(cited(found, "court")) & {"xiaobaofa", "minfadian"}


def test_a_payment_that_went_astray_asks_the_payer_first_and_the_seller_for_a_double_charge() -> None:
    asked = case("debited-not-credited", respondents=[*CLOSED, PAYER], events=[REQUEST])
    assert {"dianshangfa:55(2)", "dianshangfa:56"} <= cited(asked, "letter")
    assert {"dianshangfa:55(2)", "dianshangfa:53(3)", "feiyinhang_zhifu_tiaoli:35(1)"} <= cited(asked, "payer")
    data = changed(grounds=["debited-not-credited"], events=[REQUEST])
    data["payments"].append({**data["payments"][0], "id": "p2"})
    assert "minfadian:985" in cited(matter(data), "court") and "minfadian:577" not in cited(matter(data), "court")


def test_fraud_goes_to_the_police_in_careful_words() -> None:
    found = case("fraud", fraud_signs=["fee-to-refund", "blocked"])
    assert {"fan_dianxin_zhapianfa:20(1)", "xingfa:266", "zhian_chufafa:58"} <= cited(found, "police")
    assert not cited(found, "letter") | cited(found, "message") | cited(found, "form")
    text = "".join(printed(found, "police-report"))
    assert "涉嫌" in text and not re.search("骗子|诈骗犯|罪犯|犯罪分子", text)
    assert "xiaobaofa:55(1)" not in cited(found, "court")


def test_older_deeds_are_not_judged_by_the_new_public_security_law() -> None:
    old = case(
        "fraud", order={"ordered_at": "2025-05-01T10:00:00"}, payment={"paid_at": "2025-05-01T10:00:00"}, events=[]
    )
    assert "zhian_chufafa:58" not in cited(old, "police") and "xingfa:266" in cited(old, "police")
