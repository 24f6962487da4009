"""The example cases that come with the program, and each as another person's: what a lint renders templates over."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from letters.case.file.read import Case
from letters.case.model import CaseFile
from letters.case.model.fields import fields_of
from letters.case.model.masks import masked
from letters.case.model.visibility import Visibility
from letters.data.folders import examples_dir

_NAMES = "赵钱孙李周吴郑王冯陈"


@cache
def example_cases() -> dict[str, tuple[CaseFile, date]]:
    """Each example by its name, with the day after the last thing that happened in it."""
    found = {path.parent.name: Case.load(path) for path in sorted(examples_dir().glob("*/case.yaml"))}
    return {name: (case, _day_after(case)) for name, case in found.items()}


def _day_after(case: CaseFile) -> date:
    days = [event.at.date() for event in case.events] + [filing.at.date() for filing in case.filings]
    return max(days, default=date(2026, 11, 22)) + timedelta(days=1)


def of_another(case: CaseFile, level: int = 0) -> CaseFile:
    """The same dispute of another person: what identity level `level` must not see is another, wherever it is mentioned."""
    exchanged = {text: _other(text, seen) for text, seen in _hidden(case, level) if len(text) > 1}
    other: CaseFile = _exchanged(case, sorted(exchanged.items(), key=lambda pair: -len(pair[0])))
    return other


def _hidden(part: msgspec.Struct, level: int) -> Iterator[tuple[str, Visibility]]:
    for field in fields_of(type(part)).values():
        held, seen = getattr(part, field.attr), field.visible
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, msgspec.Struct):
                yield from _hidden(each, level)
            elif isinstance(each, str) and seen is not None and seen.level > level and not seen.masked_if:
                yield each, seen


def _other(text: str, seen: Visibility) -> str:
    """A text of the same shape whose masks are the same: other digits, other characters.

    Who an identity number belongs to was born a day later.
    """
    if len(text) == 18 and text[:17].isdigit():
        born = date(int(text[6:10]), int(text[10:12]), int(text[12:14])) + timedelta(days=1)
        return f"{text[:6]}{born:%Y%m%d}{''.join(map(_sign, text[14:16]))}{text[16:]}"
    name, at, host = text.partition("@")
    for first, last in ((0, 0), (1, 0), (0, 4), (3, 4), (4, 4)):
        kept = max(first, len(name) - last)
        found = name[:first] + "".join(map(_sign, name[first:kept])) + name[kept:] + at + host
        if all(masked(mask, found) == masked(mask, text) for mask in (seen.mask, seen.in_text)) and (
            last or not _number(text)
        ):
            return found
    return text


def _number(text: str) -> bool:
    """Whether a text is a number, of which the last digits may be shown."""
    return (
        len(text) > 4
        and any(sign.isdigit() for sign in text)
        and not any("\u4e00" <= sign <= "\u9fff" for sign in text[:4])
    )


def _sign(sign: str) -> str:
    if sign.isascii() and sign.isdigit():
        return str((int(sign) + 3) % 10)
    if "\u4e00" <= sign <= "\u9fff" and sign not in "省市区县路街号室":
        return _NAMES[(ord(sign) + 1) % 10] if _NAMES[(ord(sign) + 1) % 10] != sign else _NAMES[(ord(sign) + 2) % 10]
    return sign


def _exchanged(part: Any, pairs: list[tuple[str, str]]) -> Any:
    if isinstance(part, str):
        for old, new in pairs:
            part = part.replace(old, new)
        return part
    if isinstance(part, tuple):
        return tuple(_exchanged(each, pairs) for each in part)
    if isinstance(part, msgspec.Struct):
        held = {name: getattr(part, name) for name in part.__struct_fields__}
        return replace(part, **{name: _exchanged(each, pairs) for name, each in held.items()})
    return part
