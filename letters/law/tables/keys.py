"""The numbers and lists of the law that the program itself asks for, each named here and nowhere else.

What they hold stands in `statutes/tables/`. Waits that only a channel's front matter names are not among them.
"""

from typing import Final

COURT_FEE: Final = "fees.court_fee"
COURT_FEE_SIMPLIFIED: Final = "fees.court_fee_simplified"
PAYMENT_ORDER_DIVISOR: Final = "fees.payment_order_divisor"
PRESERVATION_FEE: Final = "fees.preservation_fee"
PRESERVATION_FEE_MAXIMUM: Final = "fees.preservation_fee_maximum"

CLAIM_ARTICLES: Final = "claims.articles"
TRIPLE_FACTOR: Final = "claims.triple_factor"
TRIPLE_FLOOR: Final = "claims.triple_floor"
DAYS_PER_YEAR: Final = "claims.days_per_year"
HIGHEST_RATE: Final = "claims.highest_rate"

SHARE_OF_WAGE: Final = "small_claims.share_of_wage"
AGREED_SHARE_OF_WAGE: Final = "small_claims.agreed_share_of_wage"
MANY_PLAINTIFFS: Final = "small_claims.many_plaintiffs"

LIMITATION: Final = "periods.limitation"
INTERRUPTIONS: Final = "periods.interruptions"
LONGEST_PROTECTION: Final = "periods.longest_protection"
TERMINATION: Final = "periods.termination"
RESCISSION_FRAUD: Final = "periods.rescission_fraud"
RESCISSION_MISTAKE: Final = "periods.rescission_mistake"
RESCISSION_LONGEST: Final = "periods.rescission_longest"
DEFECT_NOTICE: Final = "periods.defect_notice"
PREPAID_WITHDRAWAL: Final = "periods.prepaid_withdrawal"
WILFUL_DELAY_AGREED: Final = "periods.wilful_delay_agreed"
WILFUL_DELAY_PREPAID: Final = "periods.wilful_delay_prepaid"
WILFUL_DELAY_DEMANDED: Final = "periods.wilful_delay_demanded"
REGULATOR_DECISION: Final = "periods.regulator_decision"
REGULATOR_WINDOW: Final = "periods.regulator_window"
MEDIATION: Final = "periods.mediation"
COURT_FILING: Final = "periods.court_filing"
SMALL_CLAIMS_JUDGMENT: Final = "periods.small_claims_judgment"
PAYMENT_ORDER_ISSUE: Final = "periods.payment_order_issue"
PAYMENT_ORDER_PAYMENT: Final = "periods.payment_order_payment"
JUDICIAL_CONFIRMATION: Final = "periods.judicial_confirmation"
ENFORCEMENT: Final = "periods.enforcement"
FIRST_DAY: Final = "periods.first_day"
FIXED_HOLIDAYS: Final = "periods.fixed_holidays"
LUNAR_HOLIDAYS: Final = "periods.lunar_holidays"

REPLY_DAYS: Final = "waits.reply_days"
CAUSE_BY_GOODS: Final = "causes.goods"
CONSUMER_LAWS: Final = "scope.consumer_laws"
