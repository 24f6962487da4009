"""Naming provisions and evidence in templates."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from letters.drafting import exhibits
from letters.drafting.numbering import HIDDEN, NUMBER, RANGE
from letters.drafting.template.markup import EXHIBIT, Marked

if TYPE_CHECKING:
    from letters.drafting.session import Session


def law(session: "Session", *refs: str) -> Markup:
    """Provisions as printed; outside an argument they must be in force on the letter's day."""
    if session.argument is None:
        for ref in refs:
            session.matter.law.statutes.require(ref, session.matter.on)
    return Marked(session.citer.cite(refs, session.argument))


def cites(session: "Session", *starts: str) -> bool:
    """Whether the text so far cites one of these: a law's slug, an article, or the start of one."""
    return any(ref.startswith(starts) for ref in session.citer.found)


def in_force(session: "Session", *refs: str) -> bool:
    """Whether all may be cited in a letter of this day."""
    return all(session.matter.law.statutes.in_force(ref, session.matter.on) for ref in refs)


def ex(session: "Session", *ids: Any) -> Markup:
    """（证据1、证据2） behind the clause it proves; hidden where the channel names evidence once or not at all."""
    flat = [i for part in ids for i in ([part] if isinstance(part, str) else part)]
    style = session.channel.exhibits
    if style == "none":
        return Marked("")
    inline = style == "fixed" or style == "inline" and (not session.length or session.fit.keep(1, "证据编号并入末尾"))
    mark = session.numbering.mark(flat, "" if inline else HIDDEN)
    return Marked(f"（{mark}）" if mark and inline else mark)


def exhibit(session: "Session", *ids: str) -> Markup:
    """证据1 without brackets."""
    return Marked(session.numbering.mark(ids, NUMBER))


def exhibit_range(session: "Session", hidden_only: bool = False) -> Markup:
    """证据1至证据5: all that the letter has mentioned. With `hidden_only`, nothing where brackets already stand."""
    style = session.channel.exhibits
    inline = style == "fixed" or style == "inline" and (not session.length or 1 not in session.fit.dropped)
    if (hidden_only and inline) or session.channel.exhibits == "none" or not session.numbering.marked:
        return Marked("")
    return Marked(f"{EXHIBIT}{RANGE}{EXHIBIT}")


def evidence_rows(session: "Session") -> list[dict[str, Any]]:
    """The rows of an evidence list, grouped and numbered in the order of the story."""
    return exhibits.rows(session)


def mentioned(session: "Session") -> list[Any]:
    """The evidence that the text so far names, in the order of first mention."""
    return [session.case.evidence[identity] for identity in session.numbering.marked]


def source_of(session: "Session", item: Any) -> str:
    """Where a piece of evidence comes from, its holder called as in this voice."""
    return exhibits.source_of(session, item)


NAMES: dict[str, Callable[..., Any]] = {
    "law": law,
    "cites": cites,
    "in_force": in_force,
    "ex": ex,
    "exhibit": exhibit,
    "exhibit_range": exhibit_range,
    "evidence_rows": evidence_rows,
    "mentioned": mentioned,
    "source_of": source_of,
}
