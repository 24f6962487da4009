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


def of_another(case: CaseFile) -> CaseFile:
    """The same dispute of another person: every name, number and address that identifies, wherever it is mentioned, is another."""
    exchanged = {text: _other(text) for text in _personal(case) if len(text) > 1}
    other: CaseFile = _exchanged(case, sorted(exchanged.items(), key=lambda pair: -len(pair[0])))
    return other


def _personal(part: msgspec.Struct) -> Iterator[str]:
    for field in fields_of(type(part)).values():
        held = getattr(part, field.attr)
        for each in held if isinstance(held, tuple) else (held,):
            if isinstance(each, msgspec.Struct):
                yield from _personal(each)
            elif isinstance(each, str) and _identifies(field.visible):
                yield each


def _identifies(visible: Visibility | None) -> bool:
    """Whether a value tells who the person is, whatever else the case says."""
    return visible is not None and visible.level > 0 and bool(visible.in_text) and not visible.in_text_if


def _other(text: str) -> str:
    """A text of the same shape: other digits, other characters; who an identity number belongs to was born a day later."""
    if len(text) == 18 and text[:17].isdigit():
        born = date(int(text[6:10]), int(text[10:12]), int(text[12:14])) + timedelta(days=1)
        return f"{text[:6]}{born:%Y%m%d}{_other(text[14:16])}{text[16:]}"
    first, last = _shown_by_masks(text)
    return text[:first] + "".join(map(_sign, text[first : len(text) - last])) + text[len(text) - last :]


def _shown_by_masks(text: str) -> tuple[int, int]:
    """How many characters of a number a mask may show, at its beginning and its end; none of a name or an address."""
    if not any(sign.isdigit() for sign in text) or any("\u4e00" <= sign <= "\u9fff" for sign in text[:4]):
        return 0, 0
    return (4 if len(text) >= 12 else 3 if len(text) == 11 else 0), (4 if len(text) > 4 else 0)


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
