"""A bad line between a phone and its shop: each reading of the catalogue and the stock meets the fault that is set."""

from __future__ import annotations

import gzip
import http.client
import http.server
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field

from .network import SIGN_IN
from .serving import free_port

HOST = "127.0.0.1"
READS = ("/snapshot", "/stock", "/speech", "/try-ons", "/session")
OWN = {"connection", "transfer-encoding", "keep-alive", "content-length", "content-encoding"}


@dataclass(frozen=True)
class Answer:
    """What goes to the phone; ``promised`` is the length that its head tells, where not the true one."""

    status: int
    headers: dict[str, str]
    body: bytes
    promised: int | None = None


Fault = Callable[[Answer], Answer]


def _json(body: bytes, status: int = 200, **headers: str) -> Answer:
    return Answer(status, {"Content-Type": "application/json", **headers}, body)


def _packed(answer: Answer, keep: float) -> Answer:
    body = gzip.compress(answer.body)
    return Answer(200, answer.headers | {"Content-Encoding": "gzip"}, body[: int(len(body) * keep)])


FAULTS: dict[str, Fault] = {
    "a portal's page": lambda _: Answer(200, {"Content-Type": "text/html"}, SIGN_IN),
    "a portal's page that calls itself JSON": lambda _: _json(SIGN_IN),
    "a portal's redirect": lambda _: Answer(302, {"Location": "/app/"}, b""),
    "half an answer": lambda answer: Answer(
        200, answer.headers, answer.body[: len(answer.body) // 2], len(answer.body)
    ),
    "half an answer, well ended": lambda answer: Answer(200, answer.headers, answer.body[: len(answer.body) // 2]),
    "half a gzip": lambda answer: _packed(answer, 0.5),
    "no gzip at all": lambda answer: Answer(200, answer.headers | {"Content-Encoding": "gzip"}, answer.body),
    "another type": lambda answer: Answer(200, {"Content-Type": "text/plain"}, answer.body),
    "JSON of somebody else": lambda _: _json(b'{"login": "please"}'),
    "nothing": lambda _: _json(b""),
    "a 204": lambda _: Answer(204, {}, b""),
    "a 304 without being asked": lambda _: Answer(304, {}, b""),
    "a server in trouble": lambda _: _json(b'{"title": "x", "status": 500, "code": "x"}', 500),
    "a gateway's page": lambda _: Answer(502, {"Content-Type": "text/html"}, b"<h1>502</h1>"),
    "too many": lambda _: _json(b'{"title": "x", "status": 429}', 429, **{"Retry-After": "1"}),
}


@dataclass
class Line:
    """The proxy: ``fault`` meets every reading, ``asked`` are those and what came; all waits until it is ``let_go``."""

    behind: int
    port: int = field(default_factory=free_port)
    fault: Fault | None = None
    let_go: threading.Event = field(default_factory=threading.Event)
    dead: bool = False
    asked: list[tuple[str, int, int]] = field(default_factory=list)

    def pass_on(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        with closing(http.client.HTTPConnection(HOST, self.behind, timeout=20)) as connection:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            found = {name: value for name, value in answer.getheaders() if name.lower() not in OWN}
            cookies = answer.headers.get_all("Set-Cookie") or []
            if len(cookies) > 1:
                raise AssertionError("a second cookie would be lost")
            return Answer(answer.status, found, answer.read())

    @property
    def snapshots(self) -> list[tuple[str, int, int]]:
        return [one for one in self.asked if "/snapshot" in one[0]]


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    line: Line

    def do_GET(self) -> None:
        if self.line.dead:
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.line.let_go.wait()
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name: value for name, value in self.headers.items() if name.lower() not in OWN}
        answer = self.line.pass_on(self.command, self.path, headers | {"Accept-Encoding": "identity"}, body)
        if any(part in self.path for part in READS):
            answer = self.line.fault(answer) if self.line.fault else answer
            self.line.asked.append((self.path, answer.status, len(answer.body)))
        with suppress(OSError):
            self._give(answer)

    def do_POST(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        self.do_GET()

    def _give(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status not in {204, 304}:
            self.send_header("Content-Length", str(answer.promised or len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)
        self.close_connection = answer.promised is not None

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def bad_line(behind: int) -> Iterator[Line]:
    """Open a way to the server on the port ``behind``, good until a fault is set."""
    line = Line(behind)
    line.let_go.set()
    server = http.server.ThreadingHTTPServer((HOST, line.port), type("Handler", (_Handler,), {"line": line}))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield line
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
