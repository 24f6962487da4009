"""What the front matter of a channel refers to: channels, demands, fields, voices, periods, articles, conditions."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import get_args

from letters.case.model import CaseFile, DemandKind
from letters.case.model.fields import field_at
from letters.case.model.purchase import Method
from letters.channels.front_matter import GROUPS
from letters.channels.profile import Channel
from letters.data.mistakes import near
from letters.law.library import Law
from letters.law.reasoning.conditions import check_expression

#: Key, what is wrong, cure.
Wrong = tuple[str, str, str]
_DEMANDS: tuple[str, ...] = get_args(DemandKind)
#: Keys of `ladder` that list channels.
_STEPS = {
    "after": "after",
    "silence": "silence",
    "filed": "filed",
    "waits_for": "waits_for",
    "attached_to": "with",
}
#: Where in a case the first word of a `needs` path is.
_HEADS = {
    **dict.fromkeys(("other", "seller", "platform", "provider", "upstream", "opponent"), "respondents"),
    "order": "orders", "payment": "payments", "agent": "complainant.agent", "guardian": "complainant.guardian",
}  # fmt: skip


def wrong_references(
    channel: Channel, ids: Collection[str], voices: Sequence[str], law: Law, on: date
) -> Iterator[Wrong]:
    """Everything in a profile that names what does not exist."""
    yield from _channels(channel, sorted(ids))
    yield from _demands(channel)
    if channel.voice not in voices:
        yield "voice", f"没有“{channel.voice}”这组称谓", near(channel.voice, voices)
    if channel.method and channel.method not in get_args(Method):
        yield "method", f"没有“{channel.method}”这种付款方式", near(channel.method, get_args(Method))
    for slug in sorted(channel.enforces):
        if slug not in law.statutes.slugs:
            yield "enforces", f"没有“{slug}”这部法律", near(slug, sorted(law.statutes.slugs))
    for index, need in enumerate(channel.needs):
        if not all(map(_field, need.split("|"))):
            yield (
                f"needs[{index}]",
                f"案件里没有“{need}”这个字段",
                "字段写成 complainant.phone、other.name；全部字段见 docs/case.md",
            )
    for index, wait in enumerate(channel.waits):
        if wait.period and not law.tables.known(f"periods.{wait.period}", on):
            yield f"waits[{index}].period", f"statutes/tables/periods.yaml 里没有“{wait.period}”", "核对期间的名称"


def wrong_articles(channel: Channel, refused: Callable[[str, bool], str]) -> Iterator[Wrong]:
    """Articles of the waits that do not exist or are not in force."""
    for index, wait in enumerate(channel.waits):
        if wait.article and (said := refused(wait.article, True)):
            yield f"waits[{index}].article", said, "核对条号和施行日期"


def wrong_conditions(channel: Channel) -> Iterator[Wrong]:
    """Conditions that do not compile, or ask for what a case does not have."""
    ladder = channel.ladder
    asked = {"when": channel.when, "ladder.today": ladder.today, "ladder.serves": ladder.serves}
    asked |= {f"unless[{i}].if": each.condition for i, each in enumerate(channel.unless)}
    asked |= {f"ladder.skip[{i}].if": each.condition for i, each in enumerate(ladder.skip)}
    for key, text in asked.items():
        names = ("case",) if key.startswith("ladder") else ("case", "dues")
        for said in check_expression(text, names) if text else ():
            yield key, f"{said}（{text}）", "条件可以问的见 docs/channels.md"


def _channels(channel: Channel, ids: Sequence[str]) -> Iterator[Wrong]:
    """Channels that there are not; most lists may also name a body or a procedure and mean all of its channels."""
    single = {f"moves.{kind}": to for kind, to in channel.moves.items()}
    single |= {f"ladder.next[{i}]": to for i, to in enumerate(channel.ladder.next)}
    listed = {f"shut_by[{i}]": entry.partition(":")[0] for i, entry in enumerate(channel.shut_by)}
    listed |= {f"beside[{i}]": to for i, to in enumerate(channel.beside)}
    instead = channel.ladder.instead
    steps = {key: getattr(channel.ladder, attribute) for attribute, key in _STEPS.items()}
    for key, words in {**steps, "instead.of": instead.of if instead else ()}.items():
        listed |= {f"ladder.{key}[{i}]": to for i, to in enumerate(words) if isinstance(to, str)}
    for named, known in ((single, list(ids)), (listed, sorted({*ids, *GROUPS}))):
        for key, to in named.items():
            if to not in known:
                yield key, f"没有“{to}”这个渠道", near(to, known)
    for index, entry in enumerate(channel.shut_by):
        if (state := entry.partition(":")[2]) not in ("", "open"):
            yield f"shut_by[{index}]", f"“{state}”不能写在冒号后面", "只能写 渠道 或者 渠道:open"


def _demands(channel: Channel) -> Iterator[Wrong]:
    asked = "allow" if channel.older_allow else "may_ask"
    for key, kinds in ((asked, channel.may_ask), ("implies", channel.implies), ("moves", channel.moves)):
        for kind in sorted(kinds):
            if kind not in _DEMANDS:
                yield (f"moves.{kind}" if key == "moves" else key), f"没有“{kind}”这种诉求", near(kind, _DEMANDS)
    for kind in sorted(channel.may_ask & set(channel.moves)):
        yield f"moves.{kind}", f"“{kind}”既可以在这里提（{asked}），又要移走（moves）", "只留一处"


def _field(path: str) -> bool:
    """Whether a case has a field of that path; `other` and `order` are the respondent and the order meant."""
    head, dot, rest = path.strip().partition(".")
    return field_at(CaseFile, f"{_HEADS.get(head, head)}{dot}{rest}") is not None
