"""The demands of a letter in words, with their sums."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from letters.drafting import asks as powers
from letters.drafting.asks import Ask
from letters.drafting.functions import saying
from letters.drafting.prose import forms
from letters.drafting.prose.patterns import fill
from letters.drafting.template.markup import clean

if TYPE_CHECKING:
    from letters.drafting.session import Session


#: The formula of three times one price.
_TRIPLED = re.compile(r"(\d+(?:\.\d+)?)元×3＝[\d.]+元$")


def asks(session: "Session", *kinds: str, without: tuple[str, ...] = ()) -> tuple[Ask, ...]:
    """The demands this letter carries; all that are given to the template count as made."""
    found = tuple(a for a in open_asks(session) if (not kinds or a.kind in kinds) and a.kind not in without)
    session.asked.extend(a for a in found if a not in session.asked)
    return found


def phrase(
    session: "Session", ask: Ask, capitals: bool = False, price: str = "", verb: str = "", to: str = ""
) -> Markup:
    """A demand in words, from the verb on and without a full stop. `verb` is 退还 unless the name of the money wants another."""
    return clean(fill(session.words["asks"][ask.kind], values_of(session, ask, capitals, price, verb, to)))


def values_of(
    session: "Session", ask: Ask, capitals: bool = False, price: str = "", verb: str = "", to: str = ""
) -> dict[str, str]:
    """What the pattern of a demand may name, by its names in `_words.yaml`."""
    order = next((o for o in session.case.orders if o.id == ask.order), session.case.order)
    amount = ask.amount
    price = price or str(session.names["w"].price) or "价款"
    in_place = ask.kind == "refund" and session.case.platform_in_place
    values = {
        "they": session.voice["they"], "I": session.voice["I"], "noun": session.names["noun"], "item": order.item if order else "",
        "number": order.number if order else "", "back_to": to, "price": f"{session.voice['I']}的{price}损失" if in_place else price,
        "back_verb": verb or ("赔偿" if in_place else str(session.words["pays"].get(price, "退还"))),
        "money": saying.money(session, amount) if amount is not None else "",
        "capitals": saying.capitals(session, amount) if capitals and amount else "", "basis": ask.basis, "rate": ask.rate,
        "rate_name": ask.rate_name, "records": str(session.names["w"].records), "refusing": "退款",
        "items": _items(session, ask),
        "seller": session.case.seller.display if session.case.seller and session.case.other and session.case.seller.id != session.case.other.id else "",
        "clause": session.case.clause.text if session.case.clause else "格式条款",
    }  # fmt: skip
    if ask.kind == "interest":
        values |= _interest(session, ask)
    if ask.kind == "triple":
        floor = _floor(session, ask)
        values |= {"capitals": f"{values['capitals']}；{floor}"} if floor and values["capitals"] else {"floor": floor}
    return values


def _items(session: "Session", ask: Ask) -> str:
    """What the sum is made of: 即快递费, or 包括快递费22元、公证费300元."""
    if len(ask.items) == 1:
        return f"即{ask.items[0].what}"
    named = [
        i.what if saying.money(session, i.amount) in i.what else f"{i.what}{saying.money(session, i.amount)}"
        for i in ask.items
    ]
    return f"包括{'、'.join(named)}" if named else ""


def _base(session: "Session", ask: Ask) -> Decimal:
    """What the interest of a demand runs on: the one sum it was reckoned on, else that respondent's share."""
    sums = session.matter.sums
    reckoned = (
        [Decimal(value) for name, value in sums["interest"].inputs if name == "本金"] if "interest" in sums else []
    )
    if len(reckoned) == 1 and len(sums["interest"].by) < 2:
        return reckoned[0]
    found = [sums[kind] for kind in ("refund", "difference") if kind in sums]
    return sum((amount for each in found for who, amount in each.by if who == ask.respondent), Decimal(0)) or sum(
        (each.amount for each in found), Decimal(0)
    )


def _interest(session: "Session", ask: Ask) -> dict[str, str]:
    base = _base(session, ask)
    until = forms.long_date(ask.until) if ask.until else "实际付清之日"
    shown = "" if ask.until else forms.long_date(session.matter.on)
    return {
        "base": saying.money(session, base), "from": forms.long_date(ask.start) if ask.start else "", "until": until, "to": shown,
        "sum": saying.money(session, ask.amount) if ask.until and ask.amount is not None else "",
    }  # fmt: skip


def _floor(session: "Session", ask: Ask) -> str:
    """How the sum comes about: 价款399.99元的三倍, or the least that the law gives."""
    found = session.matter.sums.get("triple")
    if found is None:
        return ""
    if "不足" in found.formula:
        return "价款的三倍不足五百元，按五百元计"
    base = _TRIPLED.match(found.formula)
    return f"价款{saying.money(session, Decimal(base.group(1)))}的三倍" if base else ""


def open_asks(session: "Session") -> tuple[Ask, ...]:
    """The demands that the session's channel carries."""
    only = ""
    ending = str(session.names["w"].contract_end or "none") != "none" and session.matter.facts.contract.can_terminate
    if session.channel.to_one and session.case.other:
        owed = {r.id for r in session.matter.facts.parties.opponents}
        only = session.case.other.id if session.case.other.id in owed and len(owed) > 1 else ""
    found = powers.asks(session.matter, session.channel, only)
    return tuple(a for a in found if ending or not (a.implied and a.kind == "terminate"))


NAMES: dict[str, Callable[..., Any]] = {"asks": asks, "phrase": phrase}
