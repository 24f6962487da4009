"""One rendering of one letter: everything a template may call, and what was said so far.

docs/channels.md lists these names for template authors.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from letters.case.moment import WholeDay, knows_hour
from letters.case.shown import OrderView
from letters.case.view import CaseView
from letters.drafting import brief, demanding, followup, forms, joint, pleading, proof, reasons
from letters.drafting.asks import Ask
from letters.drafting.channel import Channel, Channels
from letters.drafting.citing import Citer
from letters.drafting.forms import Clock
from letters.drafting.markup import BREAK, EXHIBIT, Marked, clean
from letters.drafting.narrative import Narrator
from letters.drafting.numbering import HIDDEN, NUMBER, RANGE, Numbering
from letters.law.basis import Argument

if TYPE_CHECKING:
    from letters.drafting.environment import Drafter
    from letters.law.dossier import Dossier


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

    def __init__(self, session: "Session", words: Mapping[str, Any]) -> None:
        self._session, self._words = session, words

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = self._words.get(name, "")
        if isinstance(value, list):
            return [self._session.snippet(str(v)) if isinstance(v, str) else v for v in value]
        return self._session.snippet(str(value))


class Session:
    """The state of one rendering. `length` is the budget of this variant, 0 for none."""

    def __init__(
        self, drafter: "Drafter", dossier: "Dossier", channel: Channel, view: CaseView, *, length: int = 0, dropped: frozenset[int] = frozenset(),
        frozen: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.drafter, self.dossier, self.channel, self.case = drafter, dossier, channel, view
        self.words = drafter.words
        self.voice = addressed(dict(drafter.voice(channel.voice)), view)
        self.length = length
        self.fit = Fit(dropped)
        self.clock = Clock(self.voice["style"])
        self.citer = Citer(dossier.catalogue, self.voice["titles"])
        self.numbering = Numbering(view.evidence, frozen)
        self.narrator = Narrator(view, self.words, self.voice, self.clock, self.channels, self.ex)
        self.asked: list[Ask] = []
        self.deadline_said = False
        self.argument: Argument | None = None
        self._sections = [0, 0]
        self.names = {**drafter.environment.globals, **self._context()}

    @property
    def channels(self) -> Channels:
        return self.drafter.channels

    # -- what templates see ---------------------------------------------------------------------

    def _context(self) -> dict[str, Any]:
        voice, narrator = self.voice, self.narrator
        goods = self.words["goods"]
        order = self.case.order
        several = len({goods[o.kind]["noun"] for o in self.case.orders}) > 1
        kind = {**goods["other"], "that": "上述商品"} if several else goods[order.kind if order else "other"]
        noun = order.noun if order and order.noun else kind["noun"]
        that = kind["that"].replace(kind["noun"], noun) if order and order.noun else kind["that"]
        from letters.law import reasoning

        return {
            "case": self.case, "sums": self.dossier.sums, "channel": self.channel, "length": self.length, "on": self.dossier.on,
            "I": voice["I"], "they": voice["they"], "you": voice["you"], "staff": voice["staff"], "back": voice["back"],
            "please": voice["ask"], "by_law": voice["law"], "child": voice["child"], "firm": self.case.preferences.tone == "firm",
            "noun": noun, "that": that, "goods": kind["goods"], "arrive": kind["arrive"], "give": kind["give"],
            "w": Words(self, reasoning.words(self.dossier)),
            "when": self.when, "day": forms.long_date, "short_day": forms.short_date, "hour": self.hour, "as_of": self.as_of, "forget_day": self.clock.forget_day,
            "money": self.money, "number": forms.number, "capitals": self.capitals, "sum_of": self.sum_of,
            "law": self.law, "cites": self.cites, "in_force": self.in_force, "ex": self.ex, "exhibit": self.exhibit, "exhibit_range": self.exhibit_range,
            "keep": self.fit.keep, "section": self.section, "subsection": self.subsection,
            "deadline": self.deadline, "deadline_day": self.deadline_day, "days_given": self.days_given,
            "reasons": partial(reasons.reasons, self), "claim_line": partial(reasons.claim_line, self), "leads": partial(reasons.leads, self), "answers": partial(reasons.answers, self), "phone_answers": partial(reasons.phone_answers, self),
            "asks": partial(demanding.asks, self), "phrase": partial(demanding.phrase, self), "say": partial(reasons.say, self),
            "claims": partial(pleading.claims, self), "claim": partial(pleading.claim, self), "venue": partial(pleading.venue, self), "online_sale": partial(pleading.online_sale, self),
            "br": Marked(BREAK), "bills": partial(proof.bills, self), "told": partial(proof.told, self), "provisions": partial(pleading.provisions, self), "debt": partial(pleading.debt, self), "deal": self.deal, "bought": self.bought, "tried": self.tried, "tried_once": self.tried_once, "noticed": self.noticed, "tale": self.tale, "tale_items": self.tale_items, "subject": narrator.subject,
            "entries": narrator.entries, "party": narrator.third, "method": self.method, "form_of": self.form_of,
            "order_noun": self.order_noun, "snippet": self.snippet, "small_claims": self.small_claims, "cause": self.cause,
            "joint": partial(joint.joint, self), "followup": partial(followup.followup, self), "dues": self.dues, "members": self.members, "evidence_rows": self.evidence_rows, "mentioned": self.mentioned, "source_of": self.source_of, "guardian_word": narrator.guardian, "plain_answer": narrator.plain_answer, "says": narrator.says,
        }  # fmt: skip

    def snippet(self, text: str, **extra: Any) -> Markup:
        """A Jinja2 fragment from the data, rendered with the names of this letter."""
        return self.drafter.snippet(text, {**self.names, **extra} if extra else self.names)

    # -- time and money -------------------------------------------------------------------------

    def when(self, moment: datetime | date, hour: bool = True, fresh: bool = False) -> str:
        """A time in the style of the voice, without what was just said."""
        if not isinstance(moment, datetime):
            moment = WholeDay(moment.year, moment.month, moment.day)
        return self.clock.when(moment, hour=hour, fresh=fresh)

    def hour(self, moment: datetime) -> str:
        return forms.clock_time(moment, self.voice["style"])

    def as_of(self) -> str:
        """截至信件日期，as this voice says it."""
        if self.clock.style not in ("box", "public", "spoken") or not self.voice["now"]:
            self.clock.forget_day()
        return self.voice["now"] or f"截至{forms.long_date(self.dossier.on)}"

    def money(self, amount: Decimal) -> str:
        return forms.money(amount, self.voice["money"])

    def capitals(self, amount: Decimal) -> str:
        """人民币玖拾捌元整."""
        from letters.law.capitals import capitals

        return capitals(amount)

    def sum_of(self, kind: str) -> Decimal:
        """The amount of a kind, zero where there is none."""
        found = self.dossier.sums.get(kind)
        return found.amount if found else Decimal(0)

    def deadline(self) -> str:
        """The date and hour that the letter sets: 2026年11月29日24时前."""
        self.deadline_said = True
        limit = self.dossier.reply_deadline
        clock = (
            f"{forms.clock_time(limit, 'paper')}"
            if knows_hour(limit)
            else "24时"
            if self.voice["style"] != "spoken"
            else "24点"
        )
        return f"{forms.long_date(limit.date())}{clock}前"

    def deadline_day(self) -> date:
        self.deadline_said = True
        return self.dossier.reply_deadline.date()

    def days_given(self) -> int:
        """How many days the other side has, counted from the letter's date."""
        self.deadline_said = True
        return (self.dossier.reply_deadline.date() - self.dossier.on).days

    def dues(self, what: str) -> date | None:
        return next((d.at for d in self.dossier.dues if d.what == what), None)

    # -- law and evidence -----------------------------------------------------------------------

    def law(self, *refs: str) -> Markup:
        """Provisions as printed; outside an argument they must be in force on the letter's day."""
        if self.argument is None:
            for ref in refs:
                self.dossier.catalogue.require(ref, self.dossier.on)
        return Marked(self.citer.cite(refs, self.argument))

    def cites(self, *starts: str) -> bool:
        """Whether the text so far cites one of these: a law's slug, an article, or the start of one."""
        return any(ref.startswith(starts) for ref in self.citer.found)

    def in_force(self, *refs: str) -> bool:
        """Whether all may be cited in a letter of this day."""
        return all(self.dossier.catalogue.in_force(ref, self.dossier.on) for ref in refs)

    def ex(self, *ids: Any) -> Markup:
        """（证据1、证据2） behind the clause it proves; hidden where the channel names evidence once or not at all."""
        flat = [i for part in ids for i in ([part] if isinstance(part, str) else part)]
        style = self.channel.exhibits
        if style == "none":
            return Marked("")
        inline = style == "fixed" or style == "inline" and (not self.length or self.fit.keep(1, "证据编号并入末尾"))
        mark = self.numbering.mark(flat, "" if inline else HIDDEN)
        return Marked(f"（{mark}）" if mark and inline else mark)

    def exhibit(self, *ids: str) -> Markup:
        """证据1 without brackets."""
        return Marked(self.numbering.mark(ids, NUMBER))

    def exhibit_range(self, hidden_only: bool = False) -> Markup:
        """证据1至证据5: all that the letter has mentioned. With `hidden_only`, nothing where brackets already stand."""
        style = self.channel.exhibits
        inline = style == "fixed" or style == "inline" and (not self.length or 1 not in self.fit.dropped)
        if (hidden_only and inline) or self.channel.exhibits == "none" or not self.numbering.marked:
            return Marked("")
        return Marked(f"{EXHIBIT}{RANGE}{EXHIBIT}")

    # -- the story ------------------------------------------------------------------------------

    def deal(self, *show: str) -> Markup:
        return Marked(self.safe(self.narrator.deal(*show)))

    def bought(self, **options: bool) -> Markup:
        return Marked(self.safe(brief.bought(self.narrator, **options)))

    def tried(self, **options: bool) -> Markup:
        return Marked(self.safe(brief.tried(self.narrator, **options)))

    def tried_once(self, **options: bool) -> Markup:
        return Marked(self.safe(brief.tried_once(self.narrator, **options)))

    def noticed(self, instead: str = "") -> Markup:
        return Marked(self.safe(brief.noticed(self.narrator, instead)))

    def tale(
        self, *kinds: str, since: datetime | None = None, until: datetime | None = None, without: str = "",
        bodies: bool = True,
    ) -> Markup:  # fmt: skip
        return Marked(self.safe(self.narrator.tale(*kinds, since=since, until=until, without=without, bodies=bodies)))

    def tale_items(self, *kinds: str, since: datetime | None = None, until: datetime | None = None) -> list[Markup]:
        """The story a sentence a day."""
        return [
            Marked(self.safe(s)) for s in self.narrator.days(self.narrator.entries(*kinds, since=since, until=until))
        ]

    @staticmethod
    def safe(text: str) -> str:
        """Keeps our exhibit marks and nothing else that could be one."""
        return EXHIBIT.join(str(clean(part)) for part in text.split(EXHIBIT))

    # -- small helps ----------------------------------------------------------------------------

    def section(self) -> str:
        """一, 二, 三: the next section number."""
        self._sections = [self._sections[0] + 1, 0]
        return forms.numeral(self._sections[0])

    def subsection(self) -> str:
        self._sections[1] += 1
        return forms.numeral(self._sections[1])

    def method(self, identity: str) -> str:
        return str(self.words["methods"].get(identity, identity))

    def form_of(self, identity: str) -> str:
        return str(self.words["forms"].get(identity, identity))

    def order_noun(self, order: OrderView) -> str:
        return order.noun or str(self.words["goods"][order.kind]["noun"])

    def small_claims(self) -> Any:
        return self.dossier.small_claims

    def cause(self) -> str:
        """案由 by the kind of goods and the date of filing."""
        from letters.law.cause import cause_of_action

        return cause_of_action(self.dossier)

    def members(self) -> list[dict[str, Any]]:
        """The persons of a joint complaint, the first being the case's own: view, sums."""
        return [
            {"case": d.view(self.channel.level), "sums": d.sums, "dossier": d.view(self.channel.level)}
            for d in (self.dossier, *self.dossier.members)
        ]

    def evidence_rows(self) -> list[dict[str, Any]]:
        """The rows of an evidence list, grouped and numbered in the order of the story."""
        from letters.drafting.exhibits import rows

        return rows(self)

    def mentioned(self) -> list[Any]:
        """The evidence that the text so far names, in the order of first mention."""
        return [self.case.evidence[identity] for identity in self.numbering.marked]

    def source_of(self, item: Any) -> str:
        """Where a piece of evidence comes from, its holder called as in this voice."""
        from letters.drafting.exhibits import source_of

        return source_of(self, item)

    def elapsed(self, start: date) -> int:
        return (self.dossier.on - start) // timedelta(days=1)
