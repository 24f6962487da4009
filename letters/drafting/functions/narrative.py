"""The story in templates: what was bought, noticed and tried, in full or in few words."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from markupsafe import Markup

from letters.drafting.context import Context
from letters.drafting.prose import brief
from letters.drafting.prose.forms import Clock
from letters.drafting.prose.narrator import Narrator
from letters.drafting.template.markup import ours


def deal(context: Context, *show: str) -> Markup:
    return ours(context.narrator.deal(*show))


def tale(
    context: Context, *kinds: str, since: datetime | None = None, until: datetime | None = None, without: str = "",
    bodies: bool = True,
) -> Markup:  # fmt: skip
    return ours(context.narrator.tale(*kinds, since=since, until=until, without=without, bodies=bodies))


def tale_items(
    context: Context, *kinds: str, since: datetime | None = None, until: datetime | None = None
) -> list[Markup]:
    """The story as items, one a day, each beginning with its date."""
    items = context.narrator.items(context.narrator.entries(*kinds, since=since, until=until))
    return [ours(item) for item in items]


def between_parties(context: Context, *kinds: str) -> Markup:
    """What was said between the parties, of the named kinds, for a cell of a form: without evidence, from the full date on."""
    narrator = Narrator(context.case, context.words, context.voice, Clock("paper"), context.channels, lambda *ids: "")
    known = context.channels
    entries = [
        e for e in narrator.entries(*kinds) if not (e.channel in known and known[e.channel].answers == "institution")
    ]
    return ours("".join(narrator.days(entries)))


def _printed(tell: Callable[..., str]) -> Callable[..., Markup]:
    """A way of telling as a function of templates."""

    def function(context: Context, *given: Any, **options: Any) -> Markup:
        return ours(tell(context.narrator, *given, **options))

    return function


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "deal": deal,
    "tale": tale,
    "tale_items": tale_items,
    "told": between_parties,
    "bought": _printed(brief.bought),
    "tried": _printed(brief.tried),
    "tried_once": _printed(brief.tried_once),
    "noticed": _printed(brief.noticed),
}
