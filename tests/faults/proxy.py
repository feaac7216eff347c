"""A bad network between real phones and a real server."""

from __future__ import annotations

import http.client
import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .weather import SAID, Answer, Line, Weather, page

HOST = "127.0.0.1"
EVENTS = "/api/v1/events"
UPSTREAM_SECONDS = 30
HOP_BY_HOP = {"connection", "transfer-encoding", "keep-alive", "content-length"}


@dataclass
class Network:
    """The proxy and what it knows."""

    port: int
    behind: int
    weather: Weather
    files: Path
    line: Line | None = None
    """A slow line between the phones and the server."""
    cookie: str = ""
    """Of a browser that keeps no secure cookie from an address without TLS."""
    kill: Callable[[], None] = lambda: None
    saved: dict[str, float] = field(default_factory=dict)
    """Marks that a phone has called saved, and when by its clock, in seconds."""
    gate: threading.Event = field(default_factory=threading.Event)
    """What is held back goes on when it is set."""
    late: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    """How many requests with events were under way at the same time, at most."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def under_way(self, path: str) -> Iterator[None]:
        counts = int(path == EVENTS)
        with self._lock:
            self.at_once += counts
            self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            yield
        finally:
            with self._lock:
                self.at_once -= counts

    def pass_on(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        connection = http.client.HTTPConnection(HOST, self.behind, timeout=UPSTREAM_SECONDS)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            found = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP_BY_HOP]
            return answer.status, found, answer.read()
        finally:
            connection.close()

    def note(self, told: str) -> None:
        """Remember what a phone tells: lines of a mark and the milliseconds of its clock."""
        for mark, moment in (line.split(" ") for line in told.splitlines()):
            self.saved.setdefault(mark, int(moment) / 1000)

    def let_late_ones_through(self) -> None:
        """Deliver what was kept back: it arrives after what was sent later, and nobody hears the answer."""
        while self.late:
            with suppress(OSError, http.client.HTTPException, IndexError):
                path, headers, body = self.late.pop()
                self.pass_on("POST", path, headers, body)


class _Handler(http.server.BaseHTTPRequestHandler):
    network: Network

    def do_GET(self) -> None:
        if self.path.startswith("/faults/"):
            self._file()
        else:
            self._forward("GET", b"")

    def do_DELETE(self) -> None:
        self._forward("DELETE", b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/faults/saved":
            self.network.note(body.decode())
            self._answer((204, [], b""))
        elif self.path == EVENTS:
            self._events(body)
        else:
            self._forward("POST", body)

    def do_PUT(self) -> None:
        self._forward("PUT", self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def _file(self) -> None:
        name = Path(self.path).name
        if name == "portal.html":
            self._answer(page(200))
            return
        kind = "text/javascript" if name.endswith(".js") else "text/html"
        self._answer((200, [("Content-Type", kind)], (self.network.files / name).read_bytes()))

    def _events(self, body: bytes) -> None:
        fault = self.network.weather.draw(body)
        if fault in SAID:
            self._answer(SAID[fault])
        elif fault:
            getattr(self, "_" + fault.replace("-", "_"))(body)
        else:
            self._forward("POST", body)
            self.network.let_late_ones_through()

    def _drop_before(self, _body: bytes) -> None:
        self._hang_up()

    def _drop_after(self, body: bytes) -> None:
        self._upstream("POST", body)
        self._hang_up()

    def _half_answer(self, body: bytes) -> None:
        answer = self._upstream("POST", body)
        if answer:
            self._answer(answer, half=True)
        self._hang_up()

    def _duplicate(self, body: bytes) -> None:
        twin = threading.Thread(target=self._upstream, args=("POST", body))
        twin.start()
        self._forward("POST", body)
        twin.join()

    def _replayed_later(self, body: bytes) -> None:
        self._forward("POST", body)
        self.network.late.append((self.path, self._sent_headers(), body))

    def _delivered_late(self, body: bytes) -> None:
        self.network.late.append((self.path, self._sent_headers(), body))
        self._hang_up()

    def _latency(self, body: bytes) -> None:
        time.sleep(self.network.weather.latency_seconds)
        self._forward("POST", body)

    def _held(self, body: bytes) -> None:
        with self.network.under_way(self.path):
            self.network.gate.wait(UPSTREAM_SECONDS)
        self._forward("POST", body)

    def _drip(self, body: bytes) -> None:
        """Answer so slowly that no phone waits for the end: a byte now and then."""
        answer = self._upstream("POST", body)
        with suppress(OSError):
            self.send_response_only(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer[2]) if answer else 99))
            self.end_headers()
            deadline = time.monotonic() + self.network.weather.drip_seconds
            while time.monotonic() < deadline:
                self.wfile.write(b" ")
                time.sleep(0.2)
        self._hang_up()

    def _kill(self, body: bytes) -> None:
        """Kill the server's workers while they have the batch in their hands."""
        killer = threading.Timer(len(body) % 40 / 1000, self.network.kill)
        killer.start()
        self._forward("POST", body)
        killer.join()

    def _forward(self, method: str, body: bytes) -> None:
        answer = self._upstream(method, body)
        if answer:
            self._answer(answer)
        else:
            self._hang_up()

    def _upstream(self, method: str, body: bytes) -> Answer | None:
        line = self.network.line
        with suppress(OSError, http.client.HTTPException), self.network.under_way(self.path):
            if line:
                line.carry(len(body))
            answer = self.network.pass_on(method, self.path, self._sent_headers(), body)
            if line:
                line.carry(len(answer[2]))
            return answer
        return None

    def _sent_headers(self) -> dict[str, str]:
        sent = {name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP}
        return {**sent, "Cookie": self.network.cookie} if self.network.cookie else sent

    def _answer(self, answer: Answer, *, half: bool = False) -> None:
        status, headers, body = answer
        with suppress(OSError):
            self.send_response_only(status)
            for name, value in headers:
                self.send_header(name, value)
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if half else body)
            self.wfile.flush()
        self.close_connection = True

    def _hang_up(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, *_: Any) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, *_: Any) -> None:
        """A phone that goes away in the middle is what this is about."""


@contextmanager
def between(port: int, behind: int, weather: Weather, files: Path) -> Iterator[Network]:
    """Stand between phones and the server; the port must be free."""
    network = Network(port, behind, weather, files)
    server = _Server((HOST, port), type("Handler", (_Handler,), {"network": network}))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield network
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
