"""The periods that run in a case, one family a file (None where a table has no such period then); each date with the rule that makes it."""

from typing import TYPE_CHECKING

from letters.law.basis import Due
from letters.law.periods.contract import contract_rights
from letters.law.periods.court import court
from letters.law.periods.delay import wilful_delay
from letters.law.periods.limitation import limitation
from letters.law.periods.platform import platform_window
from letters.law.periods.regulator import regulator
from letters.law.periods.reply import reply

if TYPE_CHECKING:
    from letters.law.dossier import Dossier

_FAMILIES = (reply, platform_window, regulator, wilful_delay, court, contract_rights, limitation)


def periods(dossier: "Dossier") -> tuple[Due, ...]:
    """All dates of the case, the nearest first.

    An unlawful good has none; signs of fraud leave none until the police have answered, for nothing may be waited for.
    """
    facts = dossier.facts
    if facts.illegal or facts.fraud and not facts.police_answered:
        return ()
    found = (due for family in _FAMILIES for due in family(dossier))
    return tuple(sorted((due for due in found if due is not None), key=lambda due: (due.at, due.what)))
