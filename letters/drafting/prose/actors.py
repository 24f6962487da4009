"""Who is called what in a story: the writer, the other side, third persons, one of several defendants."""

from collections.abc import Callable
from typing import Any

from letters.case.view.case_view import CaseView
from letters.channels.known_channels import Channels
from letters.drafting.prose.forms import Clock
from letters.law.statutes.numerals import to_chinese


class Actors:
    """One voice: its words, its clock, the last subject of a sentence and who is called what."""

    def __init__(
        self, case: CaseView, words: dict[str, Any], voice: dict[str, str], clock: Clock, channels: Channels,
        exhibits: Callable[..., str],
    ) -> None:  # fmt: skip
        self.case, self.words, self.voice, self.clock = case, words, voice, clock
        self.channels, self.ex = channels, exhibits
        self._subject = ""
        self._refused = False

    def subject(self, by: str, staff: bool = False) -> str:
        """The word for the actor in this voice."""
        voice, case = self.voice, self.case
        if by == "complainant":
            return voice["child"] if case.minor and case.guardian else voice["I"]
        if by == "guardian":
            return self.guardian()
        if by == "platform" and case.platform is not None:
            by = case.platform.id
        party = case.party(by)
        if party is None:
            return "对方" if by == "other" else voice["they"]
        if numbered := self._numbered(party.id):
            return numbered + "客服" * (staff and voice["staff"] != voice["they"])
        other = case.other
        stranger = voice["they"] == "对方" and party.role == "payment-provider"
        if other is not None and party.id == other.id and not stranger:
            return voice["staff"] if staff else voice["they"]
        if other is not None and other.role == "payment-provider" and party.role != "payment-provider":
            return "商户"
        return self.third(party)

    def _numbered(self, identity: str) -> str:
        """被告一, 被告二: the other side's word with its number, where several are claimed from."""
        known = [p.id for p in self.case.opponents]
        if len(known) < 2 or identity not in known or not self.voice["they"].startswith("被"):
            return ""
        return self.voice["they"] + to_chinese(known.index(identity) + 1)

    def third(self, party: Any) -> str:
        """A third person: role and shown name."""
        noun = {"seller": "店铺", "platform": "平台", "payee": "收款方", "upstream": "上游", "payment-provider": ""}
        if not party.display:
            return noun.get(party.role) or "对方"
        return (
            f"{noun.get(party.role, '')}{f'“{party.display}”' if party.role != 'payment-provider' else party.display}"
        )

    def guardian(self) -> str:
        """The guardian in this voice: 本人 where he writes himself, else 法定代理人."""
        return self.voice["I"] if self.voice["child"] != self.voice["I"] else "法定代理人"
