"""Lines of the case file for findings."""

from collections.abc import Iterable

from msgspec.structs import replace

from letters.data.yaml_tree import Places
from letters.review.finding import Finding


def placed(findings: Iterable[Finding], lines: Places) -> tuple[Finding, ...]:
    """The findings with the line of their field, or of the nearest part above that is written; those without path keep 0."""
    return tuple(replace(f, line=lines.line_of(f.path)) if f.path else f for f in findings)
