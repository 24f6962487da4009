"""What the law gives in a case: arguments chosen and rejected, sums with their formulas, dates with their rules."""

from datetime import date
from decimal import Decimal

from msgspec import Struct, field


class Argument(Struct, frozen=True):
    """One point of law with the provisions it rests on and the sentence that ties them to the facts.

    `text` and `claim` are Jinja2 fragments in the words of the ground files; see docs/grounds.md.
    """

    id: str
    ground: str
    demand: str
    strength: str
    group: str
    order: int
    tiers: frozenset[str]
    against: frozenset[str]
    cite: tuple[str, ...]
    text: str
    texts: dict[str, str]
    claim: str
    reason: str


class Provision(Struct, frozen=True):
    """A chosen provision: `article` as `slug:563(1)(3)`, the demand it carries, how strongly, and why."""

    article: str
    demand: str
    strength: str
    reason: str
    argument: str = ""


class Rejected(Struct, frozen=True):
    """A provision that was considered and left out, with the reason in plain words."""

    article: str
    reason: str
    argument: str = ""


class LegalBasis(Struct, frozen=True):
    """The arguments that hold in a case on a day, in writing order."""

    arguments: tuple[Argument, ...] = ()
    chosen: tuple[Provision, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    headings: dict[str, str] = field(default_factory=dict)

    def for_tier(self, tier: str, *groups: str) -> tuple[Argument, ...]:
        """The arguments of a tier of documents, in order; of `groups` only, where named."""
        return tuple(a for a in self.arguments if tier in a.tiers and (not groups or a.group in groups))


class Sum(Struct, frozen=True):
    """An amount in yuan, rounded half up once, with its formula in words and the article it rests on.

    `exact` is the value before rounding; `by` splits it by the respondent who owes it.
    """

    kind: str
    amount: Decimal
    formula: str
    article: str = ""
    exact: Decimal | None = None
    inputs: tuple[tuple[str, str], ...] = ()
    by: tuple[tuple[str, Decimal], ...] = ()


class Due(Struct, frozen=True):
    """The last day of a period: `what` it is, `at`, the rule in words.

    `since` is the day from which it is counted; `provisional` that a calendar on the way is not published yet.
    """

    what: str
    at: date
    rule: str
    article: str = ""
    provisional: bool = False
    since: date | None = None


class Problem(Struct, frozen=True):
    """A figure or a file of the statutes that cannot be right: where, what, and how to mend it.

    `code` is one of the finding codes of review (amount-mismatch, field-missing, deceit-missing, evidence-missing) or,
    for statute files, of lint. `path` is the field path in the case, or the file.
    """

    code: str
    path: str
    message: str
    fix: str = ""


class SmallClaimsAnswer(Struct, frozen=True):
    """Whether the small-claims procedure applies: `eligible` is yes, no or unknown.

    `ceiling` is half, `agreed_ceiling` twice the yearly wage the user entered, in yuan; None where he entered none.
    `reasons` are sentences, each with its article.
    """

    eligible: str
    ceiling: Decimal | None
    agreed_ceiling: Decimal | None
    reasons: tuple[str, ...]
