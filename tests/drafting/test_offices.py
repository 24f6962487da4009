"""Complaints, reports, public posts and follow-ups: finished texts, budgets, masks, and one test a trap."""

import os
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from letters.case.file.read import Case
from letters.case.view.identifying import identifiers
from letters.channels.known_channels import channels
from letters.drafting.draft import compose
from letters.law.matter import Matter, matter_of
from letters.letter import Heading, Letter, Paragraph, measure
from letters.letter import plain as plain_runs
from letters.writers.text import to_text

HERE = Path(__file__).parents[1]
CASES = HERE / "cases"
GOLDEN = HERE / "golden"
ON = date(2026, 11, 22)
NAMES = ("office-points", "two-sellers", "prepaid-private", "card-late", "upstream-key")
OURS = (
    "12315", "market-regulator", "heimao", "xiaofeibao", "consumer-association", "12315-report", "12345", "odr",
    "internet-complaint", "internet-association", "peoples-mediation",
)  # fmt: skip
#: One finished letter a channel, from the case that suits it.
FINISHED = {
    "12315": "office-points", "market-regulator": "two-sellers", "heimao": "card-late", "xiaofeibao": "prepaid-private",
    "police-report": "office-fee", "anti-fraud-script": "office-fee", "consumer-association": "upstream-key",
    "12315-report": "office-points", "joint-complaint": "office-joint", "representative-election": "office-joint",
    "12345": "office-open", "odr": "upstream-key", "internet-complaint": "card-late", "internet-association": "office-points",
    "peoples-mediation": "prepaid-private",
}  # fmt: skip
PUBLIC = ("heimao", "xiaofeibao")


