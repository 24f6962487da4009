"""The fixed words of a locale: who is called what in which voice, and what goods are called the second time."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from letters.data.load import read
from letters.drafting.template.words_file import WordsFile
from letters.errors import LettersError

WORDS_FILE = "_words.yaml"


@lru_cache(maxsize=8)
def load_words(folders: tuple[Path, ...]) -> dict[str, Any]:
    """The words of the first folder that has them; sections missing there come from the later ones."""
    found: dict[str, Any] = {}
    for folder in reversed(folders):
        path = folder / WORDS_FILE
        if path.is_file():
            for section, entries in to_builtins(read(path, WordsFile)).items():
                found[section] = {**found.get(section, {}), **entries}
    if not found:
        raise LettersError("找不到模板的称谓表", where=WORDS_FILE, fix="检查 templates 文件夹是否完整")
    return found


def voice_of(words: dict[str, Any], name: str) -> dict[str, str]:
    """The words of one voice."""
    try:
        return dict(words["voices"][name])
    except KeyError:
        known = "、".join(words["voices"])
        raise LettersError(f"没有“{name}”这组称谓", fix=f"voice 可以是：{known}") from None
