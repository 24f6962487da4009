"""Which language the command line speaks, and its sentences in it."""

import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from letters.cli.sentences import TEXTS

#: "zh" or "en"
LANGUAGE: ContextVar[str] = ContextVar("letters_language", default="zh")


def language_of(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """`en` if `--lang en` or an English locale asks for it (LC_ALL before LC_MESSAGES before LANG), else `zh`.

    Read before the arguments are parsed, for help and usage errors speak it too.
    """
    for word, after in zip(arguments, [*arguments[1:], ""], strict=False):
        chosen = after if word == "--lang" else word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if chosen in ("zh", "en"):
            return chosen
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return "en" if locale.lower().startswith("en") else "zh"


def say(key: str, **values: object) -> str:
    """The sentence `key` in the language of the command, filled with `values`."""
    return TEXTS[key][LANGUAGE.get() == "en"].format_map(values)


def known(key: str) -> str:
    """The sentence `key`, or `key` itself if it is none."""
    return say(key) if key in TEXTS else key


def join(words: Sequence[str]) -> str:
    """A list as the language writes it."""
    return (", " if LANGUAGE.get() == "en" else "、").join(words)
