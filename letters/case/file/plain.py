"""Plain Python data as the tree of a case file, and each value as such a file writes it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from letters.case.model.moment import SHANGHAI, WholeMonth, knows_hour
from letters.data.yaml_tree import Mapped, Node, Scalar, Sequenced


def from_data(data: object) -> Node:
    """The tree of plain Python data (a form's answers, a table's row), without places. Nothing becomes an empty value."""
    if isinstance(data, Mapping):
        mapped = Mapped(flow=False)
        mapped.items = [(Scalar(str(key), plain=False), from_data(value)) for key, value in data.items()]
        return mapped
    if isinstance(data, Sequence) and not isinstance(data, str):
        listed = Sequenced(flow=False)
        listed.items = [from_data(item) for item in data]
        return listed
    return Scalar("", plain=True) if data is None else Scalar(written(data), plain=False)


def written(value: object) -> str:
    """A value as a case file writes it: times in ISO 8601, a day alone where the hour is not known, true and false."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        if isinstance(value, WholeMonth):
            return f"{value:%Y-%m}"
        if not knows_hour(value):
            return value.date().isoformat()
        local = value.utcoffset() == SHANGHAI.utcoffset(None)
        return (value.replace(tzinfo=None) if local else value).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)
