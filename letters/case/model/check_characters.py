"""Check characters of the two numbers that people and firms in China are known by."""

from letters.case.model.dates import birth_date

_ID_WEIGHTS = tuple(2 ** (17 - place) % 11 for place in range(17))
_ID_CHECKS = "10X98765432"
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = tuple(3**place % 31 for place in range(17))


def id_number_fault(number: str) -> str:
    """Why `number` is no citizen's identity number: "length", "birth", "check", or "" where it is one.

    18 characters, a birth date that exists, check character by ISO 7064 mod 11-2 (GB 11643). The code of the place is
    not looked up: tables of places are never whole, and would refuse genuine numbers.
    """
    if len(number) != 18 or not (number[:17].isascii() and number[:17].isdigit()) or number[17] not in "0123456789Xx":
        return "length"
    born = birth_date(number)
    if born is None or born.year < 1900:
        return "birth"
    total = sum(int(digit) * weight for digit, weight in zip(number, _ID_WEIGHTS, strict=False))
    return "" if _ID_CHECKS[total % 11] == number[17].upper() else "check"


def uscc_fault(code: str) -> str:
    """Why `code` is no unified social credit code: "length", "letters", "check", or "" where it is one.

    18 characters out of 31 (no I, O, S, V, Z), two of kind, six digits of place, check character mod 31 (GB 32100).
    """
    code = code.upper()
    if len(code) != 18:
        return "length"
    if not all(char in _USCC_ALPHABET for char in code) or not code[2:8].isdigit():
        return "letters"
    total = sum(_USCC_ALPHABET.index(char) * weight for char, weight in zip(code, _USCC_WEIGHTS, strict=False))
    return "" if _USCC_ALPHABET[-total % 31] == code[17] else "check"
