"""A template that was copied from ours in the first edition still works: the names of its parts are kept."""

from pathlib import Path

from tests.conftest import DAY, EXAMPLES, Run

OLDER = """---
id: city-desk
name: 市民服务平台
nature: public-body
addressee: regulator
layout: box
voice: complainant
level: 3
tier: form
lengths: [900]
deadline: settlement
allow: [refund]
answers: institution
---
{% extends "base.md" %}
{% import "parts/box.md" as box with context %}
{% import "parts/office.md" as office with context %}
{% import "parts/facts.md" as facts with context %}
{% block facts %}
{{ office.who() }}{{ box.who() }}{{ office.promised() }}{{ box.failed(brief=true) }}{{ facts.wrong() }}{{ facts.worked() }}

{% if facts.in_order() %}{{ tale() }}{% else %}{{ box.story(brief=true, bare=true) }}{{ box.after() }}{% endif %}

{{ office.clause() }}{{ office.pivot() }}{{ box.pivot() }}
{% endblock %}
{% block legal_basis %}
{{ claim_line('message', 2) }}
{% endblock %}
{% block demand %}
{{ office.settlement() }}{{ office.honest() }}{{ office.alone(dated=true) }}{{ office.attached() }}
{% endblock %}
"""


def test_the_names_of_the_first_edition_are_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "city-desk.md").write_text(OLDER, encoding="utf-8")
    assert run("lint", tmp_path).code == 0
    for name in ("points-not-delivered", "refund-unpaid"):
        done = run("draft", EXAMPLES / name / "case.yaml", "-c", "city-desk", "--templates", tmp_path, "--date", DAY)
        assert done.code == 0 and "请求组织调解" in done.out, done.err
