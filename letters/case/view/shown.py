"""What a letter may see of people, orders and payments: plain values, already masked.

A value is shown by the label of the case's key of the same name; what is made of several keys names the label it goes by.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from msgspec import Struct

from letters.case.model import Account, Complainant, Promise
from letters.case.model.fields import same
from letters.case.model.visibility import OPEN, Visibility

_BORN = same(Complainant, "id_number")


class MeView(Struct, frozen=True):
    """The complainant; empty strings where the level hides or the case does not say."""

    name: str = ""
    phone: str = ""
    phone_last4: Annotated[str, Visibility(1)] = ""
    account: Annotated[str, same(Account, "name")] = ""
    id_number: str = ""
    address: str = ""
    residence: str = ""
    email: str = ""
    sex: Annotated[str, _BORN] = ""
    birth: Annotated[date | None, _BORN] = None
    age: Annotated[int | None, _BORN] = None
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
    display: Annotated[str, OPEN] = ""
    shown: Annotated[str, OPEN] = ""
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
    person: Annotated[bool, OPEN] = False


class PaymentView(Struct, frozen=True):
    """A payment; `same_number` tells that the merchant's number is the order's."""

    id: str
    method: str
    amount: Decimal
    paid_at: datetime | None
    transaction_id: str
    merchant_order: str
    same_number: Annotated[bool, OPEN]
    payee: str
    payee_person: Annotated[bool, OPEN]
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
    promise: Annotated[str, same(Promise, "text")]
    promised_by: Annotated[datetime | None, same(Promise, "by")]
    promise_captured: Annotated[bool, OPEN]
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
    payments: Annotated[tuple[PaymentView, ...], OPEN]
    debtor: Annotated[str, OPEN]
