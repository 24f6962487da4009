"""The plan as plain Chinese text, for the terminal and for paper."""

from collections.abc import Iterable, Iterator

from letters.law.periods.due_labels import label_of
from letters.plan.days import spoken_day, spoken_moment
from letters.plan.steps import Plan, Step

#: More names than this for one reason are counted, not listed.
MANY = 8
MODES = {"urge": "催办", "withdraw": "撤回", "supplement": "补充材料"}


def plan_text(plan: Plan, everything: bool = True) -> str:
    """The plan in sections; `everything` adds what not to do and why."""
    parts = [
        _section(f"今天　{spoken_day(plan.on)}", _today(plan)),
        _section("等待中", _waiting(plan)),
        _section("之后", _next(plan)),
    ]
    if plan.notes:
        parts.insert(0, _section("先看这里", (f"  {note}。" for note in plan.notes)))
    parts.append(_section("日期", _dates(plan)))
    if everything:
        parts.append(_section("现在不做", _not_now(plan)))
    return "\n".join(part for part in parts if part)


def _section(title: str, lines: Iterable[str]) -> str:
    body = "\n".join(lines)
    return f"{title}\n{body}\n" if body else ""


def _today(plan: Plan) -> Iterator[str]:
    if not plan.today:
        yield "  今天没有要提交的文书。"
    for index, step in enumerate(plan.today, start=1):
        yield f"  {index}. {_title(step)}"
        yield f"     {step.why}。"
        if step.wait is not None:
            yield f"     提交后等到{spoken_moment(step.wait.until)}：{step.wait.rule}。"


def _title(step: Step) -> str:
    mode = MODES.get(step.mode, "")
    number = f"，编号{step.number}" if step.number else ""
    return f"{step.name}（{step.channel}{number}）" + (f"：{mode}" if mode else "")


def _waiting(plan: Plan) -> Iterator[str]:
    for waiting in plan.waiting:
        number = f"（{waiting.number}）" if waiting.number else ""
        late = "，已经过期" if waiting.over else ""
        yield f"  {waiting.name}{number}：等到{spoken_moment(waiting.until)}{late}"
        yield f"     {waiting.rule}{'；日期暂定' if waiting.provisional else ''}。"


def _next(plan: Plan) -> Iterator[str]:
    for later in plan.next:
        yield f"  {later.name}（{later.channel}）：{later.after}"


def _dates(plan: Plan) -> Iterator[str]:
    for due in plan.due:
        mark = "，已过" if due.at < plan.on else "，暂定" if due.provisional else ""
        yield f"  {spoken_day(due.at)}{mark}　{label_of(due).end}"
        yield f"     {'；'.join(filter(None, (due.rule, label_of(due).advice)))}。"


def _not_now(plan: Plan) -> Iterator[str]:
    """Channels with the same reason on one line."""
    reasons: dict[str, list[str]] = {}
    for identity, reason in plan.not_now.items():
        reasons.setdefault(without_code(reason), []).append(plan.names.get(identity, identity))
    for reason, names in reasons.items():
        listed = "、".join(names) if len(names) <= MANY else f"{'、'.join(names[:3])}等{len(names)}个渠道"
        yield f"  {listed}：{reason}"


def without_code(reason: str) -> str:
    """A reason without its code."""
    code, colon, words = reason.partition("：")
    return words if colon and code.isascii() else reason
