"""`letters channels`: the channels there are, or the profile of one with what is law and what only custom."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from letters.cli.command import Command
from letters.cli.language import say
from letters.cli.options import folder_option, json_flag
from letters.cli.sentences import TEXTS

if TYPE_CHECKING:
    from letters.channels.profile import Channel


@click.command("channels", cls=Command, help="cmd.channels.long")
@click.argument("channel", required=False, metavar="[CHANNEL]")
@folder_option("--templates", help="opt.templates")
@json_flag
def channels(channel: str | None, templates: tuple[Path, ...], json: bool) -> None:
    """Print all channels, or one."""
    from letters.channels.known_channels import channels as all_channels
    from letters.cli.output import as_json, padded, show

    known = all_channels(templates)
    if channel is not None:
        profile = known[channel]
        show(as_json(_shape(profile)) if json else _card(profile))
        return
    profiles = list(known)
    if json:
        show(as_json({"channels": [_shape(profile) for profile in profiles]}))
        return
    for profile in profiles:
        label = f"format.{profile.format}"
        form = say(label) if label in TEXTS else profile.format
        show(padded(profile.id, 26) + padded(profile.name, 36) + padded(say(f"level.L{profile.level}"), 22) + form)


def _shape(profile: "Channel") -> dict[str, Any]:
    from msgspec import to_builtins

    from letters.channels.front_matter import FrontMatter

    stated = [name for name in FrontMatter.__struct_fields__ if not name.startswith("older_")]
    shape = {name: to_builtins(getattr(profile, name), order="deterministic") for name in stated}
    return {**shape, "allow": shape["may_ask"]}  # the name that the first edition printed


def _card(profile: "Channel") -> str:
    lines = [f"{profile.id}　{profile.name}"]
    rows: list[tuple[str, object]] = [
        ("channel.identity", say(f"level.L{profile.level}")),
        ("channel.lengths", "、".join(map(str, profile.lengths))),
        ("channel.hard", profile.hard or ""),
        ("channel.articles", profile.max_articles or ""),
        ("channel.needs", "、".join(profile.needs)),
        ("channel.allow", "、".join(sorted(profile.may_ask))),
        ("channel.leaves-out", "；".join(f"{part}：{why}" for part, why in profile.leaves_out.items())),
        ("channel.next", "、".join(profile.ladder.next)),
        ("channel.note", profile.note),
    ]
    lines += [f"  {say(key)}{value}" for key, value in rows if value]
    for fact in profile.facts:
        lines.append(f"  [{say(f'mark.{fact.mark}')}] {fact.what}：{fact.value}（{fact.source}）")
    return "\n".join(lines)
