"""What a kind of dispute is, as far as the program asks: the key `traits` of a ground file (docs/grounds.md)."""

from typing import Literal

from msgspec import Struct

#: The periods that a ground may open, by what they are for.
Period = Literal[
    "termination", "rescission-fraud", "rescission-mistake", "defect-notice", "prepaid-withdrawal", "delay-agreed-refund",
    "delay-delivery", "delay-prepaid", "delay-defect",
]  # fmt: skip


class Traits(Struct, frozen=True, forbid_unknown_fields=True):
    """The traits of one ground; what a file leaves out is the usual: a breach of contract for which a seller answers.

    `claim`: a right, a favour that can only be asked for, or none (it only removes a defence). `answers`: who is claimed
    from. `purchase`: the buyer made it, denies it, or it does not matter. `renewal`: money taken for a renewal nobody
    ordered. `under_age`: the buyer is under age. `police_first`: an offence is suspected, all else waits. `overpaid`: payments
    may exceed the price. `agreed_refund`: the debt is what was agreed to be paid back. `mere_breach`: deceit is hard to
    show. `received`: how what the buyer got is reckoned. `periods`: what runs. `loop`: what the evidence must show beside
    the usual. `refund_articles`, `interest_articles`: what the sum rests on, the first that applies. `cause` and
    `cause_overpaid`: the cause of action.
    """

    claim: Literal["right", "favour", "none"] = "right"
    answers: Literal["seller", "payer"] = "seller"
    purchase: Literal["made", "denied", "open"] = "made"
    renewal: bool = False
    under_age: bool = False
    police_first: bool = False
    overpaid: bool = False
    agreed_refund: bool = False
    mere_breach: bool = False
    received: Literal["share", "time", "prepaid", "stated", "nothing"] = "share"
    periods: tuple[Period, ...] = ("termination",)
    loop: tuple[Literal["account", "two-times"], ...] = ()
    refund_articles: tuple[str, ...] | None = None
    interest_articles: tuple[str, ...] = ()
    cause: str = ""
    cause_overpaid: str = ""
