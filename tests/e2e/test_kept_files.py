"""What a phone keeps to start without a network needs nothing that it does not keep."""

from __future__ import annotations

import re

from .serving import built_dist

ASSET = re.compile(r"assets/([\w.-]+\.(?:js|css))")
IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")


def test_no_kept_file_runs_with_one_that_is_not_kept() -> None:
    dist = built_dist()
    kept = set(ASSET.findall((dist / "service-worker.js").read_text()))
    scripts = {name: (dist / "assets" / name).read_text() for name in kept if name.endswith(".js")}
    needed = {(name, other) for name, code in scripts.items() for other in IMPORTED.findall(code)}
    assert len(needed) > len(scripts)
    assert {(name, other) for name, other in needed if other not in kept} == set()
