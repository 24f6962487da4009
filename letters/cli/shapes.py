"""The JSON objects that programs read: stable keys, amounts as strings, dates in ISO form."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from letters.api import Drafted, Outcome, Refused
    from letters.law.statutes.search import LawAnswer


def outcome_shape(outcome: "Outcome") -> dict[str, Any]:
    """`{letters: [...], refused: [...]}`"""
    return {
        "letters": [letter_shape(each) for each in outcome.letters],
        "refused": [refused_shape(each) for each in outcome.refused],
    }


def letter_shape(drafted: "Drafted") -> dict[str, Any]:
    """One letter: text and variants, citations, demands, deadline, exhibits, what was dropped, findings."""
    letter = drafted.letter
    return {
        "channel": letter.channel,
        "date": letter.date,
        "title": letter.title,
        "text": drafted.text,
        "variants": dict(drafted.variants),
        "fields": [{"name": name, "value": value} for name, value in letter.fields],
        "citations": [
            {"article": c.article, "demand": c.demand, "strength": c.strength, "reason": c.reason}
            for c in letter.citations
        ],
        "demands": [{"kind": d.kind, "amount": d.amount, "respondent": d.respondent} for d in letter.demands],
        "deadline": letter.deadline,
        "exhibits": [exhibit.id for exhibit in letter.exhibits],
        "dropped": [{"rank": d.rank, "name": d.name, "variant": d.variant} for d in letter.dropped],
        "notes": letter.notes,
        "findings": drafted.findings,
    }


def refused_shape(refused: "Refused") -> dict[str, Any]:
    """A channel that got no letter, with the codes that keep it back."""
    return {"channel": refused.channel, "codes": refused.codes, "message": refused.message}


def answer_shape(answer: "LawAnswer") -> dict[str, Any]:
    """The answer to `letters law QUERY`."""
    return {
        "query": answer.query,
        "on": answer.on,
        "kind": answer.kind,
        "articles": [
            {
                "article": match.ref,
                "law": match.law,
                "label": match.label,
                "heading": match.heading,
                "plain": match.plain,
                "text": match.text,
                "snippet": match.snippet,
                "in_force": match.status.in_force,
                "standing": match.status.standing.value,
                "since": match.status.since,
                "until": match.status.until,
                "replaced_by": match.status.replaced_by,
                "message": match.status.message,
                "verified": match.verified,
            }
            for match in answer.matches
        ],
        "law": answer.law and _card(answer),
        "notes": answer.notes,
        "suggestions": answer.suggestions,
    }


def _card(answer: "LawAnswer") -> dict[str, Any]:
    card = answer.law
    assert card is not None
    return {
        "id": card.slug,
        "title": card.title,
        "issuer": card.issuer,
        "document_no": card.document_no,
        "versions": card.versions,
        "articles": card.articles,
        "last_article": card.last_article,
        "in_force": card.status.in_force,
        "message": card.status.message,
        "source": card.source,
    }
