"""What a channel has no power to give: moved to the one that has, or dropped with a note."""

from collections.abc import Iterator

from letters.case.model import Demand
from letters.case.model.kinds import DEMANDS
from letters.channels.profile import Channel
from letters.drafting.asks import demands_for
from letters.review.finding import Finding, block, note
from letters.review.subject import Scope


def _fix(scope: Scope, channel: Channel, kind: str) -> str:
    to = channel.moves.get(kind)
    name = scope.known[to].name if to and to in scope.known else ""
    return f"程序把它略去，改在{name}（{to}）提出" if name else "程序把它略去，其余诉求照常提出"


def not_for_channel(scope: Scope) -> Iterator[Finding]:
    """Demands outside the channel's power; for the case as a whole, those that some channel it addresses drops."""
    if scope.channel is None:
        yield from _of_case(scope)
        return
    channel = scope.channel
    if not channel.may_ask:
        return
    drafted = {line.kind for line in scope.letter.demands} if scope.letter else set()
    for index, demand in enumerate(scope.case.demands):
        if demand.kind in channel.may_ask | channel.implies:
            continue
        make = block if demand.kind in drafted else note
        yield make(
            "demand-not-for-channel",
            f"{channel.name}处理不了“{DEMANDS[demand.kind]}”",
            path=f"demands[{index}]",
            fix=_fix(scope, channel, demand.kind),
            source="渠道的职权范围",
        )


def _carried(scope: Scope, channel: Channel) -> bool:
    """Whether something is asked for; that the contract ends is no demand by itself."""
    return any(not (ask.implied and ask.kind == "terminate") for ask in demands_for(scope.matter, channel))


def nothing_left(scope: Scope) -> Iterator[Finding]:
    """A channel that must ask for something, in a case that asks for nothing it can give; a follow-up asks for nothing new."""
    channel, found = scope.channel, scope.standing
    if found is not None and not found.open:
        return
    if channel is None or not channel.may_ask or "demand" in channel.leaves_out or _carried(scope, channel):
        return
    able = "、".join(DEMANDS[kind] for kind in sorted(channel.may_ask) if kind in DEMANDS)
    asked = bool(scope.case.demands)
    yield block(
        "field-missing",
        f"本案的诉求里没有{channel.name}能处理的" if asked else "还没有写诉求",
        path="demands",
        fix=f"在 demands 里加一项：{able}；例：- {{kind: refund}}",
        source="事实、依据、诉求、期限缺一不可",
    )


#: Reasons for which a channel that serves the case is shut at the moment; any other means that it is none of its matters.
_SHUT_NOW = frozenset({"exclusive-channel", "duplicate-filing", "gate-fraud", "gate-resale", "gate-minor", "settled"})


def _addressed(scope: Scope) -> list[Channel]:
    """The channels that can give some of what is asked in such a case; police and annexes ask for nothing of the kind."""
    kinds = {demand.kind for demand in scope.case.demands}
    able = [c for c in scope.known if c.may_ask & kinds and c.body not in ("annex", "police", "third-party")]
    return [c for c in able if (found := scope.standings.of(c)).open or found.code in _SHUT_NOW]


def _of_case(scope: Scope) -> Iterator[Finding]:
    channels = _addressed(scope)
    for index, demand in enumerate(scope.case.demands):
        dropping = [c for c in channels if demand.kind not in c.may_ask | c.implies]
        if dropping:
            yield _dropped(scope, index, demand, dropping)


def _dropped(scope: Scope, index: int, demand: Demand, dropping: list[Channel]) -> Finding:
    names = "、".join(c.name for c in dropping[:6]) + (f"等{len(dropping)}个渠道" if len(dropping) > 6 else "")
    to = next((c.moves[demand.kind] for c in dropping if demand.kind in c.moves), "")
    where = f"，改在{scope.known[to].name}（{to}）提出" if to in scope.known else ""
    return note(
        "demand-not-for-channel",
        f"{names}处理不了“{DEMANDS[demand.kind]}”，写给{'它们' if len(dropping) > 1 else '它'}的文书会略去这一项",
        path=f"demands[{index}]",
        fix=f"无须改动：程序自动略去{where}",
        source="渠道的职权范围",
    )
