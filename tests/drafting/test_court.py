"""Complaints and what is filed with them: finished texts, one numbering, and one test a trap."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from letters.case.file.read import Case
from letters.channels.known_channels import channels
from letters.drafting.draft import compose
from letters.law.matter import Matter, matter_of
from letters.letter import Item, Letter, Table, measure, plain
from letters.writers.text import to_text

HERE = Path(__file__).parents[1]
GOLDEN = HERE / "golden"
ON = date(2026, 11, 22)
PLACES = {
    **{p.stem: p for p in sorted((HERE / "cases").glob("*.yaml"))},
    **{p.parent.name: p for p in sorted((HERE.parent / "examples").glob("*/case.yaml"))},
}
SUED = (
    "notice-lapsed", "two-sellers", "upstream-key", "card-late", "prepaid-private", "points-not-delivered", "refund-unpaid", "minor",
    "auto-renewal",
)  # fmt: skip
PAPERS = ("small-claims", "element-form", "evidence-list", "service-address", "power-of-attorney", "evidence-request")
FINISHED = {
    "small-claims": "notice-lapsed", "element-form": "two-sellers", "evidence-list": "notice-lapsed", "service-address": "minor",
    "power-of-attorney": "notice-lapsed", "preservation": "notice-lapsed", "evidence-request": "upstream-key",
    "payment-order": "refund-unpaid",
}  # fmt: skip


def matter(name: str, **changes: str) -> Matter:
    """A case by its name; `changes` replace words of the file before it is read."""
    text = PLACES[name].read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return matter_of(Case.loads(text), ON, base=PLACES[name].parent)


def draft(name: str, channel: str, **changes: str) -> Letter:
    return compose(matter(name, **changes), channel)


def text_of(name: str, channel: str, **changes: str) -> str:
    letter = draft(name, channel, **changes)
    return to_text(letter.body, letter.layout)


def claims_of(text: str) -> list[str]:
    return re.findall(r"^\d+\. (.+)$", text.partition("\n诉讼请求\n")[2].partition("事实与理由")[0], re.M)


@pytest.mark.parametrize(("channel", "name"), FINISHED.items())
def test_finished_paper(channel: str, name: str) -> None:
    found = text_of(name, channel) + "\n"
    path = GOLDEN / f"{channel}.txt"
    if os.environ.get("LETTERS_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SUED)
@pytest.mark.parametrize("channel", PAPERS)
def test_reads_clean(channel: str, name: str) -> None:
    letter = draft(name, channel)
    text = to_text(letter.body, letter.layout)
    quotes = re.compile(r"“[^”]*”")
    spoken = quotes.sub("“”", text)
    assert not re.search(r"[，、；][，。；、]|。[。，；]|（）|（、|、）|「|」|None|Markup|被告被告|原告原告", spoken)
    assert "！" not in spoken and (name == "minor" or "本人" not in spoken.replace("由本人", ""))
    budget = channels()[channel].lengths
    assert not budget or measure(letter.body) <= max(budget)


@pytest.mark.parametrize("name", SUED)
def test_list_and_complaint_give_one_number(name: str) -> None:
    complaint = {e.id: e.number for e in draft(name, "small-claims").exhibits}
    listed = {e.id: e.number for e in draft(name, "evidence-list").exhibits}
    assert complaint.items() <= listed.items()
    assert {e.id: e.number for e in draft(name, "element-form").exhibits} == complaint
    assert listed.keys() == {e.id for e in matter(name).case.evidence}


@pytest.mark.parametrize("name", SUED)
def test_claims_end_as_a_list_does(name: str) -> None:
    claims = claims_of(text_of(name, "small-claims"))
    assert len(claims) > 1 and claims[-1].endswith("负担。") and all(c.endswith("；") for c in claims[:-1])


@pytest.mark.parametrize("name", SUED)
def test_sums_are_one_in_complaint_and_form(name: str) -> None:
    form, complaint = text_of(name, "element-form"), text_of(name, "small-claims")
    assert claims_of(form)[: len(claims_of(complaint))] == claims_of(complaint)
    total = matter(name).sums.get("total")
    if total:
        assert f"10. 标的总额：{total.amount}元" in form


def test_firm_is_followed_by_its_legal_representative() -> None:
    lines = text_of("notice-lapsed", "small-claims").splitlines()
    firm = next(i for i, line in enumerate(lines) if line.startswith("被告："))
    assert lines[firm + 1] == "法定代表人：庄某，经理。"
    assert lines[firm - 1].startswith("委托诉讼代理人：")


def test_each_of_two_defendants_has_its_own_claim() -> None:
    claims = claims_of(text_of("two-sellers", "small-claims"))
    assert claims[0] == "判令解除原告与被告一就订单DF20261105000011、与被告二就订单XL20261106000022订立的合同；"
    assert claims[1].startswith("判令被告一退还原告价款50.00元") and claims[2].startswith(
        "判令被告二退还原告价款99.50元"
    )
    text = text_of("two-sellers", "small-claims")
    assert "向被告一付款50.00元" in text and "向被告二付款99.50元" in text
    assert "本起诉状副本2份" in text and "证据材料3份" in text


def test_contract_that_a_notice_ended_is_confirmed_as_ended() -> None:
    claims = claims_of(text_of("notice-lapsed", "small-claims"))
    assert claims[0].startswith("确认原告与被告就订单KJ20261008000301订立的合同已于2026年10月21日解除")
    cites = {c.article for c in draft("notice-lapsed", "small-claims").citations}
    assert "minfadian:565(1)" in cites and "minfadian:565(2)" not in cites


def test_contract_is_ended_by_suit_without_a_notice() -> None:
    assert claims_of(text_of("points-not-delivered", "small-claims"))[0].startswith("判令解除")


def test_letter_that_arrived_is_told_with_its_request_and_arrival() -> None:
    text = text_of("notice-lapsed", "small-claims")
    assert "寄出催告函（编号EMS9990000000301），要求交付话费或者退款，于10月16日送达（证据5）" in text


def test_platform_in_place_of_an_unnamed_seller_is_to_compensate() -> None:
    changes = {
        "name: 无锡某某点卡经营部, ": "", "address: 江苏省无锡市梁溪区某某路3号, ": "",
        "kind: replace": "kind: refund", "phone: \"025-11110000\"": "address: 江苏省南京市某某路1号",
    }  # fmt: skip
    text = text_of("upstream-key", "small-claims", **changes)
    claims = claims_of(text)
    assert claims[0].startswith("判令被告赔偿原告的价款损失96.00元") and not any("解除" in c for c in claims)
    assert "被告：南京某某商城网络有限公司" in text and "平台内的店铺“星点点卡铺”" in text
    request = text_of("upstream-key", "evidence-request", **changes)
    assert "向被申请人调取平台内店铺“星点点卡铺”的真实名称" in request


def test_small_claims_is_asked_for_as_the_figures_allow() -> None:
    known = text_of("notice-lapsed", "small-claims")
    assert "不超过山东省2025年就业人员年平均工资100000.00元" in known and "应当适用小额诉讼的程序" in known
    assert "核定适用小额诉讼的程序" in text_of("two-sellers", "small-claims")
    beside_money = text_of("card-late", "small-claims")
    assert "小额诉讼" not in beside_money and "、管辖\n" in beside_money


def test_court_clause_of_a_sale_and_of_a_service() -> None:
    assert "原告住所地为合同履行地" in text_of("notice-lapsed", "small-claims")
    service = draft("auto-renewal", "small-claims")
    assert "minsu_jieshi:20" not in {c.article for c in service.citations} and "minsufa:24" in {
        c.article for c in service.citations
    }


def test_renewals_are_no_orders_of_the_plaintiff() -> None:
    text = text_of("auto-renewal", "small-claims")
    assert (
        "被告分4次通过微信支付扣收" in text and "原告分4次" not in text and "下单购买木云修图会员自动续费" not in text
    )


def test_payments_that_nobody_authorised_are_not_told_as_the_plaintiffs() -> None:
    changes = {"grounds: [not-delivered, no-refund-clause]": "grounds: [unauthorised]"}
    text = text_of("card-late", "small-claims", **changes)
    assert "原告的银行卡账户" in text and "被扣款258.00元" in text and "付款258.00元" not in text


def test_minor_is_plaintiff_and_the_guardian_signs() -> None:
    text = text_of("minor", "small-claims")
    lines = text.splitlines()
    assert any(line.startswith("法定代理人：秦岚") and "系原告母亲" in line for line in lines)
    assert "具状人（法定代理人签名）：" in text and "监护关系的材料" in text


def test_evidence_proves_nothing_that_came_after_it() -> None:
    rows = {r[1]: r[3] for r in _rows(draft("card-late", "evidence-list"))}
    assert rows["会员购买页截图"] == "商品页面载明“付款后当日开通”"
    pages = [r[6] for r in _rows(draft("notice-lapsed", "evidence-list"))]
    assert pages == ["1", "2-3", "4", "5-7", "8", "9"]


def _rows(letter: Letter) -> list[list[str]]:
    table = next(b for b in letter.body if isinstance(b, Table))
    rows = [[plain(cell) for cell in row] for i, row in enumerate(table.rows) if i not in table.spans]
    assert table.spans, "groups"
    return rows


def test_many_payments_are_listed_one_by_one() -> None:
    text = text_of("minor", "evidence-list")
    assert "附表：付款明细" in text and "合计 | 4笔 |  | 2592.00元" in text
    assert "附表" not in text_of("two-sellers", "evidence-list")


def test_element_form_has_every_item_in_order_and_one_tick_a_question() -> None:
    form = text_of("two-sellers", "element-form")
    claims, facts = form.partition("约定管辖和诉前保全")[0], form.partition("\n事实与理由\n")[2]
    assert [int(n) for n in re.findall(r"^(\d+)\. .+：", claims.partition("本案诉讼费用")[2], re.M)] == list(
        range(1, 11)
    )
    assert [int(n) for n in re.findall(r"^(\d+)\. .+：", facts.partition("对纠纷解决方式的意愿")[0], re.M)] == list(
        range(1, 26)
    )
    answered = re.findall(r"^(?:10|11|12|13|14|16|18|19|20|22)\. .*\n.*$", facts, re.M)
    assert all(answer.count("☑") == 1 for answer in answered) and len(answered) == 10
    assert "☑不履行" in form and "☑判令解除合同" in form and "☑逾期交货" in form
    assert "了解☑" not in form and "☑了解" not in form


def test_element_form_says_where_there_is_no_form_for_it() -> None:
    assert "没有网络服务合同、网络虚拟财产等纠纷的专用格式" in text_of("auto-renewal", "element-form")
    assert "没有单独的要素式格式" in text_of("two-sellers", "element-form")


def test_wish_to_mediate_is_ticked_only_if_stated() -> None:
    assert "是否考虑先行调解：☑是" in text_of("notice-lapsed", "element-form")
    left = text_of("two-sellers", "element-form").partition("是否考虑先行调解")[2]
    assert "☑" not in left.partition("此致")[0]


def test_powers_are_named_one_by_one_or_left_to_be_ticked() -> None:
    special = text_of("notice-lapsed", "power-of-attorney")
    assert "1. 代为和解；" in special and "2. 代为放弃、变更诉讼请求。" in special and "2027年6月30日" in special
    open_ = text_of(
        "notice-lapsed", "power-of-attorney", **{"special_powers: [代为和解, 代为放弃、变更诉讼请求], ": ""}
    )
    assert "☐代为进行和解" in open_ and "☑" not in open_
    general = text_of("notice-lapsed", "power-of-attorney", **{"powers: special": "powers: general"})
    assert "一般授权" in general and "受托人无权代为承认、放弃、变更诉讼请求" in general


def test_electronic_service_is_the_users_choice() -> None:
    assert "☑同意" in text_of("notice-lapsed", "service-address")
    assert "☐同意　☐不同意（由本人勾选）" in text_of("two-sellers", "service-address")


def test_payment_order_tells_the_debt_alone() -> None:
    text = text_of("refund-unpaid", "payment-order")
    assert "该期限于11月6日届满" in text and "财务系统核查中" not in text and "上海市闵行区人民法院" in text
    assert "双方没有其他债务纠纷" in text


def test_preservation_asks_for_no_more_than_the_claims() -> None:
    letter = draft("notice-lapsed", "preservation")
    text = to_text(letter.body, letter.layout)
    assert f"{matter('notice-lapsed').sums['total'].amount}元（大写" in text
    assert "公告停止服务" in text and "判决可能难以执行的具体情形：＿" not in text
    assert "判决可能难以执行的具体情形：＿" in text_of("two-sellers", "preservation")
    assert [b.label for b in letter.body if isinstance(b, Item)][:2] == ["1. ", "2. "]


def test_two_laws_in_one_citation_are_joined_once() -> None:
    for name in SUED:
        assert not re.search(r"第[^，。；“]{1,12}和第[^，。；“]{1,14}、《", text_of(name, "small-claims"))
        assert not re.search(r"条和第[^，。；“和]{1,14}[款条]和《", text_of(name, "small-claims"))
