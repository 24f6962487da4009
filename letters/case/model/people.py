"""Who it is about: the buyer, those who write for him, and the other side."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from letters.case.model import vocabulary
from letters.case.model.labels import CasePart, Count, EvidenceIds, field

Role = Literal["platform", "seller", "payee", "upstream", "payment-provider", "unknown"]
Status = Literal["active", "unreachable", "closed", "fake", "deregistered"]
IdDocumentKind = Literal["id-card", "passport", "hk-macao-permit", "taiwan-permit", "foreigner-card", "other"]


class Account(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("平台账号名", "与截图一致的用户名", "user_88", level=1, in_text="（账号略）")] = ""
    phone: Annotated[
        str, field("账号绑定手机", "与截图一致的绑定手机号", "13800000000", form="mobile", level=2, in_text="phone")
    ] = ""


class Guardian(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("监护人姓名", "与身份证一致", "黄某", level=2, in_text="本人")]
    id_number: Annotated[
        str,
        field(
            "监护人身份证号", "18位公民身份号码", "11010519491231002X", form="cn-id", level=3, in_text="（证件号码略）"
        ),
    ] = ""
    phone: Annotated[str, field("监护人电话", "11位手机号", "13800000000", form="mobile", level=2, in_text="phone")] = (
        ""
    )
    address: Annotated[
        str, field("监护人住址", "写到门牌号", "山东省济南市历下区泉城路1号", level=3, in_text="（住址略）")
    ] = ""
    relation: Annotated[str, field("与未成年人的关系", "如父亲、母亲", "母亲", free=True)] = ""


class Agent(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("代理人姓名", "与身份证一致", "李四", level=2, in_text="本人")]
    id_number: Annotated[
        str,
        field(
            "代理人身份证号", "18位公民身份号码", "11010519491231002X", form="cn-id", level=3, in_text="（证件号码略）"
        ),
    ] = ""
    relation: Annotated[str, field("与委托人的关系", "如配偶、律师", "配偶", free=True)] = ""
    phone: Annotated[str, field("代理人电话", "11位手机号", "13800000000", form="mobile", level=2, in_text="phone")] = (
        ""
    )
    unit: Annotated[str, field("代理人单位", "律师写律师事务所", "某某律师事务所", free=True)] = ""
    powers: Annotated[
        Literal["general", "special"],
        field("代理权限", "特别授权可以代为和解、承认、放弃请求", "general", says=vocabulary.POWERS, level=0),
    ] = "general"
    special_powers: Annotated[tuple[str, ...], field("特别授权事项", "逐项写明", ["代为和解"], free=True)] = ()
    until: Annotated[date | None, field("代理期限", "授权到哪一天", "2027-11-22", level=0)] = None


class IdDocument(CasePart, frozen=True, kw_only=True):
    kind: Annotated[
        IdDocumentKind, field("证件类型", "居民身份证以外的证件", "passport", says=vocabulary.ID_DOCUMENT, level=3)
    ]
    number: Annotated[
        str,
        field("证件号码", "照证件填写", "E12345678", min_length=1, max_length=40, level=3, in_text="（证件号码略）"),
    ]


class HeirOf(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("被继承人姓名", "原购买人", "李某", min_length=1, level=2, in_text="name")]
    died_on: Annotated[date | None, field("死亡日期", "死亡证明上的日期", "2026-05-02", level=3)] = None
    relation: Annotated[str, field("与被继承人的关系", "如女儿、配偶", "女儿", free=True)] = ""


class Complainant(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("姓名", "与身份证一致", "李晓雨", min_length=1, max_length=40, level=2, in_text="本人")]
    id_number: Annotated[
        str,
        field(
            "身份证号",
            "18位公民身份号码，末位可为X",
            "11010519491231002X",
            form="cn-id",
            level=3,
            in_text="（证件号码略）",
        ),
    ] = ""
    kind: Annotated[
        Literal["person", "organisation", "sole-trader"],
        field("投诉人类别", "单位和个体工商户写营业执照上的名称", "person", says=vocabulary.PERSON_KIND, level=0),
    ] = "person"
    id_document: Annotated[
        IdDocument | None,
        field(
            "身份证件",
            "不用身份证的填写；id_number 是身份证的简写",
            {"kind": "passport", "number": "E12345678"},
            level=0,
        ),
    ] = None
    uscc: Annotated[
        str,
        field(
            "本单位统一社会信用代码",
            "单位、个体工商户填写",
            "91350100M000100Y43",
            form="uscc",
            level=3,
            in_text="（代码略）",
        ),
    ] = ""
    legal_representative: Annotated[
        str, field("本单位法定代表人或者经营者", "单位、个体工商户填写", "王某", level=2, in_text="name")
    ] = ""
    capacity: Annotated[
        Literal["full", "limited", "none"],
        field("行为能力", "成年而需要监护人的填写；未成年由出生日期得出", "full", says=vocabulary.CAPACITY, level=3),
    ] = "full"
    heir_of: Annotated[
        HeirOf | None,
        field("继承人身份", "原购买人去世，由继承人提出时填写", {"name": "李某", "relation": "女儿"}, level=0),
    ] = None
    ethnicity: Annotated[str, field("民族", "起诉状使用", "汉族", level=3)] = ""
    phone: Annotated[str, field("联系电话", "11位手机号", "13800000000", form="mobile", level=2, in_text="phone")] = ""
    email: Annotated[
        str, field("电子邮箱", "能收信的邮箱", "a@example.com", form="email", level=2, in_text="email")
    ] = ""
    address: Annotated[
        str, field("户籍地址", "身份证或户口簿上的地址", "山东省济南市历下区泉城路1号", level=3, in_text="（住址略）")
    ] = ""
    residence: Annotated[
        str, field("经常居住地", "与户籍地址不同时填写", "山东省济南市历下区泉城路1号", level=3, in_text="（住址略）")
    ] = ""
    occupation: Annotated[str, field("职业", "起诉状使用", "自由职业", level=3)] = ""
    employer: Annotated[str, field("工作单位", "没有写“无”", "无", level=3)] = ""
    account: Annotated[Account | None, field("平台账号", "下单用的账号", {"name": "user_88"}, level=0)] = None
    guardian: Annotated[
        Guardian | None, field("监护人", "购买人未成年时填写", {"name": "黄某", "relation": "母亲"}, level=0)
    ] = None
    agent: Annotated[
        Agent | None, field("代理人", "委托他人办理时填写", {"name": "李四", "relation": "配偶"}, level=0)
    ] = None


class Trades(CasePart, frozen=True, kw_only=True):
    sold: Annotated[Count | None, field("售出件数", "主页或记录显示的件数", 38, level=0)] = None
    amount: Annotated[Decimal | None, field("累计金额", "人民币元", "46200.00", level=0)] = None
    since: Annotated[date | None, field("最早的日期", "记录里最早的一笔", "2025-01-01", level=0)] = None
    evidence: EvidenceIds = ()


class Respondent(CasePart, frozen=True, kw_only=True):
    id: Annotated[
        str,
        field(
            "对方代号",
            "在本文件中引用用的短名",
            "kameng",
            pattern=r"^[A-Za-z0-9_-]{1,40}$",
            defines="respondents",
            level=0,
        ),
    ]
    role: Annotated[Role, field("对方角色", "在这笔交易中的身份", "platform", says=vocabulary.ROLE, level=0)]
    self_operated: Annotated[bool, field("平台自营", "平台自己就是卖家", True, level=0)] = False
    name: Annotated[
        str,
        field(
            "对方名称",
            "营业执照上的全称；不知道就不填",
            "某某网络科技有限公司",
            level=1,
            mask="name",
            masked_if="natural",
        ),
    ] = ""
    brand: Annotated[
        str, field("品牌或店铺名", "页面上显示的名字", "极速卡盟", level=1, mask="name", masked_if="private")
    ] = ""
    uscc: Annotated[str, field("统一社会信用代码", "18位，见营业执照", "91350100M000100Y43", form="uscc", level=1)] = ""
    legal_representative: Annotated[
        str, field("法定代表人", "见营业执照", "王某", level=1, in_text="name", in_text_if="private")
    ] = ""
    post: Annotated[str, field("法定代表人职务", "如执行董事", "执行董事", free=True)] = ""
    address: Annotated[
        str,
        field(
            "住所地",
            "营业执照上的地址",
            "福建省福州市鼓楼区软件大道1号",
            level=1,
            in_text="（住址略）",
            in_text_if="private",
        ),
    ] = ""
    regulator: Annotated[
        str, field("主管市场监管局", "对方住所地的县级局全称", "福州市鼓楼区市场监督管理局", free=True)
    ] = ""
    phone: Annotated[
        str, field("对方电话", "客服或登记电话", "0591-00000000", level=1, in_text="phone", in_text_if="private")
    ] = ""
    email: Annotated[
        str,
        field(
            "对方邮箱",
            "对方公开的邮箱",
            "service@example.com",
            form="email",
            level=1,
            in_text="email",
            in_text_if="private",
        ),
    ] = ""
    website: Annotated[
        str,
        field(
            "网址",
            "平台或店铺的网页地址",
            "https://kameng.example.com",
            level=1,
            masked_if="private",
            in_text="（网址略）",
        ),
    ] = ""
    icp: Annotated[str, field("网站备案号", "页面底部", "闽ICP备00000000号", free=True)] = ""
    status: Annotated[Status, field("对方状态", "现在还能不能找到对方", "active", says=vocabulary.STATUS, level=0)] = (
        "active"
    )
    domicile: Annotated[
        Literal["cn", "hk-macao-taiwan", "foreign"],
        field("对方所在地", "注册地或者住所在哪里", "cn", says=vocabulary.DOMICILE, level=0),
    ] = "cn"
    trades: Annotated[
        Trades | None,
        field("经常经营的证明", "个人卖家长期出售的件数、金额", {"sold": 38, "amount": "46200.00"}, level=0),
    ] = None
    private_person: Annotated[bool, field("个人卖家", "偶尔出售自己物品的个人", False, level=0)] = False
