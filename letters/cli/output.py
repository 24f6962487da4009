"""Printing: JSON for programs, text for people, colour only where a terminal wants it."""

import json
import os
import sys
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import IO, Any

_COLOURS = {"block": "31", "warn": "33", "note": "36", "bold": "1", "dim": "2"}


def jsonable(value: Any) -> Any:
    """`value` as JSON has it: amounts as strings with two decimals, dates in ISO form, sets sorted."""
    match value:
        case None | bool() | int() | str():
            return value.value if isinstance(value, Enum) else value
        case Decimal():
            return f"{value:.2f}"
        case datetime() | date():
            return value.isoformat()
        case Path():
            return str(value)
        case dict():
            return {str(key): jsonable(each) for key, each in value.items()}
        case set() | frozenset():
            return sorted(jsonable(each) for each in value)
        case list() | tuple():
            return [jsonable(each) for each in value]
        case _ if hasattr(value, "__struct_fields__"):
            return {name: jsonable(getattr(value, name)) for name in value.__struct_fields__}
        case _ if is_dataclass(value):
            return {each.name: jsonable(getattr(value, each.name)) for each in fields(value)}
        case _:
            return str(value)


def as_json(value: Any) -> str:
    """One JSON object, indented, Chinese as it is."""
    return json.dumps(jsonable(value), ensure_ascii=False, indent=2)


def show(text: str) -> None:
    """Print to standard output, with one line break at the end."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def complain(text: str) -> None:
    """Print to standard error."""
    sys.stdout.flush()
    print(text, file=sys.stderr, flush=True)


def coloured(text: str, look: str, stream: IO[str] | None = None) -> str:
    """`text` in the colour of a level, where `stream` is a terminal that has colours and NO_COLOR is not set."""
    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return text
    return f"\x1b[{_COLOURS[look]}m{text}\x1b[0m"


def width(text: str) -> int:
    """Columns that `text` takes in a terminal: Chinese characters two each."""
    return sum(2 if ord(char) >= 0x1100 and char not in "–—‘’“”…·" else 1 for char in text)


def padded(text: str, columns: int) -> str:
    """`text` filled with spaces to `columns`."""
    return text + " " * max(0, columns - width(text))
