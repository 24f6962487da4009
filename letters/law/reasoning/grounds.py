"""The reasoning as data: `statutes/grounds/<id>.yaml` with what each extends (docs/grounds.md)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from letters.data.folders import statutes_dir
from letters.data.load import read_yaml
from letters.errors import LettersError
from letters.law.reasoning.conditions import ALWAYS, conditions
from letters.law.results import Argument

DEFENCES = "_defences"


class BadGround(LettersError):
    """A ground file is missing or cannot be used."""


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


class Never(Struct, frozen=True):
    """A provision that must not be cited on this ground, and why."""

    article: str
    reason: str
    when: str = ALWAYS


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
    extra: Mapping[str, Any] = field(default_factory=dict)


class Ground(Struct, frozen=True):
    """A kind of dispute: its words, what must be shown, the rules of its arguments in writing order."""

    id: str
    title: str
    code: str
    words: Mapping[str, Any]
    elements: tuple[Mapping[str, Any], ...]
    groups: Mapping[str, Mapping[str, Any]]
    rules: tuple[Rule, ...]
    never: tuple[Never, ...]
    defences: Mapping[str, Defence]


class Merged(Struct, frozen=True):
    """The grounds of one case as one: every rule once, the groups in order; `decide` answers all conditions at once.

    Its answers are those of the `rules`, then those of `never`.
    """

    rules: tuple[Rule, ...]
    never: tuple[Never, ...]
    headings: Mapping[str, str]
    decide: Callable[[Mapping[str, Any]], list[bool]]


class Grounds:
    """The grounds in `folders` and, after them, ours; a file is read when it is first asked for."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._folders = tuple(folder / "grounds" for folder in (*folders, statutes_dir()))
        self._raw: dict[str, Mapping[str, Any]] = {}
        self._grounds: dict[str, Ground] = {}
        self._merged: dict[tuple[str, ...], Merged] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all grounds, in alphabetical order."""
        found = {path.stem for folder in self._folders for path in folder.glob("*.yaml")}
        return tuple(sorted(stem for stem in found if not stem.startswith("_")))

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
                    headings.setdefault(key, str(group.get("heading") or ""))
            ordered = tuple(sorted(rules.values(), key=lambda rule: rule.argument.order))
            texts = [rule.condition for rule in ordered] + [each.when for each in never.values()]
            found = self._merged[identities] = Merged(ordered, tuple(never.values()), headings, conditions(texts))
        return found

    def path(self, stem: str) -> Path:
        """The file of a ground or of what grounds extend; BadGround if there is none."""
        for folder in self._folders:
            path = folder / f"{stem}.yaml"
            if path.is_file():
                return path
        raise BadGround(f"没有争议类型“{stem}”", fix="在 statutes/grounds 中放一个同名的 YAML 文件")

    def raw(self, stem: str) -> Mapping[str, Any]:
        """The file as it stands."""
        if stem not in self._raw:
            self._raw[stem] = read_yaml(self.path(stem))
        return self._raw[stem]

    def _build(self, identity: str) -> Ground:
        own = self.raw(identity)
        bases = [self._base(extension, identity) for extension in listed(own.get("extends"))]
        rules: dict[str, Rule] = {}
        for raw in (*own.get("arguments", ()), *(a for arguments, _ in bases for a in arguments)):
            rule = read_rule(raw, identity, self.path(identity))
            rules.setdefault(rule.argument.id, rule)
        groups = dict(own.get("groups") or {})
        for _, base in bases:
            for key, group in (base.get("groups") or {}).items():
                groups.setdefault(key, group)
        never = [*own.get("never", ()), *(n for _, base in bases for n in base.get("never", ()))]
        return Ground(
            id=str(own.get("id") or identity),
            title=str(own.get("title") or identity),
            code=str(own.get("code") or ""),
            words=own.get("words") or {},
            elements=tuple(own.get("elements") or ()),
            groups=groups,
            rules=tuple(sorted(rules.values(), key=lambda rule: rule.argument.order)),
            never=tuple(Never(str(n["article"]), str(n["reason"]), str(n.get("when", ALWAYS))) for n in never),
            defences=self._defences(own.get("defences")),
        )

    def _base(self, extension: Any, identity: str) -> tuple[list[Mapping[str, Any]], Mapping[str, Any]]:
        named = extension if isinstance(extension, Mapping) else {"from": extension}
        base = self.raw(str(named["from"]))
        arguments = list(base.get("arguments", ()))
        held = {a["id"] for a in arguments}
        chosen, dropped = named.get("use"), set(named.get("without") or ())
        if strange := (set(chosen or ()) | dropped) - held:
            raise BadGround(
                f"{named['from']} 中没有论点 {'、'.join(sorted(strange))}",
                fix="核对 extends 里的编号",
                where=self.path(identity),
            )
        keep = held - dropped if chosen is None else set(chosen) - dropped
        return [a for a in arguments if a["id"] in keep], base

    def _defences(self, own: Any) -> Mapping[str, Defence]:
        try:
            common = self.raw(DEFENCES).get("defences")
        except BadGround:
            common = ()
        merged: dict[str, dict[str, Any]] = {}
        for raw in (*_by_id(common), *_by_id(own)):
            merged[raw["id"]] = {**merged.get(raw["id"], {}), **raw}
        return {identity: _defence(raw) for identity, raw in merged.items()}


def read_rule(raw: Mapping[str, Any], ground: str, path: Path) -> Rule:
    """One entry of `arguments`; BadGround names what it lacks."""
    try:
        argument = Argument(
            id=raw["id"],
            ground=ground,
            demand=raw["demand"],
            strength=raw["strength"],
            group=raw["group"],
            order=int(raw["order"]),
            tiers=frozenset(raw["tiers"]),
            against=frozenset(raw.get("against") or ("any",)),
            cite=tuple(raw["cite"]),
            text=str(raw.get("text") or "").strip(),
            texts={tier: str(text).strip() for tier, text in (raw.get("texts") or {}).items()},
            claim=str(raw.get("claim") or "").strip(),
            reason=str(raw.get("reason") or ""),
        )
    except KeyError as error:
        raise BadGround(
            f"论点 {raw.get('id', '？')} 缺少 {error.args[0]}", fix="见 docs/grounds.md", where=path
        ) from error
    except (TypeError, ValueError) as error:
        raise BadGround(
            f"论点 {raw.get('id', '？')} 写得不对：{error}", fix="见 docs/grounds.md", where=path
        ) from error
    return Rule(
        argument,
        when=_expression(raw.get("when")),
        unless=_expression(raw.get("unless")),
        consumer=raw.get("consumer") is True,
        as_of=str(raw.get("as_of") or "order"),
    )


def _expression(raw: Any) -> str:
    return "" if raw is None else str(raw).lower() if isinstance(raw, bool) else str(raw).strip()


def listed(raw: Any) -> Sequence[Any]:
    """`extends` as a list, for one entry may stand bare."""
    return () if raw is None else raw if isinstance(raw, list) else (raw,)


def _by_id(raw: Any) -> Iterator[dict[str, Any]]:
    if isinstance(raw, Mapping):
        yield from ({"id": identity, **entry} for identity, entry in raw.items())
    else:
        yield from raw or ()


def _defence(raw: Mapping[str, Any]) -> Defence:
    known = {name: str(raw.get(name) or "").strip() for name in ("id", "says", "answer", "short", "spoken", "limits")}
    extra = {key: value for key, value in raw.items() if key not in known and key not in ("when", "cite")}
    return Defence(**known, when=_expression(raw.get("when")), cite=tuple(raw.get("cite") or ()), extra=extra)
