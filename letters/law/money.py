"""Yuan and cents: rounding once, half up, and the figures of formulas."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)


def cents(amount: Decimal) -> Decimal:
    """The amount to the cent, half up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def yuan(amount: Decimal) -> str:
    """`1234.50` for formulas; never an exponent."""
    return f"{cents(amount):f}"


def trimmed(number: Decimal) -> str:
    """A share or rate without trailing zeros: `3`, `0.85`."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
