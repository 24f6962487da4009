"""What a file of `statutes/grounds/` may say (docs/grounds.md explains each key)."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from letters.case.model import DemandKind
from letters.case.model.record import Form, Part
from letters.channels.front_matter import Tier
from letters.data.ground_index import ExcuseHead, GroundHead

Name = Annotated[str, Meta(min_length=1)]
Strength = Literal["strong", "supporting", "weak"]
Against = Literal["seller", "platform", "payer", "any"]
#: The fact whose day decides which substantive law applies.
AsOf = Literal["order", "payment", "last-payment", "breach", "refusal", "letter"]
Mistake = tuple[str, str, str]


class Extension(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A file whose arguments are taken over: those of `use`, or all, and not those `without`."""

    source: Name = field(name="from")
    use: tuple[str, ...] | None = None
    without: tuple[str, ...] = ()


class Lead(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A lead of a report (举报): its heading, when it holds, what it cites, its text."""

    heading: Name
    text: Name
    cite: tuple[str, ...] = ()
    when: str = ""


class GroundWords(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How the dispute is put in the various texts: Jinja2 fragments."""

    label: str = ""
    title: str = ""
    failure: str = ""
    failure_short: str = ""
    fact: str = ""
    state: str = ""
    pivot: str = ""
    clause_takes: str = ""
    clause_right: str = ""
    price: str = ""
    heading_deal: str = ""
    heading_failure: str = ""
    heading_claim: str = ""
    contract_end: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    records: str = ""
    records_public: str = ""
    ask_seller: str = ""
    questions: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()
    bank_reason: str = ""
    breach_type: str = ""
    report_leads: tuple[Lead, ...] = ()
    claims: Mapping[DemandKind, str] = field(default_factory=dict)


class Element(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What must be shown, by what kind of evidence, and how to get it."""

    id: Name
    what: Name
    part: Part
    shows: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    how: str = ""


class Group(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A group of arguments and its heading."""

    heading: str = ""


class ArgumentEntry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """An argument as the file states it."""

    id: Name
    demand: DemandKind | Literal["any"]
    strength: Strength
    group: Name
    order: int
    tiers: tuple[Tier, ...]
    cite: tuple[str, ...]
    reason: str = ""
    against: tuple[Against, ...] = ("any",)
    when: str = ""
    unless: str = ""
    consumer: bool = False
    as_of: AsOf = "order"
    claim: str = ""
    text: str = ""
    texts: Mapping[Tier, str] = field(default_factory=dict)


class Never(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A provision that must not be cited on this ground, and why."""

    article: Name
    reason: Name
    when: str = "true"


class WeakPointEntry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What the facts carry badly on this ground: the key of the case it hangs on, what to say, the cure and the source."""

    message: Name
    when: str = "true"
    path: str = "dispute.grounds"
    fix: str = ""
    source: str = ""


class DefenceEntry(ExcuseHead, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a file says of a defence; what it leaves out stands in the common file."""

    answer: str | None = None
    short: str | None = None
    spoken: str | None = None
    limits: str | None = None
    when: str | None = None
    cite: tuple[str, ...] | None = None
    standard: bool | None = None
    last: bool | None = None


class GroundFile(GroundHead, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A ground, or what several grounds have in common, as its file states it."""

    extends: tuple[Extension | str, ...] | Extension | str = ()
    words: GroundWords = GroundWords()
    elements: tuple[Element, ...] = ()
    groups: Mapping[str, Group] = field(default_factory=dict)
    arguments: tuple[ArgumentEntry, ...] = ()
    never: tuple[Never, ...] = ()
    defences: tuple[DefenceEntry, ...] | Mapping[str, DefenceEntry] = ()
    weak: tuple[WeakPointEntry, ...] = ()
    alone: str = ""

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """The files it extends, however they are written."""
        listed = self.extends if isinstance(self.extends, tuple) else (self.extends,)
        return tuple(each if isinstance(each, Extension) else Extension(each) for each in listed)

    @property
    def answers(self) -> Mapping[str, DefenceEntry]:
        """Its defences by their id, in order."""
        if isinstance(self.defences, Mapping):
            return self.defences
        return {entry.id: entry for entry in self.defences}

    def mistakes(self) -> Iterator[Mistake]:
        """Ids that are missing or stand twice."""
        seen: set[str] = set()
        for index, argument in enumerate(self.arguments):
            if argument.id in seen:
                yield f"arguments[{index}].id", f"编号 {argument.id} 重复", "每个论点的 id 在全库只能用一次"
            seen.add(argument.id)
        if isinstance(self.defences, tuple):
            for index, entry in enumerate(self.defences):
                if not entry.id:
                    yield f"defences[{index}]", "没有填写 id", "写上这一说法的代号"
                elif entry.id in seen:
                    yield f"defences[{index}].id", f"编号 {entry.id} 重复", "合成一条"
                seen.add(entry.id)
