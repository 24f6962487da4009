"""The front matter of our own channels: conditions that name what exists, references that lead somewhere, known words."""

from typing import get_args

import pytest
from jinja2 import nodes

from letters.case.facts.facts import ANSWERS
from letters.case.model import DemandKind
from letters.case.view.case_view import CaseView
from letters.channels.front_matter import GROUPS
from letters.channels.known_channels import channels
from letters.channels.profile import Channel
from letters.law.library import law_of
from letters.law.reasoning.conditions import environment

OURS = tuple(channels())
EVERY = pytest.mark.parametrize("channel", OURS, ids=lambda c: c.id)
STAGES = {
    "negotiation",
    "appeal",
    "inquiry",
    "payment",
    "regulator",
    "mediation",
    "report",
    "push",
    "industry",
    "public",
    "police",
    "court",
    "annex",
}


def conditions(channel: Channel) -> list[str]:
    found = [c.condition for c in channel.unless] + [channel.when]
    found += [s.condition for s in channel.ladder.skip]
    found += [channel.ladder.today, channel.ladder.serves]
    return [text for text in found if text]


def test_there_are_thirty_four() -> None:
    assert len(OURS) == 34


@EVERY
def test_conditions_ask_the_case_for_what_it_has(channel: Channel) -> None:
    for text in conditions(channel):
        tree = environment().parse("{% if " + text + " %}{% endif %}")
        asked = [
            n.attr for n in tree.find_all(nodes.Getattr) if isinstance(n.node, nodes.Name) and n.node.name == "case"
        ]
        assert all(hasattr(CaseView, name) or name in ANSWERS or name in ("on",) for name in asked), (text, asked)
        names = {n.name for n in tree.find_all(nodes.Name)}
        assert names <= {"case", "dues", "true"}, names


@EVERY
def test_references_lead_to_channels(channel: Channel) -> None:
    ids = set(channels().ids())
    ladder = channel.ladder
    assert {*channel.moves.values(), *ladder.next} <= ids
    assert {*channel.beside, *(entry.partition(":")[0] for entry in channel.shut_by)} <= ids | GROUPS
    lists = [ladder.after, ladder.silence, ladder.filed, ladder.waits_for, ladder.attached_to]
    for words in [*lists, ladder.instead.of if ladder.instead else ()]:
        assert set(channels().named(words)) <= ids
        assert all(channels().named([word]) for word in words)
    assert ladder.stage in STAGES


@EVERY
def test_the_laws_that_a_body_enforces_are_there(channel: Channel) -> None:
    assert channel.enforces <= set(law_of().statutes.slugs)


@EVERY
def test_demands_are_allowed_or_moved_never_both(channel: Channel) -> None:
    kinds = set(get_args(DemandKind))
    assert channel.may_ask | channel.implies | set(channel.moves) <= kinds
    assert not channel.may_ask & set(channel.moves)
    assert all(
        channels()[target].may_ask >= {kind}
        for kind, target in channel.moves.items()
        if target != "anti-fraud-script" or kind == "stop-payment"
    )


@EVERY
def test_what_is_left_out_of_the_formula_has_its_reason(channel: Channel) -> None:
    assert set(channel.leaves_out) <= {"facts", "legal_basis", "demand", "deadline"}
    assert all(len(reason) > 5 for reason in channel.leaves_out.values())
    assert ("deadline" in channel.leaves_out) == (channel.deadline in ("none", "law"))
    assert bool(channel.tier) or "legal_basis" in channel.leaves_out


@EVERY
def test_public_channels_ask_for_no_personal_field(channel: Channel) -> None:
    if channel.public:
        assert not [need for need in channel.needs if need.startswith("complainant.")]
    assert all(fact.mark in ("law", "verified", "customary", "unverified") for fact in channel.facts)
