"""The legal reasons of a letter as text: arguments of its tier, the one-line claim, leads of a report, answers to defences."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from letters.drafting.context import Context
from letters.drafting.template.markup import Marked, clean
from letters.law.reasoning import advise
from letters.law.reasoning.reach import roles
from letters.law.results import Argument


class Reason(Struct, frozen=True):
    """The arguments of one group as text: a heading that states the conclusion, and paragraphs."""

    group: str
    heading: Markup
    paragraphs: tuple[Markup, ...]


def _arguments(
    context: Context, groups: tuple[str, ...], skip: frozenset[str] = frozenset(), tier: str = "", most: int = 0
) -> list[Argument]:
    """Those against the letter's other side, of the channel's tier or of `tier`, with `most` articles. A weak one is there only where its demand is made, so it falls last."""
    other = context.matter.facts.parties.respondent(context.case.other.id) if context.case.other else None
    towards = (
        roles(context.matter.facts, context.matter.law, other)
        | {"any"}
        | ({"payer"} if context.channel.tier in ("payer", "police") else set())
    )
    found = [
        a
        for a in context.matter.basis.for_tier(tier or context.channel.tier, *groups)
        if a.group not in skip and a.against & towards
    ]
    limit = most or context.channel.max_articles
    if limit:
        rank = {"weak": 0, "strong": 1, "supporting": 2}
        taken: set[str] = set()
        kept = []
        for argument in sorted(found, key=lambda a: (rank.get(a.strength, 3), a.order)):
            articles = {c.partition("(")[0] for c in argument.cite}
            if len(taken | articles) <= limit:
                taken |= articles
                kept.append(argument)
        found = sorted(kept, key=lambda a: a.order)
    return found


def carries(context: Context) -> bool:
    """Whether the law gives this channel something strong against its other side, so that a letter without it lacks a part."""
    spoken = context.channel.tier == "message"
    return any(a.strength == "strong" and (a.claim or not spoken) for a in _arguments(context, ()))


def say_argument(context: Context, argument: Argument) -> Markup:
    """The text of an argument for the tier of this channel."""
    return context.snippet(argument.texts.get(context.channel.tier) or argument.text, argument)


def reasons(context: Context, *groups: str, without: Iterable[str] = (), rank: int = 0) -> list[Reason]:
    """The legal reasons of this channel's tier by group, in writing order.

    With `rank`, supporting ones may fall at it, and three ranks later the other side's duty to show records nobody asked for.
    """
    found: dict[str, list[Markup]] = {}
    for argument in _arguments(context, groups, frozenset(without)):
        if (
            rank
            and argument.strength == "supporting"
            and argument.group not in ("interest", "loss", "triple")
            and not context.fit.keep(rank, "补充的法律理由")
        ):
            continue
        asked = context.case.wants("records") or argument.demand != "records"
        if rank and not asked and not context.fit.keep(rank + 3, "对方应当提供的交易记录"):
            continue
        paragraphs = found.setdefault(argument.group, [])
        text = say_argument(context, argument)
        if paragraphs and len(paragraphs[-1]) + len(text) < 220:
            paragraphs[-1] += text
        else:
            paragraphs.append(text)
    headings = context.matter.basis.headings or {}
    return [Reason(g, context.snippet(headings.get(g, "")), tuple(p)) for g, p in found.items()]


def claim_line(context: Context, tier: str = "", most: int = 0) -> Markup:
    """One legal sentence for a short message: 根据《…》第…条，未交付的应当退还货款。 Empty without strong provisions."""
    found = [a for a in _arguments(context, (), tier=tier, most=most) if a.claim and a.strength == "strong"]
    if not found:
        return Marked("")
    for argument in found:
        context.citer.cite(argument.cite, argument)
    refs = [ref for argument in found for ref in argument.cite]
    claims = [context.snippet(a.claim) for a in found]
    named = Marked(context.citer.cite(refs, None))
    return Marked("").join(
        [clean(context.voice["law"] or "根据"), named, clean("，"), Marked("，").join(claims), clean("。")]
    )


def leads(context: Context) -> list[dict[str, Any]]:
    """The leads of a report on what its addressee enforces: heading and text."""
    out = []
    for lead in advise.report_leads(context.matter.facts, context.matter.law, context.matter.names):
        if not context.channel.may_enforce(lead.cite):
            continue
        argument = Argument(
            "lead", "", "investigate", "strong", "report", 0, frozenset({"report"}), frozenset(), lead.cite,
            "", {}, "", lead.heading,
        )  # fmt: skip
        told = {"heading": context.snippet(lead.heading, argument), "text": context.snippet(lead.text, argument)}
        out.append(told)
    return out


def answers(context: Context, form: str = "answer") -> list[dict[str, Any]]:
    """The answers to what the other side says: id, says and the text in `form` answer, short or spoken."""
    out = []
    for defence in advise.defences(context.matter.facts, context.matter.law, context.matter.names):
        text = getattr(defence, form)
        if not text:
            continue
        argument = Argument(
            defence.id, "", "refund", "strong", "defence", 0, frozenset(), frozenset(), defence.cite, "", {}, "",
            f"回应对方“{defence.says}”的说法",
        )  # fmt: skip
        said, answer = context.snippet(defence.says, argument), context.snippet(text, argument)
        out.append({"id": defence.id, "says": said, "text": answer})
    return out


def phone_answers(context: Context, most: int = 4) -> list[dict[str, Any]]:
    """What to say to the usual excuses: those of the case first, then the standard ones up to `most`, the last one last."""
    known = advise.main_ground(context.matter.facts, context.matter.law).defences
    named = context.matter.case.dispute.defences
    standard = [d.id for d in known.values() if d.standard and not d.last and d.id not in named]
    last = [d.id for d in known.values() if d.last]
    chosen = [i for i in named if i in known]
    found = [known[i] for i in [*chosen, *standard[: max(0, most - len(chosen))], *last] if known[i].spoken]
    return [{"id": d.id, "says": context.snippet(d.says), "text": context.snippet(d.spoken)} for d in found]


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "reasons": reasons,
    "claim_line": claim_line,
    "leads": leads,
    "answers": answers,
    "phone_answers": phone_answers,
    "say": say_argument,
}
