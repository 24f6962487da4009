"""The state of one rendering: what the functions of a template read, and what the letter has said so far."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from letters.case.view.case_view import CaseView
from letters.channels.known_channels import Channels
from letters.channels.profile import Channel
from letters.drafting.asks import Ask
from letters.drafting.citing import Citer
from letters.drafting.fit import Fit
from letters.drafting.numbering import Numbering
from letters.drafting.prose.forms import Clock
from letters.drafting.prose.narrator import Narrator
from letters.drafting.template.environment import Speaks
from letters.drafting.template.sentence_book import SentenceCode
from letters.drafting.template.words import voice_of
from letters.law.matter import Matter
from letters.law.reasoning.advise import main_ground
from letters.law.reasoning.ground_file import GroundWords
from letters.law.results import Argument


class Context:
    """One letter in the making.

    `case` is what the channel may see of it, `length` the budget of this variant (0 for none), `names` everything the
    template may say. `fragment` renders a piece of the data with names; `court_order` gives the ids of the evidence as
    the complaint numbers it; `spoken` finds a sentence of the data by its id.
    """

    def __init__(
        self, matter: Matter, channel: Channel, case: CaseView, channels: Channels, words: dict[str, Any],
        fragment: Callable[[str, dict[str, Any]], Markup], *, length: int = 0, dropped: frozenset[int] = frozenset(),
        frozen: Iterable[str] = (), court_order: Callable[[], tuple[str, ...]] = tuple,
        spoken: Callable[[str], tuple[SentenceCode, Speaks]],
    ) -> None:  # fmt: skip
        self.matter, self.channel, self.case, self.channels, self.words = matter, channel, case, channels, words
        self.voice = addressed(voice_of(words, channel.voice), case)
        self.goods = called(words["goods"], case)
        self.length = length
        self.fit = Fit(dropped)
        self.clock = Clock(self.voice["style"])
        self.citer = Citer(matter.law.statutes, self.voice["titles"])
        room = partial(self.fit.keep, 1, "证据编号并入末尾") if length else None
        self.numbering = Numbering(case.evidence, frozen, channel.exhibits, room)
        self.w = DisputeWords(main_ground(matter.facts, matter.law).words, self.snippet)
        self.narrator = Narrator(case, words, self.voice, self.clock, channels, self.numbering.bracket)
        self.court_order = court_order
        self.spoken = spoken
        self.names: dict[str, Any] = {}
        self._fragment = fragment
        self.asked: list[Ask] = []
        self.deadline_said = False
        self.argument: Argument | None = None
        self.sections = [0, 0]

    def snippet(self, text: str, argument: Argument | None = None) -> Markup:
        """A Jinja2 fragment from the data with the names of this letter; what it cites is cited for `argument`."""
        if argument is None:
            return self._fragment(text, self.names)
        self.argument = argument
        try:
            return self._fragment(text, self.names)
        finally:
            self.argument = None

    def finished(self, text: str) -> str:
        """A rendered text with the names of laws and the numbers of evidence as they are due at each mention."""
        return self.numbering.resolve(self.citer.resolve(text))


class DisputeWords:
    """The words of the dispute, each rendered when asked for: `w.failure`."""

    def __init__(self, words: GroundWords, snippet: Callable[[str], Markup]) -> None:
        self._words, self._snippet = words, snippet

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(self._words, name, "")
        if isinstance(value, tuple):
            return [self._snippet(each) if isinstance(each, str) else each for each in value]
        return self._snippet(value)


def addressed(voice: dict[str, str], case: CaseView) -> dict[str, str]:
    """The voice for this other side: 贵行 for a bank, 贵方 where it is no company; a payer that is written to is the reader."""
    other = case.other
    if other is not None and other.role == "payment-provider" and voice["you"] in ("贵行", "贵司"):
        return {**voice, "they": voice["you"], "staff": f"{voice['you']}客服"}
    if other is not None and "公司" in voice["they"] and ("公司" not in other.name or "银行" in other.name):
        return {key: word.replace("贵公司", "贵行" if "银行" in other.name else "贵方") for key, word in voice.items()}
    return voice


def register_of(voice: Mapping[str, str]) -> str:
    """How a voice speaks: to a court, in a formal letter, aloud, in public or in a message."""
    if voice["titles"] == "court":
        return "court"
    return {"paper": "formal", "spoken": "spoken", "public": "public"}.get(voice["style"], "message")


def called(goods: Mapping[str, dict[str, str]], case: CaseView) -> dict[str, str]:
    """How the goods are called: by kind, by the case's own noun, or 上述商品 for several kinds."""
    order = case.order
    if len({goods[o.kind]["noun"] for o in case.orders}) > 1:
        kind = {**goods["other"], "that": "上述商品"}
    else:
        kind = goods[order.kind if order else "other"]
    if order is None or not order.noun:
        return kind
    return {**kind, "noun": order.noun, "that": kind["that"].replace(kind["noun"], order.noun)}
