"""Who it is about: the buyer, those who write for him, and the other side."""

from datetime import date
from typing import Annotated, Literal

from letters.case.model import vocabulary
from letters.case.model.labels import CasePart, field

Role = Literal["platform", "seller", "payee", "upstream", "payment-provider", "unknown"]
Status = Literal["active", "unreachable", "closed", "fake"]


class Account(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("平台账号名", "与截图一致的用户名", "user_88", personal=True)] = ""
    phone: Annotated[
        str, field("账号绑定手机", "与截图一致的绑定手机号", "13800000000", form="mobile", personal=True)
    ] = ""


class Guardian(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("监护人姓名", "与身份证一致", "黄某", personal=True)]
    id_number: Annotated[
        str, field("监护人身份证号", "18位公民身份号码", "11010519491231002X", form="cn-id", personal=True)
    ] = ""
    phone: Annotated[str, field("监护人电话", "11位手机号", "13800000000", form="mobile", personal=True)] = ""
    address: Annotated[str, field("监护人住址", "写到门牌号", "山东省济南市历下区泉城路1号", personal=True)] = ""
    relation: Annotated[str, field("与未成年人的关系", "如父亲、母亲", "母亲")] = ""


class Agent(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("代理人姓名", "与身份证一致", "李四", personal=True)]
    id_number: Annotated[
        str, field("代理人身份证号", "18位公民身份号码", "11010519491231002X", form="cn-id", personal=True)
    ] = ""
    relation: Annotated[str, field("与委托人的关系", "如配偶、律师", "配偶")] = ""
    phone: Annotated[str, field("代理人电话", "11位手机号", "13800000000", form="mobile", personal=True)] = ""
    unit: Annotated[str, field("代理人单位", "律师写律师事务所", "某某律师事务所")] = ""
    powers: Annotated[
        Literal["general", "special"],
        field("代理权限", "特别授权可以代为和解、承认、放弃请求", "general", says=vocabulary.POWERS),
    ] = "general"
    special_powers: Annotated[tuple[str, ...], field("特别授权事项", "逐项写明", ["代为和解"])] = ()
    until: Annotated[date | None, field("代理期限", "授权到哪一天", "2027-11-22")] = None


class Complainant(CasePart, frozen=True, kw_only=True):
    name: Annotated[str, field("姓名", "与身份证一致", "李晓雨", min_length=1, max_length=40, personal=True)]
    id_number: Annotated[
        str, field("身份证号", "18位公民身份号码，末位可为X", "11010519491231002X", form="cn-id", personal=True)
    ] = ""
    ethnicity: Annotated[str, field("民族", "起诉状使用", "汉族")] = ""
    phone: Annotated[str, field("联系电话", "11位手机号", "13800000000", form="mobile", personal=True)] = ""
    email: Annotated[str, field("电子邮箱", "能收信的邮箱", "a@example.com", form="email", personal=True)] = ""
    address: Annotated[
        str, field("户籍地址", "身份证或户口簿上的地址", "山东省济南市历下区泉城路1号", personal=True)
    ] = ""
    residence: Annotated[
        str, field("经常居住地", "与户籍地址不同时填写", "山东省济南市历下区泉城路1号", personal=True)
    ] = ""
    occupation: Annotated[str, field("职业", "起诉状使用", "自由职业")] = ""
    employer: Annotated[str, field("工作单位", "没有写“无”", "无")] = ""
    account: Annotated[Account | None, field("平台账号", "下单用的账号", {"name": "user_88"})] = None
    guardian: Annotated[
        Guardian | None, field("监护人", "购买人未成年时填写", {"name": "黄某", "relation": "母亲"})
    ] = None
    agent: Annotated[Agent | None, field("代理人", "委托他人办理时填写", {"name": "李四", "relation": "配偶"})] = None


class Respondent(CasePart, frozen=True, kw_only=True):
    id: Annotated[
        str,
        field("对方代号", "在本文件中引用用的短名", "kameng", pattern=r"^[A-Za-z0-9_-]{1,40}$", defines="respondents"),
    ]
    role: Annotated[Role, field("对方角色", "在这笔交易中的身份", "platform", says=vocabulary.ROLE)]
    self_operated: Annotated[bool, field("平台自营", "平台自己就是卖家", True)] = False
    name: Annotated[str, field("对方名称", "营业执照上的全称；不知道就不填", "某某网络科技有限公司")] = ""
    brand: Annotated[str, field("品牌或店铺名", "页面上显示的名字", "极速卡盟")] = ""
    uscc: Annotated[str, field("统一社会信用代码", "18位，见营业执照", "91350100M000100Y43", form="uscc")] = ""
    legal_representative: Annotated[str, field("法定代表人", "见营业执照", "王某")] = ""
    post: Annotated[str, field("法定代表人职务", "如执行董事", "执行董事")] = ""
    address: Annotated[str, field("住所地", "营业执照上的地址", "福建省福州市鼓楼区软件大道1号")] = ""
    regulator: Annotated[str, field("主管市场监管局", "对方住所地的县级局全称", "福州市鼓楼区市场监督管理局")] = ""
    phone: Annotated[str, field("对方电话", "客服或登记电话", "0591-00000000")] = ""
    email: Annotated[str, field("对方邮箱", "对方公开的邮箱", "service@example.com", form="email")] = ""
    website: Annotated[str, field("网址", "平台或店铺的网页地址", "https://kameng.example.com")] = ""
    icp: Annotated[str, field("网站备案号", "页面底部", "闽ICP备00000000号")] = ""
    status: Annotated[Status, field("对方状态", "现在还能不能找到对方", "active", says=vocabulary.STATUS)] = "active"
    private_person: Annotated[bool, field("个人卖家", "偶尔出售自己物品的个人", False)] = False
