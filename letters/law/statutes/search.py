"""Finding an article: by citation as people type it, by the law's name, or by words."""

from datetime import date
from difflib import get_close_matches
from typing import Literal

from msgspec import Struct

from letters.law.statutes.catalogue import Catalogue, UnknownArticle
from letters.law.statutes.fulltext import Match, find_text, match_of
from letters.law.statutes.query import Query, parse_query, plain_name
from letters.law.statutes.reference import Ref, UnknownPart
from letters.law.statutes.statute import Article, LawHead, Source, Status, Validity, chinese_date, status_of

__all__ = ["LawAnswer", "LawCard", "Match", "find_law", "find_text", "look_up", "near_laws"]


class LawCard(Struct, frozen=True):
    """What there is to say of a law that was asked for by name."""

    slug: str
    title: str
    issuer: str
    document_no: str
    versions: tuple[str, ...]
    articles: int
    last_article: int
    status: Status
    source: Source


class LawAnswer(Struct, frozen=True):
    """The answer to a query on a day: `kind` tells which of the fields matter; `none` has only notes and suggestions."""

    query: str
    on: date
    kind: Literal["article", "law", "search", "none"]
    matches: tuple[Match, ...] = ()
    law: LawCard | None = None
    notes: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def find_law(name: str, catalogue: Catalogue) -> str | None:
    """The id of the law that goes by this name (title, short form, alias or id), or None."""
    return _names(catalogue).get(plain_name(name))


def near_laws(name: str, catalogue: Catalogue, count: int = 3) -> tuple[str, ...]:
    """Short titles of the laws whose names come nearest."""
    names = _names(catalogue)
    wanted = plain_name(name)
    inside = [key for key in names if len(wanted) > 1 and wanted in key]
    slugs = dict.fromkeys(names[key] for key in (*inside, *get_close_matches(wanted, names, n=8, cutoff=0.4)))
    return tuple(catalogue.head(slug).short for slug in list(slugs)[:count])


def look_up(query: str, on: date, catalogue: Catalogue) -> LawAnswer:
    """Answer what a person typed after `letters law`; never raises for what was typed."""
    if not plain_name(query):
        return LawAnswer(
            query, on, "none", notes=("请写法律名称、条号或者要找的字词",), suggestions=("消保法26", "格式条款")
        )
    parsed = parse_query(query)
    if parsed and not parsed.law:
        return _unnamed(query, parsed, on, catalogue)
    if parsed and (slug := find_law(parsed.law, catalogue)):
        return _cited(query, slug, parsed, on, catalogue)
    if slug := find_law(query, catalogue):
        return _named(query, slug, on, catalogue)
    old = parsed.law if parsed else query
    if successor := _successor(old, catalogue):
        note = f"《{plain_name(old)}》已废止，由《{successor.short}》取代，条号与内容都不同"
        return LawAnswer(query, on, "none", notes=(note,), suggestions=(successor.short,))
    matches = find_text(query, on, catalogue)
    if parsed:
        near = near_laws(parsed.law, catalogue)
        note = f"没有名为“{parsed.law}”的法律" + (
            "，最接近的是：" + "、".join(f"《{name}》" for name in near) if near else ""
        )
        return LawAnswer(
            query, on, "none", notes=(note,), suggestions=tuple(f"{name}{parsed.article}" for name in near)
        )
    if matches:
        return LawAnswer(query, on, "search", matches, suggestions=_laws_named(query, catalogue))
    return LawAnswer(
        query, on, "none", notes=(f"没有找到含有“{query}”的条文",), suggestions=near_laws(query, catalogue)
    )


def _cited(query: str, slug: str, parsed: Query, on: date, catalogue: Catalogue) -> LawAnswer:
    head = catalogue.head(slug)
    try:
        article = catalogue.article(Ref(slug, parsed.article))
        ref = _place(article, parsed)
        match = match_of(catalogue, ref, article, on)
    except (UnknownArticle, UnknownPart) as error:
        near = catalogue.law(slug).nearest(parsed.article)
        return LawAnswer(query, on, "none", notes=(error.message,), suggestions=tuple(f"{head.short}{n}" for n in near))
    return LawAnswer(query, on, "article", (match,), notes=_notes(head, article, match, on, catalogue))


def _place(article: Article, parsed: Query) -> Ref:
    paragraph = parsed.paragraph
    if parsed.item and not paragraph:
        lists = [number for number, part in enumerate(article.paragraphs, 1) if part.items]
        if len(lists) > 1:
            raise UnknownPart(f"{article.label()}有几款都分项，请写明第几款第几项")
        paragraph = lists[0] if lists else 1
    return Ref(article.slug, article.number, paragraph, parsed.item)


def _unnamed(query: str, parsed: Query, on: date, catalogue: Catalogue) -> LawAnswer:
    matches = []
    for slug in dict.fromkeys((*catalogue.first, *catalogue.slugs)):
        held = catalogue.law(slug).articles.get(parsed.article)
        if held and status_of(catalogue.law(slug), on, held).in_force:
            matches.append(match_of(catalogue, held.ref, held, on))
    note = (
        f"没有写明是哪部法律，以下各法有第{parsed.article}条"
        if matches
        else f"没有写明是哪部法律，也没有收录第{parsed.article}条"
    )
    suggestions = tuple(f"{match.law}{parsed.article}" for match in matches[:3]) or ("民法典577", "消保法26")
    return LawAnswer(
        query, on, "article" if matches else "none", tuple(matches[:5]), notes=(note,), suggestions=suggestions
    )


def _named(query: str, slug: str, on: date, catalogue: Catalogue) -> LawAnswer:
    law = catalogue.law(slug)
    status = status_of(law, on)
    versions = tuple(f"{v.label}，{chinese_date(v.effective)}起施行" for v in law.versions)
    card = LawCard(
        slug, law.title, law.issuer, law.document_no, versions, len(law.articles), law.last_article, status, law.source
    )
    matches = tuple(match_of(catalogue, article.ref, article, on) for article in law.articles.values())
    return LawAnswer(query, on, "law", matches, card, notes=(status.message,))


def _notes(head: LawHead, article: Article, match: Match, on: date, catalogue: Catalogue) -> tuple[str, ...]:
    notes = [match.status.message]
    if match.status.standing is Validity.REPEALED and head.replaced_by:
        notes.append(f"现行的是《{catalogue.head(head.replaced_by).title}》（{head.replaced_by}）")
    if not match.verified:
        notes.append(f"现行效力或者施行日期未经核实：{head.source.note}")
    if not article.certain:
        notes.append("本条的分款未对照官方文本，引用时不写第几款")
    return tuple(notes)


def _successor(name: str, catalogue: Catalogue) -> LawHead | None:
    heads = (catalogue.head(slug) for slug in catalogue.slugs)
    return next((head for head in heads if plain_name(name) in map(plain_name, head.formerly)), None)


def _laws_named(words: str, catalogue: Catalogue) -> tuple[str, ...]:
    heads = (catalogue.head(slug) for slug in catalogue.slugs)
    return tuple(head.short for head in heads if plain_name(words) in plain_name(head.title))[:5]


def _names(catalogue: Catalogue) -> dict[str, str]:
    names: dict[str, str] = {}
    for slug in catalogue.slugs:
        for name in (slug, *catalogue.head(slug).names):
            names.setdefault(plain_name(name), slug)
    return names
