"""Where a thing was bought, as a body that knows neither side is told it."""

from letters.case.view.case_view import CaseView
from letters.case.view.shown import PartyView


def place(case: CaseView, they: str, shown: frozenset[str], party: PartyView | None = None) -> str:
    """被投诉人经营的极速卡盟; the shop where another sold. Empty where nothing is known.

    `they` is the word for the other side, `party` who that is where it is one of several. `shown` picks `operated` (who runs it), `firm` (with name and web address) or
    `shop` (the bare place).
    """
    other, platform, seller = party or case.other, case.platform, case.seller
    if other is None or shown <= {"shop"}:
        they = ""
    if other is None:
        return platform.display if platform else ""
    full = "firm" in shown
    who = they + (other.name if full and other.name else "")
    if platform is not None and other.id == platform.id:
        shop = f"平台内的店铺“{seller.display}”" if case.seller_is_third and seller and seller.display else ""
        run = _operated(other.brand, other.name, other.website if full else "") if who else other.display
        return f"{who}{run}{shop}"
    if other.role == "seller" or (seller is not None and other.id == seller.id):
        named = other.brand and other.brand != other.name
        shop = f"{f'{who}经营' if who else ''}的店铺“{other.brand}”" if named else f"{who}的店铺" if who else ""
        return (
            f"{platform.display}平台内{shop}"
            if platform
            else shop.removeprefix("的")
            if named
            else f"{they or other.name}处"
        )
    return platform.display if platform else ""


def firm(case: CaseView, they: str, shown: frozenset[str]) -> str:
    """The other side with what it runs in brackets: 被投诉人（经营词语学堂）; with `firm` in `shown`, its name and web address."""
    other = case.other
    if other is None:
        return they
    full = "firm" in shown
    brand = f"经营{other.brand}" if other.brand and other.brand != other.name else ""
    about = "，".join(part for part in (brand, other.website if full else "") if part)
    return they + (other.name if full else "") + (f"（{about}）" if about else "")


def _operated(brand: str, name: str, website: str) -> str:
    if not brand or brand == name:
        return f"的网站（{website}）" if website else "的平台"
    return f"经营的{brand}" + (f"（{website}）" if website else "")
