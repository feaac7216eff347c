"""What a network does to a request, drawn from a seed and counted."""

from __future__ import annotations

import json
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

HTML = b"<!doctype html><title>Wi-Fi</title><h1>Welcome. Please sign in.</h1>"
Answer = tuple[int, list[tuple[str, str]], bytes]


def problem(status: int, code: str) -> Answer:
    body = {"type": f"urn:x:{code}", "title": code, "status": status, "detail": code, "code": code, "errors": []}
    return status, [("Content-Type", "application/problem+json")], json.dumps(body).encode()


def page(status: int) -> Answer:
    return status, [("Content-Type", "text/html; charset=utf-8")], HTML


def data(body: object) -> Answer:
    return 200, [("Content-Type", "application/json")], json.dumps(body).encode()


def busy(status: int, after: str, date: str = "") -> Answer:
    """Ask for time: in seconds, or until a date by the clock of the answer."""
    _, headers, body = problem(status, "busy")
    return status, [*headers, ("Retry-After", after), *([("Date", date)] if date else [])], body


RECEIVED = "2026-11-23T03:00:00Z"
SAID: dict[str, Answer] = {
    "portal-page": page(200),
    "portal-redirect": (302, [("Location", "/faults/portal.html")], b""),
    "401": problem(401, "unauthenticated"),
    "403": problem(403, "forbidden"),
    "403-page": page(403),
    "400-page": page(400),
    "429": problem(429, "too-many-requests"),
    "429-wait": busy(429, "2"),
    "503-until": busy(503, "Wed, 25 Nov 2026 07:28:02 GMT", "Wed, 25 Nov 2026 07:28:00 GMT"),
    "500": problem(500, "internal-server-error"),
    "502-page": page(502),
    "503": problem(503, "unavailable"),
    "wrong-json": data({"ok": True}),
    "wrong-shape": data({"results": [{"id": 7}], "received_at": RECEIVED}),
    "other-ids": data({"results": [{"id": "x", "status": "accepted"}], "received_at": RECEIVED}),
    "no-results": data({"results": [], "received_at": RECEIVED}),
    "broken-json": (200, [("Content-Type", "application/json")], b'{"results": [{"id": "'),
}
"""Answers that the server never gave."""
DONE = (
    *("drop-before", "drop-after", "half-answer", "drip", "duplicate"),
    *("replayed-later", "delivered-late", "latency", "kill"),
)
"""What happens to a request on the way."""
KINDS = (*SAID, *DONE)
WEIGHTS = {"latency": 0.25, "kill": 0.25, "drip": 0.25}


@dataclass
class Weather:
    """What the network does next, drawn from the seed; ``share`` of the requests meet a fault."""

    seed: int
    share: float = 0.0
    latency_seconds: float = 3.0
    drip_seconds: float = 2.0
    """For so long an answer comes byte by byte, and never to its end; a phone waits 15 seconds for one."""
    kinds: tuple[str, ...] = KINDS
    count: Counter[str] = field(default_factory=Counter)
    requests: int = 0
    lose_first_answers: bool = False
    """Each event loses the first answer to a request that carries it, after the server took it."""
    unanswered: set[str] = field(default_factory=set)
    """Ids that lost an answer in that way."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)

    def draw(self, body: bytes) -> str:
        with self._lock:
            self.requests += 1
            if self._loses(body):
                kind = "drop-after"
            elif self._random.random() < self.share:
                kind = self._random.choices(self.kinds, [WEIGHTS.get(kind, 1.0) for kind in self.kinds])[0]
            else:
                return ""
            self.count[kind] += 1
            return kind

    def _loses(self, body: bytes) -> bool:
        if not self.lose_first_answers:
            return False
        fresh = {event["id"] for event in json.loads(body)["events"]} - self.unanswered
        self.unanswered |= fresh
        return bool(fresh)

    @property
    def faults(self) -> int:
        return sum(self.count.values())


@dataclass
class Line:
    """A slow line: what is sent over it at the same time shares its width."""

    bytes_per_second: float
    latency_seconds: float
    """There and back."""
    carried: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, size: int) -> None:
        """Take as long as so many bytes take, one way."""
        with self._lock:
            self.carried += size
            time.sleep(size / self.bytes_per_second)
        time.sleep(self.latency_seconds / 2)
