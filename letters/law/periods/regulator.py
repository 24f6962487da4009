"""The market regulator's periods: seven working days to decide, sixty days to mediate, three years to complain at all."""

from collections.abc import Iterator

from letters.case.facts.facts import Facts
from letters.case.model import Filing
from letters.law.library import Law
from letters.law.periods.due import due
from letters.law.results import Due
from letters.law.tables import keys

#: A filing that the body did not take up, or that was taken back, shuts nothing.
_NOT_TAKEN_UP = ("refused", "withdrawn")


def regulator(facts: Facts, law: Law) -> Iterator[Due | None]:
    """What runs at the regulator, and how long it may still be asked; procedure, so by the law of the filing's day."""
    running = [f for f in facts.told.regulator_complaints if f.status in ("open", "accepted")]
    for filing in running[:1]:
        yield from _running(facts, law, filing)
    if not regulator_is_a_way(facts, law):
        return
    window = due(facts, law, "regulator-window", keys.REGULATOR_WINDOW, facts.dealings.knew_on, law_of=facts.on)
    if window is not None:
        if not running and facts.on <= window.at:
            yield due(
                facts, law, "regulator-decision", keys.REGULATOR_DECISION, facts.on, note="按信件日期当天提交计算"
            )
        yield window


def _running(facts: Facts, law: Law, filing: Filing) -> Iterator[Due | None]:
    if filing.accepted_at is not None:
        accepted = filing.accepted_at.date()
        yield due(facts, law, "mediation-end", keys.MEDIATION, accepted)
    elif filing.status == "open":
        yield due(facts, law, "regulator-decision", keys.REGULATOR_DECISION, filing.at.date())


def regulator_is_a_way(facts: Facts, law: Law) -> bool:
    """Whether a complaint to the regulator is open: a consumer's dispute with a seller that no other body has taken up.

    Not for the buyer's own mistake, a dispute about the payment as such, or what an association or court has handled
    (办法 3, 16(1)(1) to (3)).
    """
    if (
        not facts.parties.consumer
        or facts.told.main.answers == "payer"
        or facts.told.main.claim == "favour"
        or facts.parties.opponent is None
    ):
        return False
    taken_up = [f for f in facts.told.exclusive if f.status not in _NOT_TAKEN_UP]
    return all(f in facts.told.regulator_complaints and f.status in ("open", "accepted") for f in taken_up)
