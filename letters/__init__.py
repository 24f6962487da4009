"""One case file, every letter: `Case.load(path)`, then `draft(case, channel, on=day)`.

`letters.api` has the rest: review and plan, drafting several channels at once.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Case", "Catalogue", "LettersError", "__version__", "draft"]

if TYPE_CHECKING:
    from letters.api import draft
    from letters.case.file.read import Case
    from letters.errors import LettersError
    from letters.law.statutes.catalogue import Catalogue

_HOMES = {
    "Case": "letters.case.file.read",
    "Catalogue": "letters.law.statutes.catalogue",
    "LettersError": "letters.errors",
    "draft": "letters.api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'letters' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
