"""The market regulator's periods: seven working days to decide, sixty days to mediate, three years to complain at all."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from letters.case.kinds import COURTS, MEDIATORS, PAYER_GROUNDS
from letters.case.model import Filing
from letters.law.basis import Due
from letters.law.periods.due import due

if TYPE_CHECKING:
    from letters.law.dossier import Dossier

#: Channels on which a complaint reaches the market regulator.
REGULATORS = ("12315", "market-regulator", "joint-complaint")
#: A filing that the body did not take up, or that was taken back, shuts nothing.
_NOT_TAKEN_UP = ("refused", "withdrawn")


def regulator(dossier: "Dossier") -> Iterator[Due | None]:
    """What runs at the regulator, and how long it may still be asked; procedure, so by the law of the filing's day."""
    running = [f for f in dossier.facts.filings_on(*REGULATORS) if f.status in ("open", "accepted")]
    for filing in running[:1]:
        yield from _running(dossier, filing)
    if not regulator_is_a_way(dossier):
        return
    window = due(dossier, "regulator-window", "regulator_window", dossier.facts.knew_on, law_of=dossier.on)
    if window is not None:
        if not running and dossier.on <= window.at:
            yield due(dossier, "regulator-decision", "regulator_decision", dossier.on, note="按信件日期当天提交计算")
        yield window


def _running(dossier: "Dossier", filing: Filing) -> Iterator[Due | None]:
    if filing.accepted_at is not None:
        accepted = filing.accepted_at.date()
        yield due(dossier, "mediation-end", "mediation", accepted)
    elif filing.status == "open":
        yield due(dossier, "regulator-decision", "regulator_decision", filing.at.date())


def regulator_is_a_way(dossier: "Dossier") -> bool:
    """Whether a complaint to the regulator is open: a consumer's dispute with a seller that no other body has taken up.

    Not for the buyer's own mistake, a dispute about the payment as such, or what an association or court has handled
    (办法 3, 16(1)(1) to (3)).
    """
    facts = dossier.facts
    if not facts.consumer or facts.main_ground in PAYER_GROUNDS or facts.main_ground == "user-error" or facts.opponent is None:
        return False
    taken_up = [f for f in facts.filings if f.channel in MEDIATORS | COURTS and f.status not in _NOT_TAKEN_UP]
    return all(f.channel in REGULATORS and f.status in ("open", "accepted") for f in taken_up)
