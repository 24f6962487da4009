"""One rendering of one letter: everything a template may call, and what was said so far.

docs/channels.md lists these names for template authors.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from letters.case.view.case_view import CaseView
from letters.channels.profile import Channel, Channels
from letters.drafting.asks import Ask
from letters.drafting.citing import Citer
from letters.drafting.functions import demanding, followup, joint, pleading, proof, reasons, referring, saying, telling
from letters.drafting.numbering import Numbering
from letters.drafting.prose import forms
from letters.drafting.prose.forms import Clock
from letters.drafting.prose.narrator import Narrator
from letters.drafting.template.markup import BREAK, EXHIBIT, Marked, clean
from letters.law.reasoning import advise as reasoning
from letters.law.reasoning.ground_file import GroundWords
from letters.law.results import Argument

if TYPE_CHECKING:
    from letters.drafting.template.environment import Drafter
    from letters.law.matter import Matter


#: Every function a template may call, by name; a module that adds some lists them in its NAMES.
VOCABULARY: dict[str, Callable[..., Any]] = {
    name: function
    for module in (saying, telling, referring, reasons, demanding, pleading, proof, joint, followup)
    for name, function in module.NAMES.items()
}


@dataclass(slots=True)
class Fit:
    """Which optional parts are kept: those whose rank has not been dropped."""

    dropped: frozenset[int] = frozenset()
    seen: dict[int, dict[str, None]] = field(default_factory=dict)

    def keep(self, rank: int, name: str = "") -> bool:
        self.seen.setdefault(rank, {})[name] = None
        return rank not in self.dropped


def addressed(voice: dict[str, str], case: CaseView) -> dict[str, str]:
    """The voice for this other side: 贵行 for a bank, 贵方 where it is no company; a payer that is written to is the reader."""
    other = case.other
    if other is not None and other.role == "payment-provider" and voice["you"] in ("贵行", "贵司"):
        return {**voice, "they": voice["you"], "staff": f"{voice['you']}客服"}
    if other is not None and "公司" in voice["they"] and ("公司" not in other.name or "银行" in other.name):
        return {key: word.replace("贵公司", "贵行" if "银行" in other.name else "贵方") for key, word in voice.items()}
    return voice


class Words:
    """The words of the dispute, each rendered when asked for: `w.failure`."""

    def __init__(self, session: "Session", words: GroundWords) -> None:
        self._session, self._words = session, words

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(self._words, name, "")
        if isinstance(value, tuple):
            return [self._session.snippet(each) if isinstance(each, str) else each for each in value]
        return self._session.snippet(value)


class Session:
    """The state of one rendering. `length` is the budget of this variant, 0 for none."""

    def __init__(
        self, drafter: "Drafter", matter: "Matter", channel: Channel, view: CaseView, *, length: int = 0, dropped: frozenset[int] = frozenset(),
        frozen: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.drafter, self.matter, self.channel, self.case = drafter, matter, channel, view
        self.words = drafter.words
        self.voice = addressed(dict(drafter.voice(channel.voice)), view)
        self.length = length
        self.fit = Fit(dropped)
        self.clock = Clock(self.voice["style"])
        self.citer = Citer(matter.law.statutes, self.voice["titles"])
        self.numbering = Numbering(view.evidence, frozen)
        self.narrator = Narrator(view, self.words, self.voice, self.clock, self.channels, partial(referring.ex, self))
        self.asked: list[Ask] = []
        self.deadline_said = False
        self.argument: Argument | None = None
        self._sections = [0, 0]
        self.names = {**drafter.environment.globals, **self._context()}

    @property
    def channels(self) -> Channels:
        return self.drafter.channels

    def _context(self) -> dict[str, Any]:
        """What templates see: plain values, and the functions of the modules in VOCABULARY bound to this session."""
        voice, narrator, goods = self.voice, self.narrator, self._goods()
        return {
            **{name: partial(function, self) for name, function in VOCABULARY.items()},
            "case": self.case, "sums": self.matter.sums, "channel": self.channel, "length": self.length, "on": self.matter.on,
            "I": voice["I"], "they": self._together(), "you": voice["you"], "staff": voice["staff"], "back": voice["back"],
            "please": voice["ask"], "by_law": voice["law"], "child": voice["child"], "firm": self.case.preferences.tone == "firm",
            "noun": goods["noun"], "that": goods["that"], "goods": goods["goods"], "arrive": goods["arrive"], "give": goods["give"],
            "w": Words(self, reasoning.words(self.matter.facts, self.matter.law)), "br": Marked(BREAK), "keep": self.fit.keep, "snippet": self.snippet,
            "day": forms.long_date, "short_day": forms.short_date, "number": forms.number,
            "subject": narrator.subject, "entries": narrator.entries, "party": narrator.third, "says": narrator.says,
            "guardian_word": narrator.guardian, "plain_answer": narrator.plain_answer,
        }  # fmt: skip

    def _together(self) -> str:
        """The other side in general statements: 两被告 where two are meant; each alone is 被告一 in the story."""
        they, several = self.voice["they"], len(self.case.opponents)
        return (
            f"{'两' if several == 2 else '各'}{they}"
            if several > 1 and they.startswith("被") and not self.channel.to_one
            else they
        )

    def _goods(self) -> dict[str, str]:
        """How the goods are called: by kind, by the case's own noun, or 上述商品 for several kinds."""
        words, order = self.words["goods"], self.case.order
        if len({words[o.kind]["noun"] for o in self.case.orders}) > 1:
            kind = {**words["other"], "that": "上述商品"}
        else:
            kind = words[order.kind if order else "other"]
        if order is None or not order.noun:
            return kind
        return {**kind, "noun": order.noun, "that": kind["that"].replace(kind["noun"], order.noun)}

    def snippet(self, text: str, **extra: Any) -> Markup:
        """A Jinja2 fragment from the data, rendered with the names of this letter."""
        return self.drafter.snippet(text, {**self.names, **extra} if extra else self.names)

    @staticmethod
    def safe(text: str) -> str:
        """Keeps our exhibit marks and nothing else that could be one."""
        return EXHIBIT.join(str(clean(part)) for part in text.split(EXHIBIT))
