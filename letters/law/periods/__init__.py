"""The periods that run in a case, one family a file (None where a table has no such period then); each date with the rule that makes it."""

from datetime import datetime

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.periods.court import court
from letters.law.periods.delay import wilful_delay
from letters.law.periods.limitation import limitation
from letters.law.periods.platform import platform_window
from letters.law.periods.regulator import regulator
from letters.law.periods.reply import reply
from letters.law.periods.rights import contract_rights
from letters.law.results import Due

_FAMILIES = (platform_window, regulator, wilful_delay, court, contract_rights, limitation)


def periods(facts: Facts, law: Law, reply_deadline: datetime) -> tuple[Due, ...]:
    """All dates of the case, the nearest first.

    An unlawful good has none; signs of fraud leave none until the police have answered, for nothing may be waited for.
    """
    if facts.told.illegal or facts.told.fraud and not facts.told.police_answered:
        return ()
    found = (*reply(facts, law, reply_deadline), *(due for family in _FAMILIES for due in family(facts, law)))
    return tuple(sorted((due for due in found if due is not None), key=lambda due: (due.at, due.what)))
