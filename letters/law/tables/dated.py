"""The law's numbers, by date: `statutes/tables/<file>.yaml`, each value with its first day, its source and when it was checked."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct, field

from letters.data.folders import statutes_dir
from letters.data.load import lines_of, read
from letters.data.mistakes import BadFile, Mistake
from letters.law.statutes.statute import chinese_date
from letters.law.tables.value_kinds import alike, is_period, kind_of, wrong_period


class BadTable(BadFile):
    """A table file cannot be used, or has no value for the day."""


class DatedValue(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A value in force from the day `since`; `source` is a reference (`susong_feiyong:13(1)(1)`) or words."""

    value: Any
    since: date = field(name="from")
    source: Annotated[str, Meta(min_length=1)]
    checked: date
    verified: bool
    rule: str = ""

    def mistakes(self) -> Iterator[tuple[str, str, str]]:
        """A period that is none."""
        if is_period(self.value):
            yield from ((f"value.{key}", said, fix) for key, said, fix in wrong_period(self.value))

    @property
    def article(self) -> str:
        """The source where it is an article, else empty."""
        slug, colon, rest = self.source.partition(":")
        return self.source if colon and slug.isascii() and rest[:1].isdigit() else ""


class DatedTable(Struct, frozen=True, forbid_unknown_fields=True):
    """One number of the law and its values by their first day."""

    title: Annotated[str, Meta(min_length=1)]
    values: tuple[DatedValue, ...]

    def mistakes(self) -> Iterator[tuple[str, str, str]]:
        """Values out of order."""
        for index, (before, after) in enumerate(pairwise(self.values), 1):
            if after.since <= before.since:
                yield f"values[{index}].from", "values 应当按 from 由早到晚排列", "把较早的一项移到前面"
        if not self.values:
            yield "values", "至少要有一个数值", "每个数值都要写 from、value、source、checked、verified"


Values = tuple[DatedValue, ...]


class Tables:
    """The tables in `folders` and, after them, ours; a file is read when a value of it is first asked for.

    A key in a user's file takes the place of ours with the same name.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._folders = tuple(folder / "tables" for folder in (*folders, statutes_dir()))
        self._files: dict[str, Mapping[str, tuple[DatedValue, ...]]] = {}
        self._held: dict[tuple[str, date], DatedValue] = {}

    def entry(self, name: str, on: date) -> DatedValue:
        """The entry of `name` (`fees.court_fee`) in force on that day; BadTable if there is none."""
        found = self._held.get((name, on))
        if found is not None:
            return found
        entries = self.history(name)
        if not entries:
            raise BadTable(f"statutes/tables 中没有 {name}", fix="核对表名和键名")
        for entry in reversed(entries):
            if entry.since <= on:
                self._held[name, on] = entry
                return entry
        raise BadTable(
            f"{name} 没有{chinese_date(on)}的数值，最早的自{chinese_date(entries[0].since)}起",
            fix="在 statutes/tables 中补上当时的数值",
        )

    def value(self, name: str, on: date) -> Any:
        """The bare value, as the file has it."""
        return self.entry(name, on).value

    def amount(self, name: str, on: date) -> Decimal:
        """The value as a Decimal (yuan, or a share)."""
        return Decimal(str(self.entry(name, on).value))

    def known(self, name: str, on: date) -> bool:
        """Whether there is a value of `name` on that day."""
        return any(entry.since <= on for entry in self.history(name))

    def history(self, name: str) -> tuple[DatedValue, ...]:
        """All entries of `name` by their first day; empty if there is none."""
        stem, _, key = name.partition(".")
        return self._file(stem).get(key, ())

    def _file(self, stem: str) -> Mapping[str, tuple[DatedValue, ...]]:
        if stem not in self._files:
            merged: dict[str, tuple[DatedValue, ...]] = {}
            for folder in reversed(self._folders):
                path = folder / f"{stem}.yaml"
                if path.is_file():
                    found = read_table(path)
                    _check_kinds(path, found, merged)
                    merged.update(found)
            self._files[stem] = merged
        return self._files[stem]


def read_table(path: Path) -> dict[str, tuple[DatedValue, ...]]:
    """All values of a file; BadTable says all that is wrong with it."""
    return {key: table.values for key, table in read(path, dict[str, DatedTable], error=BadTable).items()}


def _check_kinds(path: Path, theirs: Mapping[str, Values], ours: Mapping[str, Values]) -> None:
    """BadTable where a value that takes the place of ours is of another kind, which the program could not read."""
    wrong = [
        (f"{key}.values[{index}].value", kind_of(ours[key][-1].value))
        for key, values in theirs.items() if key in ours
        for index, value in enumerate(values)
        if not any(alike(value.value, known.value) for known in ours[key])
    ]  # fmt: skip
    if wrong:
        lines = lines_of(path)
        said = "应当与自带的表一样，是{}；其中各项也要一样"
        raise BadTable.of(
            path,
            [
                Mistake(key, lines.line_of(key), said.format(kind), f"照自带的 statutes/tables/{path.name} 写")
                for key, kind in wrong
            ],
        )
