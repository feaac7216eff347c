"""Generated requests against the API's own description: no fault, and no answer that is not described."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from .conftest import House, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from server.imports.service import Trial

pytestmark = pytest.mark.slow
EXAMPLES = 30
CHECKED_BY_THE_CATALOGUE = {
    "POST /api/v1/finder",
    "POST /api/v1/knowledge/changes",
    "POST /api/v1/outfits",
    "POST /api/v1/size-advice",
    "GET /api/v1/gtins/{gtin}",
    "POST /api/v1/desk/bulk",
    "POST /api/v1/desk/bulk/preview",
    "POST /api/v1/desk/changes",
    "POST /api/v1/desk/preview",
    "GET /api/v1/desk/products",
    "POST /api/v1/photos/drafts",
    "PATCH /api/v1/photos/drafts/{draft_id}",
    "POST /api/v1/photos/trials",
    "POST /api/v1/price-changes/{change_id}/plan",
    "POST /api/v1/shops/{shop}/price-preview",
    "PUT /api/v1/imports/{import_id}/mapping",
    "POST /api/v1/knowledge/criterion/{name}/preview",
    "POST /api/v1/shops/{shop}/counts",
    "POST /api/v1/shops/{shop}/deliveries",
    "POST /api/v1/shops/{shop}/price-changes",
    "POST /api/v1/shops/{shop}/stock/scanned",
}
"""What they accept hangs on published words, on fields together, on a check digit, on the hour: no schema says it."""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory, content: Trial) -> Iterator[Any]:
    folder: Path = tmp_path_factory.mktemp("generated")
    with opened(f"sqlite:///{folder / 'cordee.db'}", demonstration=True, public_url="http://localhost") as app:
        house = House(app)
        house.publish(content)
        token = house.machine("administrator")["Authorization"]
        schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
        yield schema, token


@pytest.fixture(scope="module")
def api_schema(described: Any) -> Any:
    return described[0]


schema = schemathesis.pytest.from_fixture("api_schema")


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_it_answers_as_described(case: Any, described: Any) -> None:
    case.call_and_validate(
        headers={"Authorization": described[1], "Accept-Encoding": "identity"},
        excluded_checks=[positive_data_acceptance] if case.operation.label in CHECKED_BY_THE_CATALOGUE else [],
    )
