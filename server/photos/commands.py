"""The photos' command: ``collect-photos``."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from . import store


@click.command("collect-photos")
@with_appcontext
def collect_photos_command() -> None:
    """Delete the photos that no recent revision names and nobody has brought lately."""
    click.echo(f"{store.collect()} photos are deleted.")
