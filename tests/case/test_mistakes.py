"""Bad case files: every mistake is named with its line, its title and a right example, and none slips through."""

import re

import pytest

from letters.case.file.problems import LANGUAGE, FieldProblem, Invalid, Unreadable
from letters.case.file.read import Case

from .samples import SMALL, WHOLE


def mistakes(text: str) -> tuple[FieldProblem, ...]:
    with pytest.raises(Invalid) as caught:
        Case.loads(text, "case.yaml")
    return caught.value.problems


def only(text: str) -> FieldProblem:
    (problem,) = mistakes(text)
    return problem


def order(text: str) -> FieldProblem:
    return only(SMALL.replace('amount: "98.00"', text))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("amount: -5", "money-negative"),
        ("amount: 1.234", "money-decimals"),
        ("amount: 1e3", "money-form"),
        ("amount: NaN", "money-form"),
        ("amount: 1000000000000", "money-large"),
        ("amount: '１２'", "money-form"),
        ("amount: [1]", "want-value"),
        ("quantity: 0", "range-low"),
        ("quantity: 1.5", "not-whole"),
        ("quantity: 999999999", "range-high"),
        ("ordered_at: 0000-01-01", "year"),
        ("ordered_at: 2101-01-01", "year"),
        ("ordered_at: 2026-02-30T10:00:00", "no-such-day"),
        ("ordered_at: 2026-02-03T25:00:00", "no-such-time"),
        ("ordered_at: 2026-02-03T24:00:01", "no-such-time"),
        ("ordered_at: 昨天", "not-moment"),
        ("valid_from: 2026-02-03T10:00:00", "not-day"),
        ("delivery: maybe", "words"),
        ("activated: perhaps", "words"),
        ("item: [a]", "want-text"),
        ("promised: 秒到账", "want-part"),
        ("promised: {by: 2026-11-01}", "missing"),
        ("delivery_evidence: E1", "want-list"),
        ("delivery_evidence: [E1]", "unknown-reference-none"),
        ("seller: shop, seller: shop", "double-key"),
        ('number: "a\\nb"', "line-break"),
        (f"number: {'9' * 65}", "too-long"),
        ("platform: shap", "unknown-reference"),
        ('item: "a\\x07b"', "control"),
        ("item: a\x07b", "control"),
        ("item: a\ufeffb", "control"),
        ('item: "\\uFFFF"', "control"),
    ],
)
def test_one_mistake(written: str, code: str) -> None:
    assert order(written).code == code
    assert order(written).line == 7


def test_all_mistakes_at_once_in_the_order_of_the_file() -> None:
    text = (
        SMALL.replace("purpose: own-use", "purpose: ownuse")
        .replace("role: seller", "role: saler")
        .replace('"98.00"', "-1, ordered_at: 2026-13-01, sellr: x")
        .replace("[not-delivered]", "[not-delivered, lost]")
    )
    found = mistakes(text)
    assert [problem.code for problem in found] == [
        "words",
        "words",
        "money-negative",
        "no-such-day",
        "unknown-key",
        "words",
    ]
    assert [problem.line for problem in found] == [3, 5, 7, 7, 7, 8]


def test_a_message_holds_place_title_reason_and_example() -> None:
    with pytest.raises(Invalid) as caught:
        Case.loads(SMALL.replace("李晓雨", "李晓雨, phone: 1380000"), "case.yaml")
    said = str(caught.value)
    assert said.startswith("case.yaml:2  complainant.phone（联系电话）：")
    assert said.endswith("例：13800000000")
    assert caught.value.code == 2
    assert caught.value.text("en").startswith("case.yaml:2  complainant.phone (联系电话): It should be a mobile number")


def test_the_language_can_be_set() -> None:
    token = LANGUAGE.set("en")
    try:
        with pytest.raises(Unreadable, match="The file is empty"):
            Case.loads("# nothing\n")
    finally:
        LANGUAGE.reset(token)


@pytest.mark.parametrize(
    ("key", "near"),
    [("adress", "address"), ("idnumber", "id_number"), ("电话", "phone"), ("Phone", "phone")],
)
def test_the_nearest_key_is_offered(key: str, near: str) -> None:
    assert near in str(only(SMALL.replace("李晓雨", f"李晓雨, {key}: x")).details["near"])


def test_a_comma_inside_braces_is_explained() -> None:
    problem = order("item: 点券, 一千个")
    assert "要整段加引号" in problem.text("zh") and "must be quoted" in problem.text("en")


@pytest.mark.parametrize(
    ("written", "right"),
    [("1,234.50", "1234.50"), ("98元", "98"), ("￥ 98.5", "98.5"), ("RMB 12", "12")],
)
def test_money_is_offered_in_its_right_form(written: str, right: str) -> None:
    assert order(f'amount: "{written}"').example == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2026/11/2", "2026-11-02"),
        ("2026年11月2日", "2026-11-02"),
        ("2026.11.2 8:05", "2026-11-02T08:05:00"),
        ("2026年11月2日20时14分33秒", "2026-11-02T20:14:33"),
    ],
)
def test_times_are_offered_in_their_right_form(written: str, right: str) -> None:
    assert order(f'ordered_at: "{written}"').example == right


