"""Vocabularies that several parts of the program share: grounds, channels and signs by what they have in common."""

from decimal import Decimal

ZERO = Decimal(0)
#: Grounds on which the payer (bank, payment firm) answers, not a seller.
PAYER_GROUNDS = frozenset({"unauthorised", "debited-not-credited"})
#: Bodies that settle the same dispute: what one has taken up shuts some others (办法 16(1)(2)).
MEDIATORS = frozenset({"12315", "market-regulator", "consumer-association", "joint-complaint"})
COURTS = frozenset({"small-claims", "element-form", "payment-order"})
#: Channels on which the other side itself is asked.
NEGOTIATION = frozenset({"seller-message", "customer-service", "hotline-script", "platform-appeal", "demand-letter"})
#: Signs that freeze every other draft (DESIGN: Ladder); the others only bring the police in beside the civil way.
FREEZING_SIGNS = frozenset({"fee-to-refund", "asked-for-code", "private-transfer", "impersonation", "site-gone"})
MONEY_KINDS = frozenset({"refund", "difference", "damages", "interest", "triple", "costs"})
