"""The amounts of a case, one claim a file; each with its formula, its article and what went into it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from letters.law.basis import Problem, Sum
from letters.law.claims.checks import checks
from letters.law.claims.difference import difference
from letters.law.claims.fees import fees
from letters.law.claims.interest import interest
from letters.law.claims.items import costs, damages
from letters.law.claims.refund import refund
from letters.law.claims.small_claims import ceiling
from letters.law.claims.total import joint_total, total
from letters.law.claims.triple import triple

if TYPE_CHECKING:
    from letters.law.dossier import Dossier

#: In the order in which they are asked for; a later one may rest on an earlier one.
_CLAIMS = (refund, difference, interest, triple, damages, costs, total, joint_total)


class Assessment(Struct, frozen=True):
    """The sums by their key, and the figures that cannot be right."""

    sums: Mapping[str, Sum]
    problems: tuple[Problem, ...]


def assess(dossier: "Dossier") -> Assessment:
    """All sums of a case. For an unlawful good nothing is claimed and nothing computed."""
    problems = list(checks(dossier))
    sums: dict[str, Sum] = {}
    if dossier.facts.illegal:
        return Assessment(sums, tuple(problems))
    for claim in _CLAIMS:
        found = claim(dossier, sums, problems)
        if found is not None:
            sums[found.kind] = found
    for found in (*fees(dossier, sums), *ceiling(dossier)):
        sums[found.kind] = found
    return Assessment(sums, tuple(problems))
