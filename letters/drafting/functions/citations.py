"""Naming provisions and evidence in templates."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from letters.drafting.context import Context
from letters.drafting.numbering import NUMBER, RANGE
from letters.drafting.template.markup import EXHIBIT, Marked


def provision(context: Context, *refs: str) -> Markup:
    """Provisions as printed; outside an argument they must be in force on the letter's day."""
    if context.argument is None:
        for ref in refs:
            context.matter.law.statutes.require(ref, context.matter.on)
    return Marked(context.citer.cite(refs, context.argument))


def cites(context: Context, *starts: str) -> bool:
    """Whether the text so far cites one of these: a law's slug, an article, or the start of one."""
    return any(ref.startswith(starts) for ref in context.citer.found)


def in_force(context: Context, *refs: str) -> bool:
    """Whether all may be cited in a letter of this day."""
    return all(context.matter.law.statutes.in_force(ref, context.matter.on) for ref in refs)


def ex(context: Context, *ids: Any) -> Markup:
    """（证据1、证据2） behind the clause it proves; hidden where the channel names evidence once or not at all."""
    return context.numbering.bracket(*ids)


def exhibit(context: Context, *ids: str) -> Markup:
    """证据1 without brackets."""
    return Marked(context.numbering.mark(ids, NUMBER))


def exhibit_range(context: Context, hidden_only: bool = False) -> Markup:
    """证据1至证据5: all that the letter has mentioned. With `hidden_only`, nothing where brackets already stand."""
    style = context.channel.exhibits
    inline = style == "fixed" or style == "inline" and (not context.length or 1 not in context.fit.dropped)
    if (hidden_only and inline) or style == "none" or not context.numbering.marked:
        return Marked("")
    return Marked(f"{EXHIBIT}{RANGE}{EXHIBIT}")


def mentioned(context: Context) -> list[Any]:
    """The evidence that the text so far names, in the order of first mention."""
    return [context.case.evidence[identity] for identity in context.numbering.marked]


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "law": provision,
    "cites": cites,
    "in_force": in_force,
    "ex": ex,
    "exhibit": exhibit,
    "exhibit_range": exhibit_range,
    "mentioned": mentioned,
}
