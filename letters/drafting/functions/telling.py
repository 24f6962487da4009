"""The story in templates: what was bought, noticed and tried, in full or in few words."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from letters.drafting.prose import brief
from letters.drafting.template.markup import Marked

if TYPE_CHECKING:
    from letters.drafting.session import Session


def deal(session: "Session", *show: str) -> Markup:
    return Marked(session.safe(session.narrator.deal(*show)))


def bought(session: "Session", **options: bool) -> Markup:
    return Marked(session.safe(brief.bought(session.narrator, **options)))


def tried(session: "Session", **options: bool) -> Markup:
    return Marked(session.safe(brief.tried(session.narrator, **options)))


def tried_once(session: "Session", **options: bool) -> Markup:
    return Marked(session.safe(brief.tried_once(session.narrator, **options)))


def noticed(session: "Session", instead: str = "") -> Markup:
    return Marked(session.safe(brief.noticed(session.narrator, instead)))


def tale(session: "Session", *kinds: str, since: datetime | None = None, until: datetime | None = None, without: str = "",
    bodies: bool = True,
) -> Markup:  # fmt: skip
    return Marked(session.safe(session.narrator.tale(*kinds, since=since, until=until, without=without, bodies=bodies)))


def tale_items(
    session: "Session", *kinds: str, since: datetime | None = None, until: datetime | None = None
) -> list[Markup]:
    """The story as items, one a day, each beginning with its date."""
    items = session.narrator.items(session.narrator.entries(*kinds, since=since, until=until))
    return [Marked(session.safe(s)) for s in items]


NAMES: dict[str, Callable[..., Any]] = {
    "deal": deal,
    "bought": bought,
    "tried": tried,
    "tried_once": tried_once,
    "noticed": noticed,
    "tale": tale,
    "tale_items": tale_items,
}
