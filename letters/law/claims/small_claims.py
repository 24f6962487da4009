"""Whether the small-claims procedure is open (民诉法 165, 166; 民诉法解释 257, 272). The ceiling is never guessed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.money import cents, yuan
from letters.law.results import SmallClaimsAnswer, Sum
from letters.law.tables import keys

#: Demands that a court would have to grant beside money; the rest of the non-money ones are for other desks.
_NOT_MONEY = {
    "deliver": "交付",
    "replace": "更换",
    "apology": "赔礼道歉",
    "erase": "删除个人信息",
    "correct": "纠正差错",
}


def ceiling(facts: Facts, law: Law) -> Iterator[Sum]:
    """Half of the yearly wage that the user entered, as a sum; nothing where he entered none."""
    stated = facts.case.preferences.small_claims
    if stated is None or not stated.average_wage:
        return
    share = law.tables.entry(keys.SHARE_OF_WAGE, facts.on)
    limit = stated.average_wage * Decimal(share.value)
    words = f"{stated.province}{stated.year or ''}{'年度' if stated.year else ''}就业人员年平均工资"
    yield Sum(
        "small_claims_ceiling", cents(limit), f"{words}{yuan(stated.average_wage)}元×{share.value}＝{yuan(limit)}元", share.article,
        limit, (("年平均工资", yuan(stated.average_wage)), ("来源", stated.source)),
    )  # fmt: skip


def small_claims(facts: Facts, law: Law, sums: Mapping[str, Sum]) -> SmallClaimsAnswer:
    """The answer with its reasons: money only, amount, a defendant who can be found, no many plaintiffs."""
    wage = stated.average_wage if (stated := facts.case.preferences.small_claims) else None
    limit = sums["small_claims_ceiling"].amount if "small_claims_ceiling" in sums else None
    agreed = cents(wage * law.tables.amount(keys.AGREED_SHARE_OF_WAGE, facts.on)) if wage and limit else None
    against, unsure = list(_obstacles(facts, law, sums)), []
    total = sums.get("total")
    if total is not None and limit is not None and total.amount > limit:
        if agreed is not None and total.amount <= agreed:
            against.append(
                f"请求金额{yuan(total.amount)}元超过{yuan(limit)}元，只有双方约定才能适用（民事诉讼法第一百六十五条第二款）"
            )
        else:
            against.append(f"请求金额{yuan(total.amount)}元超过小额诉讼的限额（民事诉讼法第一百六十五条）")
    if limit is None:
        unsure.append("没有填写法院所在省份公布的年平均工资，限额由立案法院核定（民事诉讼法第一百六十五条第一款）")
    opponent = facts.parties.opponent
    if opponent is not None and opponent.status == "closed" and opponent.name and opponent.address:
        unsure.append("对方已停止经营，能否送达有待核实（民事诉讼法第一百六十六条第四项）")
    eligible = "no" if against else "unknown" if unsure else "yes"
    reasons = (*against, *unsure)
    return SmallClaimsAnswer(
        eligible, limit, agreed, reasons or ("只请求金钱，金额在限额以内，被告明确（民事诉讼法第一百六十五条第一款）",)
    )


def _obstacles(facts: Facts, law: Law, sums: Mapping[str, Sum]) -> Iterator[str]:
    if "total" not in sums:
        yield "没有金钱请求，不是金钱给付案件（民事诉讼法第一百六十五条第一款）"
    for demand in facts.case.demands:
        if demand.kind in _NOT_MONEY:
            yield f"还请求{_NOT_MONEY[demand.kind]}，不是单纯的金钱给付（民事诉讼法第一百六十五条第一款）"
    opponent = facts.parties.opponent
    if opponent is None or not opponent.name:
        yield "不知道被告的真实名称，被告不明确（民事诉讼法第一百二十二条第二项）"
    elif opponent.status in ("unreachable", "fake") or opponent.status == "closed" and not opponent.address:
        yield "被告下落不明（民事诉讼法第一百六十六条第四项）"
    many = law.tables.value(keys.MANY_PLAINTIFFS, facts.on)
    if len(facts.case.joint) + 1 >= many:
        yield "人数众多，共同起诉不适用简易程序（民事诉讼法解释第二百五十七条第三项）；可以各自起诉"
