"""Tone of what the writer says: threats, insults, crimes stated as facts, promised results; never inside a quotation.

The expressions and their neutral wording are data: `_tone.yaml` beside the templates.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from letters.case.model import CaseFile
from letters.data.folders import templates_dir
from letters.data.load import read
from letters.letter import Letter, texts
from letters.review.finding import Finding, Level
from letters.review.subject import Scope

_LEVELS: dict[str, Level] = {
    "threat": "block", "insult": "warn", "crime-as-fact": "block", "suspicion": "warn", "promised-result": "warn",
}  # fmt: skip
#: Narrated acts of the other side may be threats; they are not the writer's.
_OWN_ACTS_ONLY = frozenset({"threat", "promised-result"})
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|《[^》]*》|『[^』]*』|\"[^\"]*\"")


class Expression(Struct, frozen=True, forbid_unknown_fields=True):
    """What is looked for, what to write instead, and what makes it harmless where it stands within ten characters."""

    find: str
    instead: str
    unless: str = ""

    def mistakes(self) -> Iterator[tuple[str, str, str]]:
        """Expressions that cannot be compiled, or that match the empty text."""
        for key in ("find", "unless"):
            try:
                if re.compile(getattr(self, key)).fullmatch("") and key == "find":
                    yield key, "表达式不能匹配空白", "写上要找的话"
            except re.error as error:
                yield (
                    key,
                    f"正则表达式写错了：{error.msg}",
                    "检查括号是否成对；普通文字里的 ( ) [ ] . * + ? 前面加反斜杠",
                )


class Manner(Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of fault: why it is one, the rule behind it, and its expressions."""

    why: str
    source: str
    expressions: tuple[Expression, ...] = field(name="list")
    code: str = ""


class Hit(Struct, frozen=True):
    """A fault in a text: the words found and what to write instead."""

    manner: Manner
    words: str
    instead: str


@lru_cache(maxsize=4)
def manners(path: Path | None = None) -> tuple[Manner, ...]:
    """The kinds of fault in the order of the file."""
    file = path or templates_dir() / "zh_CN" / "_tone.yaml"
    return tuple(replace(manner, code=code) for code, manner in read(file, dict[str, Manner]).items())


@lru_cache(maxsize=1)
def _anything() -> re.Pattern[str]:
    """All expressions at once: most texts hold none."""
    return re.compile("|".join(e.find for m in manners() for e in m.expressions))


def hits(text: str) -> Iterator[Hit]:
    """Each fault in `text` once a kind and wording; what stands in quotation marks or is a title is not looked at."""
    plain = _QUOTED.sub("“”", text)
    if not _anything().search(plain):
        return
    for manner in manners():
        seen: set[str] = set()
        for expression in manner.expressions:
            for found in re.finditer(expression.find, plain):
                around = plain[max(0, found.start() - 10) : found.end() + 10]
                if found.group() not in seen and not (expression.unless and re.search(expression.unless, around)):
                    seen.add(found.group())
                    yield Hit(manner, found.group(), expression.instead)


def user_texts(case: CaseFile) -> Iterator[tuple[str, str, bool]]:
    """Path and text of what the writer says, and whether it tells what the writer himself did or asks."""
    yield "title", case.title, True
    for i, event in enumerate(case.events):
        yield f"events[{i}].did", event.did, event.by in ("complainant", "guardian")
    for i, filing in enumerate(case.filings):
        yield f"filings[{i}].outcome", filing.outcome, False
        yield f"filings[{i}].asked", filing.asked, True
    dispute = case.dispute
    if dispute.deceit:
        yield "dispute.deceit.truth", dispute.deceit.truth, True
    if dispute.own_breach:
        yield "dispute.own_breach.fact", dispute.own_breach.fact, True
    for i, demand in enumerate(case.demands):
        yield f"demands[{i}].basis", demand.basis, True
        for j, item in enumerate(demand.items):
            yield f"demands[{i}].items[{j}].what", item.what, True
    for i, exhibit in enumerate(case.evidence):
        yield f"evidence[{i}].title", exhibit.title, True
        yield f"evidence[{i}].proves", exhibit.proves, True


def spoken(case: CaseFile) -> tuple[str, ...]:
    """Everything that is somebody's own words or a given name, longest first: left out when a letter is judged."""
    dispute = case.dispute
    found = [e.quote for e in case.events] + [f.quote for f in case.filings]
    found += [dispute.clause.text if dispute.clause else "", dispute.deceit.statement if dispute.deceit else ""]
    found += [t for o in case.orders for t in (o.item, o.target_account, o.promised.text if o.promised else "")]
    found += [p.payee for p in case.payments] + [t for r in case.respondents for t in (r.name, r.brand)]
    return tuple(sorted({text for text in found if text}, key=len, reverse=True))


def tone(scope: Scope) -> Iterator[Finding]:
    """Faults of tone in the case's own texts, and in the letter where one was drafted."""
    told: set[str] = set()
    for path, text, own in user_texts(scope.case):
        for hit in hits(text):
            told.add(hit.words)
            if own or hit.manner.code not in _OWN_ACTS_ONLY:
                yield from _finding(scope, hit, path)
    if scope.letter is not None:
        for hit in hits(_said(scope.letter, scope.case)):
            if hit.words not in told:
                yield from _finding(scope, hit, "")


def _said(letter: Letter, case: CaseFile) -> str:
    bodies = (letter.body, *letter.variants.values())
    text = "\n".join(dict.fromkeys([letter.title, *(piece for body in bodies for piece in texts(body))]))
    for words in spoken(case):
        text = text.replace(words, "")
    return text


def _finding(scope: Scope, hit: Hit, path: str) -> Iterator[Finding]:
    manner = hit.manner
    code = "crime-as-fact" if manner.code == "suspicion" else manner.code
    if manner.code == "suspicion" and (scope.channel is None or scope.channel.may_suspect):
        return
    yield Finding(
        level=_LEVELS[manner.code],
        code=code,
        message=f"“{hit.words}”：{manner.why}",
        path=path,
        fix=f"可以改写为：{hit.instead}" if not hit.instead.startswith("删去") else hit.instead,
        source=manner.source,
    )
