"""Reading a YAML file of the statutes folder: a mapping, by libyaml where it is there."""

from pathlib import Path
from typing import Any

from letters.data.cache import remembered
from letters.errors import LettersError


class BadFile(LettersError):
    """A file of the statutes folder cannot be read."""


def read_yaml(path: Path) -> dict[str, Any]:
    """The mapping in the file, empty for an empty file; BadFile if it is unusable."""
    data: dict[str, Any] = remembered(path, "whole", lambda: _parsed(path))
    return data


def _parsed(path: Path) -> dict[str, Any]:
    import yaml

    loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_bytes(), Loader=loader)
    except OSError as error:
        raise BadFile(f"读不出来：{error.strerror}", where=path) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadFile(f"YAML 写法有误：{error}", fix="按提示的行号修改，另存为 UTF-8", where=path) from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise BadFile("应当是“键：内容”的对照表", where=path)
    return data
