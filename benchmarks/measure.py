"""How things are measured: interleaved rounds and medians, because this machine's speed drifts within minutes."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from compileall import compile_dir
from dataclasses import dataclass
from functools import cache
from gc import collect
from importlib import import_module
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
    """Ways of doing the same thing, by name."""

    title: str
    entries: Mapping[str, Callable[[], object]]
    limits: tuple[Limit, ...] = ()
    rounds: int = 31
    notes: tuple[str, ...] = ()


def run(comparison: Comparison) -> dict[str, float]:
    """Median seconds of each entry over interleaved rounds; quick entries run several times in a round."""
    repeats = {name: _repeats(action) for name, action in comparison.entries.items()}
    times: dict[str, list[float]] = {name: [] for name in comparison.entries}
    for _ in range(comparison.rounds):
        for name, action in comparison.entries.items():
            collect()
            start = perf_counter()
            for _ in range(repeats[name]):
                action()
            times[name].append((perf_counter() - start) / repeats[name])
    return {name: median(taken) for name, taken in times.items()}


def _repeats(action: Callable[[], object]) -> int:
    """How often an entry runs in a round to take about 20 ms, after it has warmed up."""
    action()
    start = perf_counter()
    action()
    return max(1, min(100, round(0.02 / (perf_counter() - start))))


def cold(*arguments: str) -> Callable[[], object]:
    """An entry that starts a new interpreter with `arguments`."""
    _compiled()

    def start() -> object:
        return subprocess.run([sys.executable, *arguments], check=True, capture_output=True)

    return start


@cache
def _compiled() -> None:
    """Compiles our modules, as pip does with what it installs, whether or not Python may do so by itself here."""
    for package in ("letters", "benchmarks"):
        for folder in import_module(package).__path__:
            compile_dir(folder, quiet=2)
