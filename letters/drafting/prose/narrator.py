"""The story in sentences: one event one clause, one day one sentence, subjects and dates said only where needed."""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from letters.case.facts.story import Entry
from letters.case.model.moment import knows_hour
from letters.drafting.prose.clauses import Clauses
from letters.drafting.prose.forms import clock_time, written_sum

#: What went wrong, and what was said about it, told apart where a form asks for them apart.
FAILURE = frozenset({"discovery", "delivery", "promise-missed", "closed", "fee-demanded", "other", "payment", "order"})
TALKS = frozenset(
    {"request", "reply", "refusal", "approval", "contact", "notice", "filing", "answer", "refund", "promise", "blocked"}
)
#: Filings of these natures are not told to the other side, to regulators or in public.
KEPT_QUIET = frozenset({"public", "police"})


class Narrator(Clauses):
    """Tells entries of the story in one voice; keeps the clock and the last subject of a sentence."""

    def deal(self, *show: str) -> str:
        """What was ordered and paid, a sentence each."""
        sentences: list[str] = []
        ordered: Entry | None = None
        said: datetime | None = None
        named: set[str] = set()
        if self.clock.style == "paper":
            self.clock.forget_day()
        for order in self.undated():
            self._subject = ""
            total = sum((p.amount for p in order.payments), start=order.amount * 0)
            sentences.append(
                self._ordered(order, "", show)
                + (f"；付款{written_sum(total, self.voice['money'])}" if total else "")
                + "。"
            )
        for entry in (e for e in self.case.story if self._dealt(e)):
            paid = (
                "joined" in show
                and ordered is not None
                and entry.kind == "payment"
                and entry.order_id == ordered.order_id
            )
            if paid and entry.at.date() == ordered.at.date():  # type: ignore[union-attr]
                again = clock_time(ordered.at, self.clock.style)  # type: ignore[union-attr]
                paying = self.payment(entry, show=show).removeprefix(f"{again}，" if again else "")
                sentences[-1] = f"{sentences[-1][:-1]}；{paying}。"
                continue
            self._subject = ""
            tell = self.order if entry.kind == "order" else self.payment
            known = {"purpose", "own"} if said else set()
            known |= {"operated", "firm"} if said and entry.kind != "order" else set()
            known |= {"number"} if entry.order_id in named and entry.kind != "order" else set()
            told = tell(entry, show=[s for s in show if s not in known])
            named.add(entry.order_id)
            if said is not None and said.replace(second=0) == entry.at.replace(second=0) and knows_hour(said):
                told = told.removeprefix(f"{clock_time(said, self.clock.style)}，")
            sentences.append(told + "。")
            ordered, said = (entry if entry.kind == "order" else None), entry.at
        return "".join(sentences)

    def entries(
        self, *kinds: str, since: datetime | None = None, until: datetime | None = None, without: str = "",
        bodies: bool = True,
    ) -> list[Entry]:  # fmt: skip
        """The entries beside order and payment: of the named kinds, or of the groups `failure` and `talks`.

        `without` leaves out the answer of that number, and the filing if the case has no words of its own for it; not `bodies`, what was filed with institutions.
        """
        wanted = frozenset().union(
            *(
                {"failure": FAILURE, "talks": TALKS}.get(kind, frozenset({kind}))
                for kind in kinds or ("failure", "talks")
            )
        )
        return [
            e for e in self.case.story
            if e.kind in wanted and not (e.kind == "order" and e.order_id) and not self._bare_payment(e)
            and self._told(e) and not (without and e.number == without and not (e.kind == "filing" and e.did)) and (bodies or not self.of_body(e)) and (since is None or e.at > since) and (until is None or e.at <= until)
        ]  # fmt: skip

    def of_body(self, entry: Entry) -> bool:
        """Whether the entry is a filing with an institution, which is neither the other side nor the seller, or its answer."""
        channel = self.channels.get(entry.channel) if entry.kind in ("filing", "answer") else None
        return channel is not None and channel.answers == "institution"

    def _told(self, entry: Entry) -> bool:
        if not entry.channel or entry.kind not in ("filing", "answer") or entry.channel not in self.channels:
            return True
        body = self.channels[entry.channel].body
        if self.case.level == 0:
            return body in ("other-side", "third-party")
        return body not in KEPT_QUIET or self.voice["I"] in ("报案人",) or self.case.payment_denied

    def items(self, entries: Sequence[Entry]) -> list[str]:
        """The sentences of `days` as items of a list, each with its own date."""
        return self.days(entries, dated=True)

    def days(self, entries: Sequence[Entry], dated: bool = False) -> list[str]:
        """A sentence a day: clauses joined by semicolons, the subject dropped when it stays.

        An answer that follows its filing stands in the same sentence; evidence that the next clause names too stands there.
        With `dated` every sentence after the first begins with its date.
        """
        sentences: list[str] = []
        for group in _told_together(entries):
            self._subject = ""
            if dated and sentences:
                self.clock.forget_day()
            clauses = []
            for i, entry in enumerate(group):
                following = group[i + 1].evidence if i + 1 < len(group) else ()
                shown = replace(entry, evidence=()) if set(entry.evidence) <= set(following) else entry
                clauses.append(self.clause(shown, fresh=not i and not sentences and self.clock.style == "paper"))
            sentences.append("；".join(clauses) + "。")
        return sentences

    def tale(
        self,
        *kinds: str,
        since: datetime | None = None,
        until: datetime | None = None,
        without: str = "",
        bodies: bool = True,
    ) -> str:
        """The rest of the story in one paragraph."""
        self._refused = False
        return "".join(self.days(self.entries(*kinds, since=since, until=until, without=without, bodies=bodies)))


def _told_together(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of one day, an answer that came on a later day with the filing just before it."""
    groups: list[list[Entry]] = []
    closed = True
    for entry in entries:
        last = groups[-1][-1] if groups else None
        same = last is not None and last.at.date() == entry.at.date()
        answers = (
            last is not None
            and last.kind == "filing"
            and bool(entry.channel)
            and (entry.channel, entry.number) == (last.channel, last.number)
        )
        if last is not None and not closed and (same or answers):
            groups[-1].append(entry)
        else:
            groups.append([entry])
        closed = answers and not same
    return groups
