"""Who is who: the respondents, who owes, who stands in for whom, and how old the buyer was."""

import re
from datetime import date
from functools import cached_property
from typing import Annotated

from letters.case.facts.told import Told
from letters.case.model import Complainant, Order, Respondent
from letters.case.model.dates import age_on, birth_date
from letters.case.model.fields import same
from letters.case.model.visibility import Visibility

#: A predicate that asks who the seller is.
_ASKS_IDENTITY = re.compile(
    r"(?:要求|请求|请|申请)[^。；]{0,30}(?:真实名称|名称|身份|主体信息|(?:商家|店铺|卖家|经营者)信息|联系方式)"
)
#: A birth date tells who somebody is as the number does that holds it.
_BORN = same(Complainant, "id_number")


class Parties:
    """The people of a case told apart."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._respondents = {respondent.id: respondent for respondent in told.case.respondents}

    def respondent(self, identity: str) -> Respondent | None:
        return self._respondents.get(identity)

    def by_role(self, *roles: str) -> Respondent | None:
        """The first respondent in one of `roles`."""
        return next((r for role in roles for r in self._told.case.respondents if r.role == role), None)

    def debtor(self, order: Order) -> Respondent | None:
        """Who owes for `order`: the named seller, else the platform in its place (消保法 44(1)), else whoever is left."""
        seller, platform = self.respondent(order.seller), self.respondent(order.platform)
        if seller is not None and seller.name:
            return seller
        if platform is not None and platform.name:
            return platform
        return seller or platform or self.by_role("seller", "platform", "payee", "unknown", "payment-provider")

    @cached_property
    def opponent(self) -> Respondent | None:
        """The one from whom the money is claimed first."""
        if self._told.main.answers == "payer" and (provider := self.by_role("payment-provider")):
            return provider
        if self._told.main_order is not None:
            return self.debtor(self._told.main_order)
        return self.by_role("seller", "platform", "payment-provider", "payee", "unknown", "upstream")

    @cached_property
    def opponents(self) -> tuple[Respondent, ...]:
        """All who owe, in the order of the claimed orders."""
        if self._told.main.answers == "payer" or not self._told.claimed_orders:
            return (self.opponent,) if self.opponent else ()
        found = {d.id: d for order in self._told.claimed_orders if (d := self.debtor(order)) is not None}
        return tuple(found.values())

    @cached_property
    def opponent_private(self) -> bool:
        return bool(self.opponent and self.opponent.private_person)

    @cached_property
    def consumer(self) -> bool:
        """Bought for daily life from somebody who trades (消保法 2, 3)."""
        return self._told.own_use and not self.opponent_private

    @cached_property
    def seller(self) -> Respondent | None:
        order = self._told.main_order
        return (self.respondent(order.seller) if order else None) or self.by_role("seller")

    @cached_property
    def platform(self) -> Respondent | None:
        order = self._told.main_order
        return (self.respondent(order.platform) if order else None) or self.by_role("platform")

    @cached_property
    def provider(self) -> Respondent | None:
        return self.by_role("payment-provider")

    @cached_property
    def self_operated(self) -> bool:
        """Whether the platform is itself the seller (电商法 37; 网络消费解释 4)."""
        platform, seller = self.platform, self.seller
        return platform is not None and (seller is None or seller.id == platform.id or platform.self_operated)

    @cached_property
    def seller_unnamed(self) -> bool:
        """Whether the seller's true name is unknown while another respondent runs the platform."""
        return self.seller is not None and not self.seller.name

    @cached_property
    def platform_in_place(self) -> bool:
        """Whether the platform is claimed from because it does not give the seller's identity (消保法 44(1))."""
        opponent, platform = self.opponent, self.platform
        return bool(
            opponent and platform and opponent.id == platform.id and not self.self_operated and self.seller_unnamed
        )

    @cached_property
    def identity_refused(self) -> bool:
        """Whether the platform was asked who the seller is and did not say (消保法 44(1))."""
        ours = ("complainant", "guardian")
        asked = any(e.by in ours and _ASKS_IDENTITY.search(e.did) for e in self._told.events)
        return self.platform_in_place and (asked or any(_ASKS_IDENTITY.search(f.asked) for f in self._told.filings))

    @cached_property
    def platform_notified(self) -> bool:
        """Whether a platform on which another sold was told and has answered without mending it (消保法 44(2))."""
        platform = self.platform
        if platform is None or self.self_operated:
            return False
        told = self._told.filings_on("other-side", to="platform")
        return any(f.status in ("refused", "answered", "terminated") for f in told) or any(
            e.kind == "refusal" and e.by == platform.id for e in self._told.events
        )

    @cached_property
    def birth(self) -> Annotated[date | None, _BORN]:
        return birth_date(self._told.case.complainant.id_number)

    @cached_property
    def minor(self) -> bool:
        """Whether the buyer was or is under eighteen (民法典 17)."""
        return any(trait.under_age for trait in self._told.traits) or (
            self.birth is not None and age_on(self.birth, self._told.on) < 18
        )

    @cached_property
    def ages(self) -> tuple[int, ...]:
        """The buyer's full years at each claimed payment, where the birth date is known."""
        if self.birth is None:
            return ()
        return tuple(age_on(self.birth, p.paid_at.date()) for p in self._told.claimed_payments if p.paid_at)

    @cached_property
    def under_eight(self) -> bool:
        """Some payment was made before the eighth birthday (民法典 20, 144)."""
        return any(age < 8 for age in self.ages)

    @cached_property
    def eight_to_seventeen(self) -> bool:
        """Some payment was made from eight to seventeen (民法典 19, 145)."""
        return any(8 <= age < 18 for age in self.ages)

    @cached_property
    def youngest_age(self) -> Annotated[int | None, Visibility(1)]:
        """The buyer's full years at the first claimed payment, or None where the birth date is unknown."""
        return min(self.ages, default=None)

    @cached_property
    def oldest_age(self) -> Annotated[int | None, Visibility(1)]:
        """The buyer's full years at the last claimed payment, or None where the birth date is unknown."""
        return max(self.ages, default=None)

    @cached_property
    def guardian(self) -> bool:
        return self._told.case.complainant.guardian is not None
