"""From a case read by the law to a letter: one render a length budget, optional parts dropped until it fits."""

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from letters.case.facts.facts import Facts
from letters.case.facts.story import story
from letters.case.model import Respondent
from letters.case.model.moment import SHANGHAI, knows_hour
from letters.channels.profile import Channel
from letters.drafting.asks import moved, one_method
from letters.drafting.functions.demanding import open_asks
from letters.drafting.functions.reasons import carries
from letters.drafting.session import Session
from letters.drafting.template.blocks import Parsed
from letters.drafting.template.environment import Drafter, TemplateProblem, drafter, folders_of
from letters.errors import NotReady
from letters.letter import Block, DemandLine, Dropped, Item, Letter, Paragraph, Title, plain, texts

if TYPE_CHECKING:
    from letters.law.matter import Matter

#: The four parts of the formula and how each shows that it is there.
FORMULA = ("facts", "legal_basis", "demand", "deadline")


class TooLong(NotReady):
    """A text exceeds the hard limit of its channel although all that may fall has fallen."""


class _Rendering(Struct, frozen=True):
    session: Session
    parsed: Parsed
    length: int

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(self.parsed.blocks)


def towards(facts: Facts, channel: Channel, to: str = "") -> Respondent | None:
    """Who is 对方 in a letter on `channel`: as its profile says, or the respondent `to`."""
    if to and (named := facts.parties.respondent(to)):
        return named
    chosen = {
        "seller": facts.parties.seller or facts.parties.opponent, "platform": facts.parties.platform or facts.parties.opponent, "provider": facts.parties.provider,
        "upstream": facts.parties.by_role("upstream"),
    }  # fmt: skip
    return chosen.get(channel.towards, facts.parties.opponent)


def measure(blocks: Iterable[Block]) -> int:
    """Characters as forms count them: code points after NFC, a line break counts one."""
    lines = []
    for block in blocks:
        lines.append(f"{block.label}{plain(block.runs)}" if isinstance(block, Item) else "\n".join(texts((block,))))
    return len(unicodedata.normalize("NFC", "\n".join(lines)))


def compose(
    matter: "Matter", channel_id: str, *, templates: Sequence[Path | str] = (), to: str = "", mode: str = "new"
) -> Letter:
    """The letter of a channel for the case, on the matter's day.

    `mode` is new, or supplement, urge or withdraw for a filing that stands. `to` names the respondent it goes to.
    Raises TooLong where a hard limit cannot be met, TemplateProblem for a template that cannot be used.
    """
    office = drafter(folders_of(templates))
    channel = office.channels[channel_id]
    name = channel.id if mode == "new" else f"_{mode}"
    budgets = channel.lengths if mode == "new" else channel.lengths[-1:]
    rendered = [_fitted(office, matter, channel, name, length, to) for length in budgets or (0,)]
    final = rendered[-1]
    renderings = [r for r in rendered if r is final or measure(r.blocks) <= r.length]
    if mode == "new":
        _check_formula(final, channel)
    variants = {str(r.length): r.blocks for r in renderings} if len(renderings) > 1 else {}
    return _letter(office, matter, channel, renderings, variants, mode)


def _fitted(office: Drafter, matter: "Matter", channel: Channel, name: str, length: int, to: str) -> _Rendering:
    """The rendering in which the least falls: ranks from the lowest up until it fits, then back what still has room.

    A text is held to grow with every part that is kept, so that not every choice needs to be rendered.
    """
    made: dict[frozenset[int], tuple[_Rendering, int]] = {}

    def without(dropped: frozenset[int]) -> int:
        if dropped not in made:
            found = _render(office, matter, channel, name, length, to, dropped)
            made[dropped] = (found, measure(found.blocks))
        return made[dropped][1]

    def given_back(dropped: frozenset[int], ranks: list[int], hopeful: bool = True) -> frozenset[int]:
        """`dropped` without those of the ascending `ranks` that still have room, the highest first; all at once where that fits."""
        if not ranks:
            return dropped
        if hopeful and without(dropped.difference(ranks)) <= length:
            return dropped.difference(ranks)
        if len(ranks) == 1:
            return dropped
        middle = len(ranks) // 2
        return given_back(given_back(dropped, ranks[middle:]), ranks[:middle])

    nothing: frozenset[int] = frozenset()
    if without(nothing) <= length or not length:
        return made[nothing][0]
    ranks = sorted(made[nothing][0].session.fit.seen)
    fewest, most = 1, len(ranks)
    while fewest < most:
        middle = (fewest + most) // 2
        if without(frozenset(ranks[:middle])) <= length:
            most = middle
        else:
            fewest = middle + 1
    dropped, lower = frozenset(ranks[:fewest]), ranks[: fewest - 1]
    if (size := without(dropped)) > length:
        if channel.hard and size > channel.hard * 97 // 100:
            raise _too_long(matter, channel, size)
        return made[dropped][0]
    room = length - size - without(nothing) + without(frozenset(lower))
    return made[given_back(dropped, lower, hopeful=len(lower) == 1 or room >= 0)][0]


