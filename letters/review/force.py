"""Whether the law the letter would rest on was in force for these facts."""

from collections.abc import Iterator
from datetime import date

from letters.errors import LettersError
from letters.letter import Citation
from letters.review.finding import Finding, block, warn
from letters.review.subject import Scope

#: The day the Civil Code came into force (民法典 1260); the contract law before it is not held.
CIVIL_CODE = date(2021, 1, 1)


def not_in_force(scope: Scope) -> Iterator[Finding]:
    """Facts older than the contract law held, and letters that cite what was not in force."""
    day = scope.facts.dealings.fact_date
    if day < CIVIL_CODE:
        yield warn(
            "not-in-force",
            f"交易发生在{day.year}年{day.month}月，早于民法典施行；本库没有当时的合同法，文书只引用当时有效的其他规定",
            path="orders[0].ordered_at" if scope.case.orders else "payments[0].paid_at",
            fix="需要引用原合同法的，请咨询律师或者法律援助机构",
            source="民法典第1260条；时间效力规定第1条",
        )
    for citation in scope.letter.citations if scope.letter else ():
        problem = _status(scope, citation)
        if problem:
            yield block(
                "not-in-force",
                f"文书引用的 {citation.article}：{problem}",
                fix="改正模板或者争议类型文件里的引用",
                source="法条时效",
            )


def _status(scope: Scope, citation: Citation) -> str:
    try:
        today = scope.matter.law.statutes.status(citation.article, scope.on)
    except LettersError as error:
        return error.message
    return "" if today.in_force else today.message
