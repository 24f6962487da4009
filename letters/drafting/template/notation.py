"""The short notation of sentences and template lines: `{name}` is filled in, `[…{name}…]` falls where it has nothing to say.

`{an-id}` says the sentence of that id, `{an-id(role='被告')}` with what it is given. `[a ? x]` says x where a holds,
`[a ? x : y]` otherwise y. Jinja2 tags pass untouched. docs/channels.md shows it.
"""

import re
from collections.abc import Callable, Iterator
from itertools import count

_TOKEN = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|\{[^{}%#\n][^{}\n]*\}|[\[\]])", re.S)
#: The id of a sentence, two words at least, and what it is given.
CALL = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?:\((.*)\))?")
_PATH = re.compile(r"[^\W\d]\w*(?:\.\w+)*")

#: Jinja2 source for what stands in one pair of braces.
Fill = Callable[[str], str]


class _Source(str):
    """A piece that is Jinja2 source already."""


def as_expression(text: str) -> str:
    return "{{ " + text + " }}"


def as_call(text: str) -> str:
    """A sentence as a call, anything else as an expression."""
    found = CALL.fullmatch(text)
    return as_expression(f"sentence('{found[1]}'{', ' + found[2] if found[2] else ''})" if found else text)


def to_jinja(text: str, fill: Fill = as_call, numbers: Iterator[int] | None = None) -> str:
    """The text as Jinja2 source; `numbers` tell apart the values that brackets ask for before they print them."""
    if "{" not in text and " ? " not in text:
        return text
    numbers = count() if numbers is None else numbers
    open_groups: list[list[str]] = [[]]
    for piece in _TOKEN.split(text):
        if piece == "[":
            open_groups.append([])
        elif piece == "]" and len(open_groups) > 1:
            inside = open_groups.pop()
            open_groups[-1].append(_Source(_group(inside, fill, numbers)))
        else:
            open_groups[-1].append(piece)
    while len(open_groups) > 1:
        inside = open_groups.pop()
        open_groups[-1] += ["[", *inside]
    return _joined(open_groups[0], fill)


def _named(piece: str) -> str:
    """What stands in the braces of a piece, empty where it is no such piece."""
    brace = piece[:1] == "{" and piece[1:2] not in "{%#" and not isinstance(piece, _Source)
    return piece[1:-1].strip() if brace and piece[-1:] == "}" else ""


def _joined(pieces: list[str], fill: Fill) -> str:
    return "".join(fill(name) if (name := _named(piece)) else piece for piece in pieces)


def _group(pieces: list[str], fill: Fill, numbers: Iterator[int]) -> str:
    """One pair of brackets: a question with its answers, a piece that may fall, or brackets that are just that."""
    condition, asked, rest = pieces[0].partition(" ? ") if pieces else ("", "", "")
    if asked:
        then, other = _parted([rest, *pieces[1:]])
        end = "{% else %}" + _joined(other, fill) if other else ""
        return "{% if " + condition.strip() + " %}" + _joined(then, fill) + end + "{% endif %}"
    asked_for, before, shown = [], "", []
    for piece in pieces:
        if not (name := _named(piece)):
            shown.append(piece)
        elif _PATH.fullmatch(name) and (source := fill(name)) == as_expression(name):
            asked_for.append(name)
            shown.append(_Source(source))
        else:
            value = f"v{next(numbers)}_"
            source = fill(name)
            before += (
                "{% set " + value + " = " + name + " %}"
                if source == as_expression(name)
                else "{% set " + value + " %}" + source + "{% endset %}"
            )
            asked_for.append(value)
            shown.append(_Source(as_expression(value)))
    if not asked_for:
        return "[" + "".join(shown) + "]"
    return before + "{% if " + " and ".join(asked_for) + " %}" + "".join(shown) + "{% endif %}"


def _parted(pieces: list[str]) -> tuple[list[str], list[str]]:
    """The pieces before and after the ` : ` of a question."""
    for index, piece in enumerate(pieces):
        if not _named(piece) and not isinstance(piece, _Source) and " : " in piece:
            then, _, other = piece.partition(" : ")
            return [*pieces[:index], then], [other, *pieces[index + 1 :]]
    return pieces, []
