"""Which grounds and excuses there are: what stands in `grounds/` of the user's folders and ours, with names and traits."""

import os
import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from msgspec import Struct

from letters.data.folders import statutes_dir
from letters.data.ground_traits import Traits
from letters.data.load import read
from letters.data.mistakes import BadFile

#: The file of the usual excuses and their answers, in every folder.
DEFENCES = "_defences"
Listed = Literal["grounds", "defences"]


class BadGround(BadFile):
    """A ground file is missing or cannot be used."""


class ExcuseHead(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What an excuse is: how it is called, what the other side says, and what follows whichever way it is answered.

    `balance_refused`: the buyer takes no credit for money. `about_window`: it is the platform's own time that is over.
    """

    id: str = ""
    label: str | None = None
    says: str | None = None
    balance_refused: bool | None = None
    about_window: bool | None = None


class GroundHead(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What a ground file says beside its reasoning; the other keys are read by the law."""

    id: str = ""
    title: str = ""
    label: str = ""
    code: str = ""
    traits: Traits = Traits()
    defences: tuple[ExcuseHead, ...] | Mapping[str, ExcuseHead] = ()

    @property
    def excuses(self) -> Mapping[str, ExcuseHead]:
        """Its excuses by their id, in order."""
        if isinstance(self.defences, Mapping):
            return self.defences
        return {entry.id: entry for entry in self.defences}


class GroundIndex:
    """The grounds and excuses of `folders` and, after them, ours. A file is read when it is first asked for."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self._folders = tuple(folder / "grounds" for folder in (*folders, statutes_dir()))
        self._heads: dict[str, GroundHead] = {}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all grounds, in alphabetical order."""
        found = {name[:-5] for folder in self._folders for name in _files(folder) if name.endswith(".yaml")}
        return tuple(sorted(stem for stem in found if not stem.startswith("_")))

    def paths(self, stem: str) -> tuple[Path, ...]:
        """The files of that name, ours first."""
        return tuple(path for folder in reversed(self._folders) if (path := folder / f"{stem}.yaml").is_file())

    def path(self, stem: str) -> Path:
        """The file of a ground or of what grounds extend; BadGround if there is none."""
        found = self.paths(stem)
        if not found:
            raise BadGround(f"没有争议类型“{stem}”", fix="在 statutes/grounds 中放一个同名的 YAML 文件")
        return found[-1]

    def head(self, identity: str) -> GroundHead:
        """The ground without its reasoning; BadGround if there is none or it cannot be used."""
        found = self._heads.get(identity)
        if found is None:
            found = self._heads[identity] = read(self.path(identity), GroundHead, error=BadGround)
        return found

    def traits(self, identity: str) -> Traits:
        """What a ground is."""
        return self.head(identity).traits

    def with_trait(self, name: str, value: object = True) -> tuple[str, ...]:
        """The grounds whose trait `name` is `value`, in the order of the list."""
        return tuple(identity for identity in self.labels("grounds") if getattr(self.traits(identity), name) == value)

    @cached_property
    def excuses(self) -> Mapping[str, ExcuseHead]:
        """The usual excuses by their id: ours, changed and joined by the user's."""
        found: dict[str, ExcuseHead] = {}
        for path in self.paths(DEFENCES):
            for identity, entry in read(path, GroundHead, error=BadGround).excuses.items():
                found[identity] = _joined(found[identity], entry) if identity in found else entry
        return found

    @cached_property
    def _all_excuses(self) -> Mapping[str, ExcuseHead]:
        """The usual excuses, and those that stand in one ground only."""
        own = [(key, entry) for identity in self.ids for key, entry in self.head(identity).excuses.items()]
        return {**self.excuses, **{key: entry for key, entry in own if key not in self.excuses}}

    def excuse(self, identity: str) -> ExcuseHead:
        """An excuse; one without anything if there is none of that id."""
        return self.excuses.get(identity) or self._all_excuses.get(identity) or ExcuseHead()

    def knows(self, listed: Listed, word: str) -> bool:
        """Whether there is a ground or an excuse of that id."""
        if listed == "grounds":
            return word in self.ids
        return word in self.excuses or word in self._all_excuses

    def labels(self, listed: Listed) -> Mapping[str, str]:
        """The id and the plain name of each: grounds in the order of their codes, excuses as they stand."""
        return self._ground_labels if listed == "grounds" else self._excuse_labels

    @cached_property
    def _ground_labels(self) -> Mapping[str, str]:
        heads = {identity: self.head(identity) for identity in self.ids}
        ordered = sorted(heads, key=lambda identity: (*_rank(heads[identity].code), identity))
        return {identity: heads[identity].label or heads[identity].title or identity for identity in ordered}

    @cached_property
    def _excuse_labels(self) -> Mapping[str, str]:
        return {
            identity: entry.label or (entry.says or identity).strip().rstrip("。")
            for identity, entry in self._all_excuses.items()
        }


@cache
def index_of(folders: tuple[Path, ...] = ()) -> GroundIndex:
    """One index for all that use the same folders, so that each file is read once."""
    return GroundIndex(folders)


def _joined(entry: ExcuseHead, change: ExcuseHead) -> ExcuseHead:
    names = ExcuseHead.__struct_fields__
    given = {name: value for name in names if (value := getattr(change, name)) is not None}
    return ExcuseHead(**{**{name: getattr(entry, name) for name in names}, **given})


def _files(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _rank(code: str) -> tuple[int, str, int]:
    """D2 before D10, what has no code last."""
    match = re.fullmatch(r"(\D*)(\d+)(.*)", code)
    return (0, match[1], int(match[2])) if match else (1, code, 0)
