"""Cold starts by a new interpreter, and memory over many letters."""

import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

from benchmarks import others
from benchmarks.measure import Comparison, Limit, cold
from benchmarks.pipeline import CASE, COMPLAINT, DAY, SHORT

_CLICK = """
import click
@click.group()
def main(): "A program."
@main.command()
@click.argument("case")
@click.option("-c", "--channel", multiple=True)
def draft(case, channel): "Draft."
main(["--help"])
"""
_MEMORY = f"""
import resource
from benchmarks.pipeline import matter
from letters import draft
for number in range(1, 1001):
    draft(matter(), {COMPLAINT!r}).docx()
    if number in (100, 1000):
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def draft() -> Comparison:
    """`letters draft` and `letters --help` against what they are measured by."""
    folder = Path(mkdtemp())
    template = folder / "template.docx"
    template.write_bytes(others.template())
    arguments = ("-m", "letters", "draft", str(CASE), "--date", DAY.isoformat(), "--force", "-c")
    return Comparison(
        "From a new interpreter",
        {
            "letters draft, text": cold(*arguments, SHORT, "-o", str(folder / "letter.txt")),
            "letters draft, DOCX": cold(*arguments, COMPLAINT, "-o", str(folder / "letter.docx")),
            "docxtpl": cold("-c", f"from benchmarks import others; others.docxtpl({str(template)!r})"),
            "letters --help": cold("-m", "letters", "--help"),
            "click alone, --help": cold("-c", _CLICK),
        },
        (Limit("letters draft, text", "docxtpl", 1.5), Limit("letters --help", "click alone, --help", 1.5)),
        rounds=9,
        notes=(
            "Modules and templates are compiled already, ours as those that pip installed; a first start ever also fills "
            "the caches. More than half of our time goes into importing what is not ours (Jinja2, PyYAML, click, msgspec).",
        ),
    )


def memory() -> list[str]:
    """Largest resident size after 100 and after 1,000 letters in one process."""
    done = subprocess.run([sys.executable, "-c", _MEMORY], capture_output=True, text=True, check=True)
    early, late = (int(number) / 1024 for number in done.stdout.split())
    held = "held" if late <= early * 1.05 else "**missed**"
    return [
        "## Memory over 1,000 complaints as DOCX",
        "",
        f"- {held}: {early:.1f} MiB after 100 letters, {late:.1f} MiB after 1,000; wanted flat (5 % at most)",
        "",
    ]
