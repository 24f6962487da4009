"""Every name that a template may say: the functions of all themes bound to one letter, and its plain values.

docs/channels.md lists these names for template authors.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from letters.drafting.context import Context, register_of
from letters.drafting.functions import (
    annexes,
    citations,
    demand_phrases,
    followup,
    joint,
    narrative,
    pleading,
    reasons,
    speech,
    terms,
    times,
)
from letters.drafting.prose import forms
from letters.drafting.template.markup import BREAK, Marked

#: Every function a template may call, by name; a module that adds some lists them in its FUNCTIONS.
VOCABULARY: dict[str, Callable[..., Any]] = {
    name: function
    for module in (
        times,
        terms,
        narrative,
        citations,
        reasons,
        demand_phrases,
        pleading,
        annexes,
        joint,
        followup,
        speech,
    )
    for name, function in module.FUNCTIONS.items()
}


def name_all(context: Context, globals: Mapping[str, Any]) -> None:
    """Gives the context its names, those of every template (`globals`) among them."""
    voice, narrator, goods, matter = context.voice, context.narrator, context.goods, context.matter
    context.names = {
        **globals,
        **{name: partial(function, context) for name, function in VOCABULARY.items()},
        "case": context.case, "sums": matter.sums, "channel": context.channel, "length": context.length, "on": matter.on,
        "I": voice["I"], "they": _together(context), "you": voice["you"], "staff": voice["staff"], "back": voice["back"],
        "please": voice["ask"], "by_law": voice["law"], "child": voice["child"], "firm": context.case.preferences.tone == "firm",
        "noun": goods["noun"], "that": goods["that"], "goods": goods["goods"], "arrive": goods["arrive"], "give": goods["give"],
        "register": register_of(voice), "w": context.w, "br": Marked(BREAK),
        "keep": context.fit.keep, "snippet": context.snippet, "ex": context.numbering.bracket,
        "day": forms.long_date, "short_day": forms.short_date, "number": forms.number,
        "subject": narrator.subject, "entries": narrator.entries, "party": narrator.third, "says": narrator.says,
        "guardian_word": narrator.guardian, "plain_answer": narrator.plain_answer,
    }  # fmt: skip


def _together(context: Context) -> str:
    """The other side in general statements: 两被告 where two are meant; each alone is 被告一 in the story."""
    they, several = context.voice["they"], len(context.case.opponents)
    if several < 2 or not they.startswith("被") or context.channel.to_one:
        return they
    return f"{'两' if several == 2 else '各'}{they}"
