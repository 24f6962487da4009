"""概不退款 carries no claim of its own: it removes a defence (legal.md b.3)."""

from collections.abc import Iterator

from letters.review.finding import Finding, block
from letters.review.subject import Scope


def clause_alone(scope: Scope) -> Iterator[Finding]:
    """The void clause is the only ground, so nothing says why money is owed."""
    if scope.facts.told.main.claim == "none":
        yield block(
            "clause-alone",
            "只写了“概不退款”条款无效，没有写对方违反了什么：条款无效只去掉对方的理由，本身不产生退款",
            path="dispute.grounds",
            fix=scope.matter.law.grounds.ground(scope.facts.told.main_ground).alone or "补充真正的争议类型",
            source="民法典第497条；消费者权益保护法第26条",
        )
