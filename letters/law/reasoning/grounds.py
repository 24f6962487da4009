"""The reasoning as data: `statutes/grounds/<id>.yaml` with what each extends (docs/grounds.md)."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from letters.data.ground_index import DEFENCES, BadGround, GroundIndex, index_of
from letters.data.ground_traits import Traits
from letters.data.load import read
from letters.law.reasoning.conditions import ALWAYS, conditions
from letters.law.reasoning.ground_file import (
    ArgumentEntry,
    Element,
    Extension,
    GroundFile,
    GroundWords,
    Group,
    Never,
    WeakPointEntry,
)
from letters.law.results import Argument


class Rule(Struct, frozen=True):
    """An argument with the conditions under which it holds.

    `as_of` names the fact whose day decides which substantive law applies: order, payment, breach, refusal or letter.
    """

    argument: Argument
    when: str = ""
    unless: str = ""
    consumer: bool = False
    as_of: str = "order"

    @property
    def condition(self) -> str:
        """`when` and not `unless` as one expression."""
        if not self.unless:
            return self.when or ALWAYS
        return f"({self.when}) and not ({self.unless})" if self.when else f"not ({self.unless})"


class Defence(Struct, frozen=True):
    """What the other side says and the answer to it: in letters, in one clause, spoken; `limits` says when it is weak."""

    id: str
    says: str = ""
    answer: str = ""
    short: str = ""
    spoken: str = ""
    limits: str = ""
    when: str = ""
    cite: tuple[str, ...] = ()
    standard: bool = False
    last: bool = False


class Ground(Struct, frozen=True):
    """A kind of dispute: its words, what must be shown, the rules of its arguments in writing order."""

    id: str
    title: str
    code: str
    traits: Traits
    words: GroundWords
    elements: tuple[Element, ...]
    groups: Mapping[str, Group]
    rules: tuple[Rule, ...]
    never: tuple[Never, ...]
    defences: Mapping[str, Defence]
    weak: tuple[WeakPointEntry, ...] = ()
    alone: str = ""


class Merged(Struct, frozen=True):
    """The grounds of one case as one: every rule once, the groups in order; `decide` answers all conditions at once.

    Its answers are those of the `rules`, then those of `never`.
    """

    rules: tuple[Rule, ...]
    never: tuple[Never, ...]
    headings: Mapping[str, str]
    decide: Callable[[Mapping[str, Any]], list[bool]]


class Grounds:
    """The grounds in `folders` and, after them, ours; a file is read when it is first asked for, anew where `fresh`."""

    def __init__(self, folders: Sequence[Path] = (), *, fresh: bool = False) -> None:
        self.index = GroundIndex(folders) if fresh else index_of(tuple(folders))
        self._files: dict[str, GroundFile] = {}
        self._grounds: dict[str, Ground] = {}
        self._merged: dict[tuple[str, ...], Merged] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all grounds, in alphabetical order."""
        return self.index.ids

    def ground(self, identity: str) -> Ground:
        """The ground with all it extends; BadGround if there is none."""
        found = self._grounds.get(identity)
        if found is None:
            found = self._grounds[identity] = self._build(identity)
        return found

    def merged(self, identities: tuple[str, ...]) -> Merged:
        """Several grounds as one: arguments by their id, the first ground's before the others' where `order` is the same."""
        found = self._merged.get(identities)
        if found is None:
            grounds = [self.ground(identity) for identity in identities]
            rules: dict[str, Rule] = {}
            never: dict[tuple[str, str], Never] = {}
            headings: dict[str, str] = {}
            for ground in grounds:
                for rule in ground.rules:
                    rules.setdefault(rule.argument.id, rule)
                for each in ground.never:
                    never.setdefault((each.article, each.when), each)
                for key, group in ground.groups.items():
                    headings.setdefault(key, group.heading)
            ordered = tuple(sorted(rules.values(), key=lambda rule: rule.argument.order))
            texts = [rule.condition for rule in ordered] + [each.when for each in never.values()]
            found = self._merged[identities] = Merged(ordered, tuple(never.values()), headings, conditions(texts))
        return found

    def file(self, stem: str) -> GroundFile:
        """The file as it stands."""
        if stem not in self._files:
            self._files[stem] = read(self.index.path(stem), GroundFile, error=BadGround)
        return self._files[stem]

    def _build(self, identity: str) -> Ground:
        own = self.file(identity)
        bases = [self._base(extension, identity) for extension in own.extensions]
        rules: dict[str, Rule] = {}
        for entry in (*own.arguments, *(entry for entries, _ in bases for entry in entries)):
            rules.setdefault(entry.id, rule_of(entry, identity))
        groups = dict(own.groups)
        for _, base in bases:
            for key, group in base.groups.items():
                groups.setdefault(key, group)
        return Ground(
            id=own.id or identity,
            title=own.title or identity,
            code=own.code,
            traits=own.traits,
            words=own.words,
            elements=own.elements,
            groups=groups,
            rules=tuple(sorted(rules.values(), key=lambda rule: rule.argument.order)),
            never=(*own.never, *(never for _, base in bases for never in base.never)),
            defences=self._defences(own),
            weak=own.weak,
            alone=own.alone,
        )

    def _base(self, extension: Extension, identity: str) -> tuple[list[ArgumentEntry], GroundFile]:
        base = self.file(extension.source)
        held = {entry.id for entry in base.arguments}
        if strange := {*(extension.use or ()), *extension.without} - held:
            raise BadGround(
                f"{extension.source} 中没有论点 {'、'.join(sorted(strange))}",
                fix="核对 extends 里的编号",
                where=self.index.path(identity),
            )
        keep = (held if extension.use is None else set(extension.use)) - set(extension.without)
        return [entry for entry in base.arguments if entry.id in keep], base

    def _defences(self, own: GroundFile) -> Mapping[str, Defence]:
        common = [read(path, GroundFile, error=BadGround).answers for path in self.index.paths(DEFENCES)]
        merged: dict[str, dict[str, Any]] = {}
        for identity, entry in (pair for answers in (*common, own.answers) for pair in answers.items()):
            given = {name: value for name in _SAID if (value := getattr(entry, name)) is not None}
            merged[identity] = {**merged.get(identity, {}), **given}
        return {identity: Defence(identity, **given) for identity, given in merged.items()}


_SAID = tuple(name for name in Defence.__struct_fields__ if name != "id")


def rule_of(entry: ArgumentEntry, ground: str) -> Rule:
    """One entry of `arguments` with its conditions."""
    argument = Argument(
        id=entry.id,
        ground=ground,
        demand=entry.demand,
        strength=entry.strength,
        group=entry.group,
        order=entry.order,
        tiers=frozenset(entry.tiers),
        against=frozenset(entry.against or ("any",)),
        cite=entry.cite,
        text=entry.text.strip(),
        texts={tier: text.strip() for tier, text in entry.texts.items()},
        claim=entry.claim.strip(),
        reason=entry.reason,
    )
    return Rule(argument, entry.when.strip(), entry.unless.strip(), entry.consumer, entry.as_of)
