"""A small case, the example case, and every complete case file that lies in the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SMALL = """\
schema: 1
complainant: {name: 李晓雨}
purpose: own-use
respondents:
  - {id: shop, role: seller}
orders:
  - {id: o1, seller: shop, amount: "98.00"}
dispute: {grounds: [not-delivered]}
"""

#: Every list and group at least once, in the manners of writing that people use: comments, alignment, flow and block.
WHOLE = """\
# 我的案件
schema: 1
title: 点券没有到账                          # 自己看的

complainant:
  name: 李晓雨
  id_number: "11010519491231002X"      # 样例
  phone: "13800000000"
  account: {name: user_88, phone: "13800000000"}     # 平台账号
purpose: own-use

respondents:
  - id: kameng
    role: platform
    self_operated: true
    name: 某某网络科技有限公司
    uscc: "91350100M000100Y43"
  - {id: seller, role: seller, name: 王某某, private_person: yes, phone: "13911112222"}

orders:
  - id: o1
    number: KM20261101123456
    seller: kameng
    item: '某游戏点券 #1000'
    unit_price: 98.00                 # 没有引号
    amount: "98.00"
    ordered_at: 2026-11-01T20:14:00
    promised: {text: 秒到账, by: 2026-11-01T20:25, evidence: [E1]}
    # noun: 点券

payments:
  - id: p1
    order: o1
    method: transfer
    amount: "98.00"
    transaction_id: "4200000404201909069117582536"
    payee: 王某某
    card_last4: "1234"
refunds: []                           # 还没有

dispute:
  grounds: [not-delivered, no-refund-clause]
  clause: {text: 概不退款, highlighted: no, evidence: [E1]}

events:
  - {at: 2026-11-01,          by: complainant, kind: order,   did: 下单, evidence: [E1]}
  - {at: 2026-11-01T24:00:00, by: kameng,      kind: refusal, did: 拒绝, quote: "不退 **{{ 7*7 }}** <w:p/> | # 🙏"}
  # 最后一条

evidence:
  - {id: E1, title: 订单截图, part: transaction, form: screenshot}

filings:
- channel: 12315
  at: 2026-11-02 09:00
  outcome: |
    第一行
    第二行

demands:
  - {kind: interest, rate: "3.00%", from: 2026-11-06}
preferences: {reply_days: 7, mediation: true}
"""
