"""Reading what people write as `did`: a predicate without its subject, however they began and ended the sentence.

The actor of an event is a key of its own, so a subject inside `did` would be said twice, a full stop would stand in the middle
of a sentence, and 我 would be whoever the letter speaks for. Nothing here decides anything; it only mends the wording.
"""

import re
from collections.abc import Iterable

#: What stands between quotation marks is somebody's own words and is left as it is.
_QUOTED = re.compile(r"(“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"]*\")")
#: Quotation marks within a quotation, and what of a pair has lost the other.
_INNER = str.maketrans('“”「」『』"', "‘’‘’‘’’")
_END = re.compile(r"[\s。．.！!？?；;，,、…~～]+$")
_BEGIN = re.compile(r"^[\s。．！!？?；;，,、]+")
_STOP = re.compile(r"[\s，,、。！!？?；;]*[。！!？?；;\n][\s，,、。！!？?；;]*")
_MINE = re.compile(
    r"^(?:我(?:们|方|自己|本人|这边)?|本人|本单位|俺们?|咱们?|原告|投诉人|申请人|报案人)(?:自己)?(?=[^的是国司院会])"
)
_STAFF = r"(?:的|这边的?)?(?:人工|在线|售后|店铺|平台)?(?:客服|老板|店主|店员|工作人员|负责人|老师|销售|前台|经理)?(?:人员|小[姐哥]|那边|这边|方面)?"
_THEIRS = (
    "该?(?:商家|店家|店铺|商户|卖家|平台|官方|对方|公司)",
    "他们?",
    "她们?",
    "人工客服",
    "在线客服",
    "客服",
    "老板",
    "店员",
    "工作人员",
)
_SAID = re.compile(
    r"^(?:就|又|还|却|只|一直|直接)?(?:说|称|讲|表示|回复|答复|回|告诉|跟|对)(?:我|本人)?(?:说|称|讲|表示)?(?:道)?[：:，,\s]*(?=\S)"
)
_ACTS = re.compile(
    r"^(?:就|又|再|还|却|只|都|也|一直|直接|已经|已|后来|随后|当天|当场)?"
    r"(?:说|称|讲|表示|回复|答复|回|告诉|告知|通知|跟|对|答应|承诺|保证|同意|拒绝|拒|不|没|未|要|让|叫|请|把|将|被|给|向|以|发|删|拉黑|封|关|停|收|退|扣|改|换|催|推|敷衍|骂|挂|消失|跑)"
)
_TO_ME = (
    (re.compile(r"(?:给|帮|替|为)我们?(?=[退办处解换补充发恢查开打汇转])"), ""),
    (re.compile(r"把(我们?)"), r"将\1"),
    (re.compile(r"我们?(?!国|司|院)"), "本人"),
)


def predicate(did: str, *, mine: bool, names: Iterable[str] = ()) -> str:
    """`did` as a predicate: without leading subject, without a stop at its end, 我 turned into 本人.

    `mine` tells an act of the writer's side from one of another; `names` are what the actor is called in the case. What another
    is told to have said, with 我 in it, becomes a quotation: 说不给我退 is 称“不给我退”. Reading twice changes nothing more.
    """
    text = _BEGIN.sub("", _END.sub("", did.strip()))
    text = "".join(part if index % 2 else _STOP.sub("，", part) for index, part in enumerate(_QUOTED.split(text)))
    return _mine(text) if mine else _theirs(text, tuple(name for name in names if name))


def _mine(text: str) -> str:
    while found := _MINE.sub("", text).lstrip("，, "):
        if found == text:
            break
        text = found
    return _outside(text)


def _theirs(text: str, names: tuple[str, ...]) -> str:
    who = "|".join((*map(re.escape, sorted(names, key=len, reverse=True)), *_THEIRS))
    led = re.match(rf"(?:{who}){_STAFF}", text)
    rest = text[led.end() :].lstrip("，, ") if led else text
    if led is not None and (_ACTS.match(rest) or _SAID.match(rest)):
        text = rest
    said = _SAID.match(text)
    if said is not None and "我" in text[said.end() :] and not _QUOTED.search(text):
        return f"称“{text[said.end() :].translate(_INNER)}”"
    return _outside(text)


def _outside(text: str) -> str:
    """我 outside quotations becomes 本人, which the narrator says in the voice of the letter."""
    parts = _QUOTED.split(text)
    for index in range(0, len(parts), 2):
        for pattern, instead in _TO_ME:
            parts[index] = pattern.sub(instead, parts[index])
    return "".join(parts)
