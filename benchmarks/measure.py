"""How things are measured: interleaved rounds and medians, because this machine's speed drifts within minutes."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from gc import collect
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Limit:
    """A promise: `entry` takes at most `ratio` times `baseline`, or is `ratio` times faster and more."""

    entry: str
    baseline: str
    ratio: float
    faster: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ways of doing the same thing, by name; the first round warms up and is not counted."""

    title: str
    entries: Mapping[str, Callable[[], object]]
    limits: tuple[Limit, ...] = ()
    rounds: int = 31
    notes: tuple[str, ...] = ()


def run(comparison: Comparison) -> dict[str, float]:
    """Median seconds of each entry over interleaved rounds."""
    times: dict[str, list[float]] = {name: [] for name in comparison.entries}
    for number in range(comparison.rounds + 1):
        for name, action in comparison.entries.items():
            collect()
            start = perf_counter()
            action()
            took = perf_counter() - start
            if number:
                times[name].append(took)
    return {name: median(taken) for name, taken in times.items()}


def cold(*arguments: str) -> Callable[[], object]:
    """An entry that starts a new interpreter with `arguments`."""

    def start() -> object:
        return subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    return start
