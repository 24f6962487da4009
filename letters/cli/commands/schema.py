"""`letters schema`: the JSON Schema of the case file."""

from pathlib import Path

import click

from letters.cli.command import Command
from letters.cli.options import folder_option


@click.command("schema", cls=Command, help="cmd.schema.long")
@folder_option("--statutes", help="opt.statutes")
def schema(statutes: tuple[Path, ...]) -> None:
    """Print the schema, with the grounds and excuses of the user's own folders."""
    from letters.case.file.json_schema import case_schema
    from letters.cli.output import as_json, show

    show(as_json(case_schema(statutes)))
