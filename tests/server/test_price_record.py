"""The record of prices: written with each revision, and what the law's thirty days are worth in it."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import flask_migrate
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from server.catalogue import history
from server.database import db
from server.errors import Conflict
from server.imports import service as imports
from server.prices.lowest import KNOWN, NONE, SHORT, Announced, Period, announced, prior, proposed, reduced_since
from server.prices.models import PricePeriod

from .conftest import opened
from .small_range import FLEECE, PACK, SHELL, SHELL_L

if TYPE_CHECKING:
    from pathlib import Path

    from server.imports.service import Trial

    from .conftest import House

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=400)
OLD_REVISIONS = sa.table(
    "revisions",
    sa.column("number", sa.Integer()),
    sa.column("content_hash", sa.String()),
    sa.column("source", sa.LargeBinary()),
    sa.column("document", sa.LargeBinary()),
    sa.column("published_at", sa.DateTime(timezone=True)),
    sa.column("author", sa.String()),
    sa.column("note", sa.String()),
)
"""The table of revisions as it was before the record."""


def days(count: float) -> datetime:
    return NOW - timedelta(days=count)


def told(*steps: tuple[float, int, int | None], end: datetime | None = None) -> list[Period]:
    """Return periods that follow each other: (days ago, price, reference)."""
    ends = [days(step[0]) for step in steps[1:]] + [end]
    return [Period(step[1], step[2], days(step[0]), until) for step, until in zip(steps, ends, strict=True)]


def change(house: House, prices: str) -> int:
    """Publish prices by the import's own path and return the number of the revision."""
    with house.app.app_context():
        row = imports.drop("prix", {"prices.csv": prices.encode()}, "Zoé", kind="prices")
        return imports.publish(row.id, "Zoé", confirm_removals=row.removals).published_revision or 0


def kept(house: House, gtin: str) -> list[tuple[int, int, int | None, bool]]:
    rows = sorted(house.rows(PricePeriod), key=lambda row: row.revision)
    return [
        (row.revision, row.price_cents, row.reference_price_cents, row.until_at is None)
        for row in rows
        if row.gtin == gtin
    ]


def test_each_publication_writes_what_changed_and_nothing_else(shop: House) -> None:
    assert kept(shop, SHELL) == [(1, 34990, 49990, True)]
    change(shop, f"shop,gtin,price_cents\nmiramas,{SHELL},29990\n")
    assert kept(shop, SHELL) == [(1, 34990, 49990, False), (2, 29990, 49990, True)]
    assert kept(shop, SHELL_L) == [(1, 34990, 49990, True)]
    assert kept(shop, PACK) == [(1, 9990, None, True)]


def test_a_period_ends_where_the_next_begins(shop: House) -> None:
    change(shop, f"shop,gtin,price_cents\nmiramas,{SHELL},29990\n")
    old, new = sorted((row for row in shop.rows(PricePeriod) if row.gtin == SHELL), key=lambda row: row.revision)
    assert old.until_at == new.since_at


def test_a_piece_that_leaves_the_shop_ends_its_period_and_may_come_back(shop: House) -> None:
    change(shop, f"shop,gtin,price_cents,remove\nmiramas,{FLEECE},,oui\n")
    assert kept(shop, FLEECE) == [(1, 8990, None, False)]
    change(shop, f"shop,gtin,price_cents\nmiramas,{FLEECE},7990\n")
    assert kept(shop, FLEECE) == [(1, 8990, None, False), (3, 7990, None, True)]


def test_going_back_to_a_revision_is_a_change_of_prices_too(shop: House) -> None:
    change(shop, f"shop,gtin,price_cents\nmiramas,{SHELL},29990\n")
    with shop.app.app_context():
        history.restore(1, "Zoé")
    assert [row[1] for row in kept(shop, SHELL)] == [34990, 29990, 34990]
    assert kept(shop, SHELL)[-1] == (3, 34990, 49990, True)


def test_a_refused_publication_leaves_no_trace(shop: House, content: Trial) -> None:
    assert content.content is not None
    with shop.app.app_context():
        history.publish(content.content, 1, "first", "")
        db.session.commit()
        with pytest.raises(Conflict):
            history.publish(content.content, 1, "second", "")
        db.session.rollback()
    assert kept(shop, SHELL) == [(1, 34990, 49990, True)]


def test_the_record_of_a_database_from_before_begins_with_its_first_revision(tmp_path: Path) -> None:
    assortments: list[dict[str, list[int | None]]] = [
        {SHELL: [34990, 49990], FLEECE: [8990, None]},
        {SHELL: [29990, 49990], FLEECE: [8990, None], PACK: [9990, None]},
        {SHELL: [29990, 49990]},
    ]
    with opened(f"sqlite:///{tmp_path / 'old.db'}", migrate=False) as app, app.app_context():
        flask_migrate.upgrade(revision="0011")
        for number, assortment in enumerate(assortments, 1):
            source = json.dumps({"shops": {"miramas": {"assortment": assortment}}}).encode()
            old = {"number": number, "published_at": days(30 - number), "content_hash": "", "author": "", "note": ""}
            db.session.execute(sa.insert(OLD_REVISIONS), {**old, "source": zlib.compress(source), "document": b""})
        db.session.commit()
        flask_migrate.upgrade()
        rows = db.session.scalars(sa.select(PricePeriod).order_by(PricePeriod.gtin, PricePeriod.revision)).all()
        found = [(row.gtin, row.price_cents, row.reference_price_cents, row.since_at, row.until_at) for row in rows]
    assert found == [
        (SHELL, 34990, 49990, days(29), days(28)),
        (SHELL, 29990, 49990, days(28), None),
        (FLEECE, 8990, None, days(29), days(27)),
        (PACK, 9990, None, days(28), days(27)),
    ]


