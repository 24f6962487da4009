"""What templates print while a letter is rendered: each value with the template and line that printed it."""

import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import TracebackType
from typing import Any, NamedTuple, Self

from jinja2 import Environment, Undefined

#: What a letter is made of; an `if` without `else` prints Jinja2's plain Undefined, which is empty.
_PRINTABLE = (str, int, Decimal, date)


class Printed(NamedTuple):
    """A value that a template printed: the template's name, the line, the value as text, its type if that is no text, number or date."""

    template: str
    line: int
    text: str
    strange: str


class Watch:
    """Notes what the templates of an environment print, as long as it is entered."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._own: Callable[..., Any] = environment.finalize or str
        self.printed: list[Printed] = []

    def __enter__(self) -> Self:
        self._environment.finalize = self._seen
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._environment.finalize = self._own

    def _seen(self, value: Any) -> Any:
        frame = sys._getframe(1)
        line = _line(str(frame.f_globals.get("debug_info", "")), frame.f_lineno)
        fine = isinstance(value, _PRINTABLE) and not isinstance(value, bool) or type(value) is Undefined
        self.printed.append(
            Printed(str(frame.f_globals.get("name", "")), line, str(value), "" if fine else type(value).__name__)
        )
        return self._own(value)


def _line(debug_info: str, code_line: int) -> int:
    """The template's line for a line of the code that Jinja2 made of it."""
    found = 1
    for line, start in _lines(debug_info):
        if start > code_line:
            break
        found = line
    return found


@lru_cache(maxsize=512)
def _lines(debug_info: str) -> tuple[tuple[int, int], ...]:
    pairs = (pair.split("=") for pair in debug_info.split("&") if pair)
    return tuple((int(line), int(start)) for line, start in pairs)
