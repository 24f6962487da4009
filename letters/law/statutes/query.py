"""How people write a citation: 消保法26, 消费者权益保护法第二十六条第二款, 民法典 577, 五七七, 刑法287之一."""

import re
import unicodedata
from typing import Final

from msgspec import Struct

from letters.law.statutes.numerals import NUMERAL_CHARS, from_chinese

_NUM: Final = rf"(?:\d{{1,4}}|[{NUMERAL_CHARS}]{{1,9}})"
_QUERY: Final = re.compile(
    rf"(?P<law>.*?)[:.]?第?(?P<article>{_NUM})条?(?:(?:之|-)(?P<added>{_NUM}))?"
    rf"(?:第?(?P<paragraph>{_NUM})款)?(?:第?\(?(?P<item>{_NUM})\)?项)?"
    r"(?:\((?P<p>\d{1,2})\))?(?:\((?P<i>\d{1,2})\))?的?(?:规定)?"
)
_NOISE: Final = re.compile(r"[\s《》〈〉<>“”\"'「」,，、。]+")


class Query(Struct, frozen=True):
    """A citation as typed. `law` is a name still to be looked up, empty where none was typed.

    `item` without `paragraph` is as people say it (第四十八条第八项); the article's structure tells which paragraph.
    """

    law: str
    article: str
    paragraph: int | None = None
    item: int | None = None


def plain_name(name: str) -> str:
    """A law's name without brackets, spaces, width differences and the country's name, for comparing."""
    text = _NOISE.sub("", unicodedata.normalize("NFKC", name)).lower()
    return text.replace("中华人民共和国", "")


def parse_query(text: str) -> Query | None:
    """Read a citation in any of the usual forms; None if the text is none (then it is words to search for)."""
    match = _QUERY.fullmatch(plain_name(text).removeprefix("依据").removeprefix("根据"))
    if match is None:
        return None
    found = match.groupdict()
    try:
        article, added, paragraph, item, p, i = (
            from_chinese(found[key]) if found[key] else None
            for key in ("article", "added", "paragraph", "item", "p", "i")
        )
    except ValueError:
        return None
    number = f"{article}-{added}" if added else str(article)
    return Query(found["law"].removesuffix("的"), number, paragraph or p, item or i)
