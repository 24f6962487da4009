"""All the law that a letter may rest on: the statutes, the reasoning and the dated numbers, read once and shared."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from letters.law.reasoning.grounds import Grounds
from letters.law.statutes.catalogue import Catalogue
from letters.law.tables.dated import Tables


@dataclass(frozen=True)
class Law:
    """The law as data; each file is read when first asked for.

    `folders` are the user's own statute folders (laws/, grounds/, tables/ in them), which come before ours.
    """

    statutes: Catalogue
    grounds: Grounds
    tables: Tables
    folders: tuple[Path, ...] = ()


@cache
def _law(folders: tuple[Path, ...]) -> Law:
    return Law(Catalogue(folders), Grounds(folders), Tables(folders), folders)


def law_of(folders: Sequence[Path] = ()) -> Law:
    """One law for all cases that use the same folders, so that each file is read once."""
    return _law(tuple(folders))
