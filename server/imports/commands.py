"""The imports' commands: ``first-run`` and ``import``."""

from __future__ import annotations

from pathlib import Path

import click
from flask.cli import with_appcontext

from server.spoken import COMMAND_LINE, spoken

from . import first_run


@click.command("first-run")
@with_appcontext
def first_run_command() -> None:
    """Import the range and the demonstration shop, where nothing is published yet."""
    click.echo(spoken(first_run.run))


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@with_appcontext
def import_command(paths: tuple[Path, ...]) -> None:
    """Import folders or files as a merchandiser would, and publish them."""
    click.echo(spoken(lambda: first_run.publish_paths(paths, COMMAND_LINE)))
