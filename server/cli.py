"""The command line: ``flask --app server …``. Every command works while the server runs."""

from __future__ import annotations

import sys

import click
import orjson
from flask import Flask, current_app
from flask.cli import with_appcontext

from .access import ROLES
from .accounts import service as accounts
from .accounts.links import invitation_link, qr_terminal
from .accounts.models import DeviceSession
from .catalogue import service as catalogue
from .imports.commands import first_run_command, import_command
from .photos.commands import collect_photos_command
from .spoken import COMMAND_LINE, spoken

_role = click.option("--role", type=click.Choice(ROLES), required=True, help="What the person or machine may do.")
_shop = click.option("--shop", required=True, help="Identifier of the shop, such as miramas.")


def init_app(app: Flask) -> None:
    """Attach the commands."""
    for command in (
        first_run_command,
        import_command,
        collect_photos_command,
        invite,
        token,
        tokens,
        token_revoke,
        sessions,
        session_revoke,
        welcome,
        openapi,
    ):
        app.cli.add_command(command)


@click.command("invite")
@_role
@_shop
@with_appcontext
def invite(role: str, shop: str) -> None:
    """Print a link that enrols one device, once."""
    _need_shop(shop)
    _show(accounts.invite(role, shop, COMMAND_LINE))


@click.command("token")
@_role
@_shop
@click.option("--name", default="machine", show_default=True, help="What will use it, for the list.")
@with_appcontext
def token(role: str, shop: str, name: str) -> None:
    """Print a bearer token for a machine. It is shown this one time."""
    _need_shop(shop)
    _, secret = accounts.new_token(role, shop, name)
    click.echo(secret)


@click.command("tokens")
@with_appcontext
def tokens() -> None:
    """List the living tokens."""
    for one in accounts.tokens_seen_by(None):
        used = f"{one.last_used_at:%Y-%m-%d}" if one.last_used_at else "never"
        click.echo(
            f"{one.id}  {one.role:<13} {one.shop_id:<12} made {one.created_at:%Y-%m-%d}  used {used}  {one.name}"
        )


@click.command("token-revoke")
@click.argument("token_id")
@with_appcontext
def token_revoke(token_id: str) -> None:
    """End a token at once."""
    spoken(lambda: accounts.revoke_token(None, token_id))
    click.echo("Revoked.")


@click.command("sessions")
@with_appcontext
def sessions() -> None:
    """List the enrolled devices."""
    for one in accounts.sessions_seen_by(None):
        click.echo(_line(one))


@click.command("session-revoke")
@click.argument("session_id")
@with_appcontext
def session_revoke(session_id: str) -> None:
    """End the session of a device at once."""
    spoken(lambda: accounts.revoke_session(None, session_id))
    click.echo("Revoked.")


@click.command("welcome")
@with_appcontext
def welcome() -> None:
    """Print where the shop is, and one-time links for a seller, a manager and a merchandiser."""
    url: str = current_app.config["PUBLIC_URL"]
    published = spoken(catalogue.current)
    shop = next(iter(published.shops.values()))
    click.secho(f"\nCordée — {shop['name']}", bold=True)
    click.echo(f"{len(published.products_by_ref)} products, revision {published.revision}\n")
    click.echo(f"  the ways in    {url}/")
    click.echo(f"  the phone      {url}/app/")
    click.echo(f"  the API        {url}/api/v1/docs\n")
    for role in ("seller", "manager", "merchandiser"):
        _show(accounts.invite(role, shop["id"], COMMAND_LINE))
    click.echo("")
    sys.stdout.flush()


@click.command("openapi")
@with_appcontext
def openapi() -> None:
    """Write the description of the API as JSON."""
    spec = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec.to_dict()
    click.echo(orjson.dumps(spec, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS).decode())


def _show(invited: accounts.Invited) -> None:
    link = invitation_link(invited.secret)
    click.secho(f"{invited.role} of {invited.shop_id}, once, until {invited.expires_at:%Y-%m-%d %H:%M} UTC", bold=True)
    click.echo(link)
    click.echo(qr_terminal(link))


def _line(session: DeviceSession) -> str:
    person = session.person
    seen = f"{session.last_seen_at:%Y-%m-%d %H:%M}"
    return f"{session.id}  {person.role:<13} {person.shop_id:<12} seen {seen}  {session.device:<9} {person.name}"


def _need_shop(shop: str) -> None:
    known = spoken(catalogue.current).shops
    if shop not in known:
        raise click.ClickException(f"There is no shop {shop!r}. There are: {', '.join(known)}.")
