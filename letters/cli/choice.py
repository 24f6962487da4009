"""What was asked of `letters draft`, for all that helps to do it."""

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
