"""The JSON Schema of the case file, for editors and other programs: draft 2020-12, labels from the model."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from letters.case.file.read import Case
from letters.case.model.fields import Field, fields_of
from letters.data.ground_index import GroundIndex, Listed, index_of

_MONEY = r"^[0-9]{1,12}(\.[0-9]{1,2})?$"
_DAY = r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$"
_MONTH = r"^[0-9]{4}-[0-9]{1,2}$"
_MOMENT = (
    r"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?( *(Z|[+-][0-9]{2}:?[0-9]{2}))?)?$"
)
#: What stands for a sort of value. Numbers are taken where text is meant, for YAML reads unquoted digits as numbers.
_SORTS: dict[str, dict[str, Any]] = {
    "text": {"type": ["string", "number"]},
    "truth": {"enum": [True, False, "yes", "no"]},
    "whole": {"type": "integer"},
    "money": {"type": ["string", "number"], "pattern": _MONEY, "minimum": 0},
    "moment": {"type": "string", "pattern": _MOMENT},
    "day": {"type": "string", "pattern": _DAY},
}
#: Patterns of the forms named in the model; check characters are beyond a schema.
_FORMS = {
    "cn-id": "^[0-9]{17}[0-9Xx]$",
    "uscc": "^[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{18}$",
    "mobile": "^1[3-9][0-9]{9}$",
    "last4": "^[0-9]{4}$",
    "email": r"^[^@\s]+@[^@\s]+\.[^@\s.]+$",
    "percent": r"^[0-9]{1,3}(\.[0-9]{1,4})?%$",
}


def case_schema(statutes: Sequence[Path] = ()) -> dict[str, Any]:
    """The schema as plain data; every key has its Chinese title, most a description and an example.

    `statutes` are the user's own folders, whose grounds and excuses a case may name.
    """
    index = index_of(tuple(statutes))
    parts: dict[str, Any] = {}
    root = _part(Case, parts, index)
    root["anyOf"] = [{"required": ["orders"]}, {"required": ["payments"]}]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "案件文件",
        "description": "一名消费者的一次争议：谁、买了什么、付了多少、出了什么问题、试过什么、要求什么。",
        **root,
        "$defs": parts,
    }


def _part(part: type[msgspec.Struct], parts: dict[str, Any], index: GroundIndex) -> dict[str, Any]:
    fields = fields_of(part)
    return {
        "type": "object",
        "properties": {key: _key(field, parts, index) for key, field in fields.items()},
        "required": [key for key, field in fields.items() if field.required],
        "additionalProperties": False,
    }


def _key(field: Field, parts: dict[str, Any], index: GroundIndex) -> dict[str, Any]:
    says: Mapping[str, str] = index.labels(opens) if (opens := _opens(field)) else field.says
    meanings = "，".join(f"{word} {said}" for word, said in says.items())
    description = "；".join(filter(None, (field.description, meanings)))
    labels: dict[str, Any] = {"title": field.title, "description": description}
    labels = {name: label for name, label in labels.items() if label}
    if field.example is not None:
        labels["examples"] = [field.example]
    elif opens:
        labels["examples"] = [list(says)[:1]]
    value = _value(field, parts, index)
    if field.required:
        return {**labels, **value}
    default = field.default if isinstance(field.default, str | int | bool) and field.default != "" else None
    return {**labels, **_or_null(value), **({} if default is None else {"default": default})}


def _opens(field: Field) -> Listed | None:
    return field.opens or (field.item.opens if field.item else None)


def _value(field: Field, parts: dict[str, Any], index: GroundIndex) -> dict[str, Any]:
    if field.part is not None:
        name = field.part.__name__
        if name not in parts:
            parts[name] = {}
            parts[name] = _part(field.part, parts, index)
        whole = {"$ref": f"#/$defs/{name}"}
        return {"anyOf": [whole, _value(fields_of(field.part)[field.short], parts, index)]} if field.short else whole
    if field.item is not None:
        item = _value(field.item, parts, index)
        several = {"type": "array", "items": item, **({"minItems": 1} if field.shortest else {})}
        return {"anyOf": [several, item]} if field.single else several
    if field.sort == "words":
        if field.opens:
            return {"enum": list(index.labels(field.opens))}
        words: list[Any] = [word for word in field.words if word != ""]
        return {"enum": [*words, True, False] if "yes" in words else words}
    value = dict(_SORTS[field.sort])
    if field.month:
        value["pattern"] = f"{_MONTH}|{_MOMENT}"
    limits = {"minimum": field.low, "maximum": field.high, "maxLength": field.longest}
    value |= {name: limit for name, limit in limits.items() if limit is not None}
    if field.shortest:
        value["minLength"] = field.shortest
    pattern = _FORMS.get(field.form) or field.pattern
    return value | ({"pattern": pattern} if pattern else {})


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    """The same, or nothing: an optional key may be left empty."""
    if "enum" in value:
        return {"enum": [*value["enum"], None]}
    if "$ref" in value:
        return {"anyOf": [value, {"type": "null"}]}
    if "anyOf" in value:
        return {"anyOf": [*value["anyOf"], {"type": "null"}]}
    kinds = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return {**value, "type": [*kinds, "null"]}
