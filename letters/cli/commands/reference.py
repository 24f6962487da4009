"""`letters reference-doc`: our styles as a DOCX file, to make a letterhead from."""

from pathlib import Path

import click

from letters.cli.command import Command
from letters.cli.language import say


@click.command("reference-doc", cls=Command, help="cmd.reference-doc.long", no_args_is_help=True)
@click.argument("output", type=click.Path(path_type=Path), metavar="OUT.docx")
@click.option("--force", is_flag=True, help="opt.force-file")
def reference_doc(output: Path, force: bool) -> None:
    """Write our reference document."""
    from letters.cli.output import complain
    from letters.cli.saving import write_all
    from letters.writers.docx.reference_document import reference_document

    write_all({output: reference_document()}, force=force)
    complain(say("draft.written", path=output))
