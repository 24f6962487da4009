"""Writing YAML: single values, one-line lists and groups, and whole cases; what is written reads back the same."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from letters.case.file.plain import written
from letters.case.model.fields import Field, fields_of
from letters.data.yaml_tree import FORBIDDEN

#: Words, CJK and a few signs inside: what no reader of YAML 1.1 or 1.2 takes for anything but text.
_CJK = "\u3001-\u301f\u3400-\u9fff\uff01-\uff5e“”‘’·—…"
_PLAIN = re.compile(rf"[A-Za-z{_CJK}][A-Za-z0-9_./{_CJK}-]*(?: [A-Za-z0-9_./{_CJK}-]+)*")
_GUESSED = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null|nan|inf")
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029]|' + FORBIDDEN.pattern)
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: object) -> str:
    """One value on one line, in quotes unless nobody can take it for anything else.

    Money and texts that look like numbers stand in quotes; times, days, whole numbers, true and false do not.
    """
    if value is None:
        return "null"
    if isinstance(value, bool | int | date):
        return written(value)
    text = str(written(value))
    if not isinstance(value, Decimal) and _PLAIN.fullmatch(text) and not _GUESSED.fullmatch(text):
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return _SHORT.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}")


def flow(value: object) -> str:
    """A value, list or group on one line: `{kind: refund, order: o1, evidence: [E1, E2]}`."""
    if isinstance(value, msgspec.Struct):
        value = as_data(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(str(key))}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value)


def as_data(part: msgspec.Struct) -> dict[str, Any]:
    """A part of a case as keys and values, defaults left out, in the order of the model."""
    return {key: _bare(_brief(field, value)) for key, field, value in _filled(part)}


def _brief(field: Field, value: Any) -> Any:
    """One part for a list of one where the model lets it stand alone, and the chief value of a part that has no other."""
    if field.single and isinstance(value, tuple) and len(value) == 1:
        return value[0]
    if field.short and isinstance(value, msgspec.Struct) and [key for key, _, _ in _filled(value)] == [field.short]:
        return getattr(value, fields_of(type(value))[field.short].attr)
    return value


def _bare(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return as_data(value)
    return [_bare(item) for item in value] if isinstance(value, tuple) else value


def _filled(part: msgspec.Struct) -> list[tuple[str, Field, Any]]:
    keyed = [(key, field, getattr(part, field.attr)) for key, field in fields_of(type(part)).items()]
    return [(key, field, value) for key, field, value in keyed if field.required or value != field.default]


def dump(case: msgspec.Struct) -> str:
    """A case as YAML: every part a block, short lists on one line, defaults left out; it loads back equal."""
    return "\n".join(_block(case, "")) + "\n"


def _block(part: msgspec.Struct, indent: str) -> list[str]:
    lines: list[str] = []
    for key, field, whole in _filled(part):
        value = _brief(field, whole)
        if isinstance(value, msgspec.Struct):
            inner = _block(value, indent + "  ")
            lines += [f"{indent}{key}:", *inner] if inner else [f"{indent}{key}: {{}}"]
        elif isinstance(value, tuple) and value and isinstance(value[0], msgspec.Struct):
            lines.append(f"{indent}{key}:")
            for item in value:
                first, *rest = _block(item, indent + "    ") or [indent + "    {}"]
                lines += [f"{indent}  - {first.lstrip()}", *rest]
        else:
            lines.append(f"{indent}{key}: {flow(value)}")
    return lines
