"""How gunicorn serves: ``gunicorn -c server/gunicorn.py 'server:create_app()'``."""

from __future__ import annotations

import os

bind = f"{os.environ.get('CORDEE_BIND', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("CORDEE_WORKERS", "2"))
worker_class = "gthread"
threads = int(os.environ.get("CORDEE_THREADS", "4"))
# Without this bound one worker may take every kept-alive connection while the others sleep.
worker_connections = threads * 4
keepalive = 5
timeout = 120  # an import of ten thousand products with its dry run fits into it
graceful_timeout = 30
max_requests = 20_000
max_requests_jitter = 2_000
accesslog = None  # the application writes its own line for each request, without query strings
control_socket_disable = True  # its default path is one for all gunicorns of a user
