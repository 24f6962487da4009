"""The Jinja2 side of drafting: templates from the user's folders and ours, and fragments from the data."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from markupsafe import Markup

from letters.channels.channel_file import SUFFIX, split
from letters.data import cache
from letters.drafting.template.markup import LineMarkup, Marked, clean, marked
from letters.drafting.template.printing import FILTERS
from letters.drafting.template.sandbox import Sandbox
from letters.drafting.template.sentence_book import SentenceBook, SentenceCode, sentence_book
from letters.errors import LettersError, NotReady

#: Speaks one sentence: with the names of the letter, and those that it is given.
Speaks = Callable[[dict[str, Any], Mapping[str, Any]], Iterator[str]]
#: Jinja2 writes the name of a template into the code it makes, unquoted.
_UNQUOTED = re.compile(r"""["'{}\\%]""")


class TemplateProblem(LettersError):
    """A template that cannot be used: file, line and cure."""


#: What a mistake in a template raises when it is rendered.
FAILURES = (
    LettersError,
    TemplateError,
    SecurityError,
    AttributeError,
    TypeError,
    LookupError,
    ValueError,
    ArithmeticError,
)


class BodyLoader(FileSystemLoader):
    """Loads channel files without their front matter; line numbers stay those of the file."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        source, filename, uptodate = super().get_source(environment, template)
        if source.startswith("---\n"):
            _, body, line = split(source, Path(filename))
            source = "{#" + "\n" * (line - 1) + "#}" + body
        return source, filename, uptodate


class Templates:
    """The templates of some folders, the first that has one before the later ones, ready to render."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.environment = Sandbox(
            extensions=[LineMarkup],
            undefined=StrictUndefined,
            autoescape=True,
            finalize=clean,
            loader=BodyLoader([str(f) for f in folders]),
            cache_size=-1,
            auto_reload=False,
            bytecode_cache=cache.bytecode(),
        )
        self._folders = tuple(folders)
        self.environment.filters |= FILTERS
        self._fragments: dict[str, Template | Markup] = {}
        self._sentences: dict[str, tuple[SentenceCode, Speaks]] = {}

    @property
    def globals(self) -> Mapping[str, Any]:
        """The names that every template knows by itself."""
        return self.environment.globals

    def template(self, name: str) -> Template:
        """The body of a channel, or a part under its path."""
        try:
            return self.environment.get_template(name + SUFFIX)
        except TemplateSyntaxError as error:
            raise problem(error, name) from None
        except TemplateNotFound as error:
            raise TemplateProblem(
                f"找不到模板 {error.name}", where=name, fix="检查 extends、import 里的文件名"
            ) from None

    def render(self, name: str, names: Mapping[str, Any]) -> str:
        """The template `name` rendered with `names`; its errors name file and line."""
        template = self.template(name)
        try:
            return template.render(names)
        except NotReady:
            raise
        except FAILURES as error:
            raise problem(error, str(template.filename or name)) from error

    def fragment(self, text: str, names: dict[str, Any]) -> Markup:
        """A piece of the data, rendered with `names` and nothing else; one without tags is returned as it is."""
        found = self._fragments.get(text)
        if found is None:
            found = self._fragments[text] = (
                self._compile(text) if "{" in text or " ? " in text else Marked(text.strip())
            )
        if isinstance(found, Markup):
            return found
        context = Context(self.environment, names, found.name, {})
        return marked("".join(found.root_render_func(context)))

    @cached_property
    def sentences(self) -> SentenceBook:
        return sentence_book(self._folders)

    def sentence(self, identity: str) -> tuple[SentenceCode, Speaks]:
        """A sentence by its id, and what speaks it; compiled once."""
        found = self._sentences.get(identity)
        if found is None:
            code = self.sentences.find(identity)
            found = self._sentences[identity] = code, self._speaks(self._compile(code.source, identity, code.where))
        return found

    def _speaks(self, template: Template) -> Speaks:
        def speaks(names: dict[str, Any], given: Mapping[str, Any]) -> Iterator[str]:
            context = Context(self.environment, names, template.name, {})
            context.vars.update(given)
            return template.root_render_func(context)

        return speaks

    def _compile(self, text: str, name: str = "", where: str = "") -> Template:
        name = f"inline:{name or _UNQUOTED.sub('', text[:40])}"
        try:
            code = cache.compiled(self.environment, name, text)
        except TemplateSyntaxError as error:
            raise TemplateProblem(f"词句里的标签有错：{error.message}", where=where or text[:60]) from None
        return self.environment.template_class.from_code(self.environment, code, self.environment.make_globals(None))


def problem(error: Exception, name: str) -> TemplateProblem:
    """The error of a template as the user sees it: file, line, what is wrong, how to mend it."""
    if isinstance(error, TemplateSyntaxError):
        return TemplateProblem(
            f"模板语法有错：{error.message}", where=f"{error.filename or error.name or name}:{error.lineno}",
            fix="检查这一行的标签是否成对、标记是否受支持（docs/channels.md）",
        )  # fmt: skip
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(SUFFIX):
            name, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    where = f"{name}:{line}" if line else name
    if isinstance(error, UndefinedError):
        return TemplateProblem(f"模板用了没有的名字：{error}", where=where, fix="可用的名字见 docs/channels.md")
    if isinstance(error, LettersError):
        return TemplateProblem(error.message, where=where, fix=error.fix)
    return TemplateProblem(f"模板执行出错：{error}", where=where, fix="检查这一行用到的字段在本案中是否存在")


@lru_cache(maxsize=8)
def templates_in(folders: tuple[Path, ...]) -> Templates:
    """The templates of the folders, kept for the process."""
    return Templates(folders)


def folders_of(paths: Sequence[Path | str]) -> tuple[Path, ...]:
    """User folders as given, which must exist."""
    found = tuple(Path(p).resolve() for p in paths)
    for folder in found:
        if not folder.is_dir():
            raise LettersError("模板文件夹不存在", where=folder, fix="--templates 后写已有的文件夹")
    return found
