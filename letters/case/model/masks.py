"""Masks: what of a name, a number or an address may be shown where its owner must not be known."""

import re
from collections.abc import Callable

STARS = "****"


def mask_name(name: str) -> str:
    """张三 -> 张**; what has one character only is hidden whole."""
    name = name.strip()
    return f"{name[0]}**" if len(name) > 1 else "**" * bool(name)


def mask_phone(phone: str) -> str:
    """13812345678 -> 138****5678; anything shorter than eleven characters keeps its last two at most."""
    if len(phone) >= 11:
        return f"{phone[:3]}{STARS}{phone[-4:]}"
    return STARS + (phone[-2:] if len(phone) >= 6 else "") if phone else ""


def mask_order(number: str) -> str:
    """First four, ****, last four from twelve characters on; else **** and its last four, where that hides anything."""
    if len(number) >= 12:
        return f"{number[:4]}{STARS}{number[-4:]}"
    return STARS + (number[-4:] if len(number) > 4 else "") if number else ""


def mask_id(number: str) -> str:
    """110105********002X: place and last four stay; anything that has not 18 characters is hidden but for its end."""
    if len(number) == 18:
        return f"{number[:6]}{STARS}{STARS}{number[-4:]}"
    return STARS + (number[-2:] if len(number) >= 6 else "") if number else ""


def mask_card(number: str) -> str:
    """****1234: the last four digits."""
    return STARS + (number[-4:] if len(number) >= 4 else "") if number else ""


def mask_email(address: str) -> str:
    """li@example.com -> l***@example.com."""
    name, at, host = address.rpartition("@")
    return f"{name[:1] if len(name) > 1 else ''}***{at}{host}" if at else ("***" if address else "")


def mask_account(name: str) -> str:
    """First character and **: user_88 -> u**."""
    return mask_name(name)


def mask_address(address: str) -> str:
    """Down to the city, or all of it hidden where no city is named: 山东省济南市**."""
    city = re.match(r"(?:.{2,8}?(?:省|自治区))?.{1,8}?(?:市|自治州|地区|盟)", address)
    return f"{city.group()}**" if city else "**" * bool(address)


#: Masks by the name that labels of fields give them.
MASKS: dict[str, Callable[[str], str]] = {
    "name": mask_name,
    "phone": mask_phone,
    "order": mask_order,
    "email": mask_email,
}


def masked(mask: str, text: str) -> str:
    """What stands instead of `text`: the mask of that name, or the words themselves."""
    return MASKS[mask](text) if mask in MASKS else mask
