"""The ground files read as data: what they cite exists, what they print is what they cite, and every text can be read aloud."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from letters.case.file.read import Case
from letters.channels.known_channels import channels
from letters.data.folders import statutes_dir
from letters.drafting.context import Context
from letters.drafting.rendering import context_for
from letters.law.library import law_of
from letters.law.matter import Matter, matter_of

FOLDER = statutes_dir() / "grounds"
FILES = sorted(FOLDER.glob("*.yaml"))
GROUNDS = [f.stem for f in FILES if not f.stem.startswith("_")]
KINDS = ["points", "card-key", "airtime", "membership", "account", "software", "top-up", "balance", "other"]
TIERS = {"message", "letter", "form", "paper", "court", "order", "report", "payer", "police"}
SELLER_GROUNDS = ["not-delivered", "late", "short-or-wrong", "invalid-key", "misdescribed"]
DELIVERY = {"late": "late", "short-or-wrong": "partial", "invalid-key": "invalid", "misdescribed": "full"}
CHANNELS = [
    "customer-service",
    "platform-appeal",
    "demand-letter",
    "12315",
    "market-regulator",
    "small-claims",
    "12315-report",
]
PRINTED = re.compile(r"'([a-z_]+:\d[^']*)'")
UGLY = re.compile(r"，，|。。|，。|；。|。，|、，|None|Undefined|[！!「」{}]|\s{2}")


@cache
def read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def arguments() -> list[Any]:
    return [pytest.param(a, id=f"{p.stem}:{a['id']}") for p in FILES for a in read(p).get("arguments") or ()]


def case_of(ground: str, kind: str = "points", **changes: Any) -> Case:
    """A plain case of one ground on a self-operated site; `changes` replace whole keys, `dispute` and `order` are merged."""
    delivery = DELIVERY.get(ground, "none")
    order = {
        "id": "o1", "number": "KM20261101123456", "seller": "s", "platform": "s", "item": "某商品", "kind": kind, "quantity": 10,
        "unit_price": "10.00", "amount": "100.00", "ordered_at": "2026-11-01T20:14:00",
        "promised": {"text": "秒到账", "by": "2026-11-01T20:25:00"}, "delivery": delivery, "activated": "no",
    }  # fmt: skip
    if delivery != "none":
        order["delivered_at"] = "2026-11-03T10:00:00"
    if ground == "short-or-wrong":
        order["delivered_quantity"] = 8
    data: dict[str, Any] = {
        "schema": 1,
        "complainant": {"name": "李晓雨", "phone": "13800000000"},
        "purpose": "own-use",
        "respondents": [{"id": "s", "role": "platform", "self_operated": True, "name": "某某网络科技有限公司", "brand": "极速卡盟"}],
        "orders": [order | changes.pop("order", {})],
        "payments": [{"id": "p1", "order": "o1", "method": "wechat", "amount": "100.00", "paid_at": "2026-11-01T20:15:33"}],
        "dispute": {"grounds": [ground], "found_at": "2026-11-01T20:30:00"} | changes.pop("dispute", {}),
        "events": [
            {"at": "2026-11-03T20:40:00", "by": "complainant", "kind": "request", "did": "申请退款"},
            {"at": "2026-11-03T21:05:00", "by": "s", "kind": "refusal", "did": "拒绝退款", "quote": "概不退款"},
        ],
        "demands": [{"kind": "refund", "order": "o1"}],
    }  # fmt: skip
    return Case.of(data | changes)


def matter_with(*given: Any, on: date = date(2026, 11, 22), **changes: Any) -> Matter:
    return matter_of(case_of(*given, **changes), on)


def context_of(matter: Matter, channel_id: str) -> Context:
    return context_for(matter, channels()[channel_id], channels())


def texts(matter: Matter, channel_id: str) -> list[str]:
    """Everything the ground files give to a letter of this channel, as it is printed."""
    context = context_of(matter, channel_id)
    names = context.names
    found = [str(names["claim_line"]())] if context.channel.tier == "message" else []
    for reason in names["reasons"]():
        found += [str(reason.heading), *map(str, reason.paragraphs)]
    for form in ("answer", "short", "spoken"):
        found += [str(answer["text"]) for answer in names["answers"](form)]
    if context.channel.tier == "report":
        found += [str(lead[key]) for lead in names["leads"]() for key in ("heading", "text")]
    words = names["w"]
    for key in ("title", "failure", "failure_short", "state", "pivot", "price", "heading_deal", "heading_failure", "heading_claim",
                "contract_end", "category", "records", "records_public", "ask_seller", "bank_reason", "breach_type"):  # fmt: skip
        found.append(str(getattr(words, key)))
    found += [str(question) for question in words.questions]
    return [re.sub(r"[\x00-\x1f\ue000-\uf8ff]", "", context.citer.resolve(text)) for text in found if text]


def cited(matter: Matter, tier: str) -> set[str]:
    return {article for argument in matter.basis.for_tier(tier) for article in argument.cite}


@pytest.mark.parametrize("argument", arguments())
def test_what_an_argument_prints_is_what_it_cites(argument: dict[str, Any]) -> None:
    for text in (argument["text"], *argument.get("texts", {}).values()):
        assert set(PRINTED.findall(text)) == set(argument["cite"])
    assert set(argument["tiers"]) <= TIERS
    assert argument["reason"]


@pytest.mark.parametrize("argument", arguments())
def test_what_an_argument_cites_exists(argument: dict[str, Any]) -> None:
    for article in argument["cite"]:
        assert law_of().statutes.label(article)


def test_every_id_stands_once() -> None:
    ids = [a["id"] for path in FILES for a in read(path).get("arguments") or ()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ground", SELLER_GROUNDS)
def test_texts_read_well_for_every_kind_of_goods(ground: str, kind: str) -> None:
    clause = {"grounds": [ground, "no-refund-clause"], "clause": {"text": "概不退款", "where": "用户协议第五条", "highlighted": "no"},
              "defences": ["no-refund-on-virtual-goods", "already-delivered", "already-activated", "upstream-not-settled",
                           "system-checking", "ask-the-merchant", "balance-only", "fee-deducted", "window-passed"]}  # fmt: skip
    matter = matter_with(ground, kind, dispute=clause)
    for channel in CHANNELS:
        for text in texts(matter, channel):
            assert not UGLY.search(text), f"{channel}: {text}"
    assert len(texts(matter, "customer-service")) > 15


@pytest.mark.parametrize("ground", SELLER_GROUNDS)
@pytest.mark.parametrize("demand", ["refund", "deliver", "replace", "difference", "terminate"])
def test_texts_read_well_for_every_demand(ground: str, demand: str) -> None:
    matter = matter_with(ground, demands=[{"kind": demand, "order": "o1"}])
    for channel in CHANNELS:
        for text in texts(matter, channel):
            assert not UGLY.search(text), f"{channel}: {text}"


@pytest.mark.parametrize("ground", SELLER_GROUNDS)
def test_a_message_names_at_most_two_articles(ground: str) -> None:
    for grounds in ([ground], [ground, "no-refund-clause"]):
        for purpose in ("own-use", "resale"):
            found = cited(matter_with(ground, dispute={"grounds": grounds}, purpose=purpose), "message")
            assert 1 <= len(found) <= 2


@pytest.mark.parametrize("ground", SELLER_GROUNDS)
def test_resale_leaves_no_consumer_law(ground: str) -> None:
    basis = matter_with(ground, dispute={"grounds": [ground, "no-refund-clause"]}, purpose="resale").basis
    laws = {p.article.partition(":")[0] for p in basis.chosen}
    assert not laws & {"xiaobaofa", "xiaobao_tiaoli", "wangluo_xiaofei_jieshi", "qinhai_xiaofeizhe_chufa_banfa"}
    assert any(p.article.startswith("minfadian:577") for p in basis.chosen)


@pytest.mark.parametrize("ground", SELLER_GROUNDS)
def test_a_court_hears_breach_and_consumer_law(ground: str) -> None:
    found = cited(matter_with(ground), "court")
    assert {"minfadian:577", "dianshangfa:74", "xiaobaofa:52"} <= found


def test_a_refund_request_is_no_demand_to_perform() -> None:
    plain = cited(matter_with("not-delivered"), "court")
    assert "minfadian:563(1)(4)" in plain and "minfadian:563(1)(3)" not in plain
    demand = {
        "at": "2026-11-05T09:00:00",
        "by": "complainant",
        "kind": "request",
        "did": "书面催告，请于11月8日前交付点券",
    }
    lapsed = cited(matter_with("not-delivered", events=[demand]), "court")
    assert "minfadian:563(1)(3)" not in lapsed or "minfadian:563(1)(4)" not in lapsed
    assert "minfadian:563(1)(3)" in lapsed


def test_a_lapsed_right_to_end_leaves_the_refund_on_prepayment() -> None:
    found = cited(matter_with("not-delivered", on=date(2027, 11, 22)), "court")
    assert not {a for a in found if a.startswith(("minfadian:563", "minfadian:565", "minfadian:566"))}
    assert {"xiaobaofa:53", "xiaobaofa:52", "minfadian:577"} <= found


def test_goods_that_came_late_and_were_used_end_no_contract() -> None:
    found = cited(matter_with("late", order={"activated": "yes"}), "court") | cited(
        matter_with("late", order={"activated": "yes"}), "letter"
    )
    assert not {a for a in found if a.startswith("minfadian:563")}


def test_triple_damages_need_deceit_before_payment_and_the_users_word() -> None:
    said = {"statement": "官方直充", "said_at": "2026-11-01T20:00:00", "truth": "实为体验码"}
    late = said | {"said_at": "2026-11-02T20:00:00"}
    both = [{"kind": "refund", "order": "o1"}, {"kind": "triple", "order": "o1"}]
    grounds = ["misdescribed"]
    wanted = matter_with("misdescribed", dispute={"grounds": grounds, "deceit": said}, demands=both)
    assert "xiaobaofa:55(1)" in cited(wanted, "form") & cited(wanted, "court")
    for matter in (
        matter_with("misdescribed", dispute={"grounds": grounds, "deceit": said}),
        matter_with("misdescribed", dispute={"grounds": grounds, "deceit": late}, demands=both),
        matter_with("misdescribed", demands=both),
    ):
        assert "xiaobaofa:55(1)" not in {p.article for p in matter.basis.chosen}


def test_a_clause_is_answered_by_what_it_takes_away() -> None:
    for ground, lost in (("not-delivered", "不交付时的退款责任"), ("short-or-wrong", "补足数量、退还差额的责任")):
        matter = matter_with(ground, dispute={"grounds": [ground, "no-refund-clause"], "clause": {"text": "概不退款"}})
        assert any(lost in text for text in texts(matter, "market-regulator"))


def test_an_unnoticed_clause_needs_the_case_to_say_so() -> None:
    for noticed, there in (("no", True), ("unknown", False), ("yes", False)):
        clause = {"text": "概不退款", "highlighted": "no", "noticed": noticed}
        matter = matter_with(
            "not-delivered", dispute={"grounds": ["not-delivered", "no-refund-clause"], "clause": clause}
        )
        assert ("minfadian:496(2)" in cited(matter, "court")) is there


def test_a_platform_that_hides_the_seller_pays_but_ends_no_contract() -> None:
    respondents = [
        {"id": "p", "role": "platform", "self_operated": False, "name": "某某平台有限公司", "brand": "卡券小集"},
        {"id": "s", "role": "seller", "brand": "小鱼点卡铺"},
    ]
    matter = matter_with("invalid-key", "card-key", respondents=respondents, order={"platform": "p"})
    found = cited(matter, "court")
    assert "xiaobaofa:44(1)" in found and "minfadian:565(2)" not in found
    printed = "".join(texts(matter, "small-claims"))
    assert "销售者交付的卡密" in printed and "被告交付的卡密" not in printed


def test_a_letter_to_the_shop_says_nothing_of_the_platforms_duties() -> None:
    respondents = [
        {"id": "p", "role": "platform", "self_operated": False, "name": "某某平台有限公司", "brand": "好卡商城"},
        {"id": "s", "role": "seller", "name": "某某数码有限公司", "brand": "书客"},
    ]
    matter = matter_with("short-or-wrong", respondents=respondents, order={"platform": "p"})
    assert not any("积极协助" in text for text in texts(matter, "demand-letter"))
    assert any("积极协助" in text for text in texts(matter, "platform-appeal"))


def test_a_report_waits_for_fifteen_days() -> None:
    lead = "第八条第二项"
    assert any(lead in text for text in texts(matter_with("not-delivered"), "12315-report"))
    assert not any(lead in text for text in texts(matter_with("not-delivered", on=date(2026, 11, 16)), "12315-report"))
