"""Chinese numerals as statutes write them: 第一千一百六十五条."""

from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final = ((1000, "千"), (100, "百"), (10, "十"))
_VALUES: Final = {**{digit: value for value, digit in enumerate(_DIGITS)}, "〇": 0, "两": 2}
_UNIT_VALUES: Final = {unit: value for value, unit in _UNITS}

NUMERAL_CHARS: Final = "".join(_VALUES) + "".join(_UNIT_VALUES)


def to_chinese(number: int) -> str:
    """The number in words, 1 to 9999; ValueError outside. 10 is 十, 110 is 一百一十, 1005 is 一千零五."""
    if not 1 <= number <= 9999:
        raise ValueError(f"{number} is not between 1 and 9999")
    words, rest, gap = "", number, False
    for value, unit in _UNITS:
        digit, rest = divmod(rest, value)
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + unit
            gap = False
        elif words:
            gap = True
    if rest:
        words += ("零" if gap else "") + _DIGITS[rest]
    return words.removeprefix("一") if 10 <= number <= 19 else words


def from_chinese(words: str) -> int:
    """The value of Arabic digits, of words (五百七十七) or of digits read out one by one (五七七).

    Result 1 to 9999; ValueError for anything else, such as 百五十 or an empty text.
    """
    if words.isascii() and words.isdigit():
        number = int(words)
    elif words and all(char in _VALUES for char in words):
        number = int("".join(str(_VALUES[char]) for char in words))
    else:
        number = _sum_of_units(words)
    if not 1 <= number <= 9999:
        raise ValueError(f"{words} is not between 1 and 9999")
    return number


def _sum_of_units(words: str) -> int:
    total, digit, last_unit = 0, None, 10_000
    for position, char in enumerate(words):
        if char in _VALUES:
            if digit:
                raise ValueError(f"{words}: two digits in a row")
            digit = _VALUES[char]
        elif char in _UNIT_VALUES:
            unit = _UNIT_VALUES[char]
            if unit >= last_unit or (digit is None and not (unit == 10 and position == 0)):
                raise ValueError(f"{words}: {char} is out of place")
            total += unit * (1 if digit is None else digit)
            digit, last_unit = None, unit
        else:
            raise ValueError(f"{char} is not a numeral")
    return total + (digit or 0)
