"""The difference a person is asked to approve."""

from __future__ import annotations

from catalog.catalogue import Catalogue, merge
from catalog.changes import difference

from .shop_files import KAMET, good_batch, small_catalogue


def change(**tables: str) -> tuple[Catalogue, Catalogue]:
    before = small_catalogue()
    return before, merge(before, good_batch({f"{name}.csv": text for name, text in tables.items()}))


def test_equal_catalogues_do_not_differ() -> None:
    found = difference(small_catalogue(), small_catalogue())
    assert found.is_empty
    assert set(found.counts.values()) == {0}


def test_it_names_product_and_field_with_both_values() -> None:
    facts = "ref,property,value,provenance,source\nmillet-kamet,weight_g,390,maker,https://e.org\n"
    found = difference(*change(products="ref,name\nmillet-kamet,Kamet II\n", facts=facts)).products.changed
    assert [entry.id for entry in found] == ["millet-kamet"]
    name, weight = found[0].fields
    assert (name.field, name.before, name.after) == ("name", "Kamet", "Kamet II")
    assert (weight.field, weight.before["value"], weight.after["value"]) == ("properties.weight_g", 402, 390)
    assert weight.after["provenance"] == "maker"


def test_a_property_that_appears_has_nothing_before() -> None:
    facts = "ref,property,value,provenance,source\nmillet-kamet,hood,helmet,maker,https://e.org\n"
    field = difference(*change(facts=facts)).products.changed[0].fields[0]
    assert (field.field, field.before, field.after["value"]) == ("properties.hood", None, "helmet")


def test_it_names_prices_by_shop_and_variant() -> None:
    found = difference(*change(prices="shop,gtin,price\nmiramas,2900000000018,199\n"))
    assert [(one.shop, one.gtin, one.ref, one.before, one.after) for one in found.prices] == [
        ("miramas", KAMET, "millet-kamet", (24995, 34995), (19900, 34995))
    ]
    assert found.counts["prices"] == 1


def test_it_counts_what_comes_and_what_goes() -> None:
    found = difference(Catalogue(), small_catalogue())
    assert (found.products.added, found.variants.added, found.shops.added) == (
        ("millet-kamet",),
        (KAMET, "02900000000025"),
        ("miramas",),
    )
    back = difference(small_catalogue(), Catalogue())
    assert back.counts["variants_removed"] == 2
    assert [one.after for one in back.prices] == [None, None]


def test_it_names_the_fields_of_variants_and_shops() -> None:
    found = difference(
        *change(
            variants="gtin,colour_hex,size\n2900000000018,#ff0000,S\n",
            shops="shop,closes_on,opens_on\nmiramas,2027-03-06,2026-11-14\n",
        )
    )
    assert [field.field for field in found.variants.changed[0].fields] == ["colour.hex", "size"]
    assert [(field.field, field.after) for field in found.shops.changed[0].fields] == [("closes_on", "2027-03-06")]
