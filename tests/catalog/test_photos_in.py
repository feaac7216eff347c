"""The table of photos: read, checked against the catalogue, merged, shown in the documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.catalogue import Catalogue, check, from_json, merge, to_json
from catalog.changes import difference
from catalog.model import Photo
from catalog.photographed import photo_of, photographed, sold_photos, widths
from catalog.removals import counts, removals

from .shop_files import good_batch, read_texts, small_catalogue

ONE, TWO = "a" * 64, "b" * 64
HEADER = "ref,photo,colour_fr,position,width,height,focus_x,focus_y,alt_fr,alt_en\n"
FRONT = f"millet-kamet,{ONE},Noir,1,1600,2000,40,30,Veste noire de face,Black jacket\n"


def with_front() -> Catalogue:
    return merge(small_catalogue(), good_batch({"photos.csv": HEADER + FRONT}))


def test_a_photo_comes_into_the_catalogue() -> None:
    photo = with_front().photos[f"millet-kamet/{ONE}"]
    assert (photo.colour, photo.position, photo.width, photo.height) == ("Noir", 1, 1600, 2000)
    assert (photo.focus_x, photo.focus_y, photo.alt["en"]) == (40, 30, "Black jacket")


def test_given_cells_replace_and_absent_ones_change_nothing() -> None:
    table = f"ref,photo,focus_x,alt_en\nmillet-kamet,{ONE},70,-\n"
    photo = merge(with_front(), good_batch({"photos.csv": table})).photos[f"millet-kamet/{ONE}"]
    assert (photo.focus_x, photo.focus_y, photo.colour) == (70, 30, "Noir")
    assert dict(photo.alt) == {"fr": "Veste noire de face"}


def test_nobody_said_where_to_look_so_it_is_the_middle() -> None:
    table = f"ref,photo,width,height\nmillet-kamet,{TWO},800,800\n"
    photo = merge(small_catalogue(), good_batch({"photos.csv": table})).photos[f"millet-kamet/{TWO}"]
    assert (photo.focus_x, photo.focus_y, photo.colour) == (50, 50, "")


def test_it_goes_when_it_is_taken_away_and_with_its_product() -> None:
    gone = merge(with_front(), good_batch({"photos.csv": f"ref,photo,remove\nmillet-kamet,{ONE},oui\n"}))
    assert not gone.photos
    assert not merge(with_front(), good_batch({"products.csv": "ref,remove\nmillet-kamet,oui\n"})).photos


def coloured(*lines: str) -> str:
    return "gtin,colour_fr\n" + "".join(f"{line}\n" for line in lines)


def colour_after(variants: str, photos: str = "") -> str:
    files = {"variants.csv": variants} | ({"photos.csv": photos} if photos else {})
    return merge(with_front(), good_batch(files)).photos[f"millet-kamet/{ONE}"].colour


def test_a_photo_keeps_to_a_colour_that_is_renamed() -> None:
    assert colour_after(coloured("2900000000018,Nuit", "2900000000025,Nuit")) == "Nuit"


@pytest.mark.parametrize(
    "lines",
    [
        ("2900000000018,Nuit",),  # another size still bears the old name
        ("2900000000018,Nuit", "2900000000025,Encre"),  # which of the two it shows, nobody says
    ],
)
def test_a_colour_that_was_split_is_not_renamed(lines: tuple[str, ...]) -> None:
    assert colour_after(coloured(*lines)) == "Noir"


def test_a_renaming_in_two_steps_carries_the_photo_with_the_second() -> None:
    half = merge(with_front(), good_batch({"variants.csv": coloured("2900000000018,Nuit")}))
    whole = merge(half, good_batch({"variants.csv": coloured("2900000000025,Nuit")}))
    assert whole.photos[f"millet-kamet/{ONE}"].colour == "Nuit"


def test_what_is_said_of_the_photo_itself_counts_more_than_the_renaming() -> None:
    renamed = coloured("2900000000018,Nuit", "2900000000025,Nuit")
    assert colour_after(renamed, f"ref,photo,colour_fr\nmillet-kamet,{ONE},-\n") == ""


def test_a_name_that_the_batch_takes_away_names_no_colour() -> None:
    renamed = coloured("2900000000018,Nuit", "2900000000025,Nuit")
    found = check(small_catalogue(), good_batch({"variants.csv": renamed, "photos.csv": HEADER + FRONT}))
    assert [one.code for one in found] == ["unknown-photo-colour"]


def test_photos_that_go_are_counted_but_not_with_their_product() -> None:
    alone = merge(with_front(), good_batch({"photos.csv": f"ref,photo,remove\nmillet-kamet,{ONE},oui\n"}))
    found = list(removals(with_front(), difference(with_front(), alone)))
    assert [(one.kind, one.id, one.of) for one in found] == [("photo", f"millet-kamet/{ONE}", "millet-kamet")]
    assert (counts(found)["count"], counts(found)["photo"]) == (1, 1)
    gone = merge(with_front(), good_batch({"products.csv": "ref,remove\nmillet-kamet,oui\n"}))
    assert counts(list(removals(with_front(), difference(with_front(), gone))))["photo"] == 0


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("millet-kamet,xyz,,,,,,,,", "bad-photo", "photo"),
        (f"millet-kamet,{ONE},,0,800,800,,,,", "bad-photo-number", "position"),
        (f"millet-kamet,{ONE},,1,wide,800,,,,", "bad-photo-number", "width"),
        (f"millet-kamet,{ONE},,1,800,800,101,,,", "bad-photo-number", "focus_x"),
        (f"millet-kamet,{ONE},,1,800,800,,,{'é' * 201},", "too-long", "alt_fr"),
    ],
)
def test_a_wrong_cell_is_named(line: str, code: str, column: str) -> None:
    _, findings = read_texts({"photos.csv": HEADER + line + "\n"})
    assert [(one.code, one.column, one.line) for one in findings] == [(code, column, 2)]


def test_the_same_use_twice_is_refused() -> None:
    _, findings = read_texts({"photos.csv": HEADER + FRONT + FRONT})
    assert [one.code for one in findings] == ["duplicate-photo"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (FRONT.replace("millet-kamet", "nobody"), "unknown-product"),
        (FRONT.replace("Noir", "Rouge"), "unknown-photo-colour"),
        (f"millet-kamet,{ONE},,1,,,,,,\n", "incomplete-photo"),
    ],
)
def test_what_cannot_stand_in_the_catalogue_is_told(line: str, code: str) -> None:
    found = check(small_catalogue(), good_batch({"photos.csv": HEADER + line}))
    assert [(one.code, one.line) for one in found] == [(code, 2)]


def test_nothing_is_taken_away_that_is_not_there() -> None:
    found = check(small_catalogue(), good_batch({"photos.csv": f"ref,photo,remove\nmillet-kamet,{ONE},oui\n"}))
    assert [one.code for one in found] == ["unknown-photo"]


def test_a_colour_that_comes_with_the_batch_is_known() -> None:
    variants = "gtin,ref,size,colour_fr,colour_hex,demonstration\n2900000000032,millet-kamet,M,Rouge,#aa0000,oui\n"
    batch = good_batch({"variants.csv": variants, "photos.csv": HEADER + FRONT.replace("Noir", "Rouge")})
    assert not check(small_catalogue(), batch)


def test_the_difference_names_photo_and_field() -> None:
    assert difference(small_catalogue(), with_front()).photos.added == (f"millet-kamet/{ONE}",)
    table = f"ref,photo,position\nmillet-kamet,{ONE},3\n"
    changed = difference(with_front(), merge(with_front(), good_batch({"photos.csv": table}))).photos.changed
    assert [(one.id, one.fields[0].field, one.fields[0].after) for one in changed] == [
        (f"millet-kamet/{ONE}", "position", 3)
    ]


PHOTOS = st.builds(
    Photo,
    ref=st.just("millet-kamet"),
    photo=st.text("0123456789abcdef", min_size=64, max_size=64),
    colour=st.sampled_from(["", "Noir"]),
    position=st.integers(1, 99),
    width=st.integers(1, 10_000),
    height=st.integers(1, 10_000),
    focus_x=st.integers(0, 100),
    focus_y=st.integers(0, 100),
    alt=st.dictionaries(st.sampled_from(["fr", "en", "de"]), st.text("abc é", min_size=1), max_size=2),
)


@given(st.lists(PHOTOS, max_size=4))
def test_it_is_written_and_read_without_loss(photos: list[Photo]) -> None:
    catalogue = Catalogue(photos={photo.key: photo for photo in photos})
    assert from_json(to_json(catalogue)) == catalogue


def shown(*photos: Photo) -> dict[str, object]:
    colours = [{"name": {"fr": "Noir"}, "hex": "#000000"}, {"name": {"fr": "Rouge"}, "hex": "#aa0000"}]
    return photographed({"colours": colours}, photos)


def of(photo: str, colour: str, position: int = 1) -> Photo:
    return Photo("kamet", photo * 64, colour, position, 1000, 1250, 50, 50, {"fr": "Veste"})


def test_photos_stand_in_their_order_with_the_colour_they_show() -> None:
    product = shown(of("c", "Rouge", 2), of("b", ""), of("a", "Noir", 2), of("d", "Vert"))
    assert [(one["photo"][0], one["colour"]) for one in product["photos"]] == [("b", None), ("a", 0), ("c", 1)]  # type: ignore[attr-defined]


def test_a_product_without_photos_says_nothing_of_them() -> None:
    assert "photos" not in shown(of("d", "Vert"))


def test_a_shop_shows_the_colours_that_it_sells() -> None:
    product = shown(of("a", "Noir"), of("c", "Rouge"), of("b", ""))
    assert [(one["photo"][0], one["colour"]) for one in sold_photos(product, [1])["photos"]] == [("b", None), ("c", 0)]


def test_a_colour_has_its_own_photo_else_one_for_all_and_never_another_colours() -> None:
    product = shown(of("a", "Noir"), of("b", ""))
    assert [(photo_of(product, colour) or {})["photo"][0] for colour in (0, 1, None)] == ["a", "b", "b"]
    assert photo_of(shown(of("a", "Noir")), 1) is None


@pytest.mark.parametrize(
    ("master", "kept"), [(2000, (320, 640, 1280)), (900, (320, 640)), (320, (320,)), (200, (320,))]
)
def test_a_photo_is_kept_in_the_widths_it_has(master: int, kept: tuple[int, ...]) -> None:
    assert widths(master) == kept
