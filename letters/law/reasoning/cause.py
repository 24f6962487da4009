"""The cause of action (案由) a complaint proposes; the court fixes it."""

from letters.case.facts.facts import Facts
from letters.law.library import Law

LEFT_TO_COURT = "由人民法院确定"


def cause_of_action(facts: Facts, law: Law) -> str:
    """By the ground, else by the goods, under the regulation in force on the letter's day (民事案件案由规定).

    Money paid twice is claimed back as without ground from who has it; a bank answers for its service.
    """
    by_ground = law.tables.value("causes.grounds", facts.on)
    by_goods = law.tables.value("causes.goods", facts.on)
    order = facts.told.main_order
    payer = facts.parties.opponent is not None and facts.parties.opponent.role == "payment-provider"
    if facts.contract.charged_twice and facts.told.has("debited-not-credited") and not payer:
        return str(law.tables.value("causes.double_charge", facts.on))
    found = by_ground.get(facts.told.main_ground) or by_goods.get(order.kind if order else "")
    return str(found or LEFT_TO_COURT)
