"""One rendering of one letter, and the one among many that fits its length."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property, partial

from letters.case.facts.facts import Facts
from letters.case.facts.story import story
from letters.case.model import Respondent
from letters.channels.known_channels import Channels
from letters.channels.profile import Channel
from letters.drafting.asks import one_method
from letters.drafting.context import Context
from letters.drafting.fit import fitted
from letters.drafting.template.blocks import Parsed
from letters.drafting.template.environment import templates_in
from letters.drafting.template.words import load_words
from letters.drafting.template_names import name_all
from letters.errors import LettersError
from letters.law.matter import Matter
from letters.letter import Block, measure

#: Texts that follow a filing: their evidence keeps the numbers that it had there.
FOLLOWS = frozenset({"_supplement", "_urge"})


@dataclass(frozen=True)
class Rendering:
    """A rendered template as blocks, and the state in which rendering it ended."""

    context: Context
    parsed: Parsed

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(self.parsed.blocks)

    @cached_property
    def size(self) -> int:
        return measure(self.parsed.blocks)

    @property
    def ranks(self) -> Collection[int]:
        return self.context.fit.seen


def fitted_rendering(
    matter: Matter, channel: Channel, known: Channels, *, name: str = "", length: int = 0, to: str = ""
) -> Rendering:
    """The rendering of the template `name` in which the least falls, so that it is no longer than `length` if that can be."""

    def without(dropped: frozenset[int]) -> Rendering:
        return rendering(matter, channel, known, name=name, length=length, to=to, dropped=dropped)

    return fitted(without, length)


def rendering(
    matter: Matter, channel: Channel, known: Channels, *, name: str = "", length: int = 0, to: str = "",
    dropped: frozenset[int] = frozenset(),
) -> Rendering:  # fmt: skip
    """The template `name`, the channel's own by default, rendered once for the budget `length` without the ranks `dropped`."""
    context = context_for(matter, channel, known, length=length, to=to, dropped=dropped, follows=name in FOLLOWS)
    text = templates_in(known.folders).render(name or channel.id, context.names)
    return Rendering(context, Parsed(context.finished(text)))


def context_for(
    matter: Matter, channel: Channel, known: Channels, *, length: int = 0, to: str = "", dropped: frozenset[int] = frozenset(),
    follows: bool = False,
) -> Context:  # fmt: skip
    """The state in which a rendering begins; one that `follows` a filing keeps the numbers that its evidence had."""
    other = towards(matter.facts, channel, to)
    owed = {respondent.id for respondent in matter.facts.parties.opponents}
    own = channel.to_one and len(owed) > 1 and other is not None and other.id in owed
    view = matter.view(channel.level, other, own=own, method=one_method(matter, channel))
    templates = templates_in(known.folders)
    context = Context(
        matter, channel, view, known, load_words(known.folders), templates.fragment, length=length, dropped=dropped,
        frozen=_frozen(matter, channel) if follows else (), court_order=partial(_court_order, matter, known),
        spoken=templates.sentence,
    )  # fmt: skip
    name_all(context, templates.globals)
    return context


def towards(facts: Facts, channel: Channel, to: str = "") -> Respondent | None:
    """Who is 对方 in a letter on `channel`: as its profile says, or the respondent `to`."""
    if to and (named := facts.parties.respondent(to)):
        return named
    chosen = {
        "seller": facts.parties.seller or facts.parties.opponent, "platform": facts.parties.platform or facts.parties.opponent, "provider": facts.parties.provider,
        "upstream": facts.parties.by_role("upstream"),
    }  # fmt: skip
    return chosen.get(channel.towards, facts.parties.opponent)


def _frozen(matter: Matter, channel: Channel) -> list[str]:
    """The evidence an earlier filing on this channel had, in the order it was told: its numbers stay."""
    filings = matter.facts.told.filings_on(channel.id)
    if not filings:
        return []
    told = [i for entry in story(matter.facts) if entry.at < filings[-1].at for i in entry.evidence]
    clause = matter.case.dispute.clause
    return [*told, *(clause.evidence if clause else ())]


def _court_order(matter: Matter, known: Channels) -> tuple[str, ...]:
    """The evidence as the first suit on the ladder numbers it; empty where there can be none."""
    channel = next(iter(known.that(procedure="suit")), None)
    if channel is None:
        return ()
    try:
        complaint = fitted_rendering(matter, channel, known, length=max(channel.lengths, default=0))
    except LettersError:
        return ()
    return tuple(exhibit.id for exhibit in complaint.context.numbering.exhibits())
