"""Reading a folder of templates with a critical eye: front matter, names, articles, and what each prints over the examples."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes
from msgspec.structs import replace

from letters.channels.channel_file import SUFFIX, line_of, read_profile
from letters.channels.known_channels import LOCALE, Channels
from letters.channels.profile import Channel
from letters.data.mistakes import at_line
from letters.drafting.template.environment import templates_in
from letters.drafting.template.sentence_book import sentence_files
from letters.drafting.template.words import WORDS_FILE, load_words
from letters.errors import LettersError
from letters.law.library import law_of
from letters.law.results import Problem
from letters.lint.expressions import Fault, dated_names, faults, names_made, refusal, unfit_articles, unknown_sentences
from letters.lint.profiles import wrong_articles, wrong_conditions, wrong_references
from letters.lint.rendered import environment_of, names_of_templates, rendered, source_of_template
from letters.lint.statutes import problems_of
from letters.writers.registry import format_named

#: Files of a locale's folder that are no channels.
_SHARED = ("base",)


def lint_templates(folder: Path, on: date, only: Path | None = None) -> Iterator[Problem]:
    """Everything wrong with the templates of a folder, on a day; of one file alone where `only` names it.

    Codes: file, profile, template, article, output, leak.
    """
    inner = folder / LOCALE if (folder / LOCALE).is_dir() else folder
    checked = _Folder(inner.resolve(), on)
    for path in sorted(inner.resolve().rglob(f"*{SUFFIX}")):
        if only is None or path == only.resolve():
            yield from dict.fromkeys(checked.problems(path))
    for path in sentence_files((inner.resolve(),)):
        if only is None or path == only.resolve():
            yield from dict.fromkeys(checked.sentences(path))
    words = inner / WORDS_FILE
    if words.is_file() and (only is None or words.resolve() == only.resolve()):
        try:
            load_words((words.parent,))
        except LettersError as error:
            yield from problems_of(error, words, "file")


class _Known(Channels):
    """The channels of a folder before ours; one whose file has another name than its id counts by the name of the file."""

    def __init__(self, folder: Path) -> None:
        super().__init__((folder,))
        self.unusable: dict[Path, LettersError] = {}
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            if path.stem.startswith("_") or path.stem in _SHARED:
                continue
            try:
                self._known[path.stem] = replace(read_profile(path), id=path.stem)
            except LettersError as error:
                self.unusable[path] = error

    def ids(self) -> tuple[str, ...]:
        """The ids of all channels that can be read."""
        lost = {path.stem for path in self.unusable}
        return tuple(identity for identity in super().ids() if identity not in lost)


class _Folder:
    """The checks of the templates of one folder; they share the channels, the environment and the day."""

    def __init__(self, folder: Path, on: date) -> None:
        self.folder, self.law = folder, law_of()
        self.on = on
        self.channels = _Known(folder)
        self.words = load_words(self.channels.folders)
        self.names = names_of_templates(self.channels)
        self.refused = refusal(self.law.statutes, on)
        self.book = templates_in(self.channels.folders).sentences.sentences

    def problems(self, path: Path) -> Iterator[Problem]:
        if path in self.channels.unusable:
            yield from problems_of(self.channels.unusable[path], path, "profile")
            return
        channel = self.channels[path.stem] if path.parent == self.folder and self._is_channel(path.stem) else None
        if channel is not None:
            yield from self._profile(channel)
        broken = list(self._body(path))
        yield from broken
        sound = channel is not None and channel.voice in self.words["voices"]
        if channel is not None and sound and not any(problem.code == "syntax" for problem in broken):
            yield from rendered(self.channels, channel)

    def _is_channel(self, stem: str) -> bool:
        return not stem.startswith("_") and stem not in _SHARED

    def _profile(self, channel: Channel) -> Iterator[Problem]:
        front = read_profile(channel.path)
        if front.id != channel.path.stem:
            said = f"id 是 {front.id}，文件名却是 {channel.path.name}"
            yield Problem("profile", at_line(channel.path, line_of(channel.path, "id")), said, "两者要一致")
        try:
            format_named(channel.format)
        except LettersError as error:
            yield Problem("profile", at_line(channel.path, line_of(channel.path, "format")), error.message, error.fix)
        checks = [
            *wrong_references(channel, self.channels.ids(), tuple(self.words["voices"]), self.law, self.on),
            *wrong_articles(channel, self.refused),
            *wrong_conditions(channel),
        ]
        for key, said, fix in checks:
            yield Problem("profile", at_line(channel.path, line_of(channel.path, key)), f"{key}：{said}", fix)
        fragments = {f"titles[{i}]": text for i, text in enumerate(channel.titles)}
        fragments |= {f"fields[{i}]": text for i, (_, text) in enumerate(channel.fields)}
        for key, text in fragments.items():
            where = at_line(channel.path, line_of(channel.path, key))
            try:
                tree = environment_of(self.channels).parse(text, f"inline:{key}")
            except TemplateSyntaxError as error:
                yield Problem("template", where, f"{key}：标签写得不对：{error.message}", "检查标签是否成对")
                continue
            for code, (_, said, fix) in self._faults(tree):
                yield Problem(code, where, f"{key}：{said}", fix)

    def _body(self, path: Path) -> Iterator[Problem]:
        name = str(path.relative_to(self.folder))
        try:
            source = source_of_template(self.channels, name)[0]
            tree = environment_of(self.channels).parse(source, name, str(path))
            templates_in(self.channels.folders).template(name.removesuffix(SUFFIX))
        except TemplateSyntaxError as error:
            yield Problem(
                "syntax",
                at_line(path, error.lineno),
                f"模板语法有错：{error.message}",
                "检查这一行的标签是否成对、标记是否受支持（docs/channels.md）",
            )
            return
        except LettersError as error:
            yield Problem("syntax", error.where or str(path), error.message, error.fix)
            return
        for code, (line, said, fix) in self._faults(tree):
            yield Problem(code, at_line(path, line), said, fix)

    def _faults(
        self, tree: nodes.Template, more: Collection[str] = (), dated: Collection[str] = ()
    ) -> Iterator[tuple[str, Fault]]:
        yield from (("template", fault) for fault in faults(tree, {*self.names, *more}))
        yield from (("template", fault) for fault in unknown_sentences(tree, self.book))
        yield from (("article", fault) for fault in unfit_articles(tree, self.refused, dated))

    @cached_property
    def _trees(self) -> dict[str, nodes.Template | TemplateSyntaxError]:
        """Every sentence, parsed; or why it cannot be."""
        environment = environment_of(self.channels)
        found: dict[str, nodes.Template | TemplateSyntaxError] = {}
        for identity, code in self.book.items():
            try:
                found[identity] = environment.parse(code.source, f"inline:{identity}")
            except TemplateSyntaxError as error:
                found[identity] = error
        return found

    @cached_property
    def _shared(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names that sentences make, which those that they say see too, and those of them that tell the day."""
        trees = [tree for tree in self._trees.values() if isinstance(tree, nodes.Template)]
        given = {name for code in self.book.values() for name in code.given}
        made = frozenset(given.union(*(names_made(tree) for tree in trees)))
        return made, frozenset().union(*(dated_names(tree) for tree in trees))

    def sentences(self, path: Path) -> Iterator[Problem]:
        """The sentences of a file."""
        for identity, code in self.book.items():
            if not code.where.startswith(f"{path}:"):
                continue
            tree = self._trees[identity]
            if isinstance(tree, TemplateSyntaxError):
                said = f"{identity}：标签写得不对：{tree.message}"
                yield Problem("syntax", code.where, said, "检查括号和标签是否成对")
                continue
            for kind, (_, said, fix) in self._faults(tree, *self._shared):
                yield Problem(kind, code.where, f"{identity}：{said}", fix)
