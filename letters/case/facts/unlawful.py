"""Goods that the law does not protect, known by what they are called (民法典 153; channels: cheats, fake traffic, and so on)."""

import re

#: Cheats, fake traffic, real-name identities, gambling chips, pirated or stolen keys. Plain 辅助 (a learning aid), 代练 and game
#: accounts as such are none.
_UNPROTECTED = re.compile(
    r"外挂|自瞄|透视挂|穿墙挂|锁血挂|开挂|作弊器|修改器挂|防封挂|"
    r"刷粉|刷赞|刷量|刷单|刷流量|刷评|买粉|假粉|僵尸粉|代刷|"
    r"(?<![非未无免])实名(?:账号|帐号|号码|微信|支付宝|手机卡|电话卡|银行卡|小号)|黑卡|四件套|接码|"
    r"赌博|博彩|赌场|赌币|下注|筹码|盗版|破解版|破解补丁|注册机|盗刷|黑产|洗码"
)


def unprotected(item: str) -> bool:
    """Whether the name of the goods says that they are of a kind for which nothing can be claimed."""
    return bool(_UNPROTECTED.search(item))
