"""The plan of a case: what to do today, what waits until when, what comes next, what not to do and why, which dates run.

Plain data, computed from the channels' front matter and the filings in the case.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from letters.admissibility.standing import LIVE
from letters.admissibility.waits import Wait, expected, wait, whole_day
from letters.case.model.moment import WholeDay
from letters.channels.known_channels import Channels
from letters.channels.known_channels import channels as our_channels
from letters.law.results import Due
from letters.plan.ladder import MAIN, Ladder, Place
from letters.plan.notes import notes

if TYPE_CHECKING:
    from letters.law.matter import Matter


class Step(Struct, frozen=True):
    """A channel to use today: why, in which mode (new, urge, withdraw), until when to wait then, and where to go next."""

    channel: str
    name: str
    why: str
    mode: str = "new"
    number: str = ""
    wait: Wait | None = None
    then: tuple[str, ...] = ()


class Waiting(Struct, frozen=True):
    """A filing that runs: an answer is due by `until` (a WholeDay: 24:00 of that day); `over` once that is past."""

    channel: str
    name: str
    until: datetime
    rule: str
    number: str = ""
    provisional: bool = False
    over: bool = False


class Later(Struct, frozen=True):
    """A channel that comes later, and after what."""

    channel: str
    name: str
    after: str


class Plan(Struct, frozen=True):
    """What to do on the day `on`. `not_now` gives every channel not offered today or next its reason, led by a finding
    code where there is one; `never` are those of them that nothing will open in this case; `names` says what channels are called."""

    on: date
    today: tuple[Step, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    next: tuple[Later, ...] = ()
    not_now: Mapping[str, str] = field(default_factory=dict)
    never: tuple[str, ...] = ()
    due: tuple[Due, ...] = ()
    notes: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """The plan as one JSON object with stable keys."""
        return {
            "on": self.on.isoformat(),
            "today": [_step(step) for step in self.today],
            "waiting": [
                {
                    "channel": w.channel,
                    "until": iso_moment(w.until),
                    "rule": w.rule,
                    "number": w.number,
                    "provisional": w.provisional,
                    "over": w.over,
                }
                for w in self.waiting
            ],
            "next": [{"channel": later.channel, "after": later.after} for later in self.next],
            "not_now": dict(self.not_now),
            "never": list(self.never),
            "due": [
                {"what": d.what, "at": d.at.isoformat(), "rule": d.rule, "provisional": d.provisional} for d in self.due
            ],
            "notes": list(self.notes),
        }


def make_plan(matter: "Matter", channels: Channels | None = None) -> Plan:
    """The plan of a case on the matter's day, over `channels` (ours where left out)."""
    known = channels if channels is not None else our_channels()
    places = Ladder(matter, known).places()
    return Plan(
        matter.on,
        today=tuple(_today(matter, place) for place in sorted((p for p in places if p.rung == "today"), key=_weight)),
        waiting=_waiting(matter, known),
        next=tuple(Later(p.channel.id, p.channel.name, p.why) for p in places if p.rung == "next"),
        not_now={p.channel.id: _reason(p) for p in places if p.rung in ("not-now", "never")},
        never=tuple(p.channel.id for p in places if p.rung == "never"),
        due=tuple(matter.dues),
        notes=notes(matter),
        names={p.channel.id: p.channel.name for p in places},
    )


def _weight(place: Place) -> int:
    """What comes first on one day: the police, the main line and the payment, their annexes, then what runs beside."""
    stage = place.channel.ladder.stage
    return 0 if stage == "police" else 1 if stage in (*MAIN, "payment") else 2 if stage == "annex" else 3


def iso_moment(at: datetime) -> str:
    """ISO 8601 with Asia/Shanghai's offset; a WholeDay is its date alone and means 24:00 of it."""
    return at.date().isoformat() if isinstance(at, WholeDay) else at.isoformat(timespec="minutes")


def _step(step: Step) -> dict[str, Any]:
    found: dict[str, Any] = {"channel": step.channel, "why": step.why, "mode": step.mode, "then": list(step.then)}
    if step.wait is not None:
        found["wait"] = {"until": iso_moment(step.wait.until), "rule": step.wait.rule, "law": step.wait.law}
    return found


def _today(matter: "Matter", place: Place) -> Step:
    channel, filing = place.channel, place.standing.filing
    follow = expected(matter, channel, whole_day(matter.on)) if place.standing.open else None
    return Step(
        channel.id, channel.name, place.why, place.standing.mode, filing.number if filing else "", follow,
        channel.ladder.next,
    )  # fmt: skip


def _waiting(matter: "Matter", channels: Channels) -> tuple[Waiting, ...]:
    found = []
    for filing in matter.facts.told.filings:
        if filing.status not in LIVE or filing.channel not in channels:
            continue
        channel = channels[filing.channel]
        if (until := wait(matter, channel, filing)) is not None:
            over = until.end <= matter.facts.end_of_day
            found.append(
                Waiting(channel.id, channel.name, until.until, until.rule, filing.number, until.provisional, over)
            )
    return tuple(sorted(found, key=lambda w: w.until))


def _reason(place: Place) -> str:
    code = place.standing.code if not place.standing.open else ""
    return f"{code}：{place.why}" if code else place.why
