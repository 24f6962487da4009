"""What a follow-up to a filing that runs needs to know: the filing, how it is called, what is overdue."""

from collections.abc import Callable
from typing import Any

from letters.admissibility.standing import LIVE
from letters.admissibility.waits import lapsed, wait
from letters.drafting.context import Context
from letters.drafting.prose.patterns import fill


def open_filing(context: Context) -> dict[str, Any]:
    """The filing that runs on this channel: at, number, accepted, did, thing, same; due, article and rule where overdue.

    `due` is the last day that the law, the other side or the letter itself set, None where the wait is mere custom;
    `article` and `rule` are there only where the law sets it.
    """
    filing = context.case.filing(context.channel.id, status=LIVE)
    follow, other = context.words["follow"], context.case.other
    words = dict(follow.get(context.channel.voice, follow["other"]))
    words["did"] = fill(
        words["did"],
        {"firm": (other.name or other.display) if other else "对方", "affair": str(context.w.title)},
    )
    found = {"at": None, "number": "", "accepted": False, "due": None, "article": "", "rule": "", **words}
    if filing is None:
        return found
    accepted = filing.status == "accepted" or filing.accepted_at is not None
    found |= {"at": filing.at, "number": filing.number, "accepted": accepted}
    term = wait(context.matter, context.channel, filing)
    if term is None or not lapsed(context.matter, context.channel, filing):
        return found
    start = "accepted" if accepted else "filed"
    entry = next((w for w in context.channel.waits if w.start == start), None)
    promised = filing.promised_by is not None and not accepted
    if promised or term.law or (entry is not None and entry.days == "reply_days"):
        found["due"] = term.until.date()
    if term.law and not promised and entry is not None:
        found |= {"rule": entry.rule, "article": entry.article}
    return found


FUNCTIONS: dict[str, Callable[..., Any]] = {"followup": open_filing}
