"""How gunicorn serves: ``gunicorn -c server/gunicorn.py 'server:create_app()'``."""

from __future__ import annotations

from typing import Any

from flask import Flask

from server import jobs
from server.jobs.starter import Elsewhere, Starter
from server.settings import from_environment

# Read here as well, so that a bad value stops the start at once instead of every worker in turn.
_settings = from_environment()

bind = f"{_settings.bind}:{_settings.port}"
workers = _settings.workers
worker_class = "gthread"
threads = _settings.threads
# Without this bound one worker may take every kept-alive connection while the others sleep.
worker_connections = threads * 4
keepalive = 5
timeout = 120  # an import of ten thousand products with its dry run fits into it
graceful_timeout = 30
# A new worker reads the catalogue and compresses its documents for seconds: seldom enough that no rush meets it.
max_requests = 1_000_000
max_requests_jitter = 100_000
accesslog = None  # the application writes its own line for each request, without query strings
control_socket_disable = True  # its default path is one for all gunicorns of a user


def post_worker_init(worker: Any) -> None:
    """Let a web worker leave imports to a keeper beside it, where the application is ours."""
    app = worker.wsgi
    if not isinstance(app, Flask):
        return
    if _settings.jobs == "worker":
        jobs.attach(app, Elsewhere())
        return
    starter = Starter(app)
    jobs.attach(app, starter)
    starter.start()
