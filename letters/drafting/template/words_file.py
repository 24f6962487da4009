"""What a locale's `_words.yaml` may say: who is called what, how goods, demands and acts are put."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field


class Voice(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one voice; the manners in which it writes times, sums and titles of laws."""

    writer: str = field(name="I")
    child: str
    they: str
    staff: str
    you: str
    ask: str
    back: str
    style: Literal["box", "paper", "spoken", "public"]
    money: Literal["box", "paper"]
    titles: Literal["short", "full", "court"]
    law: str
    now: str
    owner: str


class Goods(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How goods of a kind are called the second time, in law, and on arrival."""

    noun: str
    that: str
    goods: Literal["商品", "服务"]
    arrive: str
    give: str
    target: str = ""


class Follow(Struct, frozen=True, forbid_unknown_fields=True):
    """How an earlier filing is called in what follows it."""

    did: str
    thing: str
    same: str
    numbered: str
    pending: str


class WordsFile(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """The whole file; a section that a user's file leaves out is ours."""

    voices: Mapping[str, Voice] = field(default_factory=dict)
    goods: Mapping[str, Goods] = field(default_factory=dict)
    methods: Mapping[str, str] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    asks: Mapping[str, str] = field(default_factory=dict)
    pays: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, str] = field(default_factory=dict)
    requests: Mapping[str, str] = field(default_factory=dict)
    follow: Mapping[str, Follow] = field(default_factory=dict)
