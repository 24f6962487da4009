"""What a follow-up to a filing that runs needs to know: the filing, how it is called, what is overdue."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from letters.admissibility.standing import LIVE
from letters.admissibility.waits import lapsed, wait
from letters.drafting.prose.patterns import fill

if TYPE_CHECKING:
    from letters.drafting.session import Session


def followup(session: "Session") -> dict[str, Any]:
    """The filing that runs on this channel: at, number, accepted, did, thing, same; due, article and rule where overdue.

    `due` is the last day that the law, the other side or the letter itself set, None where the wait is mere custom;
    `article` and `rule` are there only where the law sets it.
    """
    filing = session.case.filing(session.channel.id, status=LIVE)
    follow, other = session.words["follow"], session.case.other
    words = dict(follow.get(session.channel.voice, follow["other"]))
    words["did"] = fill(
        words["did"],
        {"firm": (other.name or other.display) if other else "对方", "affair": str(session.names["w"].title)},
    )
    found = {"at": None, "number": "", "accepted": False, "due": None, "article": "", "rule": "", **words}
    if filing is None:
        return found
    accepted = filing.status == "accepted" or filing.accepted_at is not None
    found |= {"at": filing.at, "number": filing.number, "accepted": accepted}
    term = wait(session.matter, session.channel, filing)
    if term is None or not lapsed(session.matter, session.channel, filing):
        return found
    start = "accepted" if accepted else "filed"
    entry = next((w for w in session.channel.waits if w.start == start), None)
    promised = filing.promised_by is not None and not accepted
    if promised or term.law or (entry is not None and entry.days == "reply_days"):
        found["due"] = term.until.date()
    if term.law and not promised and entry is not None:
        found |= {"rule": entry.rule, "article": entry.article}
    return found


NAMES: dict[str, Callable[..., Any]] = {"followup": followup}
