"""The first run: the range and the demonstration shop come in by the very path a merchandiser uses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from catalog import DATA
from catalog.feeds import own
from server.catalogue import history
from server.database import db
from server.errors import Conflict

from . import service

AUTHOR = "Cordée"


def run() -> str:
    """Publish the range where nothing is published; else only what this program knows better. Return what was done.

    A newer program brings newer knowledge. The facts stay the merchandiser's; what is compiled from them is made anew.
    """
    number = history.newest()
    if number == 0:
        shops = sorted(folder for folder in (DATA / "shops").iterdir() if folder.is_dir())
        return publish_paths((DATA / "range", *shops), AUTHOR)
    content = service.compile_content(history.facts(number))
    if content.content_hash == history.hash_of(number):
        return f"Revision {number} is published and up to date."
    revision = history.publish(content, number, AUTHOR, "Connaissances de cette version")
    db.session.commit()
    return f"Revision {revision.number} is published with the knowledge of this version."


def publish_paths(paths: Iterable[Path], author: str) -> str:
    """Import folders and files as one batch and publish it. Raise ``Conflict`` after naming every error."""
    files: dict[str, bytes] = {}
    for path in paths:
        files |= own.files_in(path) if path.is_dir() else {path.name: path.read_bytes()}
    row = service.drop("Première mise en place" if author == AUTHOR else ", ".join(files)[:200], files, author)
    if row.state == "refused":
        for finding in service.report(row)["findings"]:
            if finding["severity"] == "error":
                click.echo(f"{finding['file']}:{finding['line']}: {finding['message']['en']}", err=True)
        raise Conflict("import-refused")
    published = service.publish(row.id, author)
    return f"Revision {published.published_revision} is published: {len(files)} files."
