"""The sentences of some folders as Jinja2 source, by id: a user's own before ours. docs/channels.md explains the keys.

A sentence that others name is written into them, so that it sees what they see.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import count
from json import dumps
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from letters.data.cache import remembered
from letters.data.load import content_of, read
from letters.data.mistakes import BadFile, at_line
from letters.drafting.template import notation, sentence_file
from letters.drafting.template.sentence_file import REGISTERS, SENTENCE_ID, Sentence, Written, sentence_of
from letters.errors import LettersError

SENTENCES_FOLDER = "sentences"
_PASSED = re.compile(r"\b(\w+)\s*=(?!=)")
_LOOPED = re.compile(r"\s*(\w+(?:\s*,\s*\w+)*)\s+in\s")


class BadSentence(LettersError):
    """A sentence that is written wrongly, or that nobody has written."""


class SentenceCode(Struct):
    """A sentence as it is spoken: where it stands, what it is given and by default, its Jinja2 source."""

    where: str
    given: dict[str, Any]
    source: str = ""


class SentenceBook(Struct):
    """All sentences of some folders, by id."""

    sentences: dict[str, SentenceCode]

    def find(self, identity: str) -> SentenceCode:
        """The sentence of an id; BadSentence with the nearest one there is."""
        if identity not in self.sentences:
            near = get_close_matches(identity, self.sentences, n=1, cutoff=0.4)
            raise BadSentence(
                f"没有“{identity}”这个句子", fix=f"是不是 {near[0]}" if near else "句子写在 sentences/ 下"
            )
        return self.sentences[identity]


def sentence_files(folders: Iterable[Path]) -> list[Path]:
    """The files that hold sentences, those that come first saying it first."""
    return [path for folder in folders for path in sorted((folder / SENTENCES_FOLDER).glob("*.yaml"))]


def sentence_book(folders: Iterable[Path]) -> SentenceBook:
    """The sentences of `folders`; from the cache where the files are the same."""
    files = sentence_files(folders)
    contents = b"\0".join(str(path).encode() + b"\0" + content_of(path) for path in files)
    return remembered(_way() + contents, SENTENCES_FOLDER, SentenceBook, lambda: written_out(files))


@cache
def _way() -> bytes:
    """Another way of making code of sentences makes other code."""
    return b"".join(Path(str(module)).read_bytes() for module in (__file__, notation.__file__, sentence_file.__file__))


def written_out(files: Iterable[Path]) -> SentenceBook:
    """The sentences of these files, without cache."""
    entries: dict[str, Sentence] = {}
    code: dict[str, SentenceCode] = {}
    for path in files:
        kind: Any = dict[str, Written]
        for identity, written in read(path, kind).items():
            if not SENTENCE_ID.fullmatch(identity):
                raise BadFile(
                    f"“{identity}”不能作句子的代号", where=at_line(path, _line_of(path, identity)),
                    fix="用小写英文，至少两个词，中间加连字符，例如 price-promised",
                )  # fmt: skip
            if identity not in entries:
                entry = entries[identity] = sentence_of(written)
                code[identity] = SentenceCode(at_line(path, _line_of(path, identity)), dict(entry.given))
    for identity, spoken in code.items():
        spoken.source = _Writer(entries, identity, spoken.where).source()
    return SentenceBook(code)


def _line_of(path: Path, identity: str) -> int:
    start = re.compile(rf"['\"]?{re.escape(identity)}['\"]?\s*:")
    return next((n for n, line in enumerate(path.read_text("utf-8").split("\n"), 1) if start.match(line)), 0)


class _Writer:
    """Writes the Jinja2 source of one sentence, those that it names within it."""

    def __init__(self, entries: Mapping[str, Sentence], identity: str, where: str) -> None:
        self.entries, self.where, self.path = entries, where, [identity]
        self.local: list[set[str]] = []
        self.numbers: Iterator[int] = count()

    def source(self) -> str:
        entry = self.entries[self.path[-1]]
        self.local.append(set(entry.given))
        return self._one(entry)

    def _fill(self, text: str) -> str:
        found = notation.CALL.fullmatch(text)
        if not found or found[1] not in self.entries:
            return notation.as_call(text)
        if found[1] in self.path:
            raise BadSentence(f"句子互相引用：{' → '.join([*self.path, found[1]])}", where=self.where)
        entry = self.entries[found[1]]
        passed, inherited = set(_PASSED.findall(found[2] or "")), set().union(*self.local)
        given = [
            f"{name}={dumps(value, ensure_ascii=False)}" for name, value in entry.given.items()
            if value is not None and name not in passed | inherited
        ]  # fmt: skip
        given += [found[2]] if passed else []
        self.path.append(found[1])
        self.local.append({*entry.given, *passed})
        written = self._one(entry)
        self.path.pop()
        self.local.pop()
        own = given or any(each.let for each in entry.all)
        return "{% with " + ", ".join(given) + " %}" + written + "{% endwith %}" if own else written

    def _one(self, entry: Sentence) -> str:
        looped = _LOOPED.match(entry.each)
        self.local.append({*entry.let, *(re.split(r"\s*,\s*", looped[1]) if looped else ())})
        said = self._alternatives(entry.first_of) if entry.first_of else self._by_register(entry)
        if entry.each:
            said = self._each(entry, said)
        self.local.pop()
        if entry.condition:
            said = "{% if " + entry.condition + " %}" + said + "{% endif %}"
        return "".join("{% set " + name + " = " + value + " %}" for name, value in entry.let.items()) + said

    def _each(self, entry: Sentence, said: str) -> str:
        joint = "{% if not loop.first %}" + self._text(entry.joint) + "{% endif %}" if entry.joint else ""
        end = "{% if loop.last %}" + self._text(entry.end) + "{% endif %}" if entry.end else ""
        none = "{% else %}" + self._text(entry.none) if entry.none else ""
        return "{% for " + entry.each + " %}" + joint + said + end + none + "{% endfor %}"

    def _alternatives(self, alternatives: Iterable[str | Sentence]) -> str:
        """The first whose condition holds; one without condition ends the list."""
        out = ""
        for alternative in alternatives:
            one = sentence_of(alternative)
            if not one.condition:
                return out + ("{% else %}" if out else "") + self._one(one) + ("{% endif %}" if out else "")
            out += ("{% elif " if out else "{% if ") + one.condition + " %}" + self._one(replace(one, when="", drop=0))
        return out + "{% endif %}"

    def _by_register(self, entry: Sentence) -> str:
        own = [register for register in REGISTERS if getattr(entry, register)]
        out = ""
        for register in own:
            alike = [each for each in REGISTERS if _speaks(own, each) == register]
            test = " or ".join(f"register == '{each}'" for each in alike)
            out += ("{% elif " if out else "{% if ") + test + " %}" + self._text(getattr(entry, register))
        plain = self._text(entry.text)
        return out + "{% else %}" + plain + "{% endif %}" if out else plain

    def _text(self, text: str) -> str:
        lines = "".join(line.strip(" ") for line in text.split("\n"))
        return notation.to_jinja(lines, self._fill, self.numbers)


def _speaks(own: Iterable[str], register: str) -> str:
    """The register whose text is said in `register`."""
    while register != "text" and register not in own:
        register = REGISTERS[register]
    return register
