from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from server.suppliers.models import SupplierMapping

from .small_range import FLEECE, SHELL, SHELL_L

if TYPE_CHECKING:
    from flask.testing import FlaskClient

    from .conftest import House

TARIFF = (
    "Code barre;Désignation;Coloris / Taille;PV TTC;Ancien prix;Poids (kg);Zone logistique\n"
    f"{SHELL};Trilogy Shell;Rouge / M;299,90 €;499,90 €;0,420;B12\n"
    f"{SHELL_L};Trilogy Shell;Rouge / L;299,90 €;499,90 €;0,435;B12\n"
    f"{FLEECE};Polaire Léger;Bleu / M;79,90 €;;0,280;C3\n"
)


def drop(client: FlaskClient, text: str, name: str = "tarif.csv") -> Any:
    answer = client.post("/api/v1/imports", data={"file": (io.BytesIO(text.encode()), name)})
    assert answer.status_code == 201, answer.text
    return answer.get_json()


def asked(client: FlaskClient, trial: Any) -> Any:
    answer = client.get(f"/api/v1/imports/{trial['id']}/mapping")
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def said(table: Any, supplier: str = "Grossiste", **changes: Any) -> dict[str, Any]:
    columns = {
        name: {key: one[key] for key in ("column", "unit", "separator", "part")}
        for name, one in table["columns"].items()
    }
    constants = table["constants"] | {"shop": "miramas"}
    return {"supplier": supplier, "shape": table["shape"], "columns": columns, "constants": constants} | changes


def test_an_unknown_table_is_asked_about_once(shop: House) -> None:
    client = shop.person("merchandiser", name="Zoé")
    trial = drop(client, TARIFF)
    assert trial["state"] == "refused"
    assert [one["code"] for one in trial["findings"]] == ["mapping-needed"]
    [table] = asked(client, trial)["tables"]
    assert table["format"] == "unknown"
    chosen = {name: (one["column"], one["part"]) for name, one in table["columns"].items()}
    assert chosen["gtin"] == ("Code barre", 0)
    assert chosen["colour"] == ("Coloris / Taille", 1)
    assert chosen["size"] == ("Coloris / Taille", 2)
    assert chosen["price"] == ("PV TTC", 0)
    assert chosen["reference_price"] == ("Ancien prix", 0)
    assert table["columns"]["weight_g"]["unit"] == "kg"
    assert all(one["why"] and 0 < one["confidence"] <= 100 for one in table["columns"].values())
    again = client.put(f"/api/v1/imports/{trial['id']}/mapping", json=said(table))
    assert again.status_code == 200, again.text
    tried = again.get_json()
    assert (tried["id"], tried["state"]) == (trial["id"], "ready"), tried["findings"]
    assert tried["changes"]["counts"]["prices"] == 3
    assert tried["changes"]["counts"]["products_added"] == 0
    [kept] = shop.rows(SupplierMapping)
    assert (kept.supplier, kept.author) == ("Grossiste", "Zoé")
    titles, *rows = TARIFF.splitlines()
    turned = "\n".join(";".join(reversed(line.split(";"))) for line in (titles, *rows))
    next_season = drop(client, turned.replace("299,90", "289,90"), "tarif-mars.csv")
    assert next_season["state"] == "ready", next_season["findings"]
    assert {tuple(one["after"]) for one in next_season["changes"]["prices"]} == {(28990, 49990), (7990, None)}


def test_a_wrong_cell_of_a_mapped_table_names_the_suppliers_own_column(shop: House) -> None:
    client = shop.person("merchandiser")
    trial = drop(client, TARIFF.replace(SHELL_L, SHELL_L[:-1] + "9"))
    [table] = asked(client, trial)["tables"]
    tried = client.put(f"/api/v1/imports/{trial['id']}/mapping", json=said(table)).get_json()
    assert tried["state"] == "refused"
    found = {(one["line"], one["column"], one["code"]) for one in tried["findings"] if one["severity"] == "error"}
    assert (3, "Code barre", "gtin-check-digit") in found


def test_a_known_format_is_asked_for_its_shop_alone(shop: House) -> None:
    client = shop.person("merchandiser")
    text = f"Handle,Title,Variant Barcode,Variant Price\ntrilogy-shell,Trilogy Shell,{SHELL},199.90\n"
    trial = drop(client, text, "products_export.csv")
    assert trial["state"] == "ready"
    assert [one["code"] for one in trial["findings"]] == ["shop-unnamed"]
    [table] = asked(client, trial)["tables"]
    assert (table["format"], table["columns"]) == ("shopify", {})
    body = {"supplier": "Shopify", "shape": table["shape"], "constants": {"shop": "miramas"}}
    tried = client.put(f"/api/v1/imports/{trial['id']}/mapping", json=body).get_json()
    assert [one["after"] for one in tried["changes"]["prices"]] == [[19990, 49990]]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"shape": "0" * 64}, "shape"),
        ({"columns": {"warp": {"column": "PV TTC"}}}, "columns.warp"),
        ({"columns": {"price": {"column": "Nirgends"}}}, "columns.price"),
        ({"constants": {"gtin": "1"}}, "constants.gtin"),
        ({"constants": {"language": "xx"}}, "constants.language"),
        ({"supplier": ""}, "supplier"),
    ],
)
def test_it_takes_only_what_the_table_and_the_house_have(one_shop: House, changes: Any, field: str) -> None:
    client = one_shop.person("merchandiser")
    trial = drop(client, TARIFF)
    [table] = asked(client, trial)["tables"]
    answer = client.put(f"/api/v1/imports/{trial['id']}/mapping", json=said(table, **changes))
    assert answer.status_code == 422
    problem = answer.get_json()
    assert [one["field"] for one in problem["errors"]] == [field]
    assert all(one["message"] for one in problem["errors"])
    assert one_shop.rows(SupplierMapping) == []


def test_a_mapping_can_be_corrected_listed_and_forgotten(one_shop: House) -> None:
    client = one_shop.person("merchandiser")
    trial = drop(client, TARIFF)
    [table] = asked(client, trial)["tables"]
    address = f"/api/v1/imports/{trial['id']}/mapping"
    assert client.put(address, json=said(table)).status_code == 200
    [again] = asked(client, trial)["tables"]
    assert (again["format"], again["remembered"]) == ("mapped", True)
    assert again["columns"]["price"]["confidence"] == 99
    fewer = {name: one for name, one in said(table)["columns"].items() if name != "reference_price"}
    tried = client.put(address, json=said(table, columns=fewer)).get_json()
    assert {one["after"][1] for one in tried["changes"]["prices"]} == {49990, None}
    [listed] = client.get("/api/v1/supplier-mappings").get_json()["items"]
    assert listed["supplier"] == "Grossiste"
    assert client.delete(f"/api/v1/supplier-mappings/{listed['id']}").status_code == 204
    assert client.delete(f"/api/v1/supplier-mappings/{listed['id']}").status_code == 404
    assert drop(client, TARIFF)["state"] == "refused"


def test_it_is_for_the_brand_alone(one_shop: House) -> None:
    trial = drop(one_shop.person("merchandiser"), TARIFF)
    address = f"/api/v1/imports/{trial['id']}/mapping"
    assert one_shop.person("seller").get(address).status_code == 403
    manager = one_shop.person("manager")
    assert manager.get(address).status_code == 200
    assert manager.put(address, json={}).status_code == 403
    assert manager.delete("/api/v1/supplier-mappings/x").status_code == 403
