"""A ground rendered over every example, in the voices of the documents: words, headings, arguments, answers, leads."""

from collections.abc import Iterator

from letters.channels.known_channels import Channels, channels
from letters.drafting.rendering import context_for
from letters.law.library import Law
from letters.law.matter import Matter
from letters.law.reasoning.ground_file import GroundFile
from letters.lint.rendered import environment_of, matters
from letters.lint.watching import Watch

#: Key in the file, what is wrong, cure.
Wrong = tuple[str, str, str]


def wrong_when_rendered(identity: str, own: GroundFile, law: Law) -> Iterator[Wrong]:
    """What goes wrong when the fragments of a ground are rendered over the examples, as if each were a dispute of it."""
    known = channels()
    told: dict[Wrong, list[str]] = {}
    for name, matter in matters((identity,), law.folders):
        for wrong in _over(known, own, matter):
            told.setdefault(wrong, []).append(name)
    for (key, said, fix), names in told.items():
        yield key, f"{said}（试写案例 {'、'.join(dict.fromkeys(names))}）", fix


def _over(known: Channels, own: GroundFile, matter: Matter) -> Iterator[Wrong]:
    held = {argument.id for argument in matter.basis.arguments}
    seen: set[str] = set()
    for channel in known:
        if f"{channel.tier} {channel.voice}" in seen:
            continue
        seen.add(f"{channel.tier} {channel.voice}")
        context = context_for(matter, channel, known)
        for key, text in _fragments(own, held, channel.tier):
            with Watch(environment_of(known)) as watch:
                try:
                    context.snippet(text)
                except Exception as error:  # a fragment may raise anything
                    yield (
                        key,
                        f"试写时出错：{error}",
                        "检查用到的名字在每一种案件里是否都有，没有的放进 {% if %}，或者写进 when",
                    )
            for each in watch.printed:
                if each.strange:
                    yield key, f"这里输出的不是文字、数字或日期，而是 {each.strange}", "函数后面要写括号；列表用 join"


def _fragments(own: GroundFile, held: set[str], tier: str) -> Iterator[tuple[str, str]]:
    """Each fragment with its key: all words and headings, and the arguments that hold for the tier."""
    for name in own.words.__struct_fields__:
        value = getattr(own.words, name)
        if isinstance(value, str):
            yield f"words.{name}", value
        else:
            yield from ((f"words.{name}[{i}]", each) for i, each in enumerate(value) if isinstance(each, str))
    for key, group in own.groups.items():
        yield f"groups.{key}.heading", group.heading
    for index, entry in enumerate(own.arguments):
        if entry.id in held and tier in entry.tiers:
            key = f"texts.{tier}" if tier in entry.texts else "text"
            yield f"arguments[{index}].{key}", entry.texts.get(tier, entry.text)
            yield f"arguments[{index}].claim", entry.claim
