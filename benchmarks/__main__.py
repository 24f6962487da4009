"""`python -m benchmarks [NAME...]`: runs the comparisons and writes benchmarks/RESULTS.md."""

import os
import platform
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.measure import Comparison, run

# Each is a function that returns a `Comparison`, or the lines of its own section; to add one, add its line.
COMPARISONS = {
    "writers": "benchmarks.documents:writers",
    "document": "benchmarks.pipeline:document",
    "longer": "benchmarks.pipeline:longer",
    "text": "benchmarks.pipeline:text",
    "starts": "benchmarks.starts:draft",
    "cold-writers": "benchmarks.documents:cold_writers",
    "memory": "benchmarks.starts:memory",
}
RESULTS = Path(__file__).with_name("RESULTS.md")


def report(comparison: Comparison, medians: dict[str, float]) -> list[str]:
    """The table of one comparison and whether its limits hold."""
    fastest = min(medians.values())
    lines = [f"## {comparison.title}", "", f"Median of {comparison.rounds} interleaved rounds.", ""]
    lines += ["| way | ms | of the fastest |", "|---|--:|--:|"]
    lines += [f"| {name} | {taken * 1e3:.3f} | {taken / fastest:.2f} |" for name, taken in medians.items()]
    lines += [""]
    for limit in comparison.limits:
        ratio = medians[limit.entry] / medians[limit.baseline]
        if limit.faster:
            held, said = 1 / ratio >= limit.ratio, f"{1 / ratio:.1f} times faster, wanted {limit.ratio:g}"
        else:
            held, said = ratio <= limit.ratio, f"{ratio:.2f} times, at most {limit.ratio:g}"
        lines.append(f"- {'held' if held else '**missed**'}: {limit.entry} against {limit.baseline}: {said}")
    lines += ["", *comparison.notes, ""]
    return lines


def machine() -> str:
    """What was measured on, without anything that names the machine."""
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors"
    return f"Python {platform.python_version()}, {system}"


def main(names: list[str]) -> None:
    """Runs the named comparisons, all of them where none is named; only a full run is written down."""
    lines = ["# Results", "", "Written by `make bench` (`python -m benchmarks`).", "", machine() + ".", ""]
    for name in names or COMPARISONS:
        module, _, function = COMPARISONS[name].partition(":")
        print(f"{name} …", file=sys.stderr)
        made: Comparison | list[str] = getattr(import_module(module), function)()
        lines += report(made, run(made)) if isinstance(made, Comparison) else made
    text = "\n".join(lines).rstrip() + "\n"
    print(text)
    if not names:
        RESULTS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
