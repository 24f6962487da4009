"""What an identity level may see of a case: every value by the label of its field, free text without what others hide."""

from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from letters.case.model import CaseFile
from letters.case.model.fields import fields_of
from letters.case.model.masks import masked
from letters.case.model.visibility import NEVER, Visibility
from letters.case.view.identifying import asked, highest, part_of, secrets

P = TypeVar("P", bound=Struct)
V = TypeVar("V", bound=Struct)

_DENIED = Visibility(NEVER)
#: What stands where nothing may be seen, by the sort of value; None for the others.
_NOTHING: dict[str, Any] = {"text": "", "list": ()}


class _Step(NamedTuple):
    """How one value of a view is made: from the part's key of that name or given, by which label."""

    name: str
    given: bool
    visible: Visibility
    nothing: Any
    nested: bool


class _Plan(NamedTuple):
    """The steps at one level: keys that pass as they are, and those that may not."""

    plain: tuple[str, ...]
    treated: tuple[_Step, ...]


class Hiding:
    """What level `level` may see of `case`; without a label, nothing."""

    def __init__(self, case: CaseFile, level: int) -> None:
        self.case = case
        self.level = level

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What free text may not show, longest first, with what stands instead."""
        if self.level >= highest():
            return ()
        hidden = (s for s in secrets(self.case) if s.level > self.level)
        found = {s.text: s.instead for s in hidden if len(s.text) > 1 and s.text != s.instead}
        return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))

    def free(self, text: str) -> str:
        """A user's own words without what the level hides."""
        for secret, mask in self.pairs:
            if secret in text:
                text = text.replace(secret, mask)
        return text

    def seen(self, part: P) -> P:
        """A part of the case, or of its story, as the level may see it."""
        kind = type(part)
        changed = {
            step.name: self._shown(part, getattr(part, step.name), step)
            for step in _plan(kind, kind, self.level, self._whole).treated
        }
        return replace(part, **changed) if changed else part

    def view(self, part: Struct, kind: type[V], **made: Any) -> V:
        """A view of a part: its keys of the same names, and what is `made` from it; each by the label of the view, or of the key."""
        plan = _plan(type(part), kind, self.level, self._whole)
        values = {name: getattr(part, name) for name in plan.plain} | made
        for step in plan.treated:
            if step.name in made:
                values[step.name] = self._shown(part, made[step.name], step)
            elif step.given:
                values[step.name] = self._shown(part, getattr(part, step.name), step)
        return kind(**values)

    def value(self, part: Struct, name: str) -> Any:
        """One key of a part as the level may see it."""
        return self._shown(part, getattr(part, name), _steps(type(part), type(part))[name])

    @cached_property
    def _whole(self) -> bool:
        """Whether free texts are shown as they are."""
        return not self.pairs

    def _shown(self, part: Struct, value: Any, step: _Step) -> Any:
        visible = step.visible
        if self.level < visible.level and asked(visible.masked_if, part, self.case):
            return masked(visible.mask, value) if visible.mask and value else step.nothing
        if not value:
            return value
        if visible.free:
            return self._freed(value)
        if step.nested:
            return self.seen(value) if isinstance(value, Struct) else tuple(self.seen(each) for each in value)
        return value

    def _freed(self, value: Any) -> Any:
        if self._whole:
            return value
        return self.free(value) if isinstance(value, str) else tuple(self.free(each) for each in value)


@cache
def _steps(source: type[Struct], kind: type[Struct]) -> dict[str, _Step]:
    known = {field.attr: field for field in fields_of(source).values()}
    steps = {}
    for field in fields_of(kind).values():
        given = known.get(field.attr)
        visible = field.visible or (given and given.visible) or _DENIED
        nothing = _NOTHING.get(field.sort)
        steps[field.attr] = _Step(field.attr, given is not None, visible, nothing, part_of(field) is not None)
    return steps


@cache
def _plan(source: type[Struct], kind: type[Struct], level: int, whole: bool) -> _Plan:
    """The steps at one level; `whole` where free texts hide nothing."""
    steps = _steps(source, kind).values()
    treated = tuple(s for s in steps if level < s.visible.level or (s.visible.free and not whole) or s.nested)
    names = {s.name for s in treated}
    return _Plan(tuple(s.name for s in steps if s.given and s.name not in names), treated)
