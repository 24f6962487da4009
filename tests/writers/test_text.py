"""Plain text reads and copies as a person would have typed it."""

from letters.letter import Heading, Item, Paragraph, Title, length
from letters.writers.text import to_text, write_text

from .sample import BODY, COMPLAINT, NASTY, NASTY_TEXT, SHEET, runs

PAPER = """\
民事起诉状

原告：李晓雨，女，汉族，住所地山东省济南市历下区泉城路1号。

被告：某某网络科技有限公司，住所地福建省福州市鼓楼区软件大道1号。
法定代表人：王某。

诉讼请求
1. 判令被告退还原告价款98.00元（大写：人民币玖拾捌元整）；
2. 本案诉讼费用由被告负担。

事实与理由
一、原告付清价款
2026年11月1日20时14分，原告下单购买某游戏点券1000点，页面载明“秒到账”。
截至起诉之日，被告既未交付点券，也未退还价款。

证据目录

编号 | 证据名称 | 证据来源 | 证明内容 | 页码
一、合同与付款
证据1 | 商品页面截图 | 原告手机 | 原告于2026年11月1日20时14分下单，商品页面载明“秒到账” | 1
证据2 | 微信支付账单详情 | 原告微信账单 | 原告付款98.00元，交易单号4200000404201909069117582536 | 2
二、协商与拒绝
证据3 | 聊天记录 | 平台在线客服 | 被告拒绝，称“虚拟商品一经售出概不退款” | 3

此致
济南市历下区人民法院

附：本起诉状副本1份

具状人（签名）：
2026年11月22日"""


def test_paper_is_set_in_groups() -> None:
    assert to_text(BODY, "paper") == PAPER


def test_box_has_no_title_and_no_blank_line() -> None:
    text = to_text(BODY, "box")
    assert "" not in text.split("\n")
    assert text.startswith("原告：李晓雨")
    assert [line for line in PAPER.split("\n")[1:] if line] == text.split("\n")


def test_script_keeps_title_and_lines_together() -> None:
    head = (Title(runs("通话提纲")), Paragraph(runs("号码：1"), "flush"))
    blocks = (*head, Heading(runs("【开场】")), Paragraph(runs("您好。")))
    assert to_text(blocks, "script") == "通话提纲\n号码：1\n\n【开场】\n您好。"


def test_text_after_a_list_is_set_apart() -> None:
    blocks = (Paragraph(runs("请求：")), Item(runs("退款"), "1. "), Paragraph(runs("盼复。")))
    assert to_text(blocks, "paper") == "请求：\n1. 退款\n\n盼复。"


def test_sheet_is_one_line_a_field() -> None:
    assert to_text(SHEET.body, "box") == "投诉人姓名：李晓雨\n联系电话：13800000000\n是否同意委托调解："


def test_values_stay_as_they_are() -> None:
    text = to_text(NASTY.body, "paper")
    assert text.count(NASTY_TEXT) == 7
    assert NASTY_TEXT.replace("\n", " ") in text
    assert not any(line != line.rstrip() for line in text.split("\n"))
    assert "\t" not in to_text((Paragraph(runs("甲\t乙 \r\n丙\r")),), "paper")


def test_a_long_line_is_not_wrapped() -> None:
    assert to_text((Paragraph(runs("长" * 10_000)),), "box") == "长" * 10_000


def test_length_counts_code_points_after_nfc() -> None:
    assert length("e\u0301\n\U0001f600。") == 4


def test_bytes_are_utf8_with_a_last_line_feed() -> None:
    assert write_text(COMPLAINT) == (PAPER + "\n").encode()
