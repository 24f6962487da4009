"""A complaint of several persons: each told apart, with his own orders, amounts and numbers of evidence (办法 12)."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from letters.case.model.kinds import MONEY_KINDS
from letters.drafting.numbering import ranged
from letters.drafting.prose.forms import Clock
from letters.drafting.prose.narrator import Narrator
from letters.drafting.template.markup import Marked, clean

if TYPE_CHECKING:
    from letters.drafting.session import Session
    from letters.law.matter import Matter


def joint(session: "Session") -> list[dict[str, Any]]:
    """The persons of the complaint, the case's own first: case, name, numbers, items, amount, deal, tale."""
    return [_member(session, matter) for matter in (session.matter, *session.matter.members)]


def _member(session: "Session", matter: "Matter") -> dict[str, Any]:
    own = matter is session.matter
    view = session.case if own else matter.view(session.channel.level)
    exhibits = session.narrator.ex if own else _exhibits(matter, view.me.name)
    clock = Clock(session.voice["style"])
    narrator = Narrator(view, session.words, session.voice, clock, session.channels, exhibits)
    tell = session.safe if own else clean
    kinds = MONEY_KINDS & (session.channel.allow or session.channels["joint-complaint"].allow)
    asked = {demand.kind for demand in matter.case.demands}
    return {
        "case": view, "name": view.me.name,
        "numbers": "、".join(o.number for o in view.orders if o.number), "items": "、".join(o.item for o in view.orders),
        "amount": sum((matter.sums[k].amount for k in sorted(kinds & asked) if k in matter.sums), Decimal(0)),
        "deal": Marked(tell(narrator.deal("shop", "purpose", "price", "number", "target", "promise", "to", "transaction"))),
        "tale": Marked(tell(narrator.tale())),
    }  # fmt: skip


def _exhibits(matter: "Matter", name: str) -> Callable[..., str]:
    """Numbers the evidence of another person apart: （钟采薇证据1）."""
    known = {e.id for e in matter.case.evidence}
    numbers: dict[str, int] = {}

    def exhibits(*ids: Any) -> str:
        flat = [i for part in ids for i in ([part] if isinstance(part, str) else part) if i in known]
        for identity in flat:
            numbers.setdefault(identity, len(numbers) + 1)
        return f"（{name}{ranged(numbers[i] for i in flat)}）" if flat else ""

    return exhibits


NAMES: dict[str, Callable[..., Any]] = {"joint": joint}
