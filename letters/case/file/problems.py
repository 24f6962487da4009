"""What can be wrong with a case file, in words: every mistake of a file at once, each with its place and a right answer."""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, NamedTuple

from letters.case.file.messages import TEXTS
from letters.data.yaml_syntax import syntax_hint
from letters.errors import LettersError

#: "zh" or "en"; the command line sets it once.
LANGUAGE: ContextVar[str] = ContextVar("letters_case_language", default="zh")
#: More mistakes than this are counted, not listed.
MOST_LISTED = 60


class FieldProblem(NamedTuple):
    """One mistake: message id, field path, line (0 without file), the field's title, a right example, details."""

    code: str
    path: str
    line: int = 0
    title: str = ""
    example: str = ""
    details: Mapping[str, Any] = {}

    def text(self, lang: str = "") -> str:
        """`complainant.phone（联系电话）：… 例：13800000000`, in one line."""
        lang = lang or LANGUAGE.get()
        said = wording(self.code, lang, self.details)
        if lang == "en":
            title = f" ({self.title})" if self.title else ""
            return f"{self.path}{title}: {said}" + (f" Example: {self.example}" if self.example else "")
        title = f"（{self.title}）" if self.title else ""
        return f"{self.path}{title}：{said}" + (f"例：{self.example}" if self.example else "")


def wording(code: str, lang: str, details: Mapping[str, Any]) -> str:
    """The sentence of a message id, with the hint and the nearest right word that `details` may hold."""
    said = TEXTS[code][lang == "en"].format_map(details)
    if details.get("hint"):
        said += TEXTS[details["hint"]][lang == "en"]
    near = details.get("near")
    if near:
        said += f" Did you mean {near}?" if lang == "en" else f"是不是想写 {near}？"
    return said


def _where(name: str | Path, line: int, lang: str) -> str:
    """`case.yaml:12`, as far as file and line are known."""
    if not line or str(name):
        return f"{name}:{line}" if line else str(name)
    return f"line {line}" if lang == "en" else f"第{line}行"


class Unreadable(LettersError):
    """A file that cannot be read as a case at all: missing, no text, no YAML."""

    def __init__(self, code: str, name: str | Path, line: int = 0, **details: Any) -> None:
        self.code_name = code
        self.details = details
        self.name = str(name)
        self.line = line
        lang = LANGUAGE.get()
        super().__init__(self._said(lang), fix=self._fix(lang), where=_where(name, line, lang))

    def _said(self, lang: str) -> str:
        details = dict(self.details)
        if "problem" in details:
            details["problem"] = syntax_hint(str(details["problem"]), lang)
        return wording(self.code_name, lang, details)

    def _fix(self, lang: str) -> str:
        fix = f"{self.code_name}-fix"
        return wording(fix, lang, {"name": self.name, **self.details}) if fix in TEXTS else ""

    def text(self, lang: str = "") -> str:
        """The whole message in one language."""
        lang = lang or LANGUAGE.get()
        fix = self._fix(lang)
        place = f"{self.where}{': ' if lang == 'en' else '：'}" if self.where else ""
        return f"{place}{self._said(lang)}" + (f"\n  → {fix}" if fix else "")

    def __str__(self) -> str:
        return self.text()


class Invalid(LettersError):
    """A case file with mistakes; `problems` holds them all, in the order of the file."""

    def __init__(self, problems: Iterable[FieldProblem], name: str | Path = "") -> None:
        self.problems = tuple(sorted(set_of(problems), key=lambda problem: problem.line))
        self.name = str(name)
        super().__init__(self.text())

    def text(self, lang: str = "") -> str:
        """One mistake a line, `case.yaml:12  field（title）：what is wrong`, in one language."""
        lang = lang or LANGUAGE.get()
        placed = [
            (_where(self.name, problem.line, lang), problem.text(lang)) for problem in self.problems[:MOST_LISTED]
        ]
        lines = [f"{where}  {said}" if where else said for where, said in placed]
        left = len(self.problems) - MOST_LISTED
        if left > 0:
            lines.append(wording("more", lang, {"left": left}))
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()


def set_of(problems: Iterable[FieldProblem]) -> list[FieldProblem]:
    """The problems without repetitions, in order."""
    seen: dict[tuple[str, str, int], FieldProblem] = {}
    for problem in problems:
        seen.setdefault((problem.code, problem.path, problem.line), problem)
    return list(seen.values())
