"""What the front matter of a channel's file may say (docs/channels.md explains each key)."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct, field

#: Whose channel it is, and so how it counts in a case.
Body = Literal[
    "other-side", "third-party", "payment-provider", "mediator", "regulator", "public", "police", "court", "annex"
]
#: What a filing is there.
Procedure = Literal["none", "request", "complaint", "mediation", "report", "suit", "order"]
#: Under which head a filing interrupts the limitation of actions (诉讼时效规定 8, 10, 12, 13).
Interrupts = Literal["none", "demand", "claim", "report", "suit"]
#: What those who write there are told of: the shop's own window, the limitation of actions, a debtor who is gone.
Reminder = Literal["window", "limitation", "unreachable"]
#: How the first edition told the body.
Nature = Literal["negotiation", "payment", "public-body", "public", "crime", "court", "annex"]
#: Words of lists of channels that mean all of a kind; no channel may have one as its id.
GROUPS = frozenset({*get_args(Body), *get_args(Procedure)})
Addressee = Literal[
    "seller", "platform", "opponent", "upstream", "payment", "regulator", "association", "police", "court", "public",
    "mediator", "hotline", "internet",
]  # fmt: skip
Towards = Literal["seller", "platform", "opponent", "upstream", "provider"]
#: The layers of documents to which the arguments of a ground are addressed.
Tier = Literal["message", "letter", "form", "paper", "court", "order", "report", "payer", "police"]
#: The four parts of the formula that every letter follows.
FormulaPart = Literal["facts", "legal_basis", "demand", "deadline"]
Stage = Literal[
    "negotiation", "appeal", "mediation", "court", "inquiry", "payment", "regulator", "report", "push", "industry", "public",
    "police", "annex",
]  # fmt: skip
Name = Annotated[str, Meta(min_length=1)]
Count = Annotated[int, Meta(ge=0, le=100_000)]
Mistake = tuple[str, str, str]

_UNITS = ("period", "hours", "days", "workdays", "months")


class WaitRule(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """How long an answer is waited for: a period of the tables, or so many hours, days, workdays or months."""

    rule: Name
    kind: Literal["law", "customary"] = field(default_factory=lambda: "customary")
    start: Literal["filed", "accepted"] = field(name="from", default_factory=lambda: "filed")
    article: str = ""
    period: str = ""
    hours: Count = 0
    days: Count | Literal["reply_days"] = 0
    workdays: Count | Literal["reply_days"] = 0
    months: Count | Literal["reply_days"] = 0

    @property
    def unit(self) -> str:
        """Which of period, hours, days, workdays and months is given."""
        return next((unit for unit in _UNITS if getattr(self, unit)), "")

    def mistakes(self) -> Iterator[Mistake]:
        """Exactly one length is given."""
        if sum(bool(getattr(self, unit)) for unit in _UNITS) != 1:
            yield "", "等多久应当正好写一种", f"写 {'、'.join(_UNITS)} 中的一个"


class Obstacle(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A condition under which the channel cannot be used, and why; `fix` is there where it may be used later."""

    condition: Name = field(name="if")
    code: Name
    why: Name
    fix: str = ""


class Skip(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A condition under which the step is not taken now, and why."""

    condition: Name = field(name="if")
    why: Name


class Kind(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """The channels that are all of this."""

    body: Body | Literal[""] = ""
    procedure: Procedure | Literal[""] = ""
    addressee: Addressee | Literal[""] = ""


#: The channels that a list means: an id, a body, a procedure, or those that are several things at once.
Which = tuple[str | Kind, ...]


class Alternative(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The channels to which this one gives way, and why."""

    of: Which
    why: Name


class Hurry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The date that must be kept, and how many days before it the step is taken at once."""

    due: Name
    days: Count


class Position(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Where a channel stands in the plan."""

    order: Count = 0
    stage: Stage | Literal[""] = ""
    why: str = ""
    after: Which = ()
    silence: Which = ()
    filed: Which = ()
    today: str = ""
    skip: tuple[Skip, ...] = ()
    serves: str = ""
    instead: Alternative | None = None
    waits_for: Which = ()
    attached_to: Which = field(name="with", default=())
    hurry: Hurry | None = None
    next: tuple[str, ...] = field(default_factory=lambda: ())


class Provenance(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One rule of the channel: whether it is law, was verified or is custom, and its source."""

    what: Name
    value: Name
    mark: Literal["law", "verified", "customary", "unverified"]
    source: Name


class FrontMatter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The profile of a channel, as its front matter states it."""

    id: Name
    name: Name
    body: Body | Literal[""] = ""
    procedure: Procedure | Literal[""] = ""
    interrupts: Interrupts | Literal[""] = ""
    ends_contract: bool = False
    confirmable: bool = False
    binds: bool = False
    reminds: frozenset[Reminder] = frozenset()
    addressee: Addressee = "opponent"
    towards: Towards = "opponent"
    format: str = "txt"
    layout: Literal["box", "paper", "script"] = "box"
    voice: Name = "letter"
    level: Literal[0, 1, 2, 3] = 1
    tier: Tier | Literal[""] = ""
    max_articles: Count = 0
    title_max: Count = 0
    titles: tuple[Name, ...] = ()
    fields: tuple[tuple[Name, str], ...] = ()
    exhibits: Literal["inline", "fixed", "collapsed", "none"] = "inline"
    lengths: tuple[Annotated[int, Meta(ge=1, le=100_000)], ...] = ()
    hard: Count = 0
    deadline: Literal["reply", "settlement", "law", "none"] = "reply"
    leaves_out: Mapping[FormulaPart, Name] = field(default_factory=dict)
    may_ask: frozenset[str] = frozenset()
    enforces: frozenset[str] = frozenset()
    moves: Mapping[str, str] = field(default_factory=dict)
    implies: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    method: str = ""
    when: str = ""
    unless: tuple[Obstacle, ...] = ()
    consumer: bool = False
    frozen: bool = True
    shut_by: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    filed: str = ""
    called: str = ""
    again: Mapping[Literal["filed", "called"], Name] = field(default_factory=dict)
    answers: Literal["other", "institution"] = "other"
    images: Count = 0
    waits: tuple[WaitRule, ...] = ()
    ladder: Position = Position()
    facts: tuple[Provenance, ...] = ()
    note: str = ""
    older_nature: Nature | Literal[""] = field(name="nature", default="")
    older_allow: frozenset[str] = field(name="allow", default=frozenset())

    def mistakes(self) -> Iterator[Mistake]:
        """Keys that contradict each other."""
        if self.id in GROUPS:
            yield "id", f"“{self.id}”是一类渠道的名称，不能作代号", "换一个 id，文件名同样改"
        body = self.body or self.older_nature
        if not body:
            yield "body", "没有填写 body", f"可以写：{'、'.join(get_args(Body))}"
        elif (body == "public") != (self.level == 0):
            yield (
                "level",
                f"body 是 {body}，身份信息级别却是 {self.level}",
                "公开的渠道（body: public）写 level: 0，其余写 1 到 3",
            )
        if list(self.lengths) != sorted(set(self.lengths)):
            yield "lengths", "各档字数应当由小到大，不重复", "例：[300, 500, 1000]"
        if self.max_articles and not self.tier:
            yield "max_articles", "写了最多引用几条，却没有写法条层 tier", "加上 tier，或者删去 max_articles"
        if self.deadline == "none" and "deadline" not in self.leaves_out:
            yield "deadline", "不写期限要说明原因", "在 leaves_out 里写 deadline: 原因"
