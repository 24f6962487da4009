"""Hiding by identity level: what free text may not show, and what stands instead (channels' levels L0 to L3)."""

from collections.abc import Callable

from letters.case.model import CaseFile
from letters.case.view import masks
from letters.case.view.shown import is_person


class Hiding:
    """What level `level` may not see of `case`."""

    def __init__(self, case: CaseFile, level: int) -> None:
        self.level = level
        self.pairs = _pairs(case, level)

    def free(self, text: str) -> str:
        """A user's own words without what the level hides."""
        for secret, mask in self.pairs:
            if secret in text:
                text = text.replace(secret, mask)
        return text

    def since(self, level: int, text: str, mask: Callable[[str], str] | None = None) -> str:
        """`text` from `level` on; below it the mask, or nothing."""
        if self.level >= level or not text:
            return text
        return mask(text) if mask else ""


def _pairs(case: CaseFile, level: int) -> tuple[tuple[str, str], ...]:
    """Secrets, longest first, with what stands instead."""
    me = case.complainant
    people = [me, *(p for p in (me.guardian, me.agent) if p)]
    pairs: list[tuple[str, str]] = []
    if level < 3:
        pairs += [(p.id_number, "（证件号码略）") for p in people]
        pairs += [(a, "（住址略）") for p in people for a in (getattr(p, "address", ""), getattr(p, "residence", ""))]
    if level < 2:
        pairs += [(p.phone, masks.mask_phone(p.phone)) for p in people] + [(p.name, "本人") for p in people]
        pairs += [(me.email, masks.mask_email(me.email))]
        if me.account:
            pairs += [(me.account.phone, masks.mask_phone(me.account.phone))]
    if level < 1:
        pairs += [(o.number, masks.mask_order(o.number)) for o in case.orders]
        pairs += [(o.target_account, "（账号略）") for o in case.orders]
        pairs += [(p.transaction_id, "（单号略）") for p in case.payments]
        pairs += [(p.merchant_order, masks.mask_order(p.merchant_order)) for p in case.payments]
        pairs += [(r.serial, "（单号略）") for r in case.refunds]
        pairs += [(f.number, "（编号略）") for f in case.filings]
        pairs += [(r.name, masks.mask_name(r.name)) for r in case.respondents if r.private_person or is_person(r.name)]
        pairs += [(p.payee, masks.mask_name(p.payee)) for p in case.payments if is_person(p.payee)]
        if me.account:
            pairs += [(me.account.name, "（账号略）")]
    found = {text: mask for text, mask in pairs if len(text) > 1 and text != mask}
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))
