"""References to statutes: `minfadian:563(1)(3)` is 民法典第五百六十三条第一款第三项."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct

from letters.errors import LettersError
from letters.law.statutes.numerals import from_chinese, to_chinese

_REF: Final = re.compile(r"([a-z][a-z0-9_]*):([1-9]\d{0,3}(?:-[1-9]\d?)?)(?:\(([1-9]\d?)\))?(?:\(([1-9]\d?)\))?")
_ITEM: Final = re.compile(r"（([一二三四五六七八九十]{1,3})）")
_SUBITEM: Final = re.compile(r"\d{1,2}[.．、]")


class BadReference(LettersError):
    """The text is no reference of the form `slug:article(paragraph)(item)`."""


class UnknownPart(LettersError):
    """The article has no such paragraph (款) or item (项)."""


class Ref(Struct, frozen=True):
    """An article, or a paragraph or item of it.

    `article` is the Arabic number as text; "287-1" is 第二百八十七条之一. `paragraph` and `item` count from 1;
    an item always lies in a paragraph, also where the article has only one.
    """

    slug: str
    article: str
    paragraph: int | None = None
    item: int | None = None

    def __post_init__(self) -> None:
        if self.item is not None and self.paragraph is None:
            raise ValueError("an item needs its paragraph")

    def __str__(self) -> str:
        parts = "".join(f"({part})" for part in (self.paragraph, self.item) if part is not None)
        return f"{self.slug}:{self.article}{parts}"

    @property
    def whole(self) -> "Ref":
        """The reference to the whole article."""
        return Ref(self.slug, self.article)


class ArticleParagraph(Struct, frozen=True):
    """A paragraph (款): its wording and, where it lists some, its items (项) with their labels."""

    text: str
    items: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The wording with its items, one a line."""
        return "\n".join((self.text, *self.items))


@lru_cache(maxsize=4096)
def parse_ref(text: str) -> Ref:
    """Read `minfadian:577`, `xiaobaofa:55(1)` or `tousu_jubao_banfa:16(1)(2)`; BadReference for anything else."""
    match = _REF.fullmatch(text.strip())
    if match is None:
        raise BadReference(
            f"“{text}”不是条文编号",
            fix="写成“法律代号:条(款)(项)”，例如 代号:55、代号:55(1)、代号:39(1)(3)；代号用 letters law 查",
        )
    slug, article, paragraph, item = match.groups()
    return Ref(slug, article, int(paragraph) if paragraph else None, int(item) if item else None)


@lru_cache(maxsize=4096)
def paragraphs_of(text: str) -> tuple[ArticleParagraph, ...]:
    """Divide an article's wording: a line is a paragraph, a line that starts with （一） an item of the one above.

    Lines numbered 1． belong to the item above them (诉讼费用交纳办法 13), and so does a line between two items (14).
    """
    groups: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        if groups and _ITEM.match(line):
            if not groups[-1][1] and item_number(line) > 1 and len(groups) > 1 and groups[-2][1]:
                rest, _ = groups.pop()
                groups[-1][1][-1] += "\n" + rest
            groups[-1][1].append(line)
        elif groups and groups[-1][1] and _SUBITEM.match(line):
            groups[-1][1][-1] += "\n" + line
        else:
            groups.append((line, []))
    return tuple(ArticleParagraph(lead, tuple(items)) for lead, items in groups)


def part_text(ref: Ref, paragraphs: Sequence[ArticleParagraph]) -> str:
    """The wording that the reference means: the article, the paragraph with its items, or the item with its label.

    UnknownPart if it does not exist.
    """
    if ref.paragraph is None:
        return "\n".join(paragraph.whole for paragraph in paragraphs)
    if not 1 <= ref.paragraph <= len(paragraphs):
        raise UnknownPart(
            f"{number_label(ref.article)}只有{len(paragraphs)}款，没有第{to_chinese(ref.paragraph)}款",
            fix=f"在第一款到第{to_chinese(len(paragraphs))}款中选" if len(paragraphs) > 1 else "引用整条，不写第几款",
        )
    paragraph = paragraphs[ref.paragraph - 1]
    if ref.item is None:
        return paragraph.whole
    place = number_label(ref.article) + (f"第{to_chinese(ref.paragraph)}款" if len(paragraphs) > 1 else "")
    for text in paragraph.items:
        if item_number(text) == ref.item:
            return text
    if not paragraph.items:
        raise UnknownPart(f"{place}没有分项", fix="去掉“第几项”")
    raise UnknownPart(
        f"{place}只有{len(paragraph.items)}项，没有第{to_chinese(ref.item)}项",
        fix=f"在第一项到第{to_chinese(len(paragraph.items))}项中选",
    )


def item_number(text: str) -> int:
    """The number of an item by its own label: 3 for （三）…; ValueError if it has none."""
    match = _ITEM.match(text)
    if match is None:
        raise ValueError(f"no item label: {text[:10]}")
    return from_chinese(match[1])


def number_label(article: str) -> str:
    """`577` as 第五百七十七条, `287-1` as 第二百八十七条之一."""
    number, _, added = article.partition("-")
    return f"第{to_chinese(int(number))}条" + (f"之{to_chinese(int(added))}" if added else "")


def article_label(ref: Ref, paragraphs: Sequence[ArticleParagraph], *, certain: bool = True) -> str:
    """The reference as it is printed: 第五百六十三条第一款第三项; UnknownPart if there is no such part.

    The paragraph is left out where the article has only one, and where its paragraph breaks are not `certain`.
    """
    part_text(ref, paragraphs)
    label = number_label(ref.article)
    if ref.paragraph is not None and certain and len(paragraphs) > 1:
        label += f"第{to_chinese(ref.paragraph)}款"
    if ref.item is not None:
        label += f"第{to_chinese(ref.item)}项"
    return label


def sort_key(article: str) -> tuple[int, int]:
    """Orders article numbers as the law does: 287, 287-1, 288."""
    number, _, added = article.partition("-")
    return int(number), int(added or 0)
