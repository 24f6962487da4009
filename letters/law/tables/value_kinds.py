"""Whether a value of a user's table is of the kind that the program reads under that name: measured by ours."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
Unit = Literal["hours", "days", "workdays", "months", "years"]
Roll = Literal["civil", "holidays", "none"]


def wrong_period(value: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a period: key, fault and cure."""
    if not isinstance(value.get("length"), int) or isinstance(value.get("length"), bool):
        yield "length", "期间的长度应当是整数", "例：{length: 3, unit: years, roll: civil}"
    for key, known in (("unit", get_args(Unit)), ("roll", get_args(Roll))):
        if key in value and value[key] not in known:
            yield key, f"不能写“{value[key]}”", f"可以写：{'、'.join(known)}"
    for key in value:
        if key not in ("length", "unit", "roll", "start"):
            yield key, f"期间没有“{key}”这个键", "只写 length、unit、roll，从哪一天起算另有条文的写 start"
    if "unit" not in value:
        yield "unit", "没有填写 unit", f"可以写：{'、'.join(get_args(Unit))}"


def is_period(value: object) -> bool:
    """Whether a value means a period."""
    return isinstance(value, Mapping) and bool({"length", "unit", "roll"} & set(value))


def alike(theirs: object, ours: object) -> bool:
    """Whether a value has the kind of ours: a number, a word, yes or no, a period, or lists and groups of such."""
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping) and is_period(theirs) == is_period(ours):
        return is_period(ours) or all(any(alike(each, known) for known in ours.values()) for each in theirs.values())
    if isinstance(ours, list | tuple) and isinstance(theirs, list | tuple):
        return not ours or all(any(alike(each, known) for known in ours) for each in theirs)
    return kind_of(theirs) == kind_of(ours)


def kind_of(value: object) -> str:
    """What a value is, in words."""
    if isinstance(value, bool):
        return "true 或 false"
    if isinstance(value, int) or isinstance(value, str) and _NUMBER.fullmatch(value):
        return "数字"
    if isinstance(value, Mapping):
        return "期间（length、unit、roll）" if is_period(value) else "一组“键: 值”"
    return "文字" if isinstance(value, str) else "列表" if isinstance(value, list | tuple) else "一个值"
