"""From the tree of a file to plain data of a msgspec type, collecting every mistake on the way.

Texts, numbers and dates are read as the type wants them, never guessed: 12315 is text where text is wanted.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any

from msgspec import inspect

from letters.data.mistakes import Mistake, near
from letters.data.yaml_tree import Mapped, Node, Scalar, Sequenced

_TRUTH = {
    **dict.fromkeys(("true", "True", "yes", "Yes", "是"), True),
    **dict.fromkeys(("false", "False", "no", "No", "否"), False),
}
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_LISTS = (
    inspect.ListType,
    inspect.VarTupleType,
    inspect.SetType,
    inspect.FrozenSetType,
    inspect.CollectionType,
    inspect.TupleType,
)
_MAPS = (inspect.DictType, inspect.StructType)

Mistakes = list[Mistake]


@cache
def type_of(kind: Any) -> inspect.Type:
    """What msgspec knows of a type."""
    return inspect.type_info(kind)


def data_of(node: Node, kind: inspect.Type, key: str, found: Mistakes, line: int = 0) -> Any:
    """The plain data that `node` holds for the type; None, with a mistake noted in `found`, where it does not fit."""
    if isinstance(kind, inspect.Metadata):
        kind = kind.type
    line = node.line or line
    if isinstance(kind, inspect.UnionType):
        return _one_of(node, kind.types, key, found, line)
    if isinstance(kind, inspect.AnyType):
        return _plain(node)
    if isinstance(kind, inspect.StructType) and isinstance(node, Mapped):
        return _struct(node, kind, key, found)
    if isinstance(kind, inspect.DictType) and isinstance(node, Mapped):
        return _mapping(node, kind, key, found)
    if isinstance(kind, _LISTS) and isinstance(node, Sequenced):
        return _list(node, kind, key, found, line)
    if isinstance(node, Scalar) and type(kind) in _SCALARS:
        return _SCALARS[type(kind)](node, kind, key, found, line)
    found.append(Mistake(key, line, f"应当是{_wanted(kind)}", _EXAMPLES.get(type(kind), "")))
    return None


def _plain(node: Node) -> Any:
    """A value whose type is open: whole numbers, true and false and nothing where they are not quoted, else text."""
    if isinstance(node, Sequenced):
        return [_plain(item) for item in node.items]
    if isinstance(node, Mapped):
        return {key.text: _plain(value) for key, value in node.items}
    if node.nothing:
        return None
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    return int(node.text) if node.plain and _WHOLE.fullmatch(node.text) else node.text


def _wanted(kind: inspect.Type) -> str:
    """What a type takes, in words."""
    match kind:
        case inspect.Metadata():
            return _wanted(kind.type)
        case inspect.UnionType():
            return "，或者 ".join(_wanted(each) for each in kind.types if not isinstance(each, inspect.NoneType))
        case inspect.StructType() | inspect.DictType():
            return "一组“键: 值”"
        case inspect.TupleType():
            return f"{len(kind.item_types)} 项的列表"
        case inspect.IntType():
            return "整数"
        case inspect.BoolType():
            return "true 或 false"
        case inspect.DateType():
            return "日期，写成 2026-04-15"
        case inspect.LiteralType():
            return "、".join(map(str, kind.values)) if len(kind.values) < 12 else "约定的词"
        case inspect.StrType():
            return "一段文字"
        case _:
            return "列表"


def _struct(node: Mapped, kind: inspect.StructType, key: str, found: Mistakes) -> dict[str, Any]:
    fields = {field.encode_name: field for field in kind.fields}
    seen: dict[str, int] = {}
    values: dict[str, Any] = {}
    for name, value, where in _entries(node, key, found, seen):
        field = fields.get(name)
        if field is None and not kind.forbid_unknown_fields:
            continue
        if field is None:
            found.append(Mistake(where, seen[name], f"没有“{_shown(name)}”这个键", near(name, list(fields))))
        elif not (isinstance(value, Scalar) and value.nothing):
            values[name] = data_of(value, field.type, where, found, seen[name])
    for name, field in fields.items():
        if field.required and name not in values:
            where = f"{key}.{name}" if key else name
            line = seen.get(name, node.line)
            found.append(Mistake(where, line, f"没有填写 {name}", f"{name} 是{_wanted(field.type)}"))
    return values


def _mapping(node: Mapped, kind: inspect.DictType, key: str, found: Mistakes) -> dict[str, Any]:
    seen: dict[str, int] = {}
    values: dict[str, Any] = {}
    for name, value, where in _entries(node, key, found, seen):
        known = kind.key_type
        if isinstance(known, inspect.LiteralType) and name not in known.values:
            words = [str(word) for word in known.values]
            found.append(Mistake(where, seen[name], f"没有“{_shown(name)}”这个键", near(name, words)))
            continue
        values[name] = data_of(value, kind.value_type, where, found, seen[name])
    return values


def _entries(node: Mapped, key: str, found: Mistakes, seen: dict[str, int]) -> Sequence[tuple[str, Node, str]]:
    """Name, value and place of each entry, double ones once; `seen` gets the lines of the names."""
    entries = []
    for name, value in node.items:
        where = f"{key}.{_shown(name.text)}" if key else _shown(name.text)
        if name.text in seen:
            said = f"这个键写了两次，第一次在第 {seen[name.text]} 行"
            found.append(Mistake(where, name.line, said, "删去其中一个"))
            continue
        seen[name.text] = name.line
        entries.append((name.text, value, where))
    return entries


def _list(node: Sequenced, kind: inspect.Type, key: str, found: Mistakes, line: int) -> list[Any]:
    if isinstance(kind, inspect.TupleType):
        kinds = kind.item_types
        if len(node.items) != len(kinds):
            found.append(Mistake(key, line, f"应当正好 {len(kinds)} 项，现有 {len(node.items)} 项"))
            return []
    else:
        kinds = (kind.item_type,) * len(node.items)  # type: ignore[attr-defined]
    values = []
    for index, (item, each) in enumerate(zip(node.items, kinds, strict=True)):
        where = f"{key}[{index}]"
        if isinstance(item, Scalar) and item.nothing:
            found.append(Mistake(where, item.line or line, "这一项是空的", "填写或者删去"))
        else:
            values.append(data_of(item, each, where, found, line))
    return values


def _one_of(node: Node, kinds: Sequence[inspect.Type], key: str, found: Mistakes, line: int) -> Any:
    """What fits of several types: judged by the shape of the node, scalars by trial, text last."""
    if isinstance(node, Scalar) and node.nothing and any(isinstance(kind, inspect.NoneType) for kind in kinds):
        return None
    shapes = _LISTS if isinstance(node, Sequenced) else _MAPS if isinstance(node, Mapped) else tuple(_SCALARS)
    held = _merged([kind.type if isinstance(kind, inspect.Metadata) else kind for kind in kinds])
    fitting = sorted(
        (kind for kind in held if isinstance(kind, shapes)), key=lambda kind: type(kind) is inspect.StrType
    )
    trials: list[Mistakes] = []
    for kind in fitting:
        trial: Mistakes = []
        value = data_of(node, kind, key, trial, line)
        if not trial:
            return value
        trials.append(trial)
    if (
        len(trials) == 1
        and sum(not isinstance(kind, inspect.NoneType) for kind in held) == 1
        or trials
        and not isinstance(node, Scalar)
    ):
        found += trials[0]
    else:
        found.append(Mistake(key, line, f"应当是{_wanted(inspect.UnionType(tuple(held)))}"))
    return None


def _merged(kinds: Sequence[inspect.Type]) -> list[inspect.Type]:
    """The types of a union, all its words as one vocabulary."""
    words = [value for kind in kinds if isinstance(kind, inspect.LiteralType) for value in kind.values]
    others = [kind for kind in kinds if not isinstance(kind, inspect.LiteralType)]
    return [*others, inspect.LiteralType(tuple(words))] if words else others


def _text(node: Scalar, kind: Any, key: str, found: Mistakes, line: int) -> str:
    if kind.min_length and not node.text.strip():
        found.append(Mistake(key, line, "不能是空的"))
    return node.text


def _whole(node: Scalar, kind: Any, key: str, found: Mistakes, line: int) -> int:
    if not _WHOLE.fullmatch(node.text.strip()):
        found.append(Mistake(key, line, f"应当是整数，不能写“{_shown(node.text)}”", "只写数字"))
        return 0
    value = int(node.text)
    if kind.ge is not None and value < kind.ge:
        found.append(Mistake(key, line, f"不能小于 {kind.ge}"))
    if kind.le is not None and value > kind.le:
        found.append(Mistake(key, line, f"不能大于 {kind.le}"))
    return value


def _truth(node: Scalar, kind: Any, key: str, found: Mistakes, line: int) -> bool:
    if node.text.strip() not in _TRUTH:
        found.append(Mistake(key, line, f"应当是 true 或 false，不能写“{_shown(node.text)}”"))
    return _TRUTH.get(node.text.strip(), False)


def _day(node: Scalar, kind: Any, key: str, found: Mistakes, line: int) -> str:
    match = _DAY.fullmatch(node.text.strip())
    try:
        return date(*map(int, match.groups())).isoformat() if match else _no_day(node, key, found, line)
    except ValueError:
        return _no_day(node, key, found, line)


def _no_day(node: Scalar, key: str, found: Mistakes, line: int) -> str:
    found.append(Mistake(key, line, f"“{_shown(node.text)}”不是日期", "日期写成 2026-04-15"))
    return ""


def _word(node: Scalar, kind: Any, key: str, found: Mistakes, line: int) -> Any:
    text = node.text.strip()
    for value in kind.values:
        if str(value) == text:
            return value
    found.append(
        Mistake(key, line, f"不能写“{_shown(text)}”", near(text, [str(value) for value in kind.values if value != ""]))
    )
    return kind.values[0]


def _shown(text: str) -> str:
    """A name of the file, cut where it is long, without what would break a line."""
    flat = re.sub(r"\s+", " ", text)
    return flat if len(flat) <= 40 else f"{flat[:40]}…"


_SCALARS: dict[type[inspect.Type], Callable[[Scalar, Any, str, Mistakes, int], Any]] = {
    inspect.StrType: _text,
    inspect.IntType: _whole,
    inspect.BoolType: _truth,
    inspect.DateType: _day,
    inspect.LiteralType: _word,
}
_EXAMPLES: dict[type[inspect.Type], str] = {
    inspect.StrType: "含有冒号、逗号、括号的文字请整段加引号",
    **dict.fromkeys(_LISTS, "写在方括号里，如 [a, b]，或者每项另起一行，以“- ”开头"),
    **dict.fromkeys(_MAPS, "每个键另起一行并缩进，或者写在花括号里"),
}
