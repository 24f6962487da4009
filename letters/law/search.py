"""Finding an article: by citation as people type it, by the law's name, or by words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final, Literal

from letters.law.catalogue import Catalogue, UnknownArticle
from letters.law.query import Query, parse_query, plain_name
from letters.law.reference import Ref, UnknownPart, sort_key
from letters.law.statute import Article, LawHead, Source, Standing, Status, chinese_date, status_of

FIRST: Final = ("xiaobaofa", "xiaobao_tiaoli", "dianshangfa", "minfadian", "tousu_jubao_banfa", "minsufa", "minsu_jieshi")
"""Where no law was named, these are looked at first."""

_LIMIT: Final = 10
_WINDOW: Final = 22


@dataclass(frozen=True, slots=True)
class Match:
    """One article that answers the query; `snippet` is the place in the wording, `text` the part that was asked for."""

    ref: str
    law: str
    label: str
    heading: str
    plain: str
    text: str
    snippet: str
    status: Status
    verified: bool
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class LawCard:
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


@dataclass(frozen=True, slots=True)
class LawAnswer:
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


def find_text(words: str, on: date, catalogue: Catalogue, limit: int = _LIMIT) -> tuple[Match, ...]:
    """Articles in which all the words occur, best first: heading before plain line before wording.

    If there are none, those that share most of the words' two-character pieces. What is not in force comes last.
    """
    wanted = [word.lower() for word in words.split() if word]
    if not wanted:
        return ()
    articles = [article for slug in catalogue.slugs for article in catalogue.law(slug).articles.values()]
    scored = [(score, article) for article in articles if (score := _score(article, wanted, catalogue))]
    if not scored:
        pieces = sorted({word[at : at + 2] for word in wanted for at in range(len(word) - 1)})
        least = max(2, round(len(pieces) * 0.4))
        scored = [(score, article) for article in articles if (score := _loose(article, pieces, least))]
        wanted = pieces
    matches = [_match(catalogue, article.ref, article, on, wanted, score) for score, article in scored]
    matches.sort(key=lambda match: (not match.status.in_force, -match.score, _rank(match.ref)))
    return tuple(matches[:limit])


def answer(query: str, on: date, catalogue: Catalogue) -> LawAnswer:
    """Answer what a person typed after `letters law`; never raises for what was typed."""
    if not plain_name(query):
        return LawAnswer(query, on, "none", notes=("请写法律名称、条号或者要找的字词",), suggestions=("消保法26", "格式条款"))
    parsed = parse_query(query)
    if parsed and not parsed.law:
        return _unnamed(query, parsed, on, catalogue)
    if parsed and (slug := find_law(parsed.law, catalogue)):
        return _cited(query, slug, parsed, on, catalogue)
    if slug := find_law(query, catalogue):
        return _named(query, slug, on, catalogue)
    matches = find_text(query, on, catalogue)
    if parsed:
        near = near_laws(parsed.law, catalogue)
        note = f"没有名为“{parsed.law}”的法律" + ("，最接近的是：" + "、".join(f"《{name}》" for name in near) if near else "")
        return LawAnswer(query, on, "none", notes=(note,), suggestions=tuple(f"{name}{parsed.article}" for name in near))
    if matches:
        return LawAnswer(query, on, "search", matches, suggestions=_laws_named(query, catalogue))
    return LawAnswer(query, on, "none", notes=(f"没有找到含有“{query}”的条文",), suggestions=near_laws(query, catalogue))


def _cited(query: str, slug: str, parsed: Query, on: date, catalogue: Catalogue) -> LawAnswer:
    head = catalogue.head(slug)
    try:
        article = catalogue.article(Ref(slug, parsed.article))
        ref = _place(article, parsed)
        match = _match(catalogue, ref, article, on)
    except (UnknownArticle, UnknownPart) as error:
        held = catalogue.law(slug).articles
        near = sorted(held, key=lambda number: (abs(sort_key(number)[0] - sort_key(parsed.article)[0]), sort_key(number)))
        return LawAnswer(query, on, "none", notes=(error.message,), suggestions=tuple(f"{head.short}{n}" for n in near[:3]))
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
    order = [slug for slug in (*FIRST, *catalogue.slugs) if slug in catalogue.slugs]
    matches = []
    for slug in dict.fromkeys(order):
        held = catalogue.law(slug).articles.get(parsed.article)
        if held and status_of(catalogue.law(slug), on, held).in_force:
            matches.append(_match(catalogue, held.ref, held, on))
    note = f"没有写明是哪部法律，以下各法有第{parsed.article}条" if matches else f"没有写明是哪部法律，也没有收录第{parsed.article}条"
    suggestions = tuple(f"{match.law}{parsed.article}" for match in matches[:3]) or ("民法典577", "消保法26")
    return LawAnswer(query, on, "article" if matches else "none", tuple(matches[:5]), notes=(note,), suggestions=suggestions)


def _named(query: str, slug: str, on: date, catalogue: Catalogue) -> LawAnswer:
    law = catalogue.law(slug)
    status = status_of(law, on)
    versions = tuple(f"{v.label}，{chinese_date(v.effective)}起施行" for v in law.versions)
    card = LawCard(
        slug, law.title, law.issuer, law.document_no, versions, len(law.articles), law.last_article, status, law.source
    )
    matches = tuple(_match(catalogue, article.ref, article, on) for article in law.articles.values())
    return LawAnswer(query, on, "law", matches, card, notes=(status.message,))


def _notes(head: LawHead, article: Article, match: Match, on: date, catalogue: Catalogue) -> tuple[str, ...]:
    notes = [match.status.message]
    if match.status.standing is Standing.REPEALED and head.replaced_by:
        notes.append(f"现行的是《{catalogue.head(head.replaced_by).title}》（{head.replaced_by}）")
    if not match.verified:
        notes.append(f"现行效力或者施行日期未经核实：{head.source.note}")
    if not article.certain:
        notes.append("本条的分款未对照官方文本，引用时不写第几款")
    return tuple(notes)


def _match(
    catalogue: Catalogue, ref: Ref, article: Article, on: date, words: Iterable[str] = (), score: float = 0.0
) -> Match:
    law = catalogue.law(article.slug)
    text = article.part(ref)
    return Match(
        ref=str(ref),
        law=law.short,
        label=article.label(ref),
        heading=article.heading,
        plain=article.plain,
        text=text,
        snippet=_snippet(text, words),
        status=status_of(law, on, article),
        verified=law.source.verified and article.verified,
        score=score,
    )


def _score(article: Article, wanted: list[str], catalogue: Catalogue) -> float:
    title = catalogue.law(article.slug).title
    total = 0.0
    for word in wanted:
        count = article.text.count(word)
        points = 8 * (word in article.heading) + 4 * (word in article.plain) + (1 + min(count, 5) / 5) * (count > 0)
        if not points and word not in title:
            return 0.0
        total += points
    return total


def _loose(article: Article, pieces: list[str], least: int) -> float:
    where = article.heading + "\n" + article.plain + "\n" + article.text
    hits = sum(piece in where for piece in pieces)
    return hits + sum(piece in article.heading for piece in pieces) / 2 if hits >= least else 0.0


def _snippet(text: str, words: Iterable[str]) -> str:
    flat = text.replace("\n", "")
    places = [place for word in words if (place := flat.find(word)) >= 0]
    if not places:
        return flat[: 2 * _WINDOW] + ("…" if len(flat) > 2 * _WINDOW else "")
    start, end = max(0, places[0] - _WINDOW), places[0] + _WINDOW
    return ("…" if start else "") + flat[start:end] + ("…" if end < len(flat) else "")


def _laws_named(words: str, catalogue: Catalogue) -> tuple[str, ...]:
    heads = (catalogue.head(slug) for slug in catalogue.slugs)
    return tuple(head.short for head in heads if plain_name(words) in plain_name(head.title))[:5]


def _rank(ref: str) -> tuple[int, str, tuple[int, int]]:
    slug, _, article = ref.partition(":")
    return (FIRST.index(slug) if slug in FIRST else len(FIRST), slug, sort_key(article.partition("(")[0]))


def _names(catalogue: Catalogue) -> dict[str, str]:
    names: dict[str, str] = {}
    for slug in catalogue.slugs:
        for name in (slug, *catalogue.head(slug).names):
            names.setdefault(plain_name(name), slug)
    return names
