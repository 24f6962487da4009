"""What `letters draft` was asked for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Choice:
    """Which letters are wanted, in which form, where to, and with what leave."""

    channels: tuple[str, ...]
    every: bool
    following: bool
    formats: tuple[str, ...]
    output: Path | None
    reference: Path | None
    force: bool
    to: str
    with_files: bool
    skip_broken: bool
    templates: tuple[Path, ...]


def folder_beside(case: Path) -> Path:
    """Where letters go that were given no place."""
    return case.parent / f"{case.stem}-letters"
