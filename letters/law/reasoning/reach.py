"""Who and what an argument is for: consumers or anyone, seller, platform or payer, the demand it carries."""

from letters.case.facts.facts import Facts
from letters.case.model import Respondent
from letters.case.model.kinds import DEMANDS, MONEY_KINDS
from letters.law.library import Law
from letters.law.reasoning.grounds import Rule
from letters.law.results import Argument
from letters.law.tables import keys

#: Demands that are never read into a case: what is not asked is not argued.
_ASKED = frozenset({"deliver", "replace", "difference", "damages", "interest", "triple", "costs", "apology", "erase"})
#: Demands that rest on the duty of which a refund is the usual consequence.
_PERFORMANCE = MONEY_KINDS | {"terminate", "deliver", "replace", "correct", "stop-renewal"}
_ROLES = {"seller": "卖家", "platform": "平台", "payer": "支付机构或者银行"}


def wanted(facts: Facts, law: Law, demand: str) -> bool:
    """Whether a demand is asked for or follows from what is asked for."""
    if demand == "any" or facts.told.wants(demand):
        return True
    if demand in _ASKED:
        return False
    if demand == "refund":
        return not facts.case.demands or facts.told.wants(*_PERFORMANCE)
    return True


def demand_missing(facts: Facts, law: Law, argument: Argument) -> str:
    """Why the demand of an argument is not in the case, or empty; a weak argument needs its demand in so many words."""
    name = DEMANDS.get(argument.demand, argument.demand)
    if argument.strength == "weak" and not facts.told.wants(argument.demand):
        return f"依据较弱，只有当事人明确提出“{name}”时才用"
    if not wanted(facts, law, argument.demand):
        return f"没有提出“{name}”的诉求"
    return ""


def protects_consumers_only(facts: Facts, law: Law, articles: tuple[str, ...]) -> bool:
    """Whether one of the articles is of a law that protects purchases for daily life alone (消保法 2)."""
    laws = law.tables.value(keys.CONSUMER_LAWS, facts.on)
    return any(article.partition(":")[0] in laws for article in articles)


def not_for_consumer(facts: Facts, law: Law, rule: Rule) -> str:
    """Why consumer law does not apply, or empty (消保法 2, 3)."""
    if facts.parties.consumer:
        return ""
    if not (rule.consumer or protects_consumers_only(facts, law, rule.argument.cite)):
        return ""
    if facts.told.own_use:
        return "对方是个人卖家，没有证明其经常经营，不适用消费者权益保护的规定"
    return "不是为生活消费需要购买（转售或者单位使用），不适用消费者权益保护的规定"


def roles(facts: Facts, law: Law, respondent: Respondent | None = None) -> frozenset[str]:
    """The roles a respondent has towards the buyer: seller, platform, payer; of all respondents where none is named.

    A self-operated platform is seller and platform; one that stands in for an unnamed seller answers as he would
    (消保法 44(1)).
    """
    if respondent is not None:
        found = set()
        if respondent.role == "payment-provider":
            found.add("payer")
        if facts.parties.platform is not None and respondent.id == facts.parties.platform.id:
            found.add("platform")
        if (
            respondent.role in ("seller", "payee", "unknown")
            or respondent in facts.parties.opponents
            and respondent.role == "platform"
        ):
            found.add("seller")
        return frozenset(found)
    found = (
        {"seller"} if facts.case.orders or not any(trait.answers == "payer" for trait in facts.told.traits) else set()
    )
    if facts.parties.platform is not None:
        found.add("platform")
    if facts.case.payments or facts.parties.provider is not None:
        found.add("payer")
    return frozenset(found)


def role_missing(facts: Facts, law: Law, against: frozenset[str]) -> str:
    """Why nobody in the case can be held to an argument, or empty."""
    if "any" in against or against & roles(facts, law):
        return ""
    return f"本案的对方中没有{'、'.join(_ROLES.get(role, role) for role in sorted(against))}"
