"""What tells who somebody is, wherever it was typed: computed from the labels of the model's fields."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct

from letters.case.model import CaseFile, CasePart
from letters.case.model.fields import Field, fields_of
from letters.case.model.masks import masked
from letters.case.model.persons import QUESTIONS
from letters.case.model.visibility import Visibility

_Marked = tuple[tuple[str, str, Visibility], ...]
_Inner = tuple[tuple[str, str], ...]


class Secret(NamedTuple):
    """A text of the case that some levels may not see, and what stands for it in free texts below `level`."""

    path: str
    text: str
    level: int
    instead: str


def secrets(case: CaseFile) -> Iterator[Secret]:
    """Every text of a case that not everybody may see and that could stand in free text, by its field path."""
    return _secrets(case, "", case)


def identifiers(case: CaseFile) -> dict[str, str]:
    """Every text of a case that tells who somebody is, by its field path: what a public text is searched for."""
    return {secret.path: secret.text for secret in secrets(case) if secret.level > 0}


def free_texts(case: CaseFile) -> Iterator[tuple[str, str]]:
    """What the user wrote in his own words, by its field path."""
    return _free_texts(case, "")


def _secrets(part: CasePart, path: str, case: CaseFile) -> Iterator[Secret]:
    fields, parts = _searched(type(part), "in_text")
    for key, attr, visible in fields:
        value = getattr(part, attr)
        if value and asked(visible.in_text_if, part, case):
            yield Secret(f"{path}{key}", value, visible.level, masked(visible.in_text, value))
    for key, attr in parts:
        for where, each in _within(getattr(part, attr), f"{path}{key}"):
            yield from _secrets(each, f"{where}.", case)


def _free_texts(part: CasePart, path: str) -> Iterator[tuple[str, str]]:
    fields, parts = _searched(type(part), "free")
    for key, attr, _ in fields:
        yield from _within(getattr(part, attr), f"{path}{key}")
    for key, attr in parts:
        for where, each in _within(getattr(part, attr), f"{path}{key}"):
            yield from _free_texts(each, f"{where}.")


def _within(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """A value with its path, or each of a list; nothing where there is none."""
    if isinstance(value, tuple):
        yield from ((f"{path}[{index}]", each) for index, each in enumerate(value))
    elif value:
        yield path, value


@cache
def _searched(part: type[Struct], mark: str) -> tuple[_Marked, _Inner]:
    """The keys of a part whose label has that mark, and the keys of the parts within that have such keys."""
    fields = fields_of(part).values()
    marked = tuple((f.key, f.attr, f.visible) for f in fields if f.visible and getattr(f.visible, mark))
    inner = ((f, part_of(f)) for f in fields)
    return marked, tuple((f.key, f.attr) for f, kind in inner if kind and any(_searched(kind, mark)))


@cache
def highest(part: type[Struct] = CaseFile) -> int:
    """From which level on free texts hide nothing."""
    levels = [f.visible.level for f in fields_of(part).values() if f.visible and f.visible.in_text]
    return max([0, *levels, *(highest(kind) for f in fields_of(part).values() if (kind := part_of(f)))])


def part_of(field: Field) -> type[Struct] | None:
    """The part of the case that a key holds, one or a list; None where it holds none."""
    part = field.item.part if field.item else field.part
    return part if part is not None and issubclass(part, CasePart) else None


def asked(question: str, part: Struct, case: CaseFile) -> bool:
    """Whether a label's question is answered yes; no question is a yes."""
    return not question or QUESTIONS[question](part, case)
