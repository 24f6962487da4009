"""Who is a natural person, as far as names tell: the questions that visibility asks of a part of the case."""

import re
from collections.abc import Callable
from typing import Any

_ORGANISATION = re.compile(r"公司|企业|中心|商行|工作室|店|厂|社|部|院|银行|集团|[A-Za-z（(＊*]")


def is_person(name: str) -> bool:
    """Whether a payee's name looks like a natural person's: two to four characters and no word of a firm."""
    return 2 <= len(name) <= 4 and not _ORGANISATION.search(name)


def natural(respondent: Any, case: Any) -> bool:
    """A private seller, or one whose name is a person's and not the sign of the shop."""
    return respondent.private_person or (is_person(respondent.name) and respondent.name != respondent.brand)


def private(respondent: Any, case: Any) -> bool:
    """A private seller, whose sign and contacts are his own."""
    return bool(respondent.private_person)


def paid_person(payment: Any) -> bool:
    """Whether a payee is a person: as the case says, or else as the name looks."""
    return payment.payee_kind == "person" or (payment.payee_kind == "unknown" and is_person(payment.payee))


def to_person(payment: Any, case: Any) -> bool:
    """Paid to a person by his name, or transferred to anybody but a firm of the case."""
    firms = (r for r in case.respondents if not natural(r, case))
    if payment.payee_kind == "firm" or any(payment.payee in r.name or payment.payee in r.brand for r in firms):
        return False
    return payment.method == "transfer" or paid_person(payment)


#: A question of a field's label, asked of the part that holds the field and of its case.
QUESTIONS: dict[str, Callable[[Any, Any], bool]] = {"natural": natural, "private": private, "to-person": to_person}
