"""Where a thing was bought, as a body that knows neither side is told it."""

from letters.case.view import CaseView


def place(case: CaseView, they: str, *, full: bool = False) -> str:
    """被投诉人经营的极速卡盟; the shop where another sold; with `full` the firm's name and the web address.

    `they` is the word for the other side. Empty where nothing is known.
    """
    other, platform, seller = case.other, case.platform, case.seller
    if other is None:
        return platform.display if platform else ""
    who = they + (other.name if full and other.name else "")
    if platform is not None and other.id == platform.id:
        shop = f"平台内的店铺“{seller.display}”" if case.seller_is_third and seller and seller.display else ""
        return f"{who}{_operated(other.brand, other.name, other.website if full else '')}{shop}"
    if seller is not None and other.id == seller.id:
        shop = f"{who}经营的店铺“{other.brand}”" if other.brand and other.brand != other.name else f"{who}的店铺"
        return f"{platform.display}平台内{shop}" if platform else shop if other.brand else f"{who}处"
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
