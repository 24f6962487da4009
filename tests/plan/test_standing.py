"""Which channel is open when: gates, powers, exclusivity, filings of its own."""

from typing import Any

import pytest

from letters.admissibility.standing import Standing, standing
from letters.channels.known_channels import channels

from .sample import filing, matter

REGULATORS = ("12315", "market-regulator")


def stand(channel: str, **changes: Any) -> Standing:
    return standing(matter(**changes), channels()[channel])


@pytest.mark.parametrize(
    ("tried", "status", "channel", "code"),
    [
        ("consumer-association", "open", "12315", "exclusive-channel"),
        ("consumer-association", "accepted", "market-regulator", "exclusive-channel"),
        ("consumer-association", "terminated", "12315", "exclusive-channel"),
        ("consumer-association", "settled", "12315", "exclusive-channel"),
        ("consumer-association", "refused", "12315", ""),
        ("consumer-association", "withdrawn", "12315", ""),
        ("consumer-association", "terminated", "consumer-association", "duplicate-filing"),
        ("consumer-association", "refused", "consumer-association", ""),
        ("12315", "terminated", "market-regulator", "exclusive-channel"),
        ("12315", "refused", "market-regulator", ""),
        ("12315", "refused", "12315", ""),
        ("12315", "terminated", "12315", "duplicate-filing"),
        ("12315", "open", "12315", "duplicate-filing"),
        ("12315", "open", "consumer-association", "exclusive-channel"),
        ("12315", "terminated", "consumer-association", ""),
        ("12315", "open", "12315-report", ""),
        ("12315", "open", "small-claims", ""),
        ("12315", "terminated", "small-claims", ""),
        ("joint-complaint", "answered", "12315", "exclusive-channel"),
        ("joint-complaint", "open", "consumer-association", "exclusive-channel"),
        ("small-claims", "open", "12315", "exclusive-channel"),
        ("small-claims", "terminated", "consumer-association", "exclusive-channel"),
        ("small-claims", "open", "element-form", "exclusive-channel"),
        ("payment-order", "open", "small-claims", "exclusive-channel"),
        ("payment-order", "terminated", "small-claims", ""),
        ("12345", "open", "12315", "exclusive-channel"),
        ("12315", "open", "12345", ""),
        ("customer-service", "refused", "customer-service", ""),
        ("customer-service", "open", "customer-service", "duplicate-filing"),
        ("wechat-pay", "terminated", "wechat-pay", ""),
    ],
)
def test_what_one_filing_does_to_a_channel(tried: str, status: str, channel: str, code: str) -> None:
    found = stand(channel, filings=[filing(tried, "2026-11-18T10:00:00", status, answered_at="2026-11-20T10:00:00")])
    assert (found.open, found.code) == (not code, code)


def test_a_complaint_withdrawn_after_acceptance_shuts_the_regulator() -> None:
    taken_back = filing("consumer-association", status="withdrawn", accepted_at="2026-11-06T10:00:00")
    assert stand("12315", filings=[taken_back]).code == "exclusive-channel"


@pytest.mark.parametrize(
    ("channel", "changes", "code"),
    [
        ("12315", {"purpose": "resale"}, "gate-resale"),
        ("consumer-association", {"purpose": "organisation"}, "gate-resale"),
        ("demand-letter", {"purpose": "resale"}, ""),
        ("12315-report", {"purpose": "resale"}, ""),
        ("alipay", {}, "other-method"),
        ("wechat-pay", {}, ""),
        ("joint-complaint", {}, "no-members"),
        ("power-of-attorney", {}, "no-agent"),
        ("platform-appeal", {}, "too-early"),
        ("police-report", {}, "no-fraud-sign"),
        ("payment-order", {}, "debt-not-fixed"),
        ("payment-regulator", {}, "firm-first"),
        ("upstream-inquiry", {}, "respondent-unnamed"),
        ("12315", {"dispute": {"grounds": ["user-error"]}}, "own-mistake"),
        ("demand-letter", {"dispute": {"grounds": ["user-error"]}}, "own-mistake"),
        ("customer-service", {"dispute": {"grounds": ["user-error"]}}, ""),
        ("seller-message", {"dispute": {"grounds": ["unauthorised"]}}, "no-purchase"),
        ("12315", {"dispute": {"grounds": ["unauthorised"]}}, "payment-dispute"),
        ("small-claims", {"dispute": {"grounds": ["unauthorised"]}}, ""),
        ("police-report", {"dispute": {"fraud_signs": ["resold-key"]}}, ""),
        ("customer-service", {"dispute": {"fraud_signs": ["resold-key", "blocked"]}}, ""),
        ("customer-service", {"dispute": {"fraud_signs": ["fee-to-refund"]}}, "gate-fraud"),
        ("12315", {"dispute": {"fraud_signs": ["site-gone"]}}, "gate-fraud"),
        ("police-report", {"dispute": {"fraud_signs": ["fee-to-refund"]}}, ""),
        ("anti-fraud-script", {"dispute": {"fraud_signs": ["asked-for-code"]}}, ""),
        ("12315", {"dispute": {"grounds": ["minor"]}}, "gate-minor"),
    ],
)  # fmt: skip
def test_gates_and_powers(channel: str, changes: dict[str, Any], code: str) -> None:
    found = stand(channel, **changes)
    assert (found.open, found.code) == (not code, code)
    assert found.open or found.why


