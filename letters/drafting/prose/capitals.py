"""Amounts in capitals (大写): 人民币壹拾元整. By the rules for vouchers (票据法 8; 支付结算办法 附一)."""

from decimal import Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("仟", "佰", "拾", "")
_GROUPS = ("", "万", "亿")
_LIMIT = Decimal(10) ** 12


def in_capitals(amount: Decimal) -> str:
    """An amount of yuan, above 0 and below 10^12, with at most two decimals; ValueError for anything else.

    整 after 元 and 角, never after 分. Where 元 ends in zero and 角 follows, 零 is written, as the official samples do.
    """
    if not amount.is_finite() or not 0 < amount < _LIMIT or amount != amount.quantize(Decimal("0.01")):
        raise ValueError(f"{amount} cannot be written in capitals: it must be above 0, below 10^12, in whole cents")
    yuan, cents = divmod(int(amount * 100), 100)
    jiao, fen = divmod(cents, 10)
    text = f"{_whole(yuan)}元" if yuan else ""
    if not cents:
        return f"人民币{text}整"
    if yuan and (not jiao or not yuan % 10):
        text += "零"
    text += f"{_DIGITS[jiao]}角" if jiao else ""
    return f"人民币{text}{_DIGITS[fen]}分" if fen else f"人民币{text}整"


def _whole(number: int) -> str:
    """The yuan in groups of four digits; a gap inside is read as one 零, the zeros that end a group are not read."""
    text, gap = "", False
    for index in range(2, -1, -1):
        group = number // 10 ** (4 * index) % 10_000
        if not group:
            gap = bool(text)
            continue
        gap = gap or bool(text) and group < 1_000
        text += ("零" if gap else "") + _group(group) + _GROUPS[index]
        gap = False
    return text


def _group(number: int) -> str:
    text, gap = "", False
    for place, name in enumerate(_PLACES):
        digit = number // 10 ** (3 - place) % 10
        if digit:
            text += ("零" if gap else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = bool(text)
    return text
