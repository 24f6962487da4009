"""What the words of the case file's vocabularies mean, in Chinese: for lists to choose from, the manual and the schema."""

PURPOSE = {"own-use": "自己使用", "resale": "转售牟利", "organisation": "单位购买"}
YES_NO = {"yes": "是", "no": "否", "unknown": "不清楚"}
CHOICE = {"yes": "同意", "no": "不同意", "undecided": "暂不确定"}
TONE = {"neutral": "平和", "firm": "坚定"}
PERSON_KIND = {"person": "个人", "organisation": "单位", "sole-trader": "个体工商户"}
ID_DOCUMENT = {
    "id-card": "居民身份证",
    "passport": "护照",
    "hk-macao-permit": "港澳居民来往内地通行证",
    "taiwan-permit": "台湾居民来往大陆通行证",
    "foreigner-card": "外国人永久居留身份证",
    "other": "其他证件",
}
CAPACITY = {"full": "完全民事行为能力", "limited": "限制民事行为能力", "none": "无民事行为能力"}
POWERS = {"general": "一般授权", "special": "特别授权"}
ROLE = {
    "platform": "平台",
    "seller": "卖家",
    "payee": "收款方",
    "upstream": "上游供货方",
    "payment-provider": "支付机构或银行",
    "unknown": "身份不明",
}
STATUS = {"active": "正常", "unreachable": "联系不上", "closed": "已关闭", "fake": "假冒", "deregistered": "已经注销"}
DOMICILE = {"cn": "内地", "hk-macao-taiwan": "香港、澳门、台湾", "foreign": "外国"}
GOODS = {
    "points": "点券",
    "card-key": "卡密、点卡",
    "airtime": "话费、流量",
    "membership": "会员",
    "account": "账号",
    "software": "软件服务",
    "top-up": "代充",
    "balance": "平台余额",
    "goods": "实物商品（快递）",
    "course": "课程、培训",
    "booking": "酒店、旅行、指定日期的预订",
    "ticket": "演出票、门票",
    "voucher": "兑换券、礼品卡",
    "tips": "直播打赏",
    "service": "其他服务",
    "other": "其他",
}
PERFORMANCE = {"network": "通过网络交付", "shipped": "快递邮寄", "place": "在约定地点履行"}
PART_OF_PRICE = {"deposit": "押金", "earnest": "定金", "prepayment": "预付款", "instalment": "分期中的一期"}
DELIVERY = {
    "none": "没有交付",
    "partial": "只交付一部分",
    "late": "迟延交付",
    "full": "完整交付",
    "invalid": "交付的无效",
    "banned": "交付后被封",
    "taken-back": "交付后又被收回",
    "refused": "表示不再履行",
}
LEGALITY = {"ok": "合法", "doubt": "有疑问", "illegal": "不合法"}
METHOD = {
    "wechat": "微信支付",
    "alipay": "支付宝",
    "bank-card": "银行卡",
    "unionpay": "云闪付",
    "balance": "账户余额",
    "transfer": "转账",
    "credit": "花呗、白条等信用支付",
}
PAYER = {"complainant": "本人", "guardian": "监护人", "other": "他人"}
PAYEE_KIND = {"firm": "单位", "person": "个人", "unknown": "不清楚"}
USED = {"yes": "用过", "no": "没有用过", "partly": "用了一部分", "unknown": "不清楚"}
WHERE_SAID = {
    "page": "页面",
    "chat": "聊天",
    "contract": "合同、协议",
    "advert": "广告",
    "rules": "平台规则",
    "oral": "口头",
}
REMEDY = {"multiple": "价款的倍数", "sum": "约定的金额", "refund": "退款"}
VIA = {"original-route": "原路退回", "balance": "退到余额", "transfer": "转账"}
FRAUD_SIGN = {
    "fee-to-refund": "要求先交钱才退款",
    "asked-for-code": "索要验证码、密码",
    "private-transfer": "要求私下转账",
    "impersonation": "冒充平台或官方",
    "site-gone": "网站消失",
    "blocked": "被对方拉黑",
    "resold-key": "同一卡密卖给多人",
    "taken-back": "账号被卖家找回",
}
CLAUSE_ABOUT = {
    "no-refund": "概不退款",
    "fee": "扣手续费",
    "penalty": "违约金",
    "expiry": "过期作废",
    "unilateral-change": "单方变更",
    "interpretation": "最终解释权",
    "forum": "约定管辖法院",
    "arbitration": "约定仲裁",
    "liability": "免除责任",
    "rules": "平台规则",
    "other": "其他",
}
DECEIT_ABOUT = {
    "price": "价格",
    "origin": "来源、产地",
    "quality": "质量",
    "effect": "功能、效果",
    "duration": "期限",
    "other": "其他",
}
CONSENT = {
    "none": "没有勾选、没有同意",
    "default-ticked": "默认勾选",
    "ticked": "自己勾选",
    "unknown": "不清楚",
}
CANCEL = {"easy": "容易取消", "hidden": "入口难找", "none": "不能取消", "unknown": "不清楚"}
BALANCE_BREACH = {
    "none": "没有违约",
    "stopped": "停止服务",
    "closed": "关门停业",
    "refused": "拒绝继续服务",
    "worse": "服务缩水",
}
ASKED = {
    "perform": "交付、履行",
    "refund": "退款",
    "replace": "更换",
    "restore": "恢复",
    "stop": "停止扣款、停止侵害",
    "identity": "提供对方身份",
    "records": "提供记录",
    "review": "复核",
    "damages": "赔偿损失",
    "compensation": "约定的赔偿",
    "cancel": "取消、解除",
    "handle": "处理投诉",
}
ANSWER = {
    "refused": "拒绝",
    "agreed": "同意",
    "partly": "同意一部分",
    "evaded": "回避、拖延",
    "none-given": "没有答复",
}
EVENT = {
    "order": "下单",
    "payment": "付款",
    "promise": "承诺",
    "delivery": "交付",
    "discovery": "发现问题",
    "contact": "联系对方",
    "request": "提出要求",
    "reply": "对方答复",
    "refusal": "对方拒绝",
    "approval": "对方同意",
    "promise-missed": "承诺落空",
    "refund": "退款",
    "notice": "发出通知",
    "filing": "提交投诉",
    "fee-demanded": "被要求另外付钱",
    "blocked": "被拉黑",
    "closed": "停业、关闭",
    "other": "其他",
}
PART = {
    "identity": "身份",
    "transaction": "交易",
    "communication": "沟通",
    "anomaly": "异常",
    "loss": "损失",
}
FORM = {
    "screenshot": "截图",
    "video": "录屏、录像",
    "recording": "录音",
    "document": "文件",
    "webpage": "网页",
    "data": "电子数据",
    "notarised": "公证",
    "timestamped": "可信时间戳",
}
ORIGINAL = {"held": "持有原件", "copy": "复制件"}
HOLDER = {"complainant": "本人持有"}
FILING = {
    "open": "已提交，等待处理",
    "accepted": "已受理",
    "answered": "已答复",
    "refused": "被拒绝或不予受理",
    "settled": "已解决",
    "terminated": "终止",
    "withdrawn": "已撤回",
}
