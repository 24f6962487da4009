"""Whether the case has what the channel needs, and whether the other side has a name where one is needed."""

import re
from collections.abc import Iterator
from typing import Any

from letters.case.model import Respondent
from letters.case.model.persons import is_person
from letters.channels.profile import Channel
from letters.review import naming
from letters.review.finding import Finding, block, warn
from letters.review.subject import Scope

_PARTIES = ("other", "seller", "platform", "provider", "upstream", "opponent")
#: A guardian answers for these where the buyer is under age; an account's phone or a residence will do for the others.
_STANDS_IN = {
    "phone": ("guardian.phone", "account.phone"),
    "address": ("residence", "guardian.address"),
    "residence": ("address", "guardian.address"),
    "id_number": ("guardian.id_number",),
}


def party(scope: Scope, name: str) -> Respondent | None:
    """The respondent that a `needs` path means: `other` is the one the channel's letter is to or about."""
    wanted = scope.channel.towards if name == "other" and scope.channel else name
    match wanted:
        case "seller":
            return scope.facts.parties.seller
        case "platform":
            return scope.facts.parties.platform or scope.facts.parties.opponent
        case "provider":
            return scope.facts.parties.provider
        case "upstream":
            return scope.facts.parties.by_role("upstream")
        case _:
            return scope.facts.parties.opponent


def _value(part: Any, path: str) -> Any:
    for name in path.split("."):
        part = getattr(part, name, None)
        if part is None:
            return None
    return part


def _absent(value: Any) -> bool:
    return value is None or value == "" or value == ()


def _owners(scope: Scope, channel: Channel, need: str) -> Iterator[tuple[str, str, Any]]:
    """Path in the case, path in the model and value of everything that a `needs` path means."""
    head, _, rest = need.partition(".")
    case, facts = scope.case, scope.facts
    if head in _PARTIES:
        respondent = party(scope, head)
        if respondent is None:
            yield "respondents", "respondents", None
        else:
            yield (
                f"respondents[{case.respondents.index(respondent)}].{rest}",
                f"respondents.{rest}",
                _value(respondent, rest),
            )
    elif head in ("order", "orders"):
        for index, order in enumerate(case.orders):
            if order in facts.told.claimed_orders:
                yield f"orders[{index}].{rest}", f"orders.{rest}", _value(order, rest) if rest else order
        if not case.orders:
            return
    elif head in ("payment", "payments"):
        method = channel.method
        for index, payment in enumerate(case.payments):
            if payment in facts.told.claimed_payments and method in ("", payment.method):
                yield f"payments[{index}].{rest}", f"payments.{rest}", _value(payment, rest) if rest else payment
        if not case.payments:
            yield "payments", "payments", None
    elif head in ("agent", "guardian"):
        yield f"complainant.{need}", f"complainant.{need}", _value(case.complainant, need)
    elif head == "complainant":
        value = _value(case.complainant, rest)
        if _absent(value):
            others = (_value(case.complainant, name) for name in _STANDS_IN.get(rest, ()))
            value = next((other for other in others if not _absent(other)), None)
        yield need, need, value
    else:
        yield need, need, _value(case, need)


def missing(scope: Scope) -> Iterator[Finding]:
    """Fields that the channel needs and the case has not: `field-missing`, or `respondent-unnamed` for the name."""
    channel, found = scope.channel, scope.standing
    if channel is None or found is None or not (found.open or found.writable):
        return
    for need in channel.needs:
        ways = [tuple(_owners(scope, channel, way.strip())) for way in need.split("|")]
        if any(all(not _absent(value) for _, _, value in way) for way in ways):
            continue
        for path, model, value in ways[0]:
            if _absent(value):
                yield _missing(channel, path, model)


def _missing(channel: Channel, path: str, model: str) -> Finding:
    source = "民事诉讼法第122条、第124条" if channel.body == "court" else "渠道的必填项"
    if channel.body in ("mediator", "regulator"):
        source = "投诉举报处理办法第10条、第16条第1款第5项"
    if model == "respondents.name":
        return block(
            "respondent-unnamed",
            f"{channel.name}需要对方的真实名称，案件里没有填写",
            path=path,
            fix="从页面底部的营业执照、网站备案、支付账单的收款方查找；查不到的，先要求平台提供商家的名称、地址和有效联系方式",
            source=f"{source}；消费者权益保护法第44条第1款",
        )
    if model == "respondents":
        who = {"upstream": "上游（role: upstream）", "provider": "支付机构（role: payment-provider）"}.get(
            channel.towards, "对方"
        )
        return block(
            "field-missing",
            f"{channel.name}要写给{who}，案件里没有填写",
            path="respondents",
            fix=f"在 respondents 里加上{who}的名称和联系方式",
            source=source,
        )
    found = naming.field_of_case(model)
    title = found.title if found and found.title else path
    example = f"，例：{found.example}" if found and found.example not in (None, "") else ""
    return block(
        "field-missing",
        f"{channel.name}需要“{title}”，案件里没有填写",
        path=path,
        fix=f"填写 {path}（{title}）{example}",
        source=source,
    )


#: Words of which a licence name has one; a shop's or site's name may have none.
_LICENSED = re.compile(r"公司|企业|中心|商行|工作室|店|厂|社|部|院|行|银行|集团|坊|馆|合伙|[A-Za-z]")


def unnamed(scope: Scope) -> Iterator[Finding]:
    """A seller or platform of the claimed orders whose true name is not known, or looks like a brand (消保法 44(1))."""
    if scope.channel is not None:
        return
    facts = scope.facts
    parties = (
        facts.parties.respondent(name) for order in facts.told.claimed_orders for name in (order.seller, order.platform)
    )
    owing = [*facts.parties.opponents, *(party for party in parties if party)]
    for index, respondent in enumerate(scope.case.respondents):
        if respondent not in owing or (respondent.name and not _brand_only(respondent)):
            continue
        called = respondent.name or respondent.brand
        shown = f"“{called}”" if called else "对方"
        platform = facts.parties.platform
        instead = platform is not None and platform.name and platform.id != respondent.id
        what = "像是品牌或者店铺名，不是营业执照上的名称" if respondent.name else "的真实名称不明"
        yield warn(
            "respondent-unnamed",
            f"{shown}{what}" + ("，可以先要求平台提供；平台不提供的，由平台先行赔偿" if instead else ""),
            path=f"respondents[{index}].name",
            fix="从营业执照页面、网站备案、支付账单的收款方查找，填写与营业执照一致的全称",
            source="消费者权益保护法第44条第1款；民事诉讼法第122条",
        )


def _brand_only(respondent: Respondent) -> bool:
    person = respondent.private_person or respondent.role in ("payee", "payment-provider") or is_person(respondent.name)
    return not person and not respondent.uscc and not _LICENSED.search(respondent.name)
