"""Finding articles by words in their headings, plain lines and wording."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from letters.law.statutes.catalogue import Catalogue
from letters.law.statutes.reference import Ref, sort_key
from letters.law.statutes.statute import Article, Status, status_of

_LIMIT: Final = 10
_WINDOW: Final = 22


class Match(Struct, frozen=True):
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
    matches = [match_of(catalogue, article.ref, article, on, wanted, score) for score, article in scored]
    matches.sort(key=lambda match: (not match.status.in_force, -match.score, _rank(match.ref, catalogue.first)))
    return tuple(matches[:limit])


def match_of(
    catalogue: Catalogue, ref: Ref, article: Article, on: date, words: Iterable[str] = (), score: float = 0.0
) -> Match:
    """The article, or the part of it that `ref` names, as an answer; the snippet shows the first of the words."""
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
        points = 8 * (word in article.heading) + 2 * (word in article.plain) + (1 + min(count, 5) / 5) * (count > 0)
        if not points and word not in title:
            return 0.0
        total += points
    return total + 3 * (article.slug in catalogue.first) if total else 0.0


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


def _rank(ref: str, first: tuple[str, ...]) -> tuple[int, str, tuple[int, int]]:
    slug, _, article = ref.partition(":")
    return (first.index(slug) if slug in first else len(first), slug, sort_key(article.partition("(")[0]))
