"""The demands of a letter in words, with their sums."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from letters.drafting.asks import Ask, demands_for
from letters.drafting.context import Context
from letters.drafting.prose import forms
from letters.drafting.prose.capitals import in_capitals
from letters.drafting.prose.patterns import fill
from letters.drafting.template.markup import clean

#: The formula of three times one price.
_TRIPLED = re.compile(r"(\d+(?:\.\d+)?)元×3＝[\d.]+元$")


def asks(context: Context, *kinds: str, without: tuple[str, ...] = ()) -> tuple[Ask, ...]:
    """The demands this letter carries; all that are given to the template count as made."""
    found = tuple(a for a in open_asks(context) if (not kinds or a.kind in kinds) and a.kind not in without)
    context.asked.extend(a for a in found if a not in context.asked)
    return found


def phrase(context: Context, ask: Ask, capitals: bool = False, price: str = "", verb: str = "", to: str = "") -> Markup:
    """A demand in words, from the verb on and without a full stop. `verb` is 退还 unless the name of the money wants another."""
    return clean(fill(context.words["asks"][ask.kind], values_of(context, ask, capitals, price, verb, to)))


def values_of(
    context: Context, ask: Ask, capitals: bool = False, price: str = "", verb: str = "", to: str = ""
) -> dict[str, str]:
    """What the pattern of a demand may name, by its names in `_words.yaml`."""
    order = next((o for o in context.case.orders if o.id == ask.order), context.case.order)
    amount, style = ask.amount, context.voice["money"]
    price = price or str(context.w.price) or "价款"
    in_place = ask.kind == "refund" and context.case.platform_in_place
    values = {
        "they": context.voice["they"], "I": context.voice["I"], "noun": context.goods["noun"], "item": order.item if order else "",
        "number": order.number if order else "", "back_to": to, "price": f"{context.voice['I']}的{price}损失" if in_place else price,
        "back_verb": verb or ("赔偿" if in_place else str(context.words["pays"].get(price, "退还"))),
        "money": forms.written_sum(amount, style) if amount is not None else "",
        "capitals": in_capitals(amount) if capitals and amount else "", "basis": ask.basis, "rate": ask.rate,
        "rate_name": ask.rate_name, "records": str(context.w.records), "refusing": "退款",
        "items": _items(context, ask),
        "seller": context.case.seller.display if context.case.seller and context.case.other and context.case.seller.id != context.case.other.id else "",
        "clause": context.case.clause.text if context.case.clause else "格式条款",
    }  # fmt: skip
    if ask.kind == "interest":
        values |= _interest(context, ask)
    if ask.kind == "triple":
        floor = _floor(context, ask)
        values |= {"capitals": f"{values['capitals']}；{floor}"} if floor and values["capitals"] else {"floor": floor}
    return values


def _items(context: Context, ask: Ask) -> str:
    """What the sum is made of: 即快递费, or 包括快递费22元、公证费300元."""
    if len(ask.items) == 1:
        return f"即{ask.items[0].what}"
    style = context.voice["money"]
    named = [
        i.what if forms.written_sum(i.amount, style) in i.what else f"{i.what}{forms.written_sum(i.amount, style)}"
        for i in ask.items
    ]
    return f"包括{'、'.join(named)}" if named else ""


def _base(context: Context, ask: Ask) -> Decimal:
    """What the interest of a demand runs on: the one sum it was reckoned on, else that respondent's share."""
    sums = context.matter.sums
    reckoned = (
        [Decimal(value) for name, value in sums["interest"].inputs if name == "本金"] if "interest" in sums else []
    )
    if len(reckoned) == 1 and len(sums["interest"].by) < 2:
        return reckoned[0]
    found = [sums[kind] for kind in ("refund", "difference") if kind in sums]
    return sum((amount for each in found for who, amount in each.by if who == ask.respondent), Decimal(0)) or sum(
        (each.amount for each in found), Decimal(0)
    )


def _interest(context: Context, ask: Ask) -> dict[str, str]:
    base, style = _base(context, ask), context.voice["money"]
    until = forms.long_date(ask.until) if ask.until else "实际付清之日"
    shown = "" if ask.until else forms.long_date(context.matter.on)
    return {
        "base": forms.written_sum(base, style), "from": forms.long_date(ask.start) if ask.start else "", "until": until, "to": shown,
        "sum": forms.written_sum(ask.amount, style) if ask.until and ask.amount is not None else "",
    }  # fmt: skip


def _floor(context: Context, ask: Ask) -> str:
    """How the sum comes about: 价款399.99元的三倍, or the least that the law gives."""
    found = context.matter.sums.get("triple")
    if found is None:
        return ""
    if "不足" in found.formula:
        return "价款的三倍不足五百元，按五百元计"
    base = _TRIPLED.match(found.formula)
    return f"价款{forms.written_sum(Decimal(base.group(1)), context.voice['money'])}的三倍" if base else ""


def open_asks(context: Context) -> tuple[Ask, ...]:
    """The demands that the letter's channel carries."""
    only = ""
    ending = str(context.w.contract_end or "none") != "none" and context.matter.facts.contract.can_terminate
    if context.channel.to_one and context.case.other:
        owed = {r.id for r in context.matter.facts.parties.opponents}
        only = context.case.other.id if context.case.other.id in owed and len(owed) > 1 else ""
    found = demands_for(context.matter, context.channel, only)
    return tuple(a for a in found if ending or not (a.implied and a.kind == "terminate"))


FUNCTIONS: dict[str, Callable[..., Any]] = {"asks": asks, "phrase": phrase}
