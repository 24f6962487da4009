"""The ladder: which open channels serve today, which come later and after what, which do not serve and why.

Everything is read from the channels' front matter (`ladder`, docs/channels.md) and the filings of the case; a channel that a
user adds takes its place by the same keys. Sources of the order: 消费者权益保护法 39 and the practice of the bodies themselves.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from letters.admissibility.standing import LIVE, Standing, standing
from letters.admissibility.waits import lapsed
from letters.case.model import Filing
from letters.channels.front_matter import Position
from letters.channels.known_channels import Channels
from letters.channels.profile import Channel

if TYPE_CHECKING:
    from letters.law.matter import Matter

#: Stages of which a later step makes an earlier one pointless; the others run beside.
MAIN = ("negotiation", "appeal", "mediation", "court")
#: Where silence leads on instead of to a reminder.
ASKED = ("negotiation", "appeal", "inquiry")
Rung = Literal["today", "next", "not-now", "never"]
RUNGS: tuple[Rung, ...] = ("today", "next")
_NOWHERE = Position()
#: Why a channel whose last filing ended so is not tried again.
_BEHIND = {
    "refused": "已经被拒绝，再提交同样的内容没有作用", "answered": "已经答复，再提交同样的内容没有作用",
    "terminated": "已经处理终结，不重复提交", "settled": "已经和解，不重复提交",
}  # fmt: skip


class Place(Struct, frozen=True):
    """Where a channel stands today: on which rung, and in words why, or what must have happened before.

    `after` names the channels that come first; `why` is then only the end of that sentence until the places are told.
    """

    channel: Channel
    rung: Rung
    why: str
    standing: Standing
    after: tuple[str, ...] = ()


class Ladder:
    """The channels of a case in the order of the ladder, and what was tried on each."""

    def __init__(self, matter: "Matter", channels: Channels) -> None:
        self.matter = matter
        self.facts = matter.facts
        self.channels = {channel.id: channel for channel in channels}
        self._meant = channels.named
        self.standings = {i: standing(matter, channel, channels) for i, channel in self.channels.items()}
        self._names = {"case": matter.view(3)}
        self._highest = max(
            (
                self.order(f.channel)
                for f in self.facts.told.filings
                if self.stage(f.channel) in MAIN and f.status != "withdrawn"
            ),
            default=0,
        )

    # -- what a channel says and what was done on it ----------------------------------------------

    def position(self, identity: str) -> Position:
        channel = self.channels.get(identity)
        return channel.ladder if channel else _NOWHERE

    def order(self, identity: str) -> int:
        return self.position(identity).order

    def stage(self, identity: str) -> str:
        return self.position(identity).stage

    def holds(self, expression: object) -> bool:
        from letters.law.reasoning.conditions import holds

        return bool(expression) and holds(str(expression), self._names)

    def last(self, identity: str) -> Filing | None:
        found = self.facts.told.filings_on(identity)
        return found[-1] if found else None

    def silent(self, identity: str) -> bool:
        """Whether the last filing there still runs though its wait is over."""
        filing, channel = self.last(identity), self.channels.get(identity)
        return bool(filing and channel and filing.status in LIVE and lapsed(self.matter, channel, filing))

    def tried(self, identity: str) -> bool:
        """Whether that step is behind: answered, refused, ended, or silent beyond its wait."""
        filing = self.last(identity)
        return filing is not None and (filing.status not in LIVE or self.silent(identity))

    # -- the rungs ----------------------------------------------------------------------------------

    def places(self) -> tuple[Place, ...]:
        """Every channel with its place, in the order of the ladder."""
        alone = {i: self._alone(i) for i in self.channels if not self.position(i).attached_to}
        chosen = {i: self._beside(place, alone) for i, place in alone.items()}
        found = {i: self._behind(place, chosen) for i, place in chosen.items()}
        found |= {i: self._attached(i, found) for i in self.channels if i not in found}
        return tuple(self._told(found[i], found) for i in self.channels)

    def _place(self, identity: str, rung: Rung, why: str, after: tuple[str, ...] = ()) -> Place:
        return Place(self.channels[identity], rung, why, self.standings[identity], after)

    def _alone(self, identity: str) -> Place:
        """The place of a channel by itself, before the others are looked at."""
        found, why = self.standings[identity], self.position(identity).why
        if not found.open:
            return self._closed(identity)
        if self._urgent(identity):
            return self._place(identity, "today", f"{why}；期限将近，不要再等")
        if reason := self._past(identity) or self._skipped(identity):
            return self._place(identity, "not-now", reason)
        if self.holds(self.position(identity).today):
            return self._place(identity, "today", why)
        return self._by_steps(identity, why)

    def _closed(self, identity: str) -> Place:
        found = self.standings[identity]
        if found.mode == "withdraw":
            return self._place(identity, "today", found.why)
        if found.mode == "urge":
            return self._place(identity, "not-now" if self.stage(identity) in ASKED else "today", found.why)
        if found.mode == "supplement" or found.fix:
            return self._place(identity, "not-now", found.why)
        return self._place(identity, "next" if found.code == "too-early" else "never", found.why)

    def _urgent(self, identity: str) -> bool:
        """Whether the period that the channel must keep (`hurry`) ends within so many days, and nothing was filed there."""
        hurry = self.position(identity).hurry
        if hurry is None or self._filed(identity):
            return False
        last = self.facts.on + timedelta(days=hurry.days)
        return any(due.what == hurry.due and self.facts.on <= due.at <= last for due in self.matter.dues)

    def _filed(self, *identities: str) -> bool:
        return any(self.last(i) is not None for i in identities)

    def _past(self, identity: str) -> str:
        """Why a step is behind: it was taken, or one above it was; empty where it still serves."""
        filing = self.last(identity)
        if filing is not None and filing.status in _BEHIND:
            return _BEHIND[filing.status]
        above = self.stage(identity) in MAIN and self.order(identity) < self._highest
        return "已经走到后面的步骤，不必退回这一步" if above and not self.holds(self.position(identity).serves) else ""

    def _skipped(self, identity: str) -> str:
        return next((s.why for s in self.position(identity).skip if self.holds(s.condition)), "")

    def _by_steps(self, identity: str, why: str) -> Place:
        """Today if a step before it is behind (`after`), silent (`silence`) or taken (`filed`); else next, after which."""
        position = self.position(identity)
        after, silence, filed = map(self._meant, (position.after, position.silence, position.filed))
        ready = any(self.tried(i) for i in after) or any(self.silent(i) for i in silence) or self._filed(*filed)
        if ready or not (after or silence or filed):
            return self._place(identity, "today", why)
        if after:
            return self._place(identity, "next", "被拒绝，或者逾期没有答复", after)
        return (
            self._place(identity, "next", "逾期没有答复", silence)
            if silence
            else self._place(identity, "next", "已经提交", filed)
        )

    def _told(self, place: Place, places: Mapping[str, Place]) -> Place:
        """The place with its sentence whole: names of the steps that can still be taken in this case, at most two."""
        if not place.after:
            return place
        ways = [places[i].channel.name for i in place.after if i in places and self._a_way(places[i])]
        if not ways:
            return self._place(place.channel.id, "not-now", "在它之前的步骤本案都用不上，现在不必考虑")
        return replace(place, why="、".join(ways[:2]) + place.why, after=())

    def _a_way(self, place: Place) -> bool:
        filing = self.last(place.channel.id)
        return place.rung in RUNGS or bool(filing and filing.status in LIVE)

    # -- what others change ---------------------------------------------------------------------------

    def _beside(self, place: Place, places: Mapping[str, Place]) -> Place:
        """A channel gives way to the one it is an alternative to (`instead`), if that is offered or was used."""
        instead = self.position(place.channel.id).instead
        if instead is None or place.rung not in ("today", "next") or place.standing.mode != "new":
            return place
        for other in self._meant(instead.of):
            last = self.last(other)
            used = last is not None and last.status not in ("refused", "withdrawn")
            if used or (other in places and places[other].rung in ("today", "next") and places[other].standing.open):
                return self._place(place.channel.id, "not-now", instead.why)
        return place

    def _behind(self, place: Place, places: Mapping[str, Place]) -> Place:
        """A channel waits while those before it are offered today or still run (`waits_for`), unless time presses."""
        identity = place.channel.id
        if place.rung != "today" or place.standing.mode != "new" or self._urgent(identity):
            return place
        first = [
            i for i in self._meant(self.position(identity).waits_for) if i in places and self._occupied(i, places[i])
        ]
        return self._place(identity, "next", "没有结果", tuple(first)) if first else place

    def _occupied(self, identity: str, place: Place) -> bool:
        filing = self.last(identity)
        offered = place.rung == "today" and place.standing.mode == "new"
        return offered or bool(filing and filing.status in LIVE and not self.silent(identity))

    def _attached(self, identity: str, places: Mapping[str, Place]) -> Place:
        """An annex goes with the papers it belongs to (`with`)."""
        if not self.standings[identity].open:
            return self._closed(identity)
        if reason := self._skipped(identity):
            return self._place(identity, "not-now", reason)
        hosts = [places[i] for i in self._meant(self.position(identity).attached_to) if i in places]
        for rung in RUNGS:
            host = next((h for h in hosts if h.rung == rung and h.standing.mode == "new"), None)
            if host is not None:
                why = self.position(identity).why if rung == "today" else f"提交{host.channel.name}时一并提交"
                return self._place(identity, rung, why)
        return self._place(identity, "not-now", "随正式投诉书或者起诉状一并提交，现在还用不上")
