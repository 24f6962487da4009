"""`make demo`: the letters of every example, written to out/, and what to do next."""

import shutil
import sys
from datetime import date
from pathlib import Path

from letters.cli import main

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "out"
DAY = date(2026, 11, 22)
#: A fraud case goes to the police first; the others to the three desks that most disputes pass through.
USUAL = (("customer-service", "txt"), ("12315", "txt"), ("12315", "docx"), ("small-claims", "docx"))
FIRST = {"fraud": (("police-report", "docx"), ("anti-fraud-script", "txt"))}


def demo() -> int:
    """Draft all; 1 if a letter that should come out did not."""
    failed = 0
    shutil.rmtree(OUT, ignore_errors=True)
    for case in sorted(HERE.glob("*/case.yaml")):
        name = case.parent.name
        print(f"\n== {name}", flush=True)
        for channel, form in FIRST.get(name, USUAL):
            failed += main(["draft", str(case), "-c", channel, "-t", form, "-o", f"{OUT / name}/", "--date", f"{DAY}"])
    print(f"\n文书在 {OUT}/ ，每个例子一个文件夹（日期 {DAY}）。")
    print("接下来：")
    print(
        "  1. 打开 out/points-not-delivered/ 里的文件看看；12315-300.txt 等是不同字数的版本，12315-fields.txt 是表单各栏"
    )
    print("  2. 复制一个例子改成自己的案件：cp -r examples/points-not-delivered my-case")
    print("  3. .venv/bin/letters check my-case/case.yaml        检查缺什么")
    print("  4. .venv/bin/letters plan my-case/case.yaml         今天做什么")
    print("  5. .venv/bin/letters draft my-case/case.yaml --next 起草今天的一步")
    print(
        "Letters are in out/; copy an example, edit it, then check, plan and draft it as above (--lang en for English)."
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(demo())
