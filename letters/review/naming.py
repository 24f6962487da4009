"""How fields, times and sums are called in findings."""

from datetime import datetime
from decimal import Decimal

from letters.case.model import CaseFile
from letters.case.model.fields import Field, field_at
from letters.case.model.moment import knows_hour
from letters.law.statutes.statute import chinese_date


def field_of_case(path: str) -> Field | None:
    """What the model says of a key; `path` counted from the case."""
    return field_at(CaseFile, path)


def title(path: str) -> str:
    """The Chinese title of a key with its parent's: 对方·住所地; the path itself where the model has no title."""
    found = field_of_case(path)
    return found.title if found and found.title else path


def in_words(at: datetime) -> str:
    """2026年11月1日20时14分, or the day alone where the hour is not known."""
    day = chinese_date(at)
    return f"{day}{at.hour}时{at.minute:02d}分" if knows_hour(at) else day


def in_yuan(amount: Decimal) -> str:
    """98.00元."""
    return f"{amount:.2f}元"
