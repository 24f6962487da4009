"""The letter that is measured: title, 12-row party table, 4 claims, 6 paragraphs, 8x4 evidence table, closing."""

from datetime import date
from typing import Final

from letters.letter import Block, Closing, Heading, Item, Letter, Paragraph, Run, Runs, Table, Title

PARTIES: Final = (
    ("原告", "李晓雨，女，1949年12月31日出生，汉族，自由职业"),
    ("公民身份号码", "11010519491231002X"),
    ("住所地", "山东省济南市历下区泉城路1号"),
    ("经常居住地", "与住所地一致"),
    ("联系电话", "13800000000"),
    ("电子邮箱", "lixiaoyu@example.com"),
    ("被告", "某某网络科技有限公司"),
    ("统一社会信用代码", "91350100M000100Y43"),
    ("住所地", "福建省福州市鼓楼区软件大道1号"),
    ("法定代表人", "王某，执行董事"),
    ("联系电话", "0591-00000000"),
    ("案由", "信息网络买卖合同纠纷"),
)
CLAIMS: Final = (
    "判令解除原告与被告就订单KM20261101123456订立的买卖合同；",
    "判令被告退还原告价款98.00元（大写：人民币玖拾捌元整）；",
    "判令被告赔偿原告为收集证据支出的合理费用30.00元；",
    "本案诉讼费用由被告负担。",
)
PARAGRAPHS: Final = (
    "被告经营网络平台，自营销售游戏点券。2026年11月1日20时14分，原告为生活消费需要，在该平台下单购买点券一份，价款98.00元，"
    "订单号KM20261101123456，商品页面载明“秒到账”（证据1）。20时15分，原告通过微信支付向被告付款98.00元，"
    "交易单号4200000404201909069117582536（证据2）。",
    "当日20时30分，原告查询充值记录，未见该笔点券到账（证据3）；20时40分，原告通过在线客服申请退款；21时05分，被告拒绝，"
    "称“虚拟商品一经售出概不退款”（证据4）。截至起诉之日，被告既未交付点券，也未退还价款。",
    "依照《中华人民共和国电子商务法》第二十条，被告应当按照承诺的时限交付商品。依照民法典第五百一十二条第二款，点券进入原告"
    "指定的账号且能够检索识别，才是交付。被告主张已经交付的，应当由被告举证。",
    "被告收款后二十一日仍未交付，又两次拒绝退款，原告购买点券的目的已不能实现。依照民法典第五百六十三条第一款第四项、"
    "第五百六十六条第一款，原告有权解除合同，并要求被告返还价款。",
    "“概不退款”载于被告用户协议第五条，由被告预先拟定，未作显著提示（证据5）。被告以该条款免除自己不交付时的退款责任，"
    "依照民法典第四百九十七条第二项、消费者权益保护法第二十六条第三款，该条款无效。",
    "本案合同以信息网络方式订立并约定通过信息网络交付，依照民事诉讼法第二十四条和民诉法解释第二十条，原告住所地为合同履行地，"
    "贵院有管辖权。标的额98.00元，请贵院核定适用小额诉讼的程序。",
)
COLUMNS: Final = ("编号", "证据名称", "证据来源", "证明内容")
EVIDENCE: Final = tuple(
    (f"证据{number}", name, source, proves)
    for number, (name, source, proves) in enumerate(
        (
            ("商品页面及订单详情截图", "原告手机", "双方成立买卖合同，被告承诺“秒到账”"),
            ("微信支付账单详情", "原告微信账单", "原告于2026年11月1日20时15分付款98.00元"),
            ("充值记录截图", "游戏客户端", "截至2026年11月1日20时31分没有该笔点券的到账记录"),
            ("与平台客服的聊天记录", "平台在线客服", "原告申请退款，被告拒绝"),
            ("用户协议截图", "平台网站", "用户协议第五条载有“虚拟商品一经售出概不退款”"),
            ("工单页面截图", "平台网站", "原告于2026年11月2日提交工单，次日被拒绝"),
            ("取证费用发票", "原告", "原告为收集证据支出30.00元"),
        ),
        1,
    )
)
COURT: Final = "济南市历下区人民法院"
ANNEX: Final = "附：本起诉状副本1份，证据目录及证据材料2份"
SIGNATURE: Final = "具状人（签名）："
DATE: Final = "2026年11月22日"
TITLE: Final = "民事起诉状"


def _runs(text: str) -> Runs:
    return (Run(text),)


def _rows(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[Runs, ...], ...]:
    return tuple(tuple(_runs(cell) for cell in row) for row in rows)


BLOCKS: Final[tuple[Block, ...]] = (
    Title(_runs(TITLE)),
    Table((), _rows(PARTIES), (28, 72), "sheet"),
    Heading(_runs("诉讼请求")),
    *(Item(_runs(claim), f"{number}. ") for number, claim in enumerate(CLAIMS, 1)),
    Heading(_runs("事实与理由")),
    *(Paragraph(_runs(text)) for text in PARAGRAPHS),
    Heading(_runs("证据目录")),
    Table(_rows((COLUMNS,)), _rows(EVIDENCE), (12, 28, 22, 38)),
    Closing(
        (
            ("opening", _runs("此致")),
            ("body", _runs(COURT)),
            ("flush", _runs(ANNEX)),
            ("sign", _runs(SIGNATURE)),
            ("sign", _runs(DATE)),
        )
    ),
)
LETTER: Final = Letter("small-claims", date(2026, 11, 22), TITLE, BLOCKS, "paper", author="李晓雨")
