"""A complaint of several persons: each told apart, with his own orders, amounts and numbers of evidence (办法 12)."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from letters.case.model.kinds import MONEY_KINDS
from letters.drafting.context import Context
from letters.drafting.numbering import ranged
from letters.drafting.prose.forms import Clock
from letters.drafting.prose.narrator import Narrator
from letters.drafting.template.markup import clean, ours
from letters.law.matter import Matter


def persons(context: Context) -> list[dict[str, Any]]:
    """The persons of the complaint, the case's own first: case, name, numbers, items, amount, deal, tale."""
    return [_member(context, matter) for matter in (context.matter, *context.matter.members)]


def views_and_sums(context: Context) -> list[dict[str, Any]]:
    """The persons of a joint complaint, the first being the case's own: case, sums."""
    matters = (context.matter, *context.matter.members)
    return [{"case": each.view(context.channel.level), "sums": each.sums} for each in matters]


def _member(context: Context, matter: Matter) -> dict[str, Any]:
    own = matter is context.matter
    view = context.case if own else matter.view(context.channel.level)
    exhibits = context.narrator.ex if own else _exhibits(matter, view.me.name)
    clock = Clock(context.voice["style"])
    narrator = Narrator(view, context.words, context.voice, clock, context.channels, exhibits)
    tell = ours if own else clean
    kinds = MONEY_KINDS & _may_ask(context)
    asked = {demand.kind for demand in matter.case.demands}
    return {
        "case": view, "name": view.me.name,
        "numbers": "、".join(o.number for o in view.orders if o.number), "items": "、".join(o.item for o in view.orders),
        "amount": sum((matter.sums[k].amount for k in sorted(kinds & asked) if k in matter.sums), Decimal(0)),
        "deal": tell(narrator.deal("shop", "purpose", "price", "number", "target", "promise", "to", "transaction")),
        "tale": tell(narrator.tale()),
    }  # fmt: skip


def _may_ask(context: Context) -> frozenset[str]:
    """What the complaint may ask for: this text, or the first that it goes `with`."""
    hosts = context.channels.named(context.channel.ladder.attached_to)
    return context.channel.may_ask or (context.channels[hosts[0]].may_ask if hosts else frozenset())


def _exhibits(matter: Matter, name: str) -> Callable[..., str]:
    """Numbers the evidence of another person apart: （钟采薇证据1）."""
    known = {e.id for e in matter.case.evidence}
    numbers: dict[str, int] = {}

    def exhibits(*ids: Any) -> str:
        flat = [i for part in ids for i in ([part] if isinstance(part, str) else part) if i in known]
        for identity in flat:
            numbers.setdefault(identity, len(numbers) + 1)
        return f"（{name}{ranged(numbers[i] for i in flat)}）" if flat else ""

    return exhibits


FUNCTIONS: dict[str, Callable[..., Any]] = {"joint": persons, "members": views_and_sums}
