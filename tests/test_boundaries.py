"""The walls of the house: who may import whom. Data → catalog → server → pwa, and never back."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN_IN_CATALOG = {
    "flask",
    "flask_sqlalchemy",
    "sqlalchemy",
    "server",
    "werkzeug",
    "alembic",
    "psycopg",
    "redis",
    "requests",
}
GIVEN_PACKAGES = {"flask", "flask-sqlalchemy", "marshmallow", "whitenoise", "gunicorn"}


def imported(path: Path) -> set[str]:
    """Return the top-level names that a Python file imports; relative imports are its own house."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


def python_files(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", python_files("catalog"), ids=lambda p: str(p.relative_to(ROOT)))
def test_catalog_knows_neither_flask_nor_the_database(path: Path) -> None:
    assert not imported(path) & FORBIDDEN_IN_CATALOG


def test_server_never_imports_tests_or_the_phone() -> None:
    for path in python_files("server"):
        assert not imported(path) & {"tests", "pwa", "bench"}, path


def test_models_are_asked_only_by_services() -> None:
    """A route that asks the database has a decision in it that belongs to the service beside it."""
    asking = re.compile(r"\bdb\.session\b|\bselect\(")
    for path in (ROOT / "server").rglob("routes.py"):
        assert not asking.search(path.read_text(encoding="utf-8")), path


def test_the_phone_reads_no_file_of_the_other_storeys() -> None:
    climbing = re.compile(r"""from\s+["'](?:\.\./)+(?:catalog|server)/""")
    for path in (ROOT / "pwa" / "src").rglob("*.ts*"):
        assert not climbing.search(path.read_text(encoding="utf-8")), path


def test_one_module_of_the_phone_fetches_and_one_folder_stores() -> None:
    for path in (ROOT / "pwa" / "src").rglob("*.ts*"):
        text = path.read_text(encoding="utf-8")
        inside = path.relative_to(ROOT / "pwa" / "src").as_posix()
        if inside != "lib/net.ts":
            assert not re.search(r"(?<![\w.])fetch\(|XMLHttpRequest|sendBeacon", text), path
        if not inside.startswith("db/"):
            assert not re.search(r"""indexedDB|from\s+["']idb["']""", text), path


def test_the_given_packages_are_required() -> None:
    pinned = {
        line.split("==")[0].lower() for line in (ROOT / "requirements.txt").read_text().splitlines() if "==" in line
    }
    assert pinned >= GIVEN_PACKAGES


def test_files_stay_small_enough_to_have_one_purpose() -> None:
    for folder in ("catalog", "server"):
        for path in python_files(folder):
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path
    for pattern in ("*.ts", "*.tsx", "*.css"):
        for path in (ROOT / "pwa" / "src").rglob(pattern):
            if path.name != "api-types.ts":
                assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


def test_functions_stay_within_sixty_lines() -> None:
    for folder in ("catalog", "server"):
        for path in python_files(folder):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    assert (node.end_lineno or 0) - node.lineno < 60, f"{path}: {node.name}"