def test_a_price_without_a_reduction_looks_back_from_now() -> None:
    found = prior(told((90, 100, None), (20, 80, None), (10, 120, None)), LONG_AGO, NOW)
    assert (found.state, found.lowest, found.reduced_since) == (KNOWN, 80, None)


def test_a_reduction_looks_back_from_its_own_beginning() -> None:
    """Not from today: else a long reduction would become its own prior price."""
    found = prior(told((90, 100, None), (50, 90, None), (40, 60, 90)), LONG_AGO, NOW)
    assert (found.state, found.lowest, found.reduced_since) == (KNOWN, 90, days(40))


def test_what_was_asked_up_to_the_edge_of_the_window_counts_and_not_what_ended_there() -> None:
    reduced = (10.0, 50, 90)
    assert prior(told((90, 70, None), (39, 90, None), reduced), LONG_AGO, NOW).lowest == 70
    assert prior(told((90, 70, None), (40, 90, None), reduced), LONG_AGO, NOW).lowest == 90


def test_reductions_that_follow_each_other_are_one() -> None:
    periods = told((90, 100, None), (20, 70, 100), (5, 50, 100))
    assert reduced_since(periods) == days(20)
    assert prior(periods, LONG_AGO, NOW).lowest == 100


def test_a_break_or_a_rise_begins_a_new_reduction() -> None:
    broken = told((90, 100, None), (20, 70, 100), (10, 100, None), (5, 60, 100))
    raised = told((90, 100, None), (20, 70, 100), (5, 80, 100))
    for periods in (broken, raised):
        assert reduced_since(periods) == days(5)
        assert prior(periods, LONG_AGO, NOW).lowest == 70


def test_a_piece_that_was_away_begins_anew() -> None:
    periods = [Period(70, 100, days(90), days(60)), Period(70, 100, days(50))]
    found = prior(periods, LONG_AGO, NOW)
    assert (found.reduced_since, found.lowest) == (days(50), 70)


def test_a_short_record_says_so() -> None:
    found = prior(told((20, 100, None), (10, 80, 100)), days(20), NOW)
    assert (found.state, found.lowest, found.known_since) == (SHORT, 100, days(20))


def test_a_piece_reduced_from_its_first_day_has_no_prior_price_here() -> None:
    found = prior(told((20, 80, 100)), LONG_AGO, NOW)
    assert (found.state, found.lowest) == (NONE, None)
    assert not found.is_above(100)


@pytest.mark.parametrize(
    ("reference", "steps", "begin", "shown"),
    [
        (90, ((90, 90, None), (5, 60, 90)), LONG_AGO, Announced(90, proven=True)),
        (120, ((90, 90, None), (5, 60, 120)), LONG_AGO, Announced(90, proven=True)),
        (120, ((90, 50, None), (5, 60, 120)), LONG_AGO, Announced(None, proven=False)),
        (90, ((20, 90, None), (5, 60, 90)), days(20), Announced(90, proven=False)),
        (120, ((20, 90, None), (5, 60, 120)), days(20), Announced(90, proven=False)),
        (120, ((5, 60, 120),), LONG_AGO, Announced(120, proven=False)),
        (None, ((90, 90, None),), LONG_AGO, Announced(None, proven=False)),
    ],
)
def test_no_reference_price_above_the_record_is_shown(
    reference: int | None, steps: tuple[tuple[float, int, int | None], ...], begin: datetime, shown: Announced
) -> None:
    periods = told(*steps)
    assert periods[-1].reference == reference
    assert announced(periods[-1], prior(periods, begin, NOW)) == shown


def test_a_proposed_reduction_is_judged_as_if_it_began_now() -> None:
    standing = told((90, 100, None), (20, 80, None))
    found = proposed(standing, 60, 100, LONG_AGO, NOW)
    assert (found.lowest, found.reduced_since, found.is_above(100)) == (80, NOW, True)
    assert proposed([], 60, 100, None, NOW).state == NONE


def test_a_deeper_reduction_keeps_the_prior_price_of_the_first() -> None:
    standing = told((90, 100, None), (20, 80, 100))
    assert proposed(standing, 60, 100, LONG_AGO, NOW).lowest == 100
    assert proposed(standing, 90, 100, LONG_AGO, NOW).lowest == 80


@given(
    st.lists(
        st.tuples(st.floats(0.1, 20), st.integers(1, 200), st.none() | st.integers(1, 300)), min_size=1, max_size=12
    )
)
def test_the_lowest_is_what_a_day_by_day_reading_finds(steps: list[tuple[float, int, int | None]]) -> None:
    ago, periods = sum(step[0] for step in steps), []
    for length, price, reference in steps:
        periods.append(Period(price, reference, days(ago), days(ago - length)))
        ago -= length
    periods[-1] = Period(periods[-1].price, periods[-1].reference, periods[-1].since)
    found = prior(periods, LONG_AGO, NOW)
    end = found.reduced_since or NOW
    asked = [each.price for each in periods if max(each.since, end - timedelta(days=30)) < min(each.until or NOW, end)]
    assert found.lowest == min(asked, default=None)
