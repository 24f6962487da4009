"""A letter as bytes, in any format of the registry."""

from letters.errors import LettersError
from letters.letter import Letter
from letters.writers import registry


def write(letter: Letter, format: str, **options: object) -> bytes:
    """`letter` in the format of that name; `options` are those of its function, such as `reference` for docx.

    Raises LettersError for a format that does not exist or cannot be made on this machine.
    """
    found = registry.format_named(format)
    if found is None:
        known = "、".join(each.name for each in registry.FORMATS)
        raise LettersError(f"没有“{format}”这种格式", fix=f"可用的格式：{known}")
    data = registry.loaded(found.function)(letter, **options)
    assert isinstance(data, bytes)
    return data
