"""The real server on a real database, killed and looked into."""

from __future__ import annotations

import json
import os
import signal
import urllib.request
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from tests.e2e.serving import ShopServer

ROWS = "SELECT id, device_id, seq, author_id, payload, received_at FROM events ORDER BY device_id, seq"


@dataclass
class Shop(ShopServer):
    """A shop on SQLite or on the PostgreSQL of ``database``."""

    database: str = ""
    killed: int = 0
    """How many processes were killed."""

    @property
    def environment(self) -> dict[str, str]:
        settings = super().environment
        return {**settings, "CORDEE_DATABASE_URL": self.database} if self.database else settings

    @property
    def database_url(self) -> str:
        return self.environment["CORDEE_DATABASE_URL"]

    def kill_workers(self) -> None:
        """Kill -9 each worker; gunicorn's master starts others."""
        if self.process is None:
            return
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        for worker in children.read_text().split():
            with suppress(ProcessLookupError):
                os.kill(int(worker), signal.SIGKILL)
                self.killed += 1

    def look(self) -> Taken:
        """Read what the database has, past the server."""
        engine = sa.create_engine(self.database_url.replace("postgresql://", "postgresql+psycopg://"))
        try:
            with engine.connect() as connection:
                rows = connection.execute(sa.text(ROWS)).all()
                effects = connection.execute(sa.text("SELECT count(*) FROM try_ons")).scalar_one()
                aside = connection.execute(sa.text("SELECT count(*) FROM event_conflicts")).scalar_one()
        finally:
            engine.dispose()
        return Taken([row(*found) for found in rows], effects, aside)

    def document(self, number: int) -> bytes:
        """Return the document of a revision, past the server."""
        engine = sa.create_engine(self.database_url.replace("postgresql://", "postgresql+psycopg://"))
        with engine.connect() as connection:
            packed = connection.execute(sa.text("SELECT document FROM revisions WHERE number = :n"), {"n": number})
            found = zlib.decompress(packed.scalar_one())
        engine.dispose()
        return found

    def forms(self) -> dict[int, int]:
        """Return how many events are stored in each format."""
        engine = sa.create_engine(self.database_url.replace("postgresql://", "postgresql+psycopg://"))
        with engine.connect() as connection:
            rows = connection.execute(sa.text("SELECT format, count(*) FROM events GROUP BY format ORDER BY format"))
            found = {int(format_): int(count) for format_, count in rows}
        engine.dispose()
        return found

    def delete_event(self, id_: str) -> None:
        """Lose a row, past the server, with what followed from it."""
        engine = sa.create_engine(self.database_url.replace("postgresql://", "postgresql+psycopg://"))
        with engine.begin() as connection:
            for statement in ("DELETE FROM try_ons WHERE event_id = :id", "DELETE FROM events WHERE id = :id"):
                connection.execute(sa.text(statement), {"id": id_})
        engine.dispose()

    def token(self, role: str) -> str:
        """Return a machine's token for the shop."""
        return self.flask("token", "--role", role, "--shop", "miramas").split()[-1]

    def ask(self, path: str, token: str) -> Any:
        """Return what the server answers to a holder of a token."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}")
        request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def enter(self) -> tuple[dict[str, Any], str]:
        """Enter the demonstration as a seller; return the session and its cookie."""
        address = f"http://127.0.0.1:{self.port}/api/v1/demonstration/entries"
        request = urllib.request.Request(address, b'{"role": "seller"}')
        request.add_header("Content-Type", "application/json")
        request.add_header("Origin", self.url)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer), answer.headers["Set-Cookie"].partition(";")[0]

    def levels(self) -> dict[str, Any]:
        """Return the stock that the server tells its phones."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/v1/shops/miramas/stock", timeout=10) as answer:
            levels: dict[str, Any] = json.load(answer)["levels"]
        return levels

    def counted(self, ref: str) -> int:
        """Return how many try-ons of a piece the server tells its phones."""
        address = f"http://127.0.0.1:{self.port}/api/v1/shops/miramas/try-ons"
        with urllib.request.urlopen(address, timeout=10) as answer:
            counts: dict[str, int] = json.load(answer)["try_ons"].get(ref, {})
        return sum(counts.values())


@dataclass(frozen=True)
class Row:
    id: str
    device: str
    seq: int
    author: str
    payload: dict[str, object]
    received: float
    """When the server took it, in seconds since 1970."""

    @property
    def mark(self) -> str:
        usual = self.payload.get("usual")
        return str(usual["size"]) if isinstance(usual, dict) else ""


def row(id_: str, device: str, seq: int, author: str, payload: object, received: object) -> Row:
    """Read a row as both databases give it."""
    said = payload if isinstance(payload, dict) else json.loads(str(payload))
    moment = received if isinstance(received, datetime) else datetime.fromisoformat(str(received))
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return Row(id_, device, seq, author, said, moment.timestamp())


@dataclass(frozen=True)
class Taken:
    """What the server has."""

    events: list[Row]
    effects: int
    conflicts: int

    @property
    def marks(self) -> list[str]:
        return [row.mark for row in self.events]

    def gaps(self) -> list[str]:
        """Return the devices whose numbers do not go from 1 up one by one."""
        numbers: dict[str, list[int]] = {}
        for row in self.events:
            numbers.setdefault(row.device, []).append(row.seq)
        return [device for device, found in numbers.items() if found != list(range(1, len(found) + 1))]