def test_illegal_goods_shut_everything() -> None:
    order = {"id": "o1", "item": "外挂", "legality": "illegal", "amount": "98.00"}
    case = matter(orders=[order])
    assert {standing(case, channel).code for channel in channels()} == {"gate-illegal-goods"}


@pytest.mark.parametrize(("status", "code"), [("open", "gate-fraud"), ("refused", ""), ("answered", "")])
def test_an_answer_of_the_police_releases_what_fraud_froze(status: str, code: str) -> None:
    found = stand("12315", dispute={"fraud_signs": ["fee-to-refund"]}, filings=[filing("police-report", status=status)])
    assert found.code == code


def test_three_years_shut_the_regulator_but_not_the_court() -> None:
    from datetime import date

    late = matter(date(2029, 11, 20))
    assert {standing(late, channels()[c]).code for c in REGULATORS} == {"limitation-passed"}
    assert standing(late, channels()["small-claims"]).open


@pytest.mark.parametrize(
    ("channel", "at", "mode"),
    [
        ("12315", "2026-11-16T10:00:00", "supplement"),     # seven working days end on 25 November
        ("12315", "2026-11-10T10:00:00", "urge"),           # they ended on 19 November
        ("customer-service", "2026-11-20T10:00:00", "supplement"),
        ("customer-service", "2026-11-16T10:00:00", "urge"),
    ],
)  # fmt: skip
def test_a_filing_that_runs_is_supplemented_or_urged(channel: str, at: str, mode: str) -> None:
    found = stand(channel, filings=[filing(channel, at)])
    assert (found.open, found.code, found.mode, found.writable) == (False, "duplicate-filing", mode, True)


def test_a_promised_date_counts_before_the_usual_wait() -> None:
    promised = filing("customer-service", "2026-11-16T10:00:00", promised_by="2026-11-25T18:00:00")
    assert stand("customer-service", filings=[promised]).mode == "supplement"


def test_acceptance_starts_the_sixty_days() -> None:
    accepted = filing("12315", "2026-11-02T10:00:00", "accepted", accepted_at="2026-11-10T10:00:00")
    assert stand("12315", filings=[accepted]).mode == "supplement"


def test_money_that_arrived_leaves_withdrawals_only() -> None:
    changes = {
        "refunds": [{"payment": "p1", "amount": "98.00", "arrived_at": "2026-11-20T10:00:00"}],
        "filings": [filing("12315", "2026-11-16T10:00:00")],
    }
    running, other = stand("12315", **changes), stand("wechat-pay", **changes)
    assert (running.mode, running.writable) == ("withdraw", True)
    assert (other.open, other.code, other.writable) == (False, "settled", False)


def test_a_part_of_the_money_settles_nothing() -> None:
    refunds = [{"payment": "p1", "amount": "50.00", "arrived_at": "2026-11-20T10:00:00"}]
    assert stand("wechat-pay", refunds=refunds).open


def test_an_unconfirmed_statement_keeps_the_payment_order_back() -> None:
    changes: dict[str, Any] = {"dispute": {"grounds": ["refund-unpaid"]}}
    assert stand("payment-order", **changes).code == "field-missing"
    assert stand("payment-order", **changes, statements={"no_other_debts": "2026-11-20"}).open
