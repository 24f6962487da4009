"""A small case that the tests of the plan vary: points paid for on 1 November 2026 and never delivered."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from letters.case.file.read import Case
from letters.law.matter import Matter, matter_of

ON = date(2026, 11, 22)
YAML = """\
schema: 1
title: 点券未到账   # 标题后的注释
complainant:
  name: 李晓雨
  id_number: "11010519491231002X"
  phone: "13800000000"
  address: 山东省济南市历下区泉城路1号
purpose: own-use
respondents:
  - {id: shop, role: platform, self_operated: true, name: 某某网络科技有限公司, brand: 极速卡盟, address: 福建省福州市鼓楼区软件大道1号}
orders:
  - {id: o1, number: KM20261101123456, seller: shop, platform: shop, item: 某游戏点券1000点, kind: points, amount: "98.00", ordered_at: 2026-11-01T20:14:00, delivery: none}
payments:
  - {id: p1, order: o1, method: wechat, amount: "98.00", paid_at: 2026-11-01T20:15:33, merchant_order: KM20261101123456}
dispute:
  grounds: [not-delivered]
  found_at: 2026-11-01T20:30:00
events:
  - {at: 2026-11-01T20:40:00, by: complainant, kind: request, did: 申请退款}
demands:
  - {kind: refund, order: o1}
"""


def data(**changes: Any) -> dict[str, Any]:
    """The case as plain data with some top-level keys replaced; a mapping is laid over what is there."""
    import yaml

    base: dict[str, Any] = yaml.load(YAML, Loader=yaml.BaseLoader)
    for key, value in changes.items():
        old = base.get(key)
        base[key] = {**old, **value} if isinstance(value, Mapping) and isinstance(old, dict) else value
    return base


def matter(on: date = ON, **changes: Any) -> Matter:
    """The varied case read on a day."""
    return matter_of(Case.of(data(**changes)), on)


def filing(channel: str, at: str = "2026-11-05T10:00:00", status: str = "open", **more: str) -> dict[str, str]:
    """A filing; one that ended was answered three days later unless said."""
    found = {"channel": channel, "at": at, "status": status, **more}
    if status not in ("open", "accepted") and "answered_at" not in found:
        found["answered_at"] = "2026-11-08T10:00:00"
    return found


def write(folder: Path, *filings: str) -> Path:
    """The case as a file, with filings as flow mappings."""
    path = folder / "case.yaml"
    lines = "".join(f"  - {{{line}}}\n" for line in filings)
    path.write_text(YAML + (f"filings:   # 提交记录\n{lines}" if filings else "filings: []\n"), encoding="utf-8")
    return path
