"""What is a fault of tone, and what only looks like one."""

import pytest

from letters.review.tone import hits, manners
from tests.review.build import codes, find, letter, one
from tests.review.test_codes import put


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("再不退款就曝光你们", "threat"),
        ("不退就举报到底", "threat"),
        ("不退款就闹到公司", "threat"),
        ("全网曝光这家公司", "threat"),
        ("退款后撤销举报", "threat"),
        ("否则发到网上让大家看看", "threat"),
        ("让你们开不下去", "threat"),
        ("我会联系你的家人", "threat"),
        ("后果自负", "threat"),
        ("这个骗子平台", "insult"),
        ("黑心商家不讲信用", "insult"),
        ("垃圾客服", "insult"),
        ("对方已经构成诈骗罪", "crime-as-fact"),
        ("属于典型的诈骗", "crime-as-fact"),
        ("本人被平台诈骗98元", "crime-as-fact"),
        ("老板卷款跑路", "crime-as-fact"),
        ("平台诈骗消费者", "crime-as-fact"),
        ("对方敲诈勒索", "crime-as-fact"),
        ("平台跑路", "insult"),
        ("平台涉嫌诈骗", "suspicion"),
        ("法院必须判全额退款", "promised-result"),
        ("平台必将被处罚", "promised-result"),
        ("保证胜诉", "promised-result"),
    ],
)
def test_faults(text: str, code: str) -> None:
    assert code in {hit.manner.code for hit in hits(text)}


@pytest.mark.parametrize(
    "text",
    [
        "逾期未处理的，本人将依法投诉或者提起诉讼",
        "页面关于“活动结束前两小时必定发码”的承诺",
        "以“解冻保证金”名义转出的款项",
        "由自称“官方客服”的人员通过QQ联系，要求缴费后方可退款",
        "向12315举报平台使用不公平格式条款",
        "依照《反电信网络诈骗法》第二十条，请求紧急止付",
        "商家保证质量，七日内包换新码",
        "客服称系统核查中，请耐心等待",
        "对方说：“你就是骗子，曝光你”",
        "请判令被告退还价款98.00元",
        "通过平台站内信发出书面催告，如届时仍未发出将解除合同",
        "致电反诈中心咨询",
        "平台不退款，我就向12315投诉了",
        "通过USB接口读取软件加密狗",
        "购买砍价活动的卡密，页面称全网最低价",
        "说话被打断对话框后重新提交",
        "公安机关答复不构成诈骗",
        "请核查是否构成诈骗",
        "对上述行为依法审查，构成违法犯罪的，依法处理",
        "属于电信网络诈骗活动的，请贵局依法查处",
        "尚不构成犯罪的，请贵局依照治安管理处罚法审查处理",
        "查询同类商品价格为98元",
    ],
)
def test_harmless(text: str) -> None:
    assert list(hits(text)) == []


def test_a_quotation_is_never_judged() -> None:
    assert "insult" not in codes(find(put("events.2.quote", "你才是骗子，后果自负")))


def test_threats_told_of_the_other_side_are_not_the_writers() -> None:
    told = put("events.2.did", "拒绝退款，并称再投诉就曝光你的地址")
    assert "threat" not in codes(find(told))
    assert "threat" not in codes(
        find(told, "customer-service", letter("customer-service", "客服拒绝退款，并称再投诉就曝光你的地址"))
    )


def test_a_finding_says_what_to_write_instead() -> None:
    found = one(find(put("events.1.did", "申请退款，骂对方是骗子")), "insult")
    assert "骗子" in found.message
    assert found.fix.endswith("对方")


def test_suspicion_is_at_home_in_police_and_court_papers() -> None:
    text = "报案人认为对方涉嫌诈骗"
    assert "crime-as-fact" not in codes(find(channel="police-report", letter=letter("police-report", text)))
    assert "crime-as-fact" not in codes(find(channel="small-claims", letter=letter("small-claims", text)))
    assert "crime-as-fact" in codes(find(channel="customer-service", letter=letter("customer-service", text)))


def test_the_letters_own_words_are_judged_without_the_other_sides() -> None:
    bad = letter("customer-service", "你们是骗子")
    quoting = letter("customer-service", "客服答复：概不退款")
    assert "insult" in codes(find(channel="customer-service", letter=bad))
    assert "insult" not in codes(find(put("events.2.quote", "概不退款"), "customer-service", quoting))


def test_every_expression_has_a_neutral_wording() -> None:
    assert all(e.instead for m in manners() for e in m.expressions)
    assert {m.code for m in manners()} == {"threat", "insult", "crime-as-fact", "suspicion", "promised-result"}
