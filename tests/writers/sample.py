"""Letters made by hand for the writers' tests; nothing here comes from a case or a law."""

from datetime import date

from msgspec.structs import replace

from letters.letter import Block, Closing, Heading, Item, Letter, PageBreak, Paragraph, Run, Runs, Table, Title


def runs(text: str, bold: bool = False) -> Runs:
    return (Run(text, bold),)


def row(*cells: str) -> tuple[Runs, ...]:
    return tuple(runs(cell) if cell else () for cell in cells)


EVIDENCE = Table(
    header=(row("编号", "证据名称", "证据来源", "证明内容", "页码"),),
    rows=(
        row("一、合同与付款", "", "", "", ""),
        row("证据1", "商品页面截图", "原告手机", "原告于2026年11月1日20时14分下单，商品页面载明“秒到账”", "1"),
        row("证据2", "微信支付账单详情", "原告微信账单", "原告付款98.00元，交易单号4200000404201909069117582536", "2"),
        row("二、协商与拒绝", "", "", "", ""),
        row("证据3", "聊天记录", "平台在线客服", "被告拒绝，称“虚拟商品一经售出概不退款”", "3"),
    ),
    widths=(12, 22, 18, 38, 10),
    spans=frozenset({0, 3}),
)
PARTIES = Table(
    header=(),
    rows=(row("投诉人姓名", "李晓雨"), row("联系电话", "13800000000"), row("是否同意委托调解", "")),
    widths=(30, 70),
    kind="sheet",
)
BODY: tuple[Block, ...] = (
    Title(runs("民事起诉状")),
    Paragraph(runs("原告：李晓雨，女，汉族，住所地山东省济南市历下区泉城路1号。"), "party"),
    Paragraph(()),
    Paragraph(runs("被告：某某网络科技有限公司，住所地福建省福州市鼓楼区软件大道1号。"), "party"),
    Paragraph(runs("法定代表人：王某。"), "party"),
    Heading(runs("诉讼请求")),
    Item(runs("判令被告退还原告价款98.00元（大写：人民币玖拾捌元整）；"), "1. "),
    Item(runs("本案诉讼费用由被告负担。"), "2. "),
    Heading(runs("事实与理由")),
    Heading(runs("一、原告付清价款"), 2),
    Paragraph((Run("2026年11月1日20时14分，原告下单购买"), Run("某游戏点券1000点", True), Run("，页面载明“秒到账”。"))),
    Paragraph(runs("截至起诉之日，被告既未交付点券，也未退还价款。")),
    Heading(runs("证据目录")),
    EVIDENCE,
    Closing(
        (
            ("opening", runs("此致")),
            ("body", runs("济南市历下区人民法院")),
            ("flush", runs("附：本起诉状副本1份")),
            ("sign", runs("具状人（签名）：")),
            ("sign", runs("2026年11月22日")),
        )
    ),
)
COMPLAINT = Letter("small-claims", date(2026, 11, 22), "民事起诉状", BODY, "paper", author="李晓雨")
SHEET = replace(COMPLAINT, channel="12315", title="投诉信息表", body=(Title(runs("投诉信息表")), PARTIES))
NASTY_TEXT = (
    "# 标题 | a | **b** {{ 7*7 }} <w:p/> &amp; ]]> \U0001f600 #let x = 1 $a$ @ref // 注 \\ 第一行\n第二行 “引号”——…·"
)
NASTY = replace(
    COMPLAINT,
    title=NASTY_TEXT,
    author="<李&晓雨>",
    body=(
        Title(runs(NASTY_TEXT)),
        Heading(runs(NASTY_TEXT)),
        Paragraph(runs(NASTY_TEXT)),
        Paragraph(runs(NASTY_TEXT, True), "note"),
        Item(runs(NASTY_TEXT), ""),
        Table((row(NASTY_TEXT, "乙"),), (row(NASTY_TEXT, ""), row("组", "")), spans=frozenset({1})),
        PageBreak(),
        Closing((("opening", runs(NASTY_TEXT)), ("sign", runs(NASTY_TEXT)))),
    ),
)