def _render(
    office: Drafter, matter: "Matter", channel: Channel, name: str, length: int, to: str, dropped: frozenset[int]
) -> _Rendering:
    other = towards(matter.facts, channel, to)
    owed = {respondent.id for respondent in matter.facts.parties.opponents}
    alone = channel.to_one and len(owed) > 1
    view = matter.view(
        channel.level, other, own=alone and other is not None and other.id in owed, method=one_method(matter, channel)
    )
    frozen = _frozen(matter, channel) if name in ("_supplement", "_urge") else ()
    session = Session(office, matter, channel, view, length=length, dropped=dropped, frozen=frozen)
    return _Rendering(session, Parsed(office.render(channel, session, name)), length)


def _frozen(matter: "Matter", channel: Channel) -> list[str]:
    """The evidence an earlier filing on this channel had, in the order it was told: its numbers stay."""
    filings = matter.facts.told.filings_on(channel.id)
    if not filings:
        return []
    told = [i for entry in story(matter.facts) if entry.at < filings[-1].at for i in entry.evidence]
    clause = matter.case.dispute.clause
    return [*told, *(clause.evidence if clause else ())]


def _check_formula(rendering: _Rendering, channel: Channel) -> None:
    """Facts, legal basis, demand and deadline are there, or the profile says why not."""
    session, parts = rendering.session, rendering.parsed.parts
    there = {
        "facts": bool(parts.get("facts")),
        "legal_basis": bool(session.citer.found)
        or bool(session.fit.dropped)
        or not channel.tier
        or not carries(session),
        "demand": bool(parts.get("demand")),
        "deadline": session.deadline_said,
    }
    missing = [part for part in FORMULA if not there[part] and part not in channel.leaves_out]
    if missing:
        names = {"facts": "事实", "legal_basis": "法律依据", "demand": "诉求", "deadline": "期限"}
        raise TemplateProblem(
            f"渠道“{channel.id}”缺少公式的一部分：{'、'.join(names[m] for m in missing)}", where=channel.path,
            fix="在正文里写出这一部分，或者在渠道说明的 leaves_out 里写明为什么省去",
        )  # fmt: skip


def _too_long(matter: "Matter", channel: Channel, size: int) -> TooLong:
    """Names the fields whose text is longest, and by how much the letter exceeds the limit."""
    limit = channel.hard * 97 // 100
    fields = [(f"orders[{i}].item（商品名称）", o.item) for i, o in enumerate(matter.case.orders)]
    fields += [(f"events[{i}].did（做了什么）", e.did) for i, e in enumerate(matter.case.events)]
    fields += [(f"events[{i}].quote（原话）", e.quote) for i, e in enumerate(matter.case.events)]
    fields += [
        (f"orders[{i}].promised.text（承诺原文）", o.promised.text)
        for i, o in enumerate(matter.case.orders)
        if o.promised
    ]
    longest = sorted(((len(text), name) for name, text in fields if len(text) > 20), reverse=True)[:3]
    where = "；".join(f"{name} {count}字" for count, name in longest)
    return TooLong(
        f"“{channel.name}”最多{channel.hard}字（留余量后{limit}字），现在{size}字，超出{size - limit}字",
        fix=f"缩短这些内容：{where}" if where else "缩短案件中的文字", where=channel.id,
    )  # fmt: skip


def _letter(
    office: Drafter,
    matter: "Matter",
    channel: Channel,
    renderings: list[_Rendering],
    variants: dict[str, tuple[Block, ...]],
    mode: str,
) -> Letter:
    final = renderings[-1]
    session = final.session
    follows = next((plain(b.runs) for b in final.blocks if isinstance(b, Paragraph)), "") if mode != "new" else ""
    title = (
        next((plain(b.runs) for b in final.blocks if isinstance(b, Title)), "") or follows or _title(session, channel)
    )
    dropped = [
        Dropped(rank, name, str(r.length) if variants else "")
        for r in renderings
        for rank, names in sorted(r.session.fit.seen.items()) if rank in r.session.fit.dropped for name in names
    ]  # fmt: skip
    asked = session.asked or ([] if mode == "withdraw" else list(open_asks(session)))
    notes = [
        f"“{m.name}”不由{channel.name}处理"
        + (f"，已移到“{office.channels[m.channel].name}”" if m.channel in office.channels else "，本文未写")
        for m in moved(matter, channel)
        if channel.nature != "annex"
    ]
    limit: datetime | None = matter.reply_deadline if session.deadline_said else None
    if limit is not None and not knows_hour(limit):
        limit = datetime.combine(limit.date(), time(23, 59, 59), SHANGHAI)
    return Letter(
        channel=channel.id, date=matter.on, title=title, body=final.blocks, layout=channel.layout,
        author=session.case.me.name if channel.level >= 3 else "", fields=_fields(session, channel) if mode == "new" else (),
        variants=variants, citations=tuple(session.citer.found.values()),
        demands=tuple(DemandLine(a.kind, a.amount, a.respondent) for a in asked), exhibits=session.numbering.exhibits(),
        deadline=limit, dropped=tuple(dropped), notes=tuple(notes),
    )  # fmt: skip


def _title(session: Session, channel: Channel) -> str:
    """The first of the channel's titles that fits its box; the shortest where none does."""
    found = [str(session.snippet(t)) for t in channel.titles]
    fitting = [t for t in found if not channel.title_max or len(t) <= channel.title_max]
    return (fitting or sorted(found, key=len) or [channel.name])[0]


def _fields(session: Session, channel: Channel) -> tuple[tuple[str, str], ...]:
    """The boxes of the channel's form, in its order."""
    return tuple(
        (label, session.numbering.resolve(session.citer.resolve(str(session.snippet(text)))))
        for label, text in channel.fields
    )
