"""`letters schema`: the JSON Schema of the case file."""

import click

from letters.cli.command import Command


@click.command("schema", cls=Command, help="cmd.schema.long")
def schema() -> None:
    """Print the schema."""
    from letters.case.file.json_schema import case_schema
    from letters.cli.output import as_json, show

    show(as_json(case_schema()))
