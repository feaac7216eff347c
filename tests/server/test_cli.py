from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.catalogue import Catalogue
from server.accounts.models import ApiToken, DeviceSession, Invitation
from server.catalogue import history
from server.catalogue.models import Revision
from server.imports import first_run, service

from . import small_range

if TYPE_CHECKING:
    import pytest
    from click.testing import Result

    from .conftest import House

DESCRIPTION = Path(__file__).resolve().parents[2] / "docs" / "openapi.json"


def run(house: House, *words: str) -> Result:
    return house.app.test_cli_runner().invoke(args=words)


def said(house: House, *words: str) -> str:
    result = run(house, *words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_it_prints_a_link_that_works_once(shop: House) -> None:
    out = said(shop, "invite", "--role", "manager", "--shop", "miramas")
    [link] = [line for line in out.splitlines() if line.startswith("https://cordee.example/app/#/invitation/")]
    secret = link.rpartition("/")[2]
    assert "█" in out  # the same as a QR code
    assert shop.rows(Invitation)[0].role == "manager"
    assert shop.visitor().post("/api/v1/enrolments", json={"invitation": secret}).status_code == 201


def test_it_invites_to_no_other_shop(shop: House) -> None:
    result = run(shop, "invite", "--role", "seller", "--shop", "nowhere")
    assert result.exit_code != 0
    assert "There are: annecy, miramas" in result.output
    assert run(shop, "invite", "--role", "king", "--shop", "miramas").exit_code != 0
    assert shop.rows(Invitation) == []


def test_it_prints_a_token_and_nothing_else(shop: House) -> None:
    token = said(shop, "token", "--role", "merchandiser", "--shop", "miramas", "--name", "supplier").strip()
    assert "\n" not in token
    assert shop.visitor().get("/api/v1/tokens", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    [row] = shop.rows(ApiToken)
    listed = said(shop, "tokens")
    assert row.id in listed
    assert "supplier" in listed
    assert token not in listed
    said(shop, "token-revoke", row.id)
    assert shop.visitor().get("/api/v1/tokens", headers={"Authorization": f"Bearer {token}"}).status_code == 401
    assert run(shop, "token-revoke", row.id).exit_code != 0


def test_it_lists_and_ends_devices(shop: House) -> None:
    client = shop.person("seller", name="Inès")
    [row] = shop.rows(DeviceSession)
    assert "Inès" in said(shop, "sessions")
    said(shop, "session-revoke", row.id)
    assert client.get("/api/v1/session").status_code == 401


def test_it_welcomes_with_three_links(shop: House) -> None:
    out = said(shop, "welcome")
    assert out.count("https://cordee.example/app/#/invitation/") == 3
    assert {row.role for row in shop.rows(Invitation)} == {"seller", "manager", "merchandiser"}


def test_it_says_what_is_missing_before_the_first_run(house: House) -> None:
    result = run(house, "welcome")
    assert result.exit_code == 1
    assert "first-run" in result.output


def test_it_writes_the_description(one_house: House) -> None:
    document = json.loads(said(one_house, "openapi"))
    assert document == one_house.visitor().get("/api/v1/openapi.json").get_json()
    assert document == json.loads(DESCRIPTION.read_text(encoding="utf-8")), "run make openapi"


def test_the_first_run_opens_the_demonstration_shop_once(house: House) -> None:
    assert "Revision 1 is published" in said(house, "first-run")
    assert "up to date" in said(house, "first-run")
    assert [row.number for row in house.rows(Revision)] == [1]
    snapshot = house.visitor().get("/api/v1/shops/miramas/snapshot?lang=fr").get_json()
    assert snapshot["shop"]["demonstration"] is True
    assert len(snapshot["products"]) > 100
    stock = house.visitor().get("/api/v1/shops/miramas/stock").get_json()
    assert len(stock["levels"]) > 100


def test_a_newer_program_brings_its_knowledge_to_the_same_facts(shop: House, monkeypatch: pytest.MonkeyPatch) -> None:
    known = service.compile_content

    def wiser(catalogue: Catalogue) -> history.Content:
        content = known(catalogue)
        return history.Content("f" * 64, content.source, content.document, content.samples)

    monkeypatch.setattr(first_run.service, "compile_content", wiser)
    assert "Revision 2" in said(shop, "first-run")
    hashes = {row.number: row.content_hash for row in shop.rows(Revision)}
    assert hashes.keys() == {1, 2}
    assert hashes[2] == "f" * 64


def test_it_imports_folders_and_files(house: House, tmp_path: Path) -> None:
    folder = tmp_path / "range"
    folder.mkdir()
    for name, data in small_range.files().items():
        (folder / name).write_bytes(data)
    assert "Revision 1 is published" in said(house, "import", str(folder))
    (folder / "prices.csv").write_text(small_range.PRICES.replace("34990", "29990"))
    assert "Revision 2 is published" in said(house, "import", str(folder / "prices.csv"))


def test_it_names_each_error_of_a_file(house: House, tmp_path: Path) -> None:
    file = tmp_path / "prices.csv"
    file.write_text("shop,gtin,price_cents\nmiramas,nonsense,1\n")
    result = run(house, "import", str(file))
    assert result.exit_code == 1
    assert "prices.csv:2" in result.output
    assert house.rows(Revision) == []
