"""Reading the statutes folder with a critical eye: what would make a letter cite wrongly, before a letter is written."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from letters.data.ground_traits import Traits
from letters.data.load import lines_of
from letters.data.mistakes import BadFile, at_line, near
from letters.drafting.template.notation import to_jinja
from letters.errors import LettersError
from letters.law.library import law_of
from letters.law.reasoning.case_names import laws_named, unknown_names
from letters.law.reasoning.conditions import check_expression, environment
from letters.law.reasoning.ground_file import ArgumentEntry, DefenceEntry, GroundFile, GroundWords
from letters.law.reasoning.grounds import Grounds
from letters.law.results import Problem
from letters.law.statutes.catalogue import Catalogue
from letters.law.statutes.law_file import read_law
from letters.law.tables import keys
from letters.law.tables.dated import Tables, read_table
from letters.lint.grounds_rendered import wrong_when_rendered

#: Names in the sentences and words of ground files (docs/grounds.md).
SENTENCE_NAMES = (
    "case", "sums", "I", "they", "you", "child", "staff", "law", "day", "short_day", "when", "money", "capitals", "number", "ex",
    "noun", "that", "goods", "arrive", "give", "firm", "w",
)  # fmt: skip


def lint_statutes(folder: Path, on: date | None = None) -> list[Problem]:
    """Everything wrong with laws/, grounds/ and tables/ in a folder, on a day (today where left out).

    Codes: file, argument, article, sentence, expression, table, defence, words.
    """
    day = on or date.today()
    catalogue, grounds, tables = Catalogue([folder]), Grounds([folder], fresh=True), Tables([folder])
    problems = [*_laws(folder / "laws"), *_tables(folder / "tables", tables, catalogue)]
    consumer_laws = frozenset(tables.value(keys.CONSUMER_LAWS, day))
    for path in sorted((folder / "grounds").glob("*.yaml")):
        problems += _Ground(path, grounds, catalogue, day, consumer_laws).problems()
    return problems


def _laws(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.glob("*.yaml")):
        try:
            read_law(path)
        except LettersError as error:
            yield from problems_of(error, path, "file")


def _tables(folder: Path, tables: Tables, catalogue: Catalogue) -> Iterator[Problem]:
    for path in sorted(folder.glob("*.yaml")):
        try:
            values = read_table(path)
            for key in values:
                tables.history(f"{path.stem}.{key}")
        except LettersError as error:
            yield from problems_of(error, path, "table")
            continue
        for key, dated in values.items():
            for index, value in enumerate(dated):
                try:
                    if value.article:
                        catalogue.text(value.article)
                except LettersError as error:
                    where = f"{key}.values[{index}].source"
                    yield Problem("table", place_of(path, where), f"{where}：{error.message}", error.fix)


def place_of(path: Path, key: str) -> str:
    """`late.yaml:12` for a key such as `arguments[3].text`."""
    return at_line(path, lines_of(path).line_of(key))


def problems_of(error: LettersError, path: Path, code: str) -> Iterator[Problem]:
    """Each mistake of a file that cannot be read, with its line."""
    if isinstance(error, BadFile) and error.mistakes:
        for mistake in error.mistakes:
            kind = "argument" if mistake.key.startswith("arguments[") else code
            yield Problem(kind, at_line(error.path, mistake.line), mistake.text, mistake.fix)
    else:
        yield Problem(code, error.where or str(path), error.message, error.fix)


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
            own = self.grounds.file(self.path.stem)
            groups = self._groups(own)
        except LettersError as error:
            return [*problems_of(error, self.path, "file")]
        found = list(self._arguments(own.arguments, groups))
        for index, never in enumerate(own.never):
            found += self._articles(f"never[{index}]", (never.article,), in_force=False)
            found += self._expression(f"never[{index}].when", never.when)
        for index, point in enumerate(own.weak):
            found += self._expression(f"weak[{index}].when", point.when)
        found += self._traits(own.traits)
        found += self._words(own.words)
        found += self._defences(own.answers)
        for key, group in own.groups.items():
            found += self._sentence(f"groups.{key}.heading", group.heading)
        if not found and not self.path.stem.startswith("_"):
            found += self._whole(own)
        return found

    def _problem(self, code: str, place: str, message: str, fix: str = "") -> Problem:
        return Problem(code, place_of(self.path, place), f"{place}：{message}", fix)

    def _groups(self, own: GroundFile) -> frozenset[str]:
        groups = set(own.groups)
        for extension in own.extensions:
            groups |= set(self.grounds.file(extension.source).groups)
        return frozenset(groups)

    def _whole(self, own: GroundFile) -> Iterator[Problem]:
        """The ground with all it extends, where the file itself is in order."""
        try:
            self.grounds.ground(self.path.stem)
        except LettersError as error:
            yield from problems_of(error, self.path, "argument")
            return
        for key, said, fix in wrong_when_rendered(self.path.stem, own, law_of((self.path.parent.parent,))):
            yield self._problem("rendered", key, said, fix)

    def _arguments(self, entries: Iterable[ArgumentEntry], groups: frozenset[str]) -> Iterator[Problem]:
        for index, entry in enumerate(entries):
            yield from self._argument(f"arguments[{index}]", entry, groups)

    def _argument(self, place: str, entry: ArgumentEntry, groups: frozenset[str]) -> Iterator[Problem]:
        if entry.group not in groups:
            yield self._problem(
                "argument", f"{place}.group", f"没有“{entry.group}”这一组", near(entry.group, sorted(groups))
            )
        if not entry.text and not entry.texts:
            yield self._problem(
                "sentence",
                place,
                f"论点 {entry.id} 没有写适用到本案的句子 text",
                "写一到三句话，把条文和本案事实联系起来",
            )
        if not entry.reason:
            yield self._problem(
                "argument", place, f"论点 {entry.id} 没有写 reason", "写明为什么选它，letters law --why 会显示"
            )
        if not entry.cite:
            yield self._problem("article", f"{place}.cite", f"论点 {entry.id} 没有引用任何条文", "在 cite 中写上条文")
        yield from self._articles(f"{place}.cite", entry.cite)
        only = [article for article in entry.cite if article.partition(":")[0] in self.consumer_laws]
        if only and not entry.consumer:
            yield self._problem("argument", place, f"{'、'.join(only)} 只保护生活消费", "加上 consumer: true")
        yield from self._expression(f"{place}.when", entry.when)
        yield from self._expression(f"{place}.unless", entry.unless)
        named: set[str] = set()
        texts = {
            "text": entry.text,
            "claim": entry.claim,
            **{f"texts.{tier}": text for tier, text in entry.texts.items()},
        }
        for key, text in texts.items():
            yield from self._sentence(f"{place}.{key}", text, entry.cite)
            named |= set(self._named(text))
        if entry.text and (unused := [article for article in entry.cite if article not in named]):
            yield self._problem(
                "sentence",
                f"{place}.cite",
                f"cite 中的 {'、'.join(unused)} 没有写进句子",
                "用 law(…) 写进 text，或者从 cite 中去掉",
            )

    def _traits(self, traits: Traits) -> Iterator[Problem]:
        for key in ("refund_articles", "interest_articles"):
            yield from self._articles(f"traits.{key}", getattr(traits, key) or (), in_force=False)

    def _articles(self, place: str, articles: Iterable[str], *, in_force: bool = True) -> Iterator[Problem]:
        for article in articles:
            try:
                self.catalogue.text(article)
                if in_force and not (status := self.catalogue.status(article, self.on)).in_force:
                    yield self._problem("article", place, f"{article} 不能引用：{status.message}")
            except LettersError as error:
                yield self._problem("article", place, f"{article}：{error.message}", error.fix)

    def _expression(self, place: str, text: str) -> Iterator[Problem]:
        for message in check_expression(text, index=self.grounds.index) if text else ():
            yield self._problem("expression", place, f"{message}（{text}）")

    def _named(self, text: str) -> list[str]:
        try:
            return list(laws_named(environment().parse(to_jinja(text))))
        except Exception:
            return []

    def _sentence(self, place: str, text: str, cite: Iterable[str] | None = None) -> Iterator[Problem]:
        from jinja2 import TemplateError

        try:
            tree = environment().parse(to_jinja(text))
        except TemplateError as error:
            yield self._problem("sentence", place, f"句子写得不对：{error.message}（{text[:30]}…）")
            return
        for message in unknown_names(tree, SENTENCE_NAMES, self.grounds.index):
            yield self._problem("sentence", place, message)
        strange = [article for article in laws_named(tree) if cite is not None and article not in cite]
        if strange:
            yield self._problem("sentence", place, f"句子引用了 {'、'.join(strange)}，但 cite 中没有", "补进 cite")

    def _words(self, words: GroundWords) -> Iterator[Problem]:
        for name in words.__struct_fields__:
            value = getattr(words, name)
            if isinstance(value, Mapping):
                continue
            for index, each in enumerate(value) if isinstance(value, tuple) else ((None, value),):
                place = f"words.{name}" + (f"[{index}]" if index is not None else "")
                if isinstance(each, str):
                    yield from self._sentence(place, each, ())
                    continue
                yield from self._articles(f"{place}.cite", each.cite)
                yield from self._expression(f"{place}.when", each.when)
                yield from self._sentence(f"{place}.heading", each.heading, each.cite)
                yield from self._sentence(f"{place}.text", each.text, each.cite)

    def _defences(self, entries: Mapping[str, DefenceEntry]) -> Iterator[Problem]:
        for index, (identity, entry) in enumerate(entries.items()):
            place = f"defences[{index}]" if entry.id else f"defences.{identity}"
            yield from self._articles(f"{place}.cite", entry.cite or ())
            yield from self._expression(f"{place}.when", entry.when or "")
            for key in ("says", "answer", "short", "spoken", "limits"):
                yield from self._sentence(f"{place}.{key}", getattr(entry, key) or "", entry.cite or ())
