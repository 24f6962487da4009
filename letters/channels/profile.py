"""The profile of a channel: what its front matter says it is, completed, and what follows from it.

docs/channels.md explains each key to template authors. `letters.channels.known_channels` finds the channels.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from letters.channels.front_matter import Body, FrontMatter, Interrupts, Procedure, Reminder

#: What a filing is where the front matter does not say.
_PROCEDURE: Mapping[str, Procedure] = {
    "other-side": "request", "mediator": "complaint", "police": "report", "court": "suit",
}  # fmt: skip
#: Under which head it then interrupts the limitation.
_INTERRUPTS: Mapping[str, Interrupts] = {
    "request": "demand", "complaint": "claim", "mediation": "claim", "report": "report", "suit": "suit", "order": "suit",
}  # fmt: skip
_OLDER: Mapping[str, Body] = {
    "negotiation": "other-side", "payment": "payment-provider", "public-body": "regulator", "public": "public",
    "crime": "police", "court": "court", "annex": "annex",
}  # fmt: skip
#: A body that has taken up one of these leaves the dispute to no other (投诉举报处理办法 16(1)(2)).
_EXCLUSIVE = frozenset({"complaint", "suit", "order"})


class Channel(FrontMatter, frozen=True, kw_only=True):
    """A channel: what its front matter states, its file and the line on which its body starts."""

    path: Path = Path()
    body_line: int = 1

    @classmethod
    def of(cls, front: FrontMatter, path: Path, body_line: int) -> "Channel":
        """The channel of a file, with what its front matter leaves to be understood."""
        stated = {name: getattr(front, name) for name in front.__struct_fields__}
        body = front.body or _body(front)
        procedure = front.procedure or _PROCEDURE.get(body, "none")
        stated |= {"body": body, "procedure": procedure, "may_ask": front.may_ask | front.older_allow}
        stated["interrupts"] = front.interrupts or _INTERRUPTS.get(procedure, "none")
        return cls(**stated, path=path, body_line=body_line)

    def is_a(self, word: str) -> bool:
        """Whether the word means this channel: its id, its body or its procedure."""
        return word in (self.id, self.body, self.procedure)

    @property
    def public(self) -> bool:
        """Whether everybody may read what is sent here."""
        return self.level == 0

    @property
    def exclusive(self) -> bool:
        """Whether the dispute, once taken up here, is nobody else's to settle (投诉举报处理办法 16(1)(2))."""
        return self.procedure in _EXCLUSIVE

    @property
    def regulator_complaint(self) -> bool:
        """Whether a filing is a complaint under 投诉举报处理办法: seven working days, sixty days, three years."""
        return self.procedure == "complaint" and self.addressee == "regulator"

    @property
    def court_paper(self) -> bool:
        """Whether it is read in court: a suit, an application, or an annex to one."""
        return self.body == "court" or (self.body == "annex" and self.addressee == "court")

    @property
    def may_suspect(self) -> bool:
        """Whether a text may speak of a suspected crime, with facts: to the police, in court, in a report of an offence."""
        return self.body == "police" or self.court_paper or "investigate" in self.implies

    @property
    def first_request(self) -> bool:
        """Whether a text is itself the first request for the money: to the other side, or about one payment."""
        return self.ladder.stage in ("negotiation", "payment")

    @property
    def answered_by_staff(self) -> bool:
        """Whether a shop's or platform's staff answers, and not the other side itself."""
        return self.body == "other-side" and self.addressee != "opponent"

    @property
    def to_one(self) -> bool:
        """Whether a text goes to, or against, one of several debtors: a letter to a seller, a complaint about one payee's bill."""
        return self.body == "payment-provider" or (
            self.body == "other-side" and self.addressee in ("seller", "opponent")
        )

    def may_enforce(self, articles: Iterable[str]) -> bool:
        """Whether the articles (`guanggaofa:28`) are of laws that this body enforces; all are where it names none."""
        return not self.enforces or all(article.partition(":")[0] in self.enforces for article in articles)

    def reminds_of(self, matter: Reminder) -> bool:
        """Whether who writes here is to be told of the matter; limitation and reachability count in every court paper."""
        return matter in self.reminds or (self.court_paper and matter != "window")


def _body(front: FrontMatter) -> Body:
    """The body by the `nature` of the first edition; a public body to which others give way settles disputes itself."""
    if front.older_nature == "negotiation" and front.addressee == "upstream":
        return "third-party"
    settles = front.older_nature == "public-body" and (front.shut_by or front.ladder.stage == "mediation")
    return "mediator" if settles else _OLDER[front.older_nature]
