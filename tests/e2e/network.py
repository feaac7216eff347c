"""What stands between a phone and its server: a hotel's sign-in page, a line that hangs."""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

HOST = "127.0.0.1"
SIGN_IN = b"<!doctype html><title>Wi-Fi</title><h1>Welcome to our Wi-Fi. Please sign in.</h1>"


class _Portal(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(SIGN_IN)))
        self.end_headers()
        self.wfile.write(SIGN_IN)

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def captive_portal(port: int) -> Iterator[None]:
    """Answer every request on the port with a page that wants a sign-in, and 200."""
    server = http.server.ThreadingHTTPServer((HOST, port), _Portal)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def silence(port: int) -> Iterator[None]:
    """Let every connection in and never answer, as a live access point before a dead line does."""
    with socket.create_server((HOST, port), backlog=64):
        yield


@contextmanager
def held_line(port: int, behind: int) -> Iterator[threading.Event]:
    """Hold all that phones send to the port until the line is let go, and pass it on from then."""
    entrance = socket.create_server((HOST, port))
    let_go = threading.Event()
    thread = threading.Thread(target=_let_in, args=(entrance, behind, let_go))
    thread.start()
    try:
        yield let_go
    finally:
        let_go.set()
        with suppress(OSError):
            entrance.shutdown(socket.SHUT_RDWR)
        entrance.close()
        thread.join()


def _let_in(entrance: socket.socket, behind: int, let_go: threading.Event) -> None:
    while True:
        try:
            phone, _ = entrance.accept()
        except OSError:
            return
        threading.Thread(target=_connect, args=(phone, behind, let_go), daemon=True).start()


def _connect(phone: socket.socket, behind: int, let_go: threading.Event) -> None:
    with suppress(OSError), closing(phone), socket.create_connection((HOST, behind)) as server:
        back = threading.Thread(target=_pass_on, args=(server, phone), daemon=True)
        back.start()
        let_go.wait()
        _pass_on(phone, server)
        back.join()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
