"""Which optional parts fall: ranks from the lowest up until the text fits, then back what still has room."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from letters.case.file.read import Case
from letters.drafting.draft import compose
from letters.law.matter import matter_of
from letters.letter import measure
from tests.conftest import EXAMPLES

HEAD = """---
id: my-desk
name: 我的渠道
body: annex
lengths: [{length}]
leaves_out: {{facts: 不需要, legal_basis: 不需要, demand: 不需要, deadline: 不需要}}
---
正文{parts}。
"""


def chosen(sizes: dict[int, int], length: int) -> set[int]:
    """The ranks that fall, found by trying one after the other."""

    def size(dropped: set[int]) -> int:
        return 3 + sum(each for rank, each in sizes.items() if rank not in dropped)

    dropped: set[int] = set()
    for rank in sorted(sizes):
        if size(dropped) > length:
            dropped.add(rank)
    if size(dropped) <= length:
        for rank in sorted(dropped, reverse=True)[1:]:
            if size(dropped - {rank}) <= length:
                dropped.remove(rank)
    return dropped


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.integers(1, 9), st.integers(1, 60), min_size=1), st.integers(3, 200))
def test_as_little_falls_as_may(sizes: dict[int, int], length: int) -> None:
    parts = "".join(
        f'{{% optional {rank} "第{rank}部分" %}}{"字" * size}{{% endoptional %}}' for rank, size in sizes.items()
    )
    matter = matter_of(Case.load(EXAMPLES / "points-not-delivered" / "case.yaml"), date(2026, 11, 22))
    with TemporaryDirectory() as folder:
        Path(folder, "my-desk.md").write_text(HEAD.format(length=length, parts=parts), encoding="utf-8")
        letter = compose(matter, "my-desk", templates=[folder])
    assert {d.rank for d in letter.dropped} == chosen(sizes, length)
    assert measure(letter.body) <= max(length, 3)
