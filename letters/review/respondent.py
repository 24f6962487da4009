"""Whom the claim is against: whether he can be reached, whether he trades at all, and who took the money."""

from collections.abc import Iterator

from letters.case.model.persons import is_person
from letters.review.finding import Finding, block, warn
from letters.review.subject import Scope

_STATES = {"unreachable": "已联系不上", "closed": "已停止经营", "fake": "身份是假冒的"}


def unreachable(scope: Scope) -> Iterator[Finding]:
    """A defendant who cannot be found: no small claim, no payment order, service by publication (民诉法 95, 166, 225)."""
    opponent = scope.facts.parties.opponent
    if opponent is None or opponent.status == "active":
        return
    path = f"respondents[{scope.case.respondents.index(opponent)}].status"
    small = "可能不适用小额诉讼" if opponent.status == "closed" and opponent.address else "不适用小额诉讼"
    message = f"对方{_STATES[opponent.status]}：{small}，送达可能要公告，执行也有困难"
    fix = "查询登记住所地和法定代表人；登记仍在的，按登记地址起诉；并保存网站、客服无法联系的录屏"
    source = "民事诉讼法第122条第2项、第166条第1款第4项"
    if scope.channel and scope.channel.procedure == "order":
        yield block(
            "defendant-unreachable",
            "对方下落不明，支付令无法送达",
            path=path,
            fix="改为起诉",
            source="民事诉讼法第225条第1款第2项",
        )
    elif scope.reminds_of("unreachable"):
        yield warn("defendant-unreachable", message, path=path, fix=fix, source=source)


def private_seller(scope: Scope) -> Iterator[Finding]:
    """A person who sells his own things: consumer law only if he is shown to trade (消保法 2, 3; 电商法 9)."""
    for index, respondent in enumerate(scope.case.respondents):
        if not respondent.private_person or respondent.role == "payee":
            continue
        yield warn(
            "private-seller",
            "对方是出售自己物品的个人，一般不适用消费者权益保护法，市场监管部门也不受理",
            path=f"respondents[{index}].private_person",
            fix="有证据表明对方长期、批量出售的，写入经过并去掉 private_person；否则按合同途径主张",
            source="消费者权益保护法第2条、第3条；投诉举报处理办法第3条",
        )


def paid_to_person(scope: Scope) -> Iterator[Finding]:
    """Money that went to a natural person: not a merchant's order, the payment firm will hardly help (channels C07, L11)."""
    persons = {r.name for r in scope.case.respondents if r.private_person and r.name}
    for index, payment in enumerate(scope.case.payments):
        if payment.payee and (is_person(payment.payee) or payment.payee in persons):
            yield warn(
                "transfer-to-person",
                "这笔款付给了个人，不是商户收款：支付机构通常不按交易投诉处理，合同相对方也需要另行证明（L11）",
                path=f"payments[{index}].payee",
                fix="保存收款码来源和对方要求付款的聊天记录；对方是平台店铺人员引导的，一并说明；有诈骗迹象的立即报警",
                source="网络消费纠纷司法解释（一）第5条",
            )
