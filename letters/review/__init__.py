"""Whether a case and its letters are ready: findings, readiness of channels, an honest outlook."""

from letters.review.check import Readiness, Review, readiness, ready, review
from letters.review.finding import LEVELS, Finding
from letters.review.outlook import Outlook, outlook
from letters.review.place import placed

__all__ = ["LEVELS", "Finding", "Outlook", "Readiness", "Review", "outlook", "placed", "readiness", "ready", "review"]
