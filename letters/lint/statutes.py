"""Reading the statutes folder with a critical eye: what would make a letter cite wrongly, before a letter is written."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

from letters.case.model import DemandKind
from letters.errors import LettersError
from letters.law.reasoning.case_names import laws_named, unknown_names
from letters.law.reasoning.conditions import check_expression, environment
from letters.law.reasoning.grounds import DEFENCES, BadGround, Grounds, Rule, listed, read_rule
from letters.law.results import Problem
from letters.law.statutes.catalogue import Catalogue
from letters.law.statutes.law_file import read_law
from letters.law.tables.dated import Tables, read_table

#: Names in the sentences and words of ground files (docs/grounds.md).
SENTENCE_NAMES = (
    "case", "sums", "I", "they", "you", "child", "staff", "law", "day", "short_day", "when", "money", "capitals", "number", "ex",
    "noun", "that", "goods", "arrive", "give", "firm", "w",
)  # fmt: skip
TIERS = frozenset({"message", "letter", "form", "paper", "court", "order", "report", "payer", "police"})
STRENGTHS = frozenset({"strong", "supporting", "weak"})
AGAINST = frozenset({"seller", "platform", "payer", "any"})
AS_OF = frozenset({"order", "payment", "last-payment", "breach", "refusal", "letter"})
_KINDS = frozenset(get_args(DemandKind)) | {"any"}


def lint_statutes(folder: Path, on: date | None = None) -> list[Problem]:
    """Everything wrong with laws/, grounds/ and tables/ in a folder, on a day (today where left out).

    Codes: file, argument, article, sentence, expression, table, defence, words.
    """
    day = on or date.today()
    catalogue, grounds, tables = Catalogue([folder]), Grounds([folder]), Tables([folder])
    problems = [*_laws(folder / "laws"), *_tables(folder / "tables")]
    consumer_laws = frozenset(tables.value("scope.consumer_laws", day))
    for path in sorted((folder / "grounds").glob("*.yaml")):
        problems += _Ground(path, grounds, catalogue, day, consumer_laws).problems()
    return problems


def _laws(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.glob("*.yaml")):
        try:
            read_law(path)
        except LettersError as error:
            yield Problem("file", str(path), error.message, error.fix)


def _tables(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.glob("*.yaml")):
        try:
            read_table(path)
        except LettersError as error:
            yield Problem("table", error.where or str(path), error.message, error.fix)


class _Ground:
    """The checks of one ground file; they share the file, the catalogue and the day."""

    def __init__(
        self, path: Path, grounds: Grounds, catalogue: Catalogue, on: date, consumer_laws: frozenset[str]
    ) -> None:
        self.path, self.grounds, self.catalogue, self.on, self.consumer_laws = (
            path,
            grounds,
            catalogue,
            on,
            consumer_laws,
        )

    def problems(self) -> list[Problem]:
        try:
            raw = self.grounds.raw(self.path.stem)
            groups = self._groups(raw)
        except LettersError as error:
            return [Problem("file", str(self.path), error.message, error.fix)]
        if self.path.stem == DEFENCES:
            return [*self._defences(raw.get("defences"))]
        found = list(self._arguments(raw.get("arguments") or (), groups))
        for never in raw.get("never") or ():
            found += self._articles("never", (str(never["article"]),), in_force=False)
            found += self._expression("never", never.get("when"))
        found += self._words(raw.get("words") or {})
        found += self._defences(raw.get("defences"))
        for key, group in (raw.get("groups") or {}).items():
            found += self._sentence(f"groups.{key}", str((group or {}).get("heading") or ""))
        if not found and not self.path.stem.startswith("_"):
            found += self._whole()
        return found

    def _problem(self, code: str, place: str, message: str, fix: str = "") -> Problem:
        return Problem(code, f"{self.path}：{place}", message, fix)

    def _groups(self, raw: Mapping[str, Any]) -> frozenset[str]:
        groups = set(raw.get("groups") or ())
        for extension in listed(raw.get("extends")):
            base = extension["from"] if isinstance(extension, Mapping) else extension
            groups |= set(self.grounds.raw(str(base)).get("groups") or ())
        return frozenset(groups)

    def _whole(self) -> Iterator[Problem]:
        """The ground with all it extends, where the file itself is in order."""
        try:
            self.grounds.ground(self.path.stem)
        except LettersError as error:
            yield Problem("argument", str(self.path), error.message, error.fix)

    def _arguments(self, raws: Iterable[Mapping[str, Any]], groups: frozenset[str]) -> Iterator[Problem]:
        seen: set[str] = set()
        for raw in raws:
            place = f"论点 {raw.get('id', '？')}"
            try:
                rule = read_rule(raw, self.path.stem, self.path)
            except BadGround as error:
                yield self._problem("argument", place, error.message, error.fix)
                continue
            if rule.argument.id in seen:
                yield self._problem("argument", place, "编号重复", "每个论点的 id 在全库只能用一次")
            seen.add(rule.argument.id)
            yield from self._argument(place, rule, groups)

    def _argument(self, place: str, rule: Rule, groups: frozenset[str]) -> Iterator[Problem]:
        argument = rule.argument
        for name, values, known in (
            ("tiers", argument.tiers, TIERS), ("against", argument.against, AGAINST), ("strength", {argument.strength}, STRENGTHS),
            ("as_of", {rule.as_of}, AS_OF), ("demand", {argument.demand}, _KINDS), ("group", {argument.group}, groups),
        ):  # fmt: skip
            for strange in sorted(values - known):
                yield self._problem(
                    "argument", place, f"{name} 中的“{strange}”不认识", f"可以写 {'、'.join(sorted(known))}"
                )
        if not argument.text and not argument.texts:
            yield self._problem(
                "sentence", place, "没有写适用到本案的句子 text", "写一到三句话，把条文和本案事实联系起来"
            )
        if not argument.reason:
            yield self._problem("argument", place, "没有写 reason", "写明为什么选它，letters law --why 会显示")
        if not argument.cite:
            yield self._problem("article", place, "没有引用任何条文", "在 cite 中写上条文")
        yield from self._articles(place, argument.cite)
        only = [article for article in argument.cite if article.partition(":")[0] in self.consumer_laws]
        if only and not rule.consumer:
            yield self._problem("argument", place, f"{'、'.join(only)} 只保护生活消费", "加上 consumer: true")
        yield from self._expression(place, rule.when)
        yield from self._expression(place, rule.unless)
        named: set[str] = set()
        for text in (argument.text, *argument.texts.values(), argument.claim):
            yield from self._sentence(place, text, argument.cite)
            named |= set(self._named(text))
        if argument.text and (unused := [article for article in argument.cite if article not in named]):
            yield self._problem(
                "sentence",
                place,
                f"cite 中的 {'、'.join(unused)} 没有写进句子",
                "用 law(…) 写进 text，或者从 cite 中去掉",
            )

    def _articles(self, place: str, articles: Iterable[str], *, in_force: bool = True) -> Iterator[Problem]:
        for article in articles:
            try:
                self.catalogue.text(article)
                if in_force and not (status := self.catalogue.status(article, self.on)).in_force:
                    yield self._problem("article", place, f"{article} 不能引用：{status.message}")
            except LettersError as error:
                yield self._problem("article", place, f"{article}：{error.message}", error.fix)

    def _expression(self, place: str, text: Any) -> Iterator[Problem]:
        if text is None or text == "":
            return
        for message in check_expression(str(text).lower() if isinstance(text, bool) else str(text)):
            yield self._problem("expression", place, f"{message}（{text}）")

    def _named(self, text: str) -> list[str]:
        try:
            return list(laws_named(environment().parse(text)))
        except Exception:
            return []

    def _sentence(self, place: str, text: str, cite: Iterable[str] | None = None) -> Iterator[Problem]:
        from jinja2 import TemplateError

        try:
            tree = environment().parse(text)
        except TemplateError as error:
            yield self._problem("sentence", place, f"句子写得不对：{error.message}（{text[:30]}…）")
            return
        for message in unknown_names(tree, SENTENCE_NAMES):
            yield self._problem("sentence", place, message)
        strange = [article for article in laws_named(tree) if cite is not None and article not in cite]
        if strange:
            yield self._problem("sentence", place, f"句子引用了 {'、'.join(strange)}，但 cite 中没有", "补进 cite")

    def _words(self, words: Mapping[str, Any]) -> Iterator[Problem]:
        for key, value in words.items():
            for index, each in enumerate(value if isinstance(value, list) else (value,)):
                place = f"words.{key}" + (f"[{index}]" if isinstance(value, list) else "")
                if isinstance(each, Mapping):
                    yield from self._articles(place, each.get("cite") or ())
                    yield from self._expression(place, each.get("when"))
                    yield from self._sentence(place, str(each.get("text") or ""), each.get("cite") or ())
                elif isinstance(each, str):
                    yield from self._sentence(place, each, ())

    def _defences(self, raws: Any) -> Iterator[Problem]:
        listed = raws if isinstance(raws, list) else [{"id": k, **v} for k, v in (raws or {}).items()]
        for raw in listed:
            place = f"答复 {raw.get('id', '？')}"
            yield from self._articles(place, raw.get("cite") or ())
            yield from self._expression(place, raw.get("when"))
            for key in ("says", "answer", "short", "spoken", "limits"):
                yield from self._sentence(place, str(raw.get(key) or ""), raw.get("cite") or ())
