"""What the model says of each key, read once: the one source of labels for messages, interview, form and schema."""

from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import inspect

Sort = Literal["text", "words", "truth", "whole", "money", "moment", "day", "part", "list"]
_SORTS: dict[type, Sort] = {
    inspect.StrType: "text",
    inspect.LiteralType: "words",
    inspect.BoolType: "truth",
    inspect.IntType: "whole",
    inspect.DecimalType: "money",
    inspect.DateTimeType: "moment",
    inspect.DateType: "day",
    inspect.StructType: "part",
    inspect.VarTupleType: "list",
}


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A key of the case file: its labels, what may stand there, and how it is treated.

    `sort` is the sort of value; `words` the vocabulary of a "words" key and `says` what they mean; `part` the Struct of a "part"; `item` what a
    "list" holds. The marks are those of `letters.case.model.field`.
    """

    key: str
    attr: str
    sort: Sort
    title: str = ""
    description: str = ""
    example: Any = None
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
    personal: bool = False
    defines: str = ""
    refers: str = ""


@cache
def fields_of(part: type[msgspec.Struct]) -> dict[str, Field]:
    """The keys of a part of the case (`Case`, `Order`, ...), in the order of the model."""
    info = inspect.type_info(part)
    assert isinstance(info, inspect.StructType)
    hints = get_type_hints(part, include_extras=True)
    return {field.encode_name: _field(field, _literals(hints[field.name])) for field in info.fields}


def field_at(part: type[msgspec.Struct], path: str) -> Field | None:
    """The key that `path` (`orders[0].promised.by`) means, counted from `part`, or None where the model has none."""
    found: Field | None = None
    for name in path.split("."):
        within = part if found is None else (found.item.part if found.item else found.part)
        found = fields_of(within).get(name.split("[")[0]) if within else None
        if found is None:
            return None
    return found


def _literals(hint: Any) -> dict[Any, int]:
    """The words of the vocabulary inside a type, in the order they are written in: msgspec sorts them."""
    if get_origin(hint) is Literal:
        return {word: place for place, word in enumerate(get_args(hint))}
    return next(filter(None, map(_literals, get_args(hint))), {})


def _field(field: inspect.Field, order: dict[Any, int]) -> Field:
    default = field.default if field.default is not msgspec.NODEFAULT else None
    if field.default_factory is not msgspec.NODEFAULT:
        default = field.default_factory()
    known = {"key": field.encode_name, "attr": field.name, "required": field.required, "default": default}
    return _described(field.type, order, **known)


def _described(type_: inspect.Type, order: dict[Any, int], **known: Any) -> Field:
    if isinstance(type_, inspect.Metadata):
        labels = type_.extra_json_schema or {}
        for name in ("title", "description"):
            known.setdefault(name, labels.get(name) or "")
        known.setdefault("example", next(iter(labels.get("examples") or ()), None))
        for name, mark in (type_.extra or {}).items():
            known.setdefault(name, mark)
        return _described(type_.type, order, **known)
    if isinstance(type_, inspect.UnionType):
        (only,) = (each for each in type_.types if not isinstance(each, inspect.NoneType))
        return _described(only, order, **known)
    known["sort"] = _SORTS[type(type_)]
    if isinstance(type_, inspect.StrType):
        known |= {"shortest": type_.min_length or 0, "longest": type_.max_length, "pattern": type_.pattern or ""}
    elif isinstance(type_, inspect.IntType):
        known |= {"low": type_.ge, "high": type_.le}
    elif isinstance(type_, inspect.LiteralType):
        known["words"] = tuple(sorted(type_.values, key=order.__getitem__))
    elif isinstance(type_, inspect.StructType):
        known["part"] = type_.cls
    elif isinstance(type_, inspect.VarTupleType):
        known |= {"shortest": type_.min_length or 0, "item": _described(type_.item_type, order, key="", attr="")}
    return Field(**known)
