"""Texts that have a form of their own: numbers of people and firms, phones, mail, percentages. Named in the model."""

import re
from collections.abc import Callable

from letters.case.file.scalars import Unfit
from letters.case.model import masks
from letters.case.model.check_characters import id_number_fault, uscc_fault


def cn_id(text: str) -> str:
    """A citizen's identity number; x becomes X (GB 11643)."""
    fault = id_number_fault(text)
    if fault:
        raise Unfit(f"id-{fault}", shown=masks.mask_id(text), size=len(text))
    return text.upper()


def uscc(text: str) -> str:
    """A unified social credit code, in capitals (GB 32100)."""
    fault = uscc_fault(text)
    if fault:
        raise Unfit(f"uscc-{fault}", size=len(text))
    return text.upper()


def mobile(text: str) -> str:
    """A mobile number of the mainland: 11 digits, 13 to 19 first."""
    if not re.fullmatch(r"1[3-9][0-9]{9}", text):
        raise Unfit("mobile", shown=masks.mask_phone(text), size=len(text))
    return text


def last4(text: str) -> str:
    """The last four digits of a card, and nothing more."""
    if not re.fullmatch(r"[0-9]{4}", text):
        raise Unfit("last4")
    return text


def email(text: str) -> str:
    """A mail address, judged by its shape alone."""
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", text):
        raise Unfit("email")
    return text


def percent(text: str) -> str:
    """A yearly rate with its sign, 0 to 100, at most four decimals."""
    if not re.fullmatch(r"(100(\.0{1,4})?|[0-9]{1,2}(\.[0-9]{1,4})?)%", text):
        raise Unfit("percent", right=f"{text}%" if re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,4})?", text) else "")
    return text


FORMS: dict[str, Callable[[str], str]] = {
    "cn-id": cn_id,
    "uscc": uscc,
    "mobile": mobile,
    "last4": last4,
    "email": email,
    "percent": percent,
}
