"""The formats a letter can be written in. A new one is one module with one function and one entry here.

The list loads no writer, so that a command can offer the formats without loading them.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from letters.errors import LettersError


class Format(NamedTuple):
    """A format. `function` is `module:name` of what makes bytes of a Letter; the first of `suffixes` is written.

    `is_text`: goes to a terminal as it is, and the boxes of a form stand beside it in a file of their own.
    `letterhead`: the function takes the user's own as `reference`. `book`: what binds an evidence list with its exhibits.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    function: str
    is_text: bool = False
    letterhead: bool = False
    book: str = ""


FORMATS: tuple[Format, ...] = (
    Format("txt", (".txt",), "text/plain; charset=utf-8", "letters.writers.text:write_text", is_text=True),
    Format(
        "docx", (".docx",), "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "letters.writers.docx.document:to_docx", letterhead=True, book="letters.writers.book.bound:book_docx",
    ),
    Format("html", (".html", ".htm"), "text/html; charset=utf-8", "letters.writers.html:to_html"),
    Format("pdf", (".pdf",), "application/pdf", "letters.writers.pdf:to_pdf", book="letters.writers.book.bound:book_pdf"),
)  # fmt: skip


def format_named(name: str, where: str | Path = "") -> Format:
    """The format of that name; LettersError where there is none, `where` being the file that names it."""
    for each in FORMATS:
        if each.name == name:
            return each
    known = "、".join(each.name for each in FORMATS)
    raise LettersError(f"没有“{name}”这种格式", fix=f"可用的格式：{known}", where=where)


def format_of_suffix(suffix: str) -> Format | None:
    """The format that files of this suffix (`.docx`) have, None where there is none."""
    return next((each for each in FORMATS if suffix.lower() in each.suffixes), None)


def loaded(function: str) -> Callable[..., Any]:
    """The function that `module:name` stands for, its module imported now."""
    module, _, name = function.partition(":")
    made: Callable[..., Any] = getattr(import_module(module), name)
    return made
