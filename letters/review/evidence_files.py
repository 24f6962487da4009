"""Evidence files that the case names and the disk does not hold."""

from collections.abc import Iterator

from letters.review.finding import Finding, block, warn
from letters.review.subject import Scope


def missing_files(scope: Scope) -> Iterator[Finding]:
    """A named file that is not there, or lies outside the case's folder; blocks the evidence book only."""
    base = scope.matter.base
    if base is None:
        return
    base = base.resolve()
    make = block if scope.channel and scope.channel.binds else warn
    for index, exhibit in enumerate(scope.case.evidence):
        if not exhibit.file:
            continue
        try:
            path = (base / exhibit.file).resolve()
            inside, there = path.is_relative_to(base), path.is_file()
        except (OSError, ValueError):
            inside, there = True, False
        if not inside:
            message, fix = f"证据{exhibit.id}的文件不在案件文件夹里", "把文件移进案件文件夹，用相对路径填写"
        elif not there:
            message, fix = (
                f"找不到证据{exhibit.id}（{exhibit.title}）的文件 {exhibit.file}",
                "核对证据文件的文件名和路径；路径相对于案件文件",
            )
        else:
            continue
        yield make(
            "evidence-file-missing",
            message,
            path=f"evidence[{index}].file",
            fix=fix,
            source="证据须提交原件或者原始载体：民事诉讼证据规定第15条",
        )
