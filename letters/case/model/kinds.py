"""Vocabularies that several parts of the program share: grounds and signs by what they have in common."""

from decimal import Decimal

ZERO = Decimal(0)
#: States of a filing in which an answer has come.
ENDED = frozenset({"answered", "refused", "settled", "terminated", "withdrawn"})
#: Signs that freeze every other draft (DESIGN: Ladder); the others only bring the police in beside the civil way.
FREEZING_SIGNS = frozenset({"fee-to-refund", "asked-for-code", "private-transfer", "impersonation", "site-gone"})
MONEY_KINDS = frozenset({"refund", "difference", "damages", "interest", "triple", "costs"})
#: How a demand is called when the user is told of it.
DEMANDS = {
    "refund": "退款", "deliver": "交付", "replace": "更换", "difference": "退还差额", "damages": "赔偿损失", "interest": "支付利息",
    "triple": "增加赔偿", "costs": "承担维权费用", "terminate": "解除合同", "void": "确认条款无效", "identity": "提供商家身份信息",
    "records": "提供交易记录", "handle": "处理投诉", "review": "人工复核", "stop-renewal": "停止自动续费", "correct": "更正支付差错",
    "erase": "删除个人信息", "apology": "赔礼道歉", "investigate": "查处违法行为", "stop-payment": "止付",
    "restore": "恢复权限、账号", "extend": "顺延期限", "exchange": "换发", "agreed": "约定的赔偿",
}  # fmt: skip
