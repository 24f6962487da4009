"""A statute as data, and what it is worth on a given day."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from letters.law.statutes.reference import ArticleParagraph, Ref, article_label, paragraphs_of, part_text, sort_key

Kind = Literal["law", "regulation", "interpretation", "rule"]
Nature = Literal["substance", "procedure"]


class Validity(StrEnum):
    """What a text is on a day: of these only `IN_FORCE` may be cited."""

    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    REPEALED = "repealed"
    OTHER_TEXT = "other-text"
    NOT_CITABLE = "not-citable"


class Status(Struct, frozen=True):
    """The standing on a day. `since` is the first day of the wording held, `until` the day from which it is repealed.

    `replaced_by` is the slug of the successor or empty; `message` one Chinese sentence.
    """

    standing: Validity
    since: date
    until: date | None
    replaced_by: str
    message: str

    @property
    def in_force(self) -> bool:
        """Whether the wording held was in force."""
        return self.standing is Validity.IN_FORCE


class Version(Struct, frozen=True, forbid_unknown_fields=True):
    """One enacted wording of a law; `text` marks the one that the catalogue holds."""

    label: str
    promulgated: date
    effective: date
    text: bool


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the official text is, when it was looked at, and whether its status was verified."""

    official: str
    checked: date
    verified: bool
    note: str = ""


class Article(Struct, frozen=True):
    """One article: `text` as enacted, `heading` and `plain` in our words.

    `since` is set where the article came (`added`) or changed later than its law; `certain` is False where the
    breaks between its paragraphs were not held against an official copy.
    """

    slug: str
    number: str
    heading: str
    plain: str
    text: str
    nature: Nature
    since: date | None = None
    added: bool = False
    verified: bool = True
    certain: bool = True

    @property
    def ref(self) -> Ref:
        """The reference to this article as a whole."""
        return Ref(self.slug, self.number)

    @property
    def paragraphs(self) -> tuple[ArticleParagraph, ...]:
        """The paragraphs (款) with their items (项)."""
        return paragraphs_of(self.text)

    def label(self, ref: Ref | None = None) -> str:
        """第五百六十三条第一款第三项; UnknownPart if there is no such part."""
        return article_label(ref or self.ref, self.paragraphs, certain=self.certain)

    def part(self, ref: Ref) -> str:
        """The wording of the paragraph or item that `ref` names; UnknownPart if there is none."""
        return part_text(ref, self.paragraphs)


class LawHead(Struct, frozen=True):
    """What the head of a law's file says; the articles are read only when one of them is asked for.

    `aliases` are names in use, `formerly` the names of repealed laws in whose place it came. `last_article` is the number of the last article of the whole law, 0 if unknown. `facts_from` is the first day of
    the facts to which the text itself says that it applies, where that is before `effective`. `searched` is its place among the laws that answer first where
    none was named, 0 for the others.
    """

    slug: str
    title: str
    short: str
    aliases: tuple[str, ...]
    formerly: tuple[str, ...]
    issuer: str
    document_no: str
    kind: Kind
    nature: Nature
    last_article: int
    versions: tuple[Version, ...]
    facts_from: date | None
    repealed: date | None
    replaced_by: str
    citable: bool
    source: Source
    uncertain_paragraphs: frozenset[str]
    path: Path
    searched: int = 0

    @property
    def held(self) -> Version:
        """The version whose wording is held."""
        return next(version for version in self.versions if version.text)

    @property
    def names(self) -> tuple[str, ...]:
        """All the names under which the law is asked for, the full title first."""
        return (self.title, self.short, *self.aliases)


class Statute(LawHead, frozen=True):
    """A law with its articles by number, in the order of the law."""

    articles: Mapping[str, Article] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        """Whether every article of the law is held."""
        numbers = {sort_key(number)[0] for number in self.articles}
        return self.last_article > 0 and len(numbers) == self.last_article

    def nearest(self, number: str) -> list[str]:
        """The three article numbers held that come nearest, the nearest first."""
        at = sort_key(number)[0]
        return sorted(self.articles, key=lambda held: (abs(sort_key(held)[0] - at), sort_key(held)))[:3]


def status_of(law: LawHead, on: date, article: Article | None = None) -> Status:
    """What the law, or one article of it, was worth on that day.

    A day before the held version but after an older one gives `OTHER_TEXT`: some text was in force, it is not held.
    """
    held = law.held
    first = min(version.effective for version in law.versions)
    later = [version for version in law.versions if held.effective < version.effective <= on]
    since = (article.since if article else None) or held.effective
    name = f"《{law.short}》" + (article.label() if article else "")

    def status(standing: Validity, message: str) -> Status:
        return Status(standing, since, law.repealed, law.replaced_by, message)

    if law.repealed and on >= law.repealed:
        return status(Validity.REPEALED, f"《{law.short}》自{chinese_date(law.repealed)}起废止")
    if on < first:
        return status(Validity.NOT_YET, f"《{law.short}》自{chinese_date(first)}起施行，{chinese_date(on)}尚未施行")
    if article and article.since and article.added and on < article.since:
        return status(Validity.NOT_YET, f"{name}自{chinese_date(since)}起增加，{chinese_date(on)}尚无此条")
    if on < since or later:
        now = f"本库收录的是自{chinese_date(since)}起施行的文本"
        return status(Validity.OTHER_TEXT, f"{chinese_date(on)}施行的是{name}的另一文本，{now}")
    if not law.citable:
        return status(Validity.NOT_CITABLE, f"《{law.short}》部分内容已被取代，只供查阅，不作为依据引用")
    ending = f"，{chinese_date(law.repealed)}起废止" if law.repealed else ""
    return status(Validity.IN_FORCE, f"{name}自{chinese_date(since)}起施行，{chinese_date(on)}有效{ending}")


def chinese_date(day: date) -> str:
    """2026年11月22日, without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
