"""Templates, statutes and example cases travel inside the wheel; an editable install reads them where they stand."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface[Any]):
    """Puts the two data folders of the checkout, and the example cases, under `letters/_data` of a wheel."""

    PLUGIN_NAME = "data"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            cases = [str(path.relative_to(self.root)) for path in Path(self.root).glob("examples/*/case.yaml")]
            build_data["force_include"].update(
                {name: f"letters/_data/{name}" for name in ("templates", "statutes", *cases)}
            )
