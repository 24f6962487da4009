"""A public text shows nobody: no identifier of the case, and nothing that looks like one (L12, legal.md e.5)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from letters.case.view.identifying import free_texts, identifiers
from letters.letter import Letter, texts
from letters.review import naming
from letters.review.finding import Finding, block
from letters.review.subject import Scope

_SOURCE = "个人信息保护法第10条；民法典第1034条；公开脱敏规则 L12"
#: Shapes of what must not stand in public, whoever it belongs to.
_SHAPES = (
    ("手机号", re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")),
    ("身份证号", re.compile(r"(?<!\d)\d{17}[\dXx](?![\dXx])")),
    ("卡号或者交易单号", re.compile(r"(?<![\dA-Za-z])\d{15,30}(?![\dA-Za-z])")),
    ("邮箱", re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    ("QQ或者微信号", re.compile(r"(?:QQ|qq|微信号?|VX|vx)[号：:\s]{0,2}[A-Za-z0-9_-]{5,20}")),
)
#: What is shorter says nothing of anybody: a card's last four digits may be a year.
_SHORTEST = 5
#: Whose free texts every public letter tells.
_TOLD = ("events[", "filings[")


def _shown(letter: Letter) -> str:
    bodies = (letter.body, *letter.variants.values())
    pieces = [
        letter.title,
        *(text for body in bodies for text in texts(body)),
        *(text for pair in letter.fields for text in pair),
    ]
    return "\n".join(dict.fromkeys(pieces))


def _business(scope: Scope) -> frozenset[str]:
    """Contact data of firms, which a public text may hold."""
    return frozenset(
        t for r in scope.case.respondents if not r.private_person for t in (r.phone, r.email, r.uscc, r.website) if t
    )


def personal_data(scope: Scope) -> Iterator[Finding]:
    """Identifiers of the case, or what looks like one, in a letter that everybody may read.

    Where no letter was drafted yet, only what the user typed is searched for other people's data: what the case knows of
    is masked by construction.
    """
    if scope.channel is None or not scope.channel.public:
        return
    known = {
        path: words
        for path, words in identifiers(scope.case).items()
        if len(words) > 1 and (len(words) >= _SHORTEST or not words.isascii())
    }
    if scope.letter is None:
        yield from _typed(scope, known)
        return
    text = _without(_shown(scope.letter), _business(scope))
    told: list[str] = []
    for path, words in known.items():
        if words in text and words not in told:
            told.append(words)
            yield _finding(naming.title(re.sub(r"\[\d+\]", "", path)), path)
    text = _without(text, told)
    for title, shape in _SHAPES:
        if shape.search(text):
            yield _finding(title, _path(scope, shape))


def _typed(scope: Scope, known: Mapping[str, str]) -> Iterator[Finding]:
    harmless = (*_business(scope), *known.values())
    for path, text in free_texts(scope.case):
        if not path.startswith(_TOLD):
            continue
        for title, shape in _SHAPES:
            if shape.search(_without(text, harmless)):
                yield _finding(title, path)


def _without(text: str, words: Iterable[str]) -> str:
    for word in words:
        text = text.replace(word, "")
    return text


def _path(scope: Scope, shape: re.Pattern[str]) -> str:
    """Where in the case the text came from, as far as it can be told."""
    return next((path for path, text in free_texts(scope.case) if shape.search(text)), "")


def _finding(title: str, path: str) -> Finding:
    return block(
        "personal-data",
        f"公开文本里出现了{title}",
        path=path,
        fix="从经过和原话里删去，或者改写成不含个人信息的说法；程序只遮盖它认识的字段",
        source=_SOURCE,
    )
