"""From grounds to the legal basis: which arguments hold in a case, which do not, and why (`letters law --why`)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from letters.case.facts.facts import Facts
from letters.law.library import Law
from letters.law.reasoning.ground_file import Element, GroundWords, Lead
from letters.law.reasoning.grounds import Defence, Ground, Rule
from letters.law.reasoning.reach import demand_missing, not_for_consumer, protects_consumers_only, role_missing
from letters.law.results import Argument, LegalBasis, Provision, Rejected
from letters.law.statutes.catalogue import Catalogue


def advise(facts: Facts, law: Law, names: Mapping[str, Any]) -> LegalBasis:
    """The arguments of the case's grounds that hold on the letter's day, in writing order, and the rejected ones."""
    merged = law.grounds.merged(facts.case.dispute.grounds)
    answers = merged.decide(names)
    unlawful = "所购商品不受法律保护，不提出任何请求" if facts.told.illegal else ""
    arguments: list[Argument] = []
    rejected: list[Rejected] = []
    for rule, holds in zip(merged.rules, answers, strict=False):
        argument = rule.argument
        if reason := unlawful or _against(facts, law, rule, holds):
            rejected += [Rejected(article, reason, argument.id) for article in argument.cite]
        else:
            arguments.append(argument)
    chosen = tuple(Provision(c, a.demand, a.strength, a.reason, a.id) for a in arguments for c in a.cite)
    taken = {provision.article for provision in chosen}
    for never, holds in zip(merged.never, answers[len(merged.rules) :], strict=True):
        if holds and never.article not in taken:
            rejected.append(Rejected(never.article, f"不得引用：{never.reason}"))
    return LegalBasis(tuple(arguments), chosen, tuple(rejected), dict(merged.headings))


def _against(facts: Facts, law: Law, rule: Rule, holds: bool) -> str:
    """Why an argument does not hold, or empty."""
    if reason := not_for_consumer(facts, law, rule):
        return reason
    if reason := role_missing(facts, law, rule.argument.against):
        return reason
    if not holds:
        return f"条件不符：用于“{rule.argument.reason}”的情形，本案事实没有显示这一点"
    if reason := demand_missing(facts, law, rule.argument):
        return reason
    return out_of_force(facts, law, rule.argument.cite, rule.as_of)


def out_of_force(facts: Facts, law: Law, articles: tuple[str, ...], as_of: str = "order") -> str:
    """Why one of the articles cannot be cited in this case on this day, or empty.

    Substance is judged by the day of the facts and again by the letter's day, procedure by the letter's day alone.
    """
    day = day_of(facts, as_of)
    return next(filter(None, (_unfit(law.statutes, article, day, facts.on) for article in articles)), "")


@lru_cache(maxsize=16384)
def _unfit(catalogue: Catalogue, article: str, facts: date, letter: date) -> str:
    status = catalogue.applies(article, facts=facts, letter=letter)
    if status.in_force:
        status = catalogue.status(article, letter)
    return "" if status.in_force else f"{status.message}，不能适用于本案"


def day_of(facts: Facts, as_of: str) -> date:
    """The day of the fact that decides which substantive law applies."""
    if as_of == "payment" and facts.dealings.paid_at:
        return facts.dealings.paid_at.date()
    if as_of == "last-payment" and facts.dealings.last_paid_at:
        return facts.dealings.last_paid_at.date()
    if as_of == "breach":
        return facts.dealings.promised_on or facts.dealings.knew_on
    if as_of == "refusal":
        return facts.dealings.refused_on or facts.on
    return facts.on if as_of == "letter" else facts.dealings.fact_date


def main_ground(facts: Facts, law: Law) -> Ground:
    """The ground that carries the claim; its words are used."""
    return law.grounds.ground(facts.told.main_ground)


def words(facts: Facts, law: Law) -> GroundWords:
    """How the dispute is put in the various texts: Jinja2 fragments, see docs/grounds.md."""
    return main_ground(facts, law).words


def elements(facts: Facts, law: Law) -> Iterator[Element]:
    """What must be shown, for all grounds of the case, each once."""
    seen: set[str] = set()
    for identity in facts.case.dispute.grounds:
        for element in law.grounds.ground(identity).elements:
            if element.id not in seen:
                seen.add(element.id)
                yield element


def defences(facts: Facts, law: Law, names: Mapping[str, Any]) -> tuple[Defence, ...]:
    """The answers to what the other side says, in the order of the case; those whose conditions and articles hold."""
    from letters.law.reasoning.conditions import holds

    ground = main_ground(facts, law)
    found = (ground.defences.get(identity) for identity in facts.case.dispute.defences)
    return tuple(
        d for d in found
        if d is not None and (not d.when or holds(d.when, names)) and may_cite(facts, law, d.cite)
    )  # fmt: skip


def may_cite(facts: Facts, law: Law, articles: tuple[str, ...], as_of: str = "order") -> bool:
    """Whether all of the articles are in force for this case, consumer law for consumers alone."""
    if not facts.parties.consumer and protects_consumers_only(facts, law, articles):
        return False
    return not out_of_force(facts, law, articles, as_of)


def report_leads(facts: Facts, law: Law, names: Mapping[str, Any]) -> tuple[Lead, ...]:
    """The leads of a report (举报) on all grounds of the case whose conditions and articles hold: heading, cite, text."""
    from letters.law.reasoning.conditions import holds

    leads: dict[str, Lead] = {}
    for identity in facts.case.dispute.grounds:
        for lead in law.grounds.ground(identity).words.report_leads:
            if (not lead.when or holds(lead.when, names)) and may_cite(facts, law, lead.cite, "breach"):
                leads.setdefault(lead.heading, lead)
    return tuple(leads.values())
