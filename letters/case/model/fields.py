"""What the model says of each key, read once: the one source of labels for messages, interview, form and schema."""

from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from letters.case.model.visibility import Visibility
from letters.data.ground_index import Listed

Sort = Literal["text", "words", "truth", "whole", "money", "moment", "day", "part", "list"]
_SORTS: dict[Any, Sort] = {
    str: "text", bool: "truth", int: "whole", Decimal: "money", datetime: "moment", date: "day", Literal: "words", tuple: "list",
}  # fmt: skip
#: What a Meta calls the limits of a text or list, and of a number.
_LIMITS = {"shortest": "min_length", "longest": "max_length", "pattern": "pattern", "low": "ge", "high": "le"}


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A key of the case file: its labels, what may stand there, and how it is treated.

    `sort` is the sort of value; `words` the vocabulary of a "words" key and `says` what they mean; `part` the Struct of a "part"; `item` what a
    "list" holds. Of a "words" key that `opens` a list the words stand in the statutes folders. The marks are those of `letters.case.model.field`.
    """

    key: str
    attr: str
    sort: Sort
    title: str = ""
    description: str = ""
    given: Any = None
    required: bool = False
    default: Any = None
    words: tuple[Any, ...] = ()
    says: dict[Any, str] = {}
    part: type[msgspec.Struct] | None = None
    item: "Field | None" = None
    low: int | None = None
    high: int | None = None
    shortest: int = 0
    longest: int | None = None
    pattern: str = ""
    form: str = ""
    lines: bool = False
    visible: Visibility | None = None
    defines: str = ""
    refers: str = ""
    single: bool = False
    short: str = ""
    month: bool = False
    opens: Listed | None = None

    @property
    def example(self) -> Any:
        """A right answer; one that data holds is found when it is asked for."""
        return self.given() if callable(self.given) else self.given


@cache
def fields_of(part: type[msgspec.Struct]) -> dict[str, Field]:
    """The keys of a part of the case (`Case`, `Order`, ...), in the order of the model."""
    return {field.encode_name: _field(field) for field in msgspec.structs.fields(part)}


def field_at(part: type[msgspec.Struct], path: str) -> Field | None:
    """The key that `path` (`orders[0].promised.by`) means, counted from `part`, or None where the model has none."""
    found: Field | None = None
    for name in path.split("."):
        within = part if found is None else (found.item.part if found.item else found.part)
        found = fields_of(within).get(name.split("[")[0]) if within else None
        if found is None:
            return None
    return found


def _field(field: msgspec.structs.FieldInfo) -> Field:
    default = field.default if field.default is not msgspec.NODEFAULT else None
    if field.default_factory is not msgspec.NODEFAULT:
        default = field.default_factory()
    known = {"key": field.encode_name, "attr": field.name, "required": field.required, "default": default}
    return _described(field.type, known)


def _described(hint: Any, known: dict[str, Any]) -> Field:
    """What a type says, an outer label before an inner one; of `X | None` what X says."""
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *metas = get_args(hint)
        for meta in reversed(metas):
            _labelled(meta, known)
        return _described(inner, known)
    if origin in (Union, UnionType):
        (only,) = (each for each in get_args(hint) if each is not type(None))
        return _described(only, known)
    if origin is None and isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return Field(sort="part", part=hint, **known)
    if origin is Literal:
        known["words"] = get_args(hint)
    elif origin is tuple:
        known["item"] = _described(get_args(hint)[0], {"key": "", "attr": ""})
    return Field(sort="words" if known.get("opens") else _SORTS[origin or hint], **known)


def same(part: type[msgspec.Struct], key: str) -> Visibility:
    """The visibility of a key of the case, for what is made from it: an age from an identity number."""
    visible = fields_of(part)[key].visible
    if visible is None:
        raise TypeError(f"{part.__name__}.{key} has no level")
    return visible


def _labelled(meta: msgspec.Meta | Visibility, known: dict[str, Any]) -> None:
    if isinstance(meta, Visibility):
        known.setdefault("visible", meta)
        return
    found = {"title": meta.title, "description": meta.description, "given": next(iter(meta.examples or ()), None)}
    found |= {name: getattr(meta, limit) for name, limit in _LIMITS.items()} | (meta.extra or {})
    for name, value in found.items():
        if value is not None:
            known.setdefault(name, value)
