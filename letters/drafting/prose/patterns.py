"""Sentence patterns as data: `{name}` is filled in, `[…]` falls away when something in it is empty."""

import re
from collections.abc import Mapping
from functools import lru_cache

_TOKEN = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_NAME = re.compile(r"\{(\w+)\}")

Piece = tuple[bool, tuple[str, ...]]


@lru_cache(maxsize=512)
def _pieces(pattern: str) -> tuple[Piece, ...]:
    return tuple(
        (optional is not None, tuple(_NAME.split(optional if optional is not None else plain)))
        for optional, plain in ((m.group(1), m.group(2)) for m in _TOKEN.finditer(pattern))
    )


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """The pattern with its values; a name that `values` lacks counts as empty. Values are never read as pattern."""
    out = []
    for optional, parts in _pieces(pattern):
        found = [values.get(part, "") if index % 2 else part for index, part in enumerate(parts)]
        if optional and not all(found[1::2]):
            continue
        out.extend(found)
    return "".join(out)


def proved(clause: str, proof: str) -> str:
    """A clause with its evidence; two brackets become one."""
    if proof.startswith("（") and clause.endswith("）"):
        return f"{clause[:-1]}，{proof[1:]}"
    return clause + proof


def same_words(did: str, quote: str) -> bool:
    """Whether what was done already says the beginning of what was said."""
    return len(quote) >= 4 and quote[:6] in did
