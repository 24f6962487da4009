"""Whether a case and its letters are ready: findings, readiness of channels, an honest outlook."""

from letters.review.finding import LEVELS, Finding
from letters.review.lines import placed
from letters.review.outlook import Outlook, outlook
from letters.review.run import Readiness, Review, readiness, ready, review_case

__all__ = [
    "LEVELS",
    "Finding",
    "Outlook",
    "Readiness",
    "Review",
    "outlook",
    "placed",
    "readiness",
    "ready",
    "review_case",
]
