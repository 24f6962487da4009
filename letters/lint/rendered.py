"""A channel rendered over every example case and every length: what fails, prints no text, or shows who the person is."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment
from msgspec.structs import replace

from letters.channels.channel_file import SUFFIX, line_of
from letters.channels.known_channels import Channels
from letters.channels.profile import Channel
from letters.data.mistakes import at_line
from letters.drafting.draft import compose_from
from letters.drafting.rendering import context_for
from letters.drafting.template.environment import templates_in
from letters.drafting.template.words import load_words
from letters.errors import LettersError, NotReady
from letters.law.matter import Matter, matter_of
from letters.law.results import Problem
from letters.lint.example_cases import example_cases, of_another
from letters.lint.watching import Printed, Watch


@lru_cache(maxsize=64)
def matters(grounds: tuple[str, ...] = (), statutes: tuple[Path, ...] = ()) -> tuple[tuple[str, Matter], ...]:
    """Each example by its name, read by the law; as a dispute of other `grounds` where they are given."""
    found = []
    for name, (case, day) in example_cases().items():
        if grounds:
            case = replace(case, dispute=replace(case.dispute, grounds=grounds))
        found.append((name, matter_of(case, day, statutes=statutes)))
    return tuple(found)


@lru_cache(maxsize=64)
def _another(name: str, level: int) -> Matter:
    """An example as the dispute of another person, as far as identity level `level` must not know him."""
    case, day = example_cases()[name]
    return matter_of(of_another(case, level), day)


def environment_of(known: Channels) -> Environment:
    """The environment in which the templates beside the channels are rendered."""
    return templates_in(known.folders).environment


def names_of_templates(known: Channels) -> frozenset[str]:
    """Every name that a template may use."""
    voices = load_words(known.folders)["voices"]
    channel = next(channel for channel in known if channel.voice in voices)
    return frozenset(context_for(matters()[0][1], channel, known).names)


def rendered(known: Channels, channel: Channel) -> Iterator[Problem]:
    """What goes wrong when the channel's body, titles and fields are rendered over the examples, each fault once."""
    told: dict[Problem, list[str]] = {}
    for name, matter in matters():
        found = list(_fragments(known, channel, matter)) or list(_over(known, channel, matter))
        if channel.level < 3 and not found:
            found = list(_leaks(known, channel, matter, _another(name, channel.level)))
        for problem in found:
            same = (each for each in told if problem.code == each.code == "leak" and problem.path == each.path)
            told.setdefault(next(same, problem), []).append(name)
    for problem, names in told.items():
        yield replace(problem, message=f"{problem.message}（试写案例 {'、'.join(dict.fromkeys(names))}）")


def _fragments(known: Channels, channel: Channel, matter: Matter) -> Iterator[Problem]:
    context = context_for(matter, channel, known)
    fragments = {f"titles[{i}]": text for i, text in enumerate(channel.titles)}
    fragments |= {f"fields[{i}]": text for i, (_, text) in enumerate(channel.fields)}
    for key, text in fragments.items():
        with Watch(environment_of(known)) as watch:
            try:
                context.snippet(text)
            except Exception as error:  # a template may raise anything
                where = at_line(channel.path, line_of(channel.path, key))
                yield Problem("template", where, f"{key}：试写时出错：{error}", _CURE)
                continue
        for each in watch.printed:
            if each.strange:
                where = at_line(channel.path, line_of(channel.path, key))
                yield Problem("output", where, f"{key}：{_strange(each)}", _TEXT_ONLY)


def _over(known: Channels, channel: Channel, matter: Matter) -> Iterator[Problem]:
    with Watch(environment_of(known)) as watch:
        try:
            compose_from(known, matter, channel.id)
        except NotReady:
            pass
        except LettersError as error:
            yield Problem("template", error.where or str(channel.path), f"试写时出错：{error.message}", error.fix)
        except Exception as error:  # a template may raise anything
            yield Problem("template", str(channel.path), f"试写时出错：{error}", _CURE)
    for each in watch.printed:
        if each.strange:
            yield Problem("output", _where(known, channel, each), _strange(each), _TEXT_ONLY)


def _leaks(known: Channels, channel: Channel, matter: Matter, another: Matter) -> Iterator[Problem]:
    """Where a text depends on what its level must not see: two people with the same dispute get the same text."""
    printed = []
    for each in (matter, another):
        with Watch(environment_of(known)) as watch:
            compose_from(known, each, channel.id)
        printed.append(watch.printed)
    for one, other in zip(*printed, strict=False):
        if one != other:
            said = f"这里写出了本渠道（level: {channel.level}）不应当知道的个人信息：“{_shown(one.text)}”"
            yield Problem("leak", _where(known, channel, one), said, "删去这一处；各级能写什么见 docs/channels.md")
            return


def source_of_template(known: Channels, name: str) -> tuple[str, str]:
    """The text and the file of a template."""
    loader = environment_of(known).loader
    assert loader is not None
    source, filename, _ = loader.get_source(environment_of(known), name)
    return source, filename or name


def _where(known: Channels, channel: Channel, printed: Printed) -> str:
    """File and line of what was printed; for a fragment of the data, the channel's file."""
    if not printed.template.endswith(SUFFIX):
        return str(channel.path)
    return at_line(source_of_template(known, printed.template)[1], printed.line)


def _strange(printed: Printed) -> str:
    return f"这里输出的不是文字、数字或日期，而是 {printed.strange}"


def _shown(text: str) -> str:
    flat = "".join(sign for sign in text if sign.isprintable())
    return flat if len(flat) <= 40 else f"{flat[:40]}…"


_CURE = "检查这一行用到的名字在每一种案件里是否都有，没有的放进 {% if %}"
_TEXT_ONLY = "函数后面要写括号，如 deadline()；列表用 join；不能直接输出对象"
