"""F1, F2: many phones, a network that fails at every second request, pages and workers that die."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from . import report
from .conftest import DATABASES
from .phones import Phone, kill_pages
from .proxy import Network
from .shops import Shop, Taken
from .weather import KINDS, Weather

REF = "millet-ld-trilogy-gtx-jacket"
SILENCE_SECONDS = 90
"""F5: after the last fault the queue is empty within this time, and nobody touches the phone."""


@dataclass(frozen=True)
class Size:
    events: int
    phones: int
    faults: int
    kills: int
    restarts: int
    latency_seconds: float
    drip_seconds: float
    latest_seconds: float


FULL = Size(10_000, 10, 1_000, 60, 8, 3.0, 20.0, 3_600)
SMALL = Size(180, 3, 45, 3, 1, 0.5, 2.0, 120)
SMALLEST = Size(90, 2, 20, 2, 0, 0.5, 2.0, 120)
MANY = 10
"""A phone does not come to the end of its work before the faults have come: a fault needs a request, that an event."""
SIZE = FULL if report.FULL else SMALL


@pytest.mark.parametrize("database", DATABASES)
def test_nothing_is_lost_and_nothing_is_doubled(
    database: str,
    network: Callable[..., tuple[Shop, Network]],
    new_phone: Callable[[Shop, str], Phone],
) -> None:
    size = SMALLEST if database == "postgresql" and not report.FULL else SIZE
    seed = report.seed()
    weather = Weather(seed, latency_seconds=size.latency_seconds, drip_seconds=size.drip_seconds)
    shop, net = network(database, weather)
    phones = [new_phone(shop, f"p{number}") for number in range(size.phones)]
    weather.share = 0.5
    begun = time.monotonic()
    restarts = storm(size, shop, net, phones, random.Random(seed))
    weather.share = 0.0
    net.let_late_ones_through()
    longest = max(phone.drains(SILENCE_SECONDS) for phone in phones)
    taken = shop.look()
    kills = sum(phone.kills for phone in phones)
    tell(f"F1 {database}", seed, net, taken, kills=kills, restarts=restarts, longest=longest, begun=begun)
    assert len(taken.events) >= size.events
    assert weather.faults >= size.faults
    assert kills >= size.kills
    assert restarts == size.restarts
    assert not report.FULL or set(weather.count) == set(KINDS)
    check(shop, net, taken, phones)


def storm(size: Size, shop: Shop, net: Network, phones: list[Phone], chance: random.Random) -> int:
    """Record on all phones while pages and the whole server die; return how often the server died."""
    deadline = time.monotonic() + size.latest_seconds
    restarts = 0
    kills_at = sorted(chance.randrange(size.events) for _ in range(size.kills))
    restarts_at = sorted(chance.randrange(size.events) for _ in range(size.restarts))
    for phone in phones:
        phone.work(MANY * size.events, pause_ms=pace(size))
    while len(net.saved) < size.events or net.weather.faults < size.faults or kills_at or restarts_at:
        assert time.monotonic() < deadline, f"{len(net.saved)} events, {net.weather.faults} faults: too slow"
        if kills_at and len(net.saved) >= kills_at[0]:
            kills_at.pop(0)
            for victim in killed(phones, chance):
                victim.work(MANY * size.events, pause_ms=pace(size))
        if restarts_at and len(net.saved) >= restarts_at[0]:
            restarts_at.pop(0)
            shop.kill()
            shop.start()
            restarts += 1
        time.sleep(0.02)
    for phone in phones:
        phone.come_back()
    return restarts


def killed(phones: list[Phone], chance: random.Random) -> list[Phone]:
    """Kill a page's process, or close the page; return the phones that had to begin again."""
    if chance.random() < 0.5:
        victim = chance.choice(phones)
        victim.come_back()
        return [victim]
    browser = phones[0].context.browser
    assert browser is not None
    dead = kill_pages(browser, phones, chance)
    if not dead:  # the process was nobody's page any more
        return killed(phones, chance)
    return dead


def pace(size: Size) -> float:
    """Return the mean pause between two notes of a phone, in milliseconds: enough requests to meet the faults."""
    return 60.0 * size.phones / 3


def check(shop: Shop, net: Network, taken: Taken, phones: list[Phone]) -> None:
    """Compare what phones called saved with what the server has: each once, whole, in order, counted once."""
    lost = set(net.saved) - set(taken.marks)
    doubled = [mark for mark in set(taken.marks) if taken.marks.count(mark) > 1]
    assert sorted(lost) == []
    assert doubled == []
    assert taken.gaps() == []
    assert taken.effects == len(taken.events) == shop.counted(REF)
    assert taken.conflicts == 0
    assert [reason for phone in phones for reason in phone.aside()] == []
    authors = {phone.name: phone.session["person"]["id"] for phone in phones}
    assert all(row.author == authors[row.mark.partition("-")[0]] for row in taken.events)


def tell(test: str, seed: int, net: Network, taken: Taken, **more: float) -> None:
    report.tell(
        test,
        **report.figures(seed, net, taken),
        pages_killed=int(more["kills"]),
        servers_killed=int(more["restarts"]),
        drained_after=f"{more['longest']:.1f} s",
        took=f"{time.monotonic() - more['begun']:.0f} s",
    )


ONCE = 10_000 if report.FULL else 60
ONCE_PHONES = 4 if report.FULL else 1


def test_every_event_loses_its_first_answer_after_the_commit(
    network: Callable[..., tuple[Shop, Network]], new_phone: Callable[[Shop, str], Phone]
) -> None:
    seed = report.seed()
    weather = Weather(seed, lose_first_answers=True)
    shop, net = network("sqlite", weather)
    phones = [new_phone(shop, f"p{number}") for number in range(ONCE_PHONES)]
    for phone in phones:
        phone.work(ONCE // ONCE_PHONES, pause_ms=50 if report.FULL else 0)
    for phone in phones:
        phone.finish()
    # No silence: each event that still waits loses its answer too.
    drained = max(phone.drains(SILENCE_SECONDS * (20 if report.FULL else 2)) for phone in phones)
    taken = shop.look()
    report.tell(
        "F2", **report.figures(seed, net, taken), unanswered=len(weather.unanswered), drained_after=f"{drained:.1f} s"
    )
    assert weather.unanswered == {row.id for row in taken.events}
    assert sorted(taken.marks) == sorted(net.saved)
    assert len(taken.events) == taken.effects == ONCE
    assert taken.gaps() == []


def test_the_kinds_of_faults_are_all_met() -> None:
    """A network that never failed would prove nothing."""
    weather = Weather(report.seed(), share=1.0)
    for _ in range(1_000):
        weather.draw(b"")
    assert set(weather.count) == set(KINDS)
