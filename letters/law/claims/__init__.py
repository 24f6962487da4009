"""The amounts of a case, one claim a file; each with its formula, its article and what went into it."""

from collections.abc import Mapping

from msgspec import Struct

from letters.case.facts.facts import Facts
from letters.law.claims.checks import checks
from letters.law.claims.difference import difference
from letters.law.claims.fees import fees
from letters.law.claims.interest import interest
from letters.law.claims.items import costs, damages
from letters.law.claims.refund import refund
from letters.law.claims.small_claims import ceiling
from letters.law.claims.total import Members, joint_total, total
from letters.law.claims.triple import triple
from letters.law.library import Law
from letters.law.results import Problem, Sum

#: In the order in which they are asked for; a later one may rest on an earlier one.
_CLAIMS = (refund, difference, interest, triple, damages, costs, total)


class Assessment(Struct, frozen=True):
    """The sums by their key, and the figures that cannot be right."""

    sums: Mapping[str, Sum]
    problems: tuple[Problem, ...]


def assess(facts: Facts, law: Law, members: Members = ()) -> Assessment:
    """All sums of a case. For an unlawful good nothing is claimed and nothing computed."""
    problems = list(checks(facts, law))
    sums: dict[str, Sum] = {}
    if facts.told.illegal:
        return Assessment(sums, tuple(problems))
    for claim in _CLAIMS:
        found = claim(facts, law, sums, problems)
        if found is not None:
            sums[found.kind] = found
    if (together := joint_total(facts, members, sums, problems)) is not None:
        sums[together.kind] = together
    for found in (*fees(facts, law, sums), *ceiling(facts, law)):
        sums[found.kind] = found
    return Assessment(sums, tuple(problems))
