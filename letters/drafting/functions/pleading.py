"""What a complaint asks the court for, and where and how it is to be heard."""

import re
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from letters.case.facts.story import Entry
from letters.drafting.asks import Ask
from letters.drafting.context import Context
from letters.drafting.functions.demand_phrases import asks, values_of
from letters.drafting.prose.forms import long_date
from letters.drafting.prose.patterns import fill
from letters.drafting.template.markup import Marked, clean, ours
from letters.law.reasoning import advise
from letters.law.reasoning.cause import cause_of_action

#: The order of claims in a complaint: the contract first, then the sums, then what follows from them.
ORDER = (
    "terminate", "refund", "difference", "deliver", "replace", "interest", "damages", "costs", "triple", "void", "apology",
)  # fmt: skip
_SEAT = re.compile(r"(?:第[一二三四五六七八九十]+|互联网|铁路运输)?(?:中级|高级)?人民法院.*$")


def claims(context: Context) -> list[Markup]:
    """The claims (诉讼请求) in writing order, without punctuation and without the one on costs."""
    found = sorted(asks(context), key=lambda a: ORDER.index(a.kind) if a.kind in ORDER else len(ORDER))
    return [claim(context, ask) for ask in found]


def claim(context: Context, ask: Ask) -> Markup:
    """One claim from the verb on: 判令被告退还原告价款98.00元（大写：…）."""
    case, words = context.case, context.words
    values = values_of(context, ask, capitals=True)
    respondent = (
        ask.respondent
        if ask.respondent and len(case.opponents) > 1
        else case.other.id
        if case.other
        else ask.respondent
    )
    clause = case.clause
    values |= {
        "they": context.narrator.subject(respondent), "I": context.narrator.subject("complainant"),
        "bonds": _bonds(context), "where": clause.where if clause else "",
        "ended": long_date(case.ended_at.date()) if case.ended_at else "",
    }  # fmt: skip
    values["I_owns"] = "" if case.platform_in_place else values["I"]
    own = {str(key): text for key, text in advise.words(context.matter.facts, context.matter.law).claims.items()}
    kind = "ended" if ask.kind == "terminate" and case.ended_at else ask.kind
    pattern = own.get(kind) or words["claims"].get(kind)
    return clean(fill(pattern or "判令{they}" + words["asks"][ask.kind], values))


def _bonds(context: Context) -> str:
    """与被告就订单…: with whom and over which orders a contract was made, each of several defendants in turn."""
    case, found = context.case, []
    for party in case.opponents:
        numbers = [o.number for o in case.orders if o.number and (o.debtor == party.id or len(case.opponents) < 2)]
        found.append(f"与{context.narrator.subject(party.id)}" + (f"就订单{'、'.join(numbers)}" if numbers else ""))
    return "、".join(found)


def venue(context: Context) -> str:
    """Which party's place the named court stands for: `plaintiff`, `defendant`, or empty where neither shows.

    Without a court: the buyer's place for a sale made and delivered over the network (民诉法解释 20), else the
    defendant's (民诉法 22, 24).
    """
    case = context.case
    court = case.preferences.court
    if not court:
        return "plaintiff" if online_sale(context) else "defendant"
    seat = _SEAT.sub("", court)
    if seat and any(seat in p.address for p in case.opponents):
        return "defendant"
    return "plaintiff" if seat and (seat in case.me.residence or seat in case.me.address) else ""


def online_sale(context: Context) -> bool:
    """Whether the dispute is over a sale, not a service, by its cause of action."""
    cause = cause_of_action(context.matter.facts, context.matter.law)
    return "买卖" in cause or "购物" in cause


def provisions(context: Context) -> Markup:
    """The provisions that the complaint rests on, law by law, without the sentences around them."""
    found = context.matter.basis.for_tier(context.channel.tier)
    for argument in found:
        context.citer.cite(argument.cite, argument)
    return Marked(context.citer.cite(dict.fromkeys(ref for argument in found for ref in argument.cite), None))


def debt(context: Context) -> Markup:
    """How an agreed refund came about and stayed unpaid: request, consent, term, the look at the account. Nothing else."""
    case, narrator = context.case, context.narrator
    agreed = next((e for e in case.story if e.kind == "approval"), None) or next(
        (e for e in case.story if e.kind == "answer" and e.by != "institution" and e.status != "refused"), None
    )
    if agreed is None:
        return Marked("")
    kinds = ("request", "filing")
    asked = [e for e in narrator.entries(*kinds, until=agreed.at) if not _other_body(context, e) and e.at < agreed.at][
        -1:
    ]
    looked = [e for e in narrator.entries("discovery", "promise-missed", since=agreed.at) if e.evidence][-1:]
    told = "".join(narrator.days([*asked, agreed]))
    if case.refund_due:
        told += f"该期限于{narrator.clock.day(case.refund_due)}届满。"
    return ours(told + "".join(narrator.days(looked)))


def _other_body(context: Context, entry: Entry) -> bool:
    channel = context.channels.get(entry.channel) if entry.channel else None
    return channel is not None and channel.answers == "institution"


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "claims": claims,
    "claim": claim,
    "venue": venue,
    "online_sale": online_sale,
    "provisions": provisions,
    "debt": debt,
}
