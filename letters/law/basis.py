"""What the law gives in a case: arguments chosen and rejected, sums with their formulas, dates with their rules."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Argument:
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


@dataclass(frozen=True, slots=True)
class Provision:
    """A chosen provision: `article` as `slug:563(1)(3)`, the demand it carries, how strongly, and why."""

    article: str
    demand: str
    strength: str
    reason: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A provision that was considered and left out, with the reason in plain words."""

    article: str
    reason: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The arguments that hold in a case on a day, in writing order."""

    arguments: tuple[Argument, ...] = ()
    chosen: tuple[Provision, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    headings: dict[str, str] = None  # type: ignore[assignment]

    def for_tier(self, tier: str, *groups: str) -> tuple[Argument, ...]:
        """The arguments of a tier of documents, in order; of `groups` only, where named."""
        return tuple(a for a in self.arguments if tier in a.tiers and (not groups or a.group in groups))


@dataclass(frozen=True, slots=True)
class Sum:
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


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a period: `what` it is, `at`, the rule in words; provisional where a calendar is not published."""

    what: str
    at: date
    rule: str
    article: str = ""
    provisional: bool = False
