"""What a letter becomes: text, DOCX, HTML, PDF. A new format is one module with one function and one line here."""

from importlib import import_module
from typing import Final

from letters.errors import LettersError
from letters.letter import Letter

WRITERS: Final[dict[str, str]] = {
    "txt": "letters.writers.text:write_text",
    "docx": "letters.writers.docx.document:to_docx",
    "html": "letters.writers.html:to_html",
    "pdf": "letters.writers.pdf:to_pdf",
}


def write(letter: Letter, format: str, **options: object) -> bytes:
    """`letter` in one of the formats of `WRITERS`; `options` are those of its function, such as `reference` for docx.

    Raises LettersError for a format that does not exist or cannot be made on this machine.
    """
    if format not in WRITERS:
        raise LettersError(f"没有“{format}”这种格式", fix=f"可用的格式：{'、'.join(WRITERS)}")
    module, _, name = WRITERS[format].partition(":")
    data = getattr(import_module(module), name)(letter, **options)
    assert isinstance(data, bytes)
    return data
