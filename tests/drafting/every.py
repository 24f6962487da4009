"""Every case at hand, drafted for every channel that it supports, once for all tests that read the letters."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from letters.api import Drafted, Outcome, channels_of, draft_letters, open_case
from letters.law.matter import Matter

ROOT = Path(__file__).resolve().parents[2]
ON = date(2026, 11, 22)
FOLDERS = (ROOT / "tests" / "scenarios", ROOT.parent / "shared" / "scenarios")


def _found() -> Iterator[tuple[str, Path, date]]:
    for path in sorted((ROOT / "examples").glob("*/case.yaml")):
        yield path.parent.name, path, ON
    for path in sorted((ROOT / "tests" / "cases").glob("*.yaml")):
        yield path.stem, path, ON
    for folder in FOLDERS:
        for expected in sorted(folder.glob("*.expect.yaml")):
            day = str(yaml.safe_load(expected.read_text("utf-8"))["on"])
            path = expected.with_name(expected.name.replace(".expect", ""))
            yield f"{folder.parent.name}-{path.stem}", path, date.fromisoformat(day)


CASES = {name: (path, on) for name, path, on in _found()}


@cache
def opened(name: str) -> Matter:
    path, on = CASES[name]
    return open_case(path, on)


@cache
def outcome(name: str) -> Outcome:
    """What came of drafting a case for every channel."""
    return draft_letters(opened(name), channels_of().ids())


def drafted(name: str) -> tuple[Drafted, ...]:
    """The letters of a case, in the order of the channels."""
    return outcome(name).letters


def printed(letter: Drafted) -> str:
    """All that a letter shows: its title, the form's fields and every length of the text."""
    fields = "\n".join(f"{name}：{value}" for name, value in letter.letter.fields)
    return "\n".join([letter.title, fields, *(letter.variants.values() or [letter.text])])