@pytest.mark.parametrize("left_out", ["schema", "complainant", "purpose", "respondents", "orders", "dispute"])
def test_what_a_case_cannot_do_without(left_out: str) -> None:
    text = re.sub(rf"^{left_out}:.*\n(?:  .*\n)*", "", SMALL, flags=re.MULTILINE)
    codes = {(problem.code, problem.path) for problem in mistakes(text)}
    assert ("no-purchase" if left_out == "orders" else "missing", left_out) in codes


@pytest.mark.parametrize(
    "text",
    [
        SMALL.replace("[not-delivered]", "[]"),
        SMALL.replace("{grounds: [not-delivered]}", "{}"),
        SMALL.replace("{grounds: [not-delivered]}", ""),
        SMALL.replace("李晓雨", '"  "'),
        SMALL.replace("\n  - {id: shop, role: seller}", " []").replace("seller: shop, ", ""),
        re.sub(r"orders:\n.*\n", "orders: []\npayments:\n", SMALL),
    ],
)
def test_empty_facts(text: str) -> None:
    assert len(mistakes(text)) == 1


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("order: o1", "order: o9", "payments[0].order"),
        ("seller: kameng", "seller: kamen", "orders[0].seller"),
        ("by: kameng", "by: somebody", "events[1].by"),
        ("did: 下单, evidence: [E1]", "did: 下单, evidence: [E1, E7]", "events[0].evidence[1]"),
        ("refunds: []", "refunds: [{payment: p2, amount: 1}]", "refunds[0].payment"),
        ("kind: interest", "kind: interest, order: o2", "demands[0].order"),
        ("highlighted: no, evidence: [E1]", "highlighted: no, evidence: [E2]", "dispute.clause.evidence[0]"),
    ],
)
def test_references_lead_somewhere(old: str, new: str, path: str) -> None:
    problem = only(WHOLE.replace(old, new))
    assert (problem.code, problem.path) == ("unknown-reference", path)


def test_ids_are_given_once_and_not_kept_words() -> None:
    assert only(WHOLE.replace("id: seller,", "id: kameng,")).code == "double-id"
    assert only(WHOLE.replace("id: seller,", "id: guardian,")).code == "reserved-id"


@pytest.mark.parametrize("who", ["complainant", "guardian", "other", "seller"])
def test_who_may_have_done_something(who: str) -> None:
    assert Case.loads(WHOLE.replace("by: kameng", f"by: {who}")).events[1].by == who


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("11010519491231002", "id-length"),
        ("110105194912310021", "id-check"),
        ("11010519490230002X", "id-birth"),
        ("11010518491231002X", "id-birth"),
        ("11010519491231002Y", "id-length"),
        ("１１０１０５１９４９１２３１００２Ｘ", "id-length"),
    ],
)
def test_identity_numbers(number: str, code: str) -> None:
    assert only(SMALL.replace("李晓雨", f'李晓雨, id_number: "{number}"')).code == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("91350100M000100Y44", "uscc-check"),
        ("91350100M000100Y4", "uscc-length"),
        ("9135010OM000100Y43", "uscc-letters"),
    ],
)
def test_credit_codes(number: str, code: str) -> None:
    assert only(SMALL.replace("role: seller", f"role: seller, uscc: {number}")).code == code


SECRETS = ["138123456789", "1391234567x", "330203199604179987", "6222020200012345678", "13812345678"]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize(
    "place",
    [
        ("李晓雨", "李晓雨, phone: {}0"),
        ("李晓雨", "李晓雨, id_number: {}9"),
        ("李晓雨", "李晓雨, {}: x"),
        ("李晓雨", "李晓雨, {0}: x, {0}: y"),
        ("李晓雨", "李晓雨, {}: x\x07"),
        ("purpose: own-use", "purpose: {}"),
        ('amount: "98.00"', "card_last4: {}"),
        ('amount: "98.00"', "platform: {}"),
        ('amount: "98.00"', "delivery: {}"),
        ('amount: "98.00"', "amount: x{}"),
        ("id: shop, role: seller", "id: shop, role: seller, phone: [{}]"),
    ],
)
def test_no_message_shows_a_number_in_full(secret: str, place: tuple[str, str]) -> None:
    old, new = place
    with pytest.raises(Invalid) as caught:
        Case.loads(SMALL.replace(old, new.format(secret)))
    for said in (caught.value.text("zh"), caught.value.text("en")):
        assert secret[:11] not in said


def test_every_mistake_is_one_line() -> None:
    problem = only(SMALL.replace("李晓雨", '李晓雨, "a\\nb": x'))
    assert "\n" not in problem.text("zh") + problem.text("en")


def test_many_mistakes_are_counted() -> None:
    text = SMALL + "events:\n" + "  - {}\n" * 100
    with pytest.raises(Invalid) as caught:
        Case.loads(text)
    assert len(str(caught.value).split("\n")) == 61
    assert "另有" in str(caught.value)
