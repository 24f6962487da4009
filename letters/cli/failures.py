"""What a user sees when something goes wrong: one plain message and an exit code, never a traceback."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

import click

from letters.cli.language import join, say
from letters.cli.sentences import TEXTS
from letters.errors import LettersError

DONE, NOT_READY, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


def guarded(call: Callable[[], object], debugging: Callable[[], bool]) -> int:
    """The exit code of `call`: its own if it returns one; 1 not ready, 2 wrong use or unusable input, 130 interrupted.

    With `debugging`, an error is raised as it is.
    """
    try:
        code = _called(call)
        sys.stdout.flush()
        return code
    except click.UsageError as error:
        return _tell(usage_text(error), UNUSABLE)
    except (KeyboardInterrupt, click.Abort, EOFError):
        print(file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _let_go(sys.stdout)
        return DONE
    except Exception as error:
        if debugging():
            raise
        return _tell(*_plain(error))


def _called(call: Callable[[], object]) -> int:
    try:
        code = call()
    except click.exceptions.Exit as done:
        return done.exit_code
    return code if isinstance(code, int) else DONE


def _let_go(stream: TextIO) -> None:
    """What `stream` still holds goes nowhere; Python would complain once more when it flushes at exit."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _plain(error: Exception) -> tuple[str, int]:
    match error:
        case LettersError():
            return str(error), error.code
        case click.ClickException():
            return error.format_message(), UNUSABLE
        case UnicodeEncodeError():
            return say("error.encoding", encoding=error.encoding), UNUSABLE
        case OSError():
            return say("error.os", place=error.filename or say("error.stdout"), reason=reason_of(error)), UNUSABLE
        case MemoryError() | RecursionError():
            return say("error.too-much"), UNUSABLE
        case _:
            return say("error.internal", what=f"{type(error).__name__}: {error}"), UNUSABLE


def reason_of(error: OSError) -> str:
    """Why the system refused, in the user's language."""
    import errno

    known = f"os.{errno.errorcode.get(error.errno or 0, '')}"
    return say(known) if known in TEXTS else error.strerror or str(error)


def _tell(text: str, code: int) -> int:
    from letters.cli.output import complain

    try:
        sys.stdout.flush()
    except OSError:
        _let_go(sys.stdout)
    try:
        complain(text)
    except OSError:
        _let_go(sys.stderr)
    return code


def usage_text(error: click.UsageError) -> str:
    """What is wrong with the arguments, and where to look."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.message.rstrip()
    text = _usage(error)
    path = error.ctx.command_path if error.ctx else "letters"
    return f"{text}\n  → {say('usage.help', path=path)}"


def _usage(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = say("usage.near", near=join(error.possibilities)) if error.possibilities else ""
            return say("usage.no-option", name=error.option_name) + near
        case click.MissingParameter():
            return say("usage.missing", name=_name(error))
        case click.BadParameter() if error.param is not None and isinstance(error.param.type, click.Choice):
            return say(
                "usage.choice", name=_name(error), choices=join([str(each) for each in error.param.type.choices])
            )
        case click.BadParameter():
            return say("usage.bad", name=_name(error), why=error.message)
        case click.BadOptionUsage():
            return say("usage.option", name=error.option_name)
        case _ if error.message.startswith("Got unexpected extra argument"):
            return say("usage.extra", name=error.message.partition("(")[2].rstrip(")."))
        case _ if error.message == "Missing command.":
            return say("usage.no-command-given")
        case _:
            return error.message


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar(error.ctx) if error.ctx else str(error.param.name)
