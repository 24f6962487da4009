"""The cause of action (案由) a complaint proposes; the court fixes it."""

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.tables import keys

LEFT_TO_COURT = "由人民法院确定"


def cause_of_action(facts: Facts, law: Law) -> str:
    """By the ground, else by the goods, under the regulation in force on the letter's day (民事案件案由规定).

    Money paid twice is claimed back as without ground from who has it; a bank answers for its service.
    """
    opponent = facts.parties.opponent
    payer = opponent is not None and opponent.role == "payment-provider"
    twice = next((trait.cause_overpaid for trait in facts.told.traits if trait.cause_overpaid), "")
    if twice and facts.contract.charged_twice and not payer:
        return twice
    order = facts.told.main_order
    by_goods = law.tables.value(keys.CAUSE_BY_GOODS, facts.on)
    return facts.told.main.cause or str(by_goods.get(order.kind if order else "") or LEFT_TO_COURT)
