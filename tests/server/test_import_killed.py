"""kill -9 at each step of a dry run, a publication and a way back leaves the old state or the new one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.serving import ROOT

from .conftest import DATABASES, opened

if TYPE_CHECKING:
    from pathlib import Path

STRIDE = 1 if os.environ.get("FAULTS") == "full" else 3
DEATHS = {"work": 12, "publish": 24, "restore": 9}
"""At least so many steps there are to die at; a third of them is tried in the daily tests."""


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        address: str = request.getfixturevalue("new_postgresql")()
    else:
        address = f"sqlite:///{tmp_path / 'cordee.db'}"
    with opened(address):  # migrated
        pass
    return address


def test_a_death_at_any_step_leaves_the_old_or_the_new(url: str) -> None:
    words = [sys.executable, "-m", "tests.server.dying", url, str(STRIDE)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    steps: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    for deed, least in DEATHS.items():
        of_deed = [step for step in steps if step["deed"] == deed]
        assert sum(step["killed"] for step in of_deed) >= least // STRIDE, of_deed
        found = [step["found"] for step in of_deed]
        assert set(found) == {"old", "new"}, of_deed
        assert (found[0], found[-1]) == ("old", "new")
        assert found == sorted(found, key=("old", "new").index), "new once, new at each later step"
