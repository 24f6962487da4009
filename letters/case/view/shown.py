"""What a letter may see of people, orders and payments: plain values, already masked."""

import re
from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct

_ORGANISATION = re.compile(r"公司|企业|中心|商行|工作室|店|厂|社|部|院|银行|集团|[A-Za-z（(＊*]")


def is_person(name: str) -> bool:
    """Whether a payee's name looks like a natural person's: two to four characters and no word of a firm."""
    return 2 <= len(name) <= 4 and not _ORGANISATION.search(name)


class MeView(Struct, frozen=True):
    """The complainant; empty strings where the level hides or the case does not say."""

    name: str = ""
    phone: str = ""
    phone_last4: str = ""
    account: str = ""
    id_number: str = ""
    address: str = ""
    residence: str = ""
    email: str = ""
    sex: str = ""
    birth: date | None = None
    age: int | None = None
    ethnicity: str = ""
    occupation: str = ""
    employer: str = ""
    relation: str = ""
    unit: str = ""
    powers: str = ""
    special_powers: tuple[str, ...] = ()
    until: date | None = None


class PartyView(Struct, frozen=True):
    """A respondent. `shown` is the brand with the licence name behind it, `display` the shortest right name."""

    id: str
    role: str
    name: str = ""
    brand: str = ""
    display: str = ""
    shown: str = ""
    self_operated: bool = False
    uscc: str = ""
    legal_representative: str = ""
    post: str = ""
    address: str = ""
    regulator: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    icp: str = ""
    status: str = "active"
    private_person: bool = False
    person: bool = False


class PaymentView(Struct, frozen=True):
    """A payment; `same_number` tells that the merchant's number is the order's."""

    id: str
    method: str
    amount: Decimal
    paid_at: datetime | None
    transaction_id: str
    merchant_order: str
    same_number: bool
    payee: str
    payee_person: bool
    bank: str
    card_last4: str
    paid_from: str


class OrderView(Struct, frozen=True):
    """A claimed order with its payments."""

    id: str
    number: str
    item: str
    noun: str
    kind: str
    quantity: int
    unit_price: Decimal | None
    amount: Decimal
    ordered_at: datetime | None
    promise: str
    promised_by: datetime | None
    promise_captured: bool
    delivery: str
    delivery_as_of: datetime | None
    delivered_at: datetime | None
    delivered_quantity: int | None
    received_value: Decimal | None
    valid_from: date | None
    valid_until: date | None
    stopped_at: datetime | None
    target_account: str
    activated: str
    payments: tuple[PaymentView, ...]
    debtor: str
