"""A letter as bytes, in any format of the registry."""

from letters.letter import Letter
from letters.writers.registry import format_named, loaded


def write(letter: Letter, format: str, **options: object) -> bytes:
    """`letter` in the format of that name; `options` are those of its function, such as `reference` for docx.

    Raises LettersError for a format that does not exist or cannot be made on this machine.
    """
    data = loaded(format_named(format).function)(letter, **options)
    assert isinstance(data, bytes)
    return data
