"""`letters law --why`: which provision was chosen for which demand, which was not and why, and how each sum came about."""

from typing import TYPE_CHECKING, Any

from letters.law.money import yuan

if TYPE_CHECKING:
    from letters.law.matter import Matter


def why(matter: "Matter") -> dict[str, Any]:
    """The answer as plain data: chosen, rejected, amounts (texts with two decimals), and the figures that cannot be right."""
    basis = matter.basis
    return {
        "chosen": [
            {
                "article": p.article,
                "demand": p.demand,
                "strength": p.strength,
                "reason": p.reason,
                "argument": p.argument,
            }
            for p in basis.chosen
        ],
        "rejected": [
            {"article": r.article, "reason": r.reason, "argument": r.argument}
            for r in basis.rejected
            if r.article not in {p.article for p in basis.chosen}
        ],
        "amounts": {
            kind: {
                "amount": yuan(found.amount),
                "formula": found.formula,
                "article": found.article,
                "inputs": dict(found.inputs),
                "by": {debtor: yuan(owed) for debtor, owed in found.by},
            }
            for kind, found in matter.sums.items()
        },
        "problems": [{"code": p.code, "path": p.path, "message": p.message, "fix": p.fix} for p in matter.problems],
    }
