"""What people write as `did`, and how it is read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letters.case.facts.predicate import predicate


@pytest.mark.parametrize(
    ("did", "read"),
    [
        ("我找客服要求退款。", "找客服要求退款"),
        ("本人通过在线客服申请退款！", "通过在线客服申请退款"),
        ("我登录游戏看了，没有到账。", "登录游戏看了，没有到账"),
        ("我自己，又问了一次；还是没有到账。", "又问了一次，还是没有到账"),
        ("我们向平台提交工单", "向平台提交工单"),
        ("要求客服给我退款", "要求客服退款"),
        ("用我的账号登录", "用本人的账号登录"),
        ("我的手机号收到短信。", "本人的手机号收到短信"),
        ("说“我不要了”。", "说“我不要了”"),
        ("我司财务转账", "我司财务转账"),
        ("提交工单TS1，要求退款", "提交工单TS1，要求退款"),
        ("问了三次。\n都没有回", "问了三次，都没有回"),
        ("问了！\n「不知道」，。再问", "问了，「不知道」，再问"),
    ],
)
def test_what_the_writer_did(did: str, read: str) -> None:
    assert predicate(did, mine=True) == read


@pytest.mark.parametrize(
    ("did", "read"),
    [
        ("客服说不给我退，让我等着！", "称“不给我退，让我等着”"),
        ("商家拒绝退款。", "拒绝退款"),
        ("极速卡盟的客服拒绝退款", "拒绝退款"),
        ("他们把我拉黑了", "将本人拉黑了"),
        ("老板说：你等着", "说：你等着"),
        ("回复“我们正在核查”。", "回复“我们正在核查”"),
        ("店铺页面打不开", "店铺页面打不开"),
        ("平台规则不支持退款", "平台规则不支持退款"),
        ("拒绝退款", "拒绝退款"),
        ("以虚拟商品不退为由拒绝", "以虚拟商品不退为由拒绝"),
        ("同意退款，三日内到账。", "同意退款，三日内到账"),
    ],
)
def test_what_another_did(did: str, read: str) -> None:
    assert predicate(did, mine=False, names=["极速卡盟"]) == read


TEXT = st.text(alphabet="我本人他们客服商家说称拒绝退款给把的，。！；“”「」 \n极速卡盟abc12", max_size=40)


@given(TEXT, st.booleans())
def test_reading_twice_changes_nothing_more(did: str, mine: bool) -> None:
    once = predicate(did, mine=mine, names=["极速卡盟"])
    assert predicate(once, mine=mine, names=["极速卡盟"]) == once


@given(TEXT, st.booleans())
def test_no_stop_at_the_ends_and_no_first_person_outside_quotations(did: str, mine: bool) -> None:
    read = predicate(did, mine=mine)
    assert not re.search(r"[。！；，\s]$|^[。！；，\s]", read)
    outside = re.sub(r"“[^”]*”|「[^」]*」", "", read)
    assert "我" not in outside