def matter(name: str, on: date = ON, changes: Mapping[str, str] = MappingProxyType({})) -> Matter:
    """A case of tests/cases; `changes` replace words of the file before it is read."""
    text = (CASES / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return matter_of(Case.loads(text), on, base=CASES)


def draft(
    name: str, channel: str, mode: str = "new", on: date = ON, changes: Mapping[str, str] = MappingProxyType({})
) -> Letter:
    return compose(matter(name, on, changes), channel, mode=mode)


def said(letter: Letter) -> str:
    """All that a letter says: every length of it, and the boxes of its form."""
    bodies = letter.variants or {"": letter.body}
    parts = [f"[{n}]\n{to_text(b, letter.layout)}" if n else to_text(b, letter.layout) for n, b in bodies.items()]
    return "\n\n".join([*parts, *(f"{label}：{text}" for label, text in letter.fields)])


def plain(name: str, channel: str, on: date = ON) -> str:
    letter = draft(name, channel, on=on)
    return to_text(letter.body, letter.layout)


def check(found: str, golden: str) -> None:
    path = GOLDEN / f"{golden}.txt"
    if os.environ.get("LETTERS_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("channel", "name"), FINISHED.items())
def test_finished_letter(channel: str, name: str) -> None:
    letter = draft(name, channel)
    check(f"{letter.title}\n\n{said(letter)}\n", channel)


@pytest.mark.parametrize("mode", ["supplement", "urge"])
def test_finished_follow_up(mode: str) -> None:
    check(said(draft("office-open", "12315", mode)) + "\n", f"12315-{mode}")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("channel", OURS)
def test_within_budget_and_clean(channel: str, name: str) -> None:
    letter = draft(name, channel)
    profile = channels()[channel]
    assert measure(letter.body) <= max(profile.lengths)
    for length, body in letter.variants.items():
        assert measure(body) <= int(length)
    if profile.title_max:
        assert 0 < len(letter.title) <= profile.title_max
    text = said(letter)
    assert not re.search(r"[。，；：、]{2}|（）|“”|，\)|由被投诉人(?:由|被)|证据\d+）（|[。；]）", text)
    assert not re.search(r"被投诉人被投诉人|投诉人投诉人|严重侵害|恶劣|霸王", text)
    assert "「" not in text


@pytest.mark.parametrize("name", [*NAMES, "office-open"])
@pytest.mark.parametrize("channel", PUBLIC)
@pytest.mark.parametrize("mode", ["new", "supplement", "urge", "withdraw"])
def test_public_texts_name_nobody(channel: str, name: str, mode: str) -> None:
    case = matter(name)
    letter = compose(case, channel, mode=mode)
    text = f"{letter.title}\n{said(letter)}"
    leaked = {path: value for path, value in identifiers(case.case).items() if value in text}
    assert not leaked


@pytest.mark.parametrize("channel", ["12345", "internet-association", "anti-fraud-script"])
def test_name_and_phone_are_all_that_level_two_tells(channel: str) -> None:
    text = said(draft("office-fee", channel))
    assert "苏映竹" in text
    for hidden in ("110105199203079999", "洛龙区某某路31号"):
        assert hidden not in text


def test_three_lengths_tell_one_story() -> None:
    letter = draft("office-points", "12315")
    texts = [to_text(body, letter.layout) for body in letter.variants.values()]
    assert list(letter.variants) == ["300", "500", "1000"]
    for text in texts:
        for fact in (
            "DC20261030210031",
            "288元",
            "五分钟到账",
            "DC-KF-1031-8",
            "自达成调解协议之日起7日内",
            "同一争议未由",
        ):
            assert fact in text
    assert "《" not in texts[0]
    assert texts[1].count("《") == 1
    assert "泉州某某点仓网络科技有限公司" in texts[2]


def test_boxes_of_the_form_are_in_its_order() -> None:
    labels = [label for label, _ in draft("office-points", "12315").fields]
    assert labels[:6] == [
        "投诉人姓名",
        "联系电话",
        "证件类型、号码",
        "联系地址",
        "是否同意公示投诉信息",
        "是否同意委托调解",
    ]
    values = dict(draft("office-points", "12315").fields)
    assert values["被投诉人名称"] == "泉州某某点仓网络科技有限公司"
    assert values["投诉请求"] == "退还货款和服务费用：288元"
    assert values["是否同意委托调解"] == "（由本人选择）"
    assert "110105199203079999" not in to_text(draft("office-points", "12315").body, "box")


def test_unconfirmed_statements_are_not_made() -> None:
    changes = {"  true_account: 2026-11-22\n  no_parallel_proceedings: 2026-11-22\n": "  true_account: 2026-12-22\n"}
    for channel in ("12315", "market-regulator", "consumer-association", "police-report"):
        text = said(draft("office-points", channel, changes=changes))
        assert "同一争议未由" not in text
        assert "内容属实" not in text and "真实性" not in text and "如实陈述" not in text


def test_quotes_come_out_as_typed() -> None:
    for channel in ("12315", "market-regulator", "heimao"):
        assert "“点券售出后不予退款，**请理解** {{ 2*3 }}”" in said(draft("office-points", channel))


def test_complaint_asks_no_penalty_and_report_no_money() -> None:
    complaint, report = said(draft("office-points", "market-regulator")), said(draft("office-points", "12315-report"))
    assert not re.search(r"处罚|立案|查处|涉嫌", complaint)
    assert not re.search(r"退至|组织调解|赔偿", report)
    assert "涉嫌违反" in report and "依法应当告知结果的，请告知举报人" in report


def test_regulator_law_follows_the_day_of_the_letter() -> None:
    changes = {"2026-10": "2025-10", "2026-11": "2025-11"}
    before = said(draft("office-points", "market-regulator", on=date(2025, 11, 22), changes=changes))
    assert "暂行办法" in before and "第十四条" in before
    after = said(draft("office-points", "market-regulator"))
    assert "《市场监督管理投诉举报处理办法》第十三条" in after and "暂行" not in after


def test_several_operators_owe_each_his_own() -> None:
    text = plain("two-sellers", "market-regulator")
    assert "被投诉人一：常州某某东风网络有限公司" in text and "被投诉人二：徐州某某西岭网络有限公司" in text
    assert "由被投诉人一将货款50.00元" in text and "由被投诉人二将货款99.50元" in text
    assert "店铺“西岭话费”下单购买手机话费100元" in text


def test_renewals_are_charges_and_no_purchase() -> None:
    from_examples = Path(__file__).parents[2] / "examples" / "auto-renewal" / "case.yaml"
    case = matter_of(Case.load(from_examples), ON, base=from_examples.parent)
    text = said(compose(case, "12315"))
    assert "下单购买" not in text.split("协商经过")[0] and "扣收" in text
    assert re.search(r"\d{4}年\d+月\d+日至", text)


def test_police_report_has_flow_of_money_and_suspicion_only() -> None:
    text = plain("office-fee", "police-report")
    assert text.count("涉嫌") == 1 and "诈骗犯" not in text and "骗子" not in text
    assert "报案人共付出368.00元" in text and "损失为368.00元" in text
    assert "1000039901202611040000000032" in text and "吴某某" in text
    assert "报案人付款时的所在地在洛阳市洛龙区" in text
    assert text.rstrip().endswith("2026年11月22日") and "敬礼" not in text


def test_fresh_transfer_comes_first_on_the_phone() -> None:
    text = plain("office-fee", "anti-fraud-script", on=date(2026, 11, 5))
    assert text.startswith("您好，请马上帮我止付") and "1000039901202611040000000032" in text.split("。")[0]
    assert plain("office-fee", "anti-fraud-script").startswith("您好，我要反映一条涉嫌诈骗的线索")


def test_joint_complaint_counts_each_person() -> None:
    text = plain("office-joint", "joint-complaint")
    assert "合计432.50元（大写：人民币肆佰叁拾贰元伍角整）" in text
    for name, number, amount in (
        ("苏映竹", "DC20261030210031", "288.00元"), ("邵一帆", "DC20261031100032", "96.00元"), ("温如月", "DC20261101110033", "48.50元"),
    ):  # fmt: skip
        assert f"{name} | {number}" in text and amount in text
    assert "（邵一帆证据1）" in text and "第十二条" in text
    assert text.count("2026年10月30日21时，投诉人为生活消费需要") == 3
    assert "432.50" not in plain("office-joint", "representative-election")


def test_a_joint_complaint_numbers_more_than_ten_persons(tmp_path: Path) -> None:
    member = (CASES / "office-joint-2.yaml").read_text("utf-8")
    names = [f"member-{n}.yaml" for n in range(2, 13)]
    for n, name in enumerate(names, 2):
        (tmp_path / name).write_text(member.replace("邵一帆", f"邵一帆{chr(0x4E00 + n)}"), "utf-8")
    text = (CASES / "office-joint.yaml").read_text("utf-8")
    case = Case.loads(text.replace("[office-joint-2.yaml, office-joint-3.yaml]", f"[{', '.join(names)}]"))
    found = said(compose(matter_of(case, ON, base=tmp_path), "joint-complaint"))
    assert "投诉人十一：" in found and "投诉人十二：" in found


def test_supplement_tells_only_what_is_later_and_keeps_numbers() -> None:
    text = said(draft("office-open", "12315", "supplement"))
    assert text.startswith("补充材料（原登记编号3505032026111600000031）")
    assert "证据6" in text and "证据7" in text and "11月18日14:10" in text
    assert "点券售出后不予退款" not in text and "20:14" not in text


def test_reminder_names_the_period_that_lapsed_only_where_law_sets_it() -> None:
    law = said(draft("office-open", "12315", "urge", on=date(2026, 11, 27)))
    assert "答复期限已于11月25日届满" in law and "七个工作日" in law
    custom = said(draft("office-open", "12345", "urge"))
    assert "届满" not in custom and "《" not in custom


def test_report_and_police_are_not_withdrawn_for_money() -> None:
    changes = {"refunds: []": "refunds: [{payment: p1, amount: '288.00', arrived_at: 2026-11-20T09:00:00}]"}
    withdrawal = draft("office-open", "12315", "withdraw", changes=changes)
    assert "现撤回上述投诉" in said(withdrawal) and not withdrawal.demands
    assert withdrawal.title.startswith("撤回投诉的说明")
    for channel in ("12315-report", "police-report"):
        text = said(draft("office-open", channel, "withdraw", changes=changes))
        assert "撤回" not in text and "请依法处理" in text


def test_hotline_urges_and_files_no_second_complaint() -> None:
    text = plain("office-open", "12345")
    assert "不重复投诉" in text and "3505032026111600000031" in text
    assert "客服回复" not in text.split("全国12315平台投诉")[1]
    assert "不重复投诉" not in plain("office-points", "12345")


def test_headings_and_parties_keep_their_roles() -> None:
    body = draft("office-joint", "joint-complaint").body
    headings = [plain_runs(b.runs) for b in body if isinstance(b, Heading) and b.level == 2]
    assert [h[:2] for h in headings] == ["一、", "二、", "三、", "一、", "二、", "三、", "四、"]
    parties = [plain_runs(b.runs) for b in body if isinstance(b, Paragraph) and b.role == "party"]
    assert [p.split("：")[0] for p in parties] == ["投诉人一", "投诉人二", "投诉人三", "被投诉人"]


def test_what_was_confirmed_is_claimed_for_that_day_only() -> None:
    from datetime import date

    from letters.api import draft, open_case

    case = Path(__file__).parents[2] / "examples" / "points-not-delivered" / "case.yaml"
    text = draft(open_case(case, date(2026, 12, 9)), "market-regulator").text
    assert "截至2026年11月22日，同一争议未由" in text
    assert "截至2026年12月9日，同一争议" not in text
