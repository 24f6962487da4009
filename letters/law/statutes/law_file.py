"""Reading `statutes/laws/<slug>.yaml`: the head alone, or the head with its articles."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct, field

from letters.data.load import read
from letters.data.mistakes import BadFile, Mistake
from letters.law.statutes.reference import sort_key
from letters.law.statutes.statute import Article, Kind, LawHead, Nature, Source, Statute, Version

_ARTICLES = "\narticles:"
Name = Annotated[str, Meta(min_length=1)]


class BadLawFile(BadFile):
    """A law's file cannot be read or lacks something."""


class HeadEntry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What a law's file says above its articles."""

    title: Name
    issuer: Name
    kind: Kind
    nature: Nature
    versions: tuple[Version, ...]
    source: Source
    id: str = ""
    short: str = ""
    aliases: tuple[Name, ...] = ()
    formerly: tuple[Name, ...] = ()
    document_no: str = ""
    last_article: Annotated[int, Meta(ge=0)] = 0
    facts_from: date | None = None
    repealed: date | None = None
    replaced_by: str = ""
    citable: bool = True
    searched: Annotated[int, Meta(ge=0)] = 0
    uncertain_paragraphs: frozenset[str] = frozenset()

    def mistakes(self) -> Iterator[tuple[str, str, str]]:
        """Exactly one version is the one held."""
        if sum(version.text for version in self.versions) != 1:
            yield (
                "versions",
                "versions 中应当恰有一个 text: true",
                "本库收录的那个文本写 text: true，其余写 text: false",
            )


class ArticleEntry(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One article as the file has it; `nature` where it differs from the law's."""

    text: Name
    heading: str = ""
    plain: str = ""
    nature: Nature | None = None
    since: date | None = None
    added: bool = False
    verified: bool = True


class LawEntry(HeadEntry, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """The whole file."""

    articles: Mapping[str, ArticleEntry] = field(default_factory=dict)

    def mistakes(self) -> Iterator[tuple[str, str, str]]:
        """What is wrong with the head, and numbers that are none."""
        yield from super().mistakes()
        for number in self.articles:
            try:
                sort_key(number)
            except ValueError:
                yield f"articles.{number}", f"“{number}”不是条号", '条号写成数字，如 "55"；之一写成 "287-1"'


def read_head(path: Path) -> LawHead:
    """Everything above `articles:`; BadLawFile says all that is wrong with it."""
    entry = read(path, HeadEntry, error=BadLawFile, cut=lambda text: text.partition(_ARTICLES)[0])
    return LawHead(**_head(entry, path))


def read_law(path: Path) -> Statute:
    """The whole file; BadLawFile says all that is wrong with it."""
    entry = read(path, LawEntry, error=BadLawFile)
    head = _head(entry, path)
    return Statute(
        **head, articles={number: _article(entry, path, number, each) for number, each in entry.articles.items()}
    )


def _head(entry: HeadEntry, path: Path) -> dict[str, Any]:
    if entry.id and entry.id != path.stem:
        said, fix = f"id 是 {entry.id}，与文件名不同", "让 id 等于文件名（不含 .yaml）"
        raise BadLawFile.of(path, [Mistake("id", 1, said, fix)])
    values = {name: getattr(entry, name) for name in HeadEntry.__struct_fields__ if name != "id"}
    return {**values, "short": entry.short or entry.title, "slug": path.stem, "path": path}


def _article(law: HeadEntry, path: Path, number: str, entry: ArticleEntry) -> Article:
    return Article(
        slug=path.stem,
        number=number,
        heading=entry.heading,
        plain=entry.plain,
        text=entry.text.strip(),
        nature=entry.nature or law.nature,
        since=entry.since,
        added=entry.added,
        verified=entry.verified,
        certain=number not in law.uncertain_paragraphs,
    )
