"""The cause of action (案由) a complaint proposes; the court fixes it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from letters.law.dossier import Dossier

LEFT_TO_COURT = "由人民法院确定"


def cause_of_action(dossier: "Dossier") -> str:
    """By the ground, else by the goods, under the regulation in force on the letter's day (民事案件案由规定).

    Money paid twice is claimed back as without ground from who has it; a bank answers for its service.
    """
    by_ground = dossier.tables.value("causes.grounds", dossier.on)
    by_goods = dossier.tables.value("causes.goods", dossier.on)
    order = dossier.facts.main_order
    payer = dossier.facts.opponent is not None and dossier.facts.opponent.role == "payment-provider"
    if dossier.facts.charged_twice and dossier.facts.has("debited-not-credited") and not payer:
        return str(dossier.tables.value("causes.double_charge", dossier.on))
    found = by_ground.get(dossier.facts.main_ground) or by_goods.get(order.kind if order else "")
    return str(found or LEFT_TO_COURT)
