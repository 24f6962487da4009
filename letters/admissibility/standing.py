"""Whether a channel is open for a case on a day, and if not, why: gates, powers, exclusivity, filings already made.

Drafting refuses, review reports and the plan orders by this one answer. Sources: the channel's front matter
(docs/channels.md) and 市场监督管理投诉举报处理办法 16(1)(2) for what one body's handling shuts elsewhere.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from letters.case.facts.facts import Facts
from letters.case.model import Filing
from letters.case.model.vocabulary import METHOD
from letters.channels.known_channels import Channels
from letters.channels.profile import Channel

if TYPE_CHECKING:
    from letters.law.matter import Matter

Mode = Literal["new", "supplement", "urge", "withdraw"]
#: A filing in these states still runs.
LIVE = frozenset({"open", "accepted"})
#: A body that answered so has taken the dispute up or handled it; 不予受理 (refused) is neither.
HANDLED = frozenset({"answered", "terminated", "settled"})


class Standing(Struct, frozen=True):
    """The answer for one channel.

    `open`: a new text may be sent. Closed with a `mode` other than `new`, a follow-up to the filing that runs may be
    written: a supplement, a reminder once its time has passed, a withdrawal after settlement. `code` is a finding code
    or a word of the front matter, `why` Chinese for the user, `fix` what would open the channel, empty if nothing does.
    """

    channel: str
    open: bool
    code: str = ""
    why: str = ""
    fix: str = ""
    mode: Mode = "new"
    filing: Filing | None = None

    @property
    def writable(self) -> bool:
        """Whether drafting may write something: a new text, or a follow-up to the filing that runs."""
        return self.open or self.mode != "new"


def standing(matter: "Matter", channel: Channel, channels: Channels | None = None) -> Standing:
    """Whether `channel` is open for the case; the first reason that shuts it is the answer.

    Order: illegal goods, fraud signs, a minor without guardian, resale, settlement, the channel's own `unless` and
    `when`, a filing of its own, filings elsewhere.
    """
    for found in _reasons(matter, channel, channels if channels is not None else matter.facts.channels):
        return found
    return Standing(channel.id, True)


class Standings:
    """The standing of the channels in one case on one day, each asked once; `known` are the channels there are."""

    def __init__(self, matter: "Matter", known: Channels) -> None:
        self.matter, self.known = matter, known
        self._found: dict[str, Standing] = {}

    def of(self, channel: Channel) -> Standing:
        """Whether the channel is open, and if not, why and until when."""
        found = self._found.get(channel.id)
        if found is None:
            found = self._found[channel.id] = standing(self.matter, channel, self.known)
        return found


def settled(matter: "Matter") -> bool:
    """Whether the money that is owed has arrived: all of it, or what a recorded settlement gave."""
    if matter.facts.dealings.arrived <= 0:
        return False
    if any(filing.status == "settled" for filing in matter.facts.told.filings):
        return True
    total = matter.sums.get("total")
    return total is None or total.amount <= 0


def running(facts: Facts, channel: str) -> Filing | None:
    """The latest filing on the channel that still runs, or None."""
    return next((f for f in reversed(facts.told.filings_on(channel)) if f.status in LIVE), None)


def took_up(filing: Filing) -> bool:
    """Whether the body has accepted or handled the dispute (办法 16(1)(2)).

    A withdrawal counts only after acceptance. An open filing is held to be taken up: whoever files elsewhere beside it
    makes one of the two a duplicate.
    """
    return filing.status in LIVE | HANDLED or (filing.status == "withdrawn" and filing.accepted_at is not None)


def _reasons(matter: "Matter", channel: Channel, channels: Channels) -> Iterator[Standing]:
    yield from _gates(matter.facts, channel)
    yield from _after_settlement(matter, channel)
    yield from _conditions(matter, channel)
    yield from _own_filing(matter, channel)
    yield from _elsewhere(matter.facts, channel, channels)


def _shut(channel: Channel, code: str, why: str, fix: str = "") -> Standing:
    return Standing(channel.id, False, code, why, fix)


def _gates(facts: Facts, channel: Channel) -> Iterator[Standing]:
    if facts.told.illegal:
        yield _shut(
            channel,
            "gate-illegal-goods",
            "所购商品法律不保护，任何投诉和请求的文书都不能生成",
            "请咨询律师；商品并不违法的，更正 orders 中的 legality",
        )
    if facts.told.fraud and not facts.told.police_answered and channel.frozen:
        yield _shut(
            channel,
            "gate-fraud",
            "有诈骗迹象，先报案、止付；会惊动对方或者公开的文书暂停",
            "公安机关答复后用 letters record 记录，再继续",
        )
    if facts.parties.minor and not facts.parties.guardian:
        yield _shut(channel, "gate-minor", "购买人未成年，应当由法定代理人代为提出", "填写 complainant.guardian")
    if channel.consumer and not facts.told.own_use:
        yield _shut(channel, "gate-resale", "不是为生活消费购买，消费投诉渠道不受理", "可以依合同要求对方退款或者起诉")


class _Dues:
    """The last days of the periods of the case by name, computed only if a condition asks: `dues['regulator-window']`."""

    def __init__(self, matter: "Matter") -> None:
        self._matter = matter

    def __getitem__(self, what: str) -> date:
        return {due.what: due.at for due in self._matter.dues}[what]


def _conditions(matter: "Matter", channel: Channel) -> Iterator[Standing]:
    from letters.law.reasoning.conditions import holds

    names = {"case": matter.view(3), "dues": _Dues(matter)}
    for condition in channel.unless:
        if holds(condition.condition, names):
            yield _shut(channel, condition.code, condition.why, condition.fix)
    if channel.when and not holds(channel.when, names):
        methods = "、".join(METHOD[m] for m in METHOD if m in matter.facts.told.methods)
        if channel.body == "payment-provider" and methods:
            yield _shut(channel, "other-method", f"本案用{methods}付款，{channel.name}不适用")
        yield _shut(channel, "not-applicable", f"本案用不上{channel.name}")


def _after_settlement(matter: "Matter", channel: Channel) -> Iterator[Standing]:
    if not settled(matter):
        return
    filing = running(matter.facts, channel.id)
    if filing is not None:
        yield Standing(
            channel.id, False, "settled", "款项已经到账，应当撤回或者结束这一投诉", "提交撤回说明", "withdraw", filing
        )
    elif channel.body != "annex":
        yield _shut(
            channel, "settled", "款项已经到账，不再提出新的请求", "还有未解决的请求时，更正 refunds 或者 demands"
        )


def _own_filing(matter: "Matter", channel: Channel) -> Iterator[Standing]:
    from letters.admissibility.waits import lapsed

    filing = running(matter.facts, channel.id)
    if filing is None:
        return
    number = f"（编号{filing.number}）" if filing.number else ""
    if lapsed(matter, channel, filing):
        mode: Mode = "urge"
        why = f"已经提交{number}，答复期限已过，应当催办而不是重新提交"
    else:
        mode = "supplement"
        why = f"已经提交{number}，正在处理，只补充材料，不重复提交"
    yield Standing(channel.id, False, "duplicate-filing", why, "有结果后用 letters record 记录", mode, filing)


def _elsewhere(facts: Facts, channel: Channel, channels: Channels) -> Iterator[Standing]:
    """What `shut_by` names: a word shuts once such a body took the dispute up, `word:open` only while it runs there."""
    for entry in channel.shut_by:
        word, _, only = entry.partition(":")
        for filing in _named_by(facts, channel, channels, word):
            if not (filing.status in LIVE if only else took_up(filing)):
                continue
            name = known.name if (known := channels.get(filing.channel)) else filing.channel
            if filing.channel == channel.id:
                yield _shut(channel, "duplicate-filing", "同一争议在这里已经受理、处理过，不再受理第二次")
            elif filing.status in LIVE:
                yield _shut(
                    channel,
                    "exclusive-channel",
                    f"同一争议正在通过“{name}”处理，不能同时提交",
                    "先等其结束，或者撤回后再提交",
                )
            else:
                rule = "（投诉举报处理办法第十六条第一款第二项）" if channel.regulator_complaint else ""
                yield _shut(channel, "exclusive-channel", f"同一争议已经“{name}”处理，不再受理{rule}")


def _named_by(facts: Facts, channel: Channel, channels: Channels, word: str) -> list[Filing]:
    """The filings that a word of `shut_by` means: the channel's own first, else the latest; none that may run beside it."""
    found = [f for f in reversed(facts.told.filings) if channels.means(f.channel, (word,))]
    apart = [f for f in found if f.channel == word or not channels.beside(channel, f.channel)]
    return sorted(apart, key=lambda filing: filing.channel != channel.id)
