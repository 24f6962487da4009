"""From a case read by the law to a letter: one rendering a length budget, optional parts dropped until it fits."""

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from letters.case.model.moment import SHANGHAI, knows_hour
from letters.channels.known_channels import Channels, channels
from letters.channels.profile import Channel
from letters.data.folders import templates_dir
from letters.drafting.asks import moved
from letters.drafting.context import Context
from letters.drafting.functions.demand_phrases import open_asks
from letters.drafting.functions.reasons import carries
from letters.drafting.rendering import Rendering, fitted_rendering
from letters.drafting.template.environment import FAILURES, TemplateProblem, folders_of, problem
from letters.errors import NotReady
from letters.law.matter import Matter
from letters.letter import Block, DemandLine, Dropped, Letter, Paragraph, Title, plain

#: The four parts of the formula and how each shows that it is there.
FORMULA = ("facts", "legal_basis", "demand", "deadline")


class TooLong(NotReady):
    """A text exceeds the hard limit of its channel although all that may fall has fallen."""

    finding = "too-long"


class PartMissing(NotReady):
    """The case gives a letter of this channel nothing for a part of the formula, so that none is written."""

    finding = "part-missing"


def compose(
    matter: Matter, channel_id: str, *, templates: Sequence[Path | str] = (), to: str = "", mode: str = "new"
) -> Letter:
    """The letter of a channel for the case, on the matter's day.

    `mode` is new, or supplement, urge or withdraw for a filing that stands. `to` names the respondent it goes to.
    Raises TooLong where a hard limit cannot be met, TemplateProblem for a template that cannot be used.
    """
    return compose_from(channels(folders_of(templates)), matter, channel_id, to=to, mode=mode)


def compose_from(known: Channels, matter: Matter, channel_id: str, *, to: str = "", mode: str = "new") -> Letter:
    """The same with the channels that are known."""
    channel = known[channel_id]
    name = channel.id if mode == "new" else f"_{mode}"
    budgets = channel.lengths if mode == "new" else channel.lengths[-1:]
    made = [_fitted(matter, channel, known, name, length, to) for length in budgets or (0,)]
    final = made[-1]
    renderings = [r for r in made if r is final or r.size <= r.context.length]
    if mode == "new":
        _check_formula(final, channel)
    variants = {str(r.context.length): r.blocks for r in renderings} if len(renderings) > 1 else {}
    return _letter(matter, known, renderings, variants, mode)


def _fitted(matter: Matter, channel: Channel, known: Channels, name: str, length: int, to: str) -> Rendering:
    """The rendering that fits the budget; TooLong where it is over the hard limit though all that may fall has fallen."""
    made = fitted_rendering(matter, channel, known, name=name, length=length, to=to)
    limit = channel.hard * 97 // 100
    if length and limit and made.size > max(length, limit):
        raise _too_long(matter, channel, made.size, limit)
    return made


def _check_formula(rendering: Rendering, channel: Channel) -> None:
    """Facts, legal basis, demand and deadline are there, or the profile says why not.

    What is missing in a channel of ours is for want of facts, in a user's own it may be his template.
    """
    context, parts = rendering.context, rendering.parsed.parts
    there = {
        "facts": bool(parts.get("facts")),
        "legal_basis": bool(context.citer.found)
        or bool(context.fit.dropped)
        or not channel.tier
        or not carries(context),
        "demand": bool(parts.get("demand")),
        "deadline": context.deadline_said,
    }
    missing = [part for part in FORMULA if not there[part] and part not in channel.leaves_out]
    if missing:
        names = {"facts": "事实", "legal_basis": "法律依据", "demand": "诉求", "deadline": "期限"}
        if Path(channel.path).is_relative_to(templates_dir()):
            said = "、".join(names[part] for part in missing)
            raise PartMissing(
                f"按这份案件写不出{channel.name}的{said}", where=channel.id,
                fix="改用其他渠道（letters plan 列出）；对方没有按约定履行的，把经过和订单的情况写全",
            )  # fmt: skip
        raise TemplateProblem(
            f"渠道“{channel.id}”缺少公式的一部分：{'、'.join(names[m] for m in missing)}", where=channel.path,
            fix="在正文里写出这一部分，或者在渠道说明的 leaves_out 里写明为什么省去",
        )  # fmt: skip


def _too_long(matter: Matter, channel: Channel, size: int, limit: int) -> TooLong:
    """Names the fields whose text is longest, and by how much the letter exceeds the limit."""
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
    matter: Matter, known: Channels, renderings: list[Rendering], variants: dict[str, tuple[Block, ...]], mode: str
) -> Letter:
    final = renderings[-1]
    context, channel = final.context, final.context.channel
    asked = context.asked or ([] if mode == "withdraw" else list(open_asks(context)))
    return Letter(
        channel=channel.id, date=matter.on, title=_title(final, mode), body=final.blocks, layout=channel.layout,
        author=context.case.me.name if channel.level >= 3 else "", fields=_fields(context) if mode == "new" else (),
        variants=variants, citations=tuple(context.citer.found.values()),
        demands=tuple(DemandLine(a.kind, a.amount, a.respondent) for a in asked), exhibits=context.numbering.exhibits(),
        deadline=_deadline(context), dropped=_dropped(renderings, bool(variants)), notes=_notes(context, known),
    )  # fmt: skip


def _title(final: Rendering, mode: str) -> str:
    """The title in the text, for a follow-up its first paragraph; else the first of the channel's titles that fits its box, the shortest where none does."""
    if written := next((plain(b.runs) for b in final.blocks if isinstance(b, Title)), ""):
        return written
    if mode != "new" and (first := next((plain(b.runs) for b in final.blocks if isinstance(b, Paragraph)), "")):
        return first
    channel = final.context.channel
    found = [_of_profile(final.context, t) for t in channel.titles]
    fitting = [t for t in found if not channel.title_max or len(t) <= channel.title_max]
    return (fitting or sorted(found, key=len) or [channel.name])[0]


def _fields(context: Context) -> tuple[tuple[str, str], ...]:
    """The boxes of the channel's form, in its order."""
    return tuple((label, context.finished(_of_profile(context, text))) for label, text in context.channel.fields)


def _of_profile(context: Context, text: str) -> str:
    """A fragment of the channel's front matter, rendered; errors name file and line."""
    try:
        return str(context.snippet(text))
    except NotReady:
        raise
    except FAILURES as error:
        path = context.channel.path
        lines = path.read_text(encoding="utf-8").splitlines()
        line = next((n for n, line in enumerate(lines, 1) if text.strip().splitlines()[0][:30] in line), 1)
        raise problem(error, f"{path}:{line}") from error


def _deadline(context: Context) -> datetime | None:
    if not context.deadline_said:
        return None
    limit = context.matter.reply_deadline
    return limit if knows_hour(limit) else datetime.combine(limit.date(), time(23, 59, 59), SHANGHAI)


def _dropped(renderings: list[Rendering], several: bool) -> tuple[Dropped, ...]:
    return tuple(
        Dropped(rank, name, str(each.context.length) if several else "")
        for each in renderings
        for rank, names in sorted(each.context.fit.seen.items()) if rank in each.context.fit.dropped for name in names
    )  # fmt: skip


def _notes(context: Context, known: Channels) -> tuple[str, ...]:
    """What became of the demands that this channel cannot give."""
    channel = context.channel
    if channel.body == "annex":
        return ()
    return tuple(
        f"“{m.name}”不由{channel.name}处理"
        + (f"，已移到“{known[m.channel].name}”" if m.channel in known else "，本文未写")
        for m in moved(context.matter, channel)
    )
