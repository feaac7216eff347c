"""F10: phones and servers of neighbouring builds, whichever of them is ahead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from . import report
from .conftest import DATABASES
from .phones import Phone
from .proxy import Network
from .shops import Shop
from .weather import Weather

TODAY = "server:create_app()"
NEXT = "tests.faults.builds:next_build()"
AFTER = "tests.faults.builds:build_after()"
NOTES = 50 if report.FULL else 3
UNKNOWN = ["format-unknown"] * NOTES


@pytest.mark.parametrize("database", DATABASES if report.FULL else DATABASES[:1])
def test_this_form_and_the_one_before_arrive_and_another_one_waits_for_its_server(
    database: str, network: Callable[..., tuple[Shop, Network]], new_phone: Callable[[Shop, str], Phone]
) -> None:
    shop, net = network(database, Weather(report.seed()))
    now, ahead = new_phone(shop, "now"), new_phone(shop, "ahead")

    # A phone that is a build ahead of its server: what it says waits aside, what it said in the old form arrives.
    new_form(ahead, "a")
    ahead.work(NOTES)
    ahead.finish()
    assert ahead.aside() == UNKNOWN
    ahead.drains(30)
    offline(now)

    become(shop, NEXT)  # N: a phone that slept over the update, and the one that waited for it
    online(now)
    ahead.here.evaluate("phone.again()")
    assert max(now.drains(30), ahead.drains(30)) < 30
    assert now.aside() == ahead.aside() == []
    offline(now)

    become(shop, AFTER)  # N + 1: the form of today is two builds old
    new_form(ahead, "b")
    assert ahead.drains(30) < 30
    online(now)
    now.drains(30)
    assert ahead.aside() == []
    assert now.aside() == UNKNOWN

    become(shop, NEXT)  # rolled back: nothing was lost over it
    now.here.evaluate("phone.again()")
    now.drains(30)
    assert now.aside() == []

    taken = shop.look()
    forms = shop.forms()
    report.tell(f"F10 {database}", **report.figures(net.weather.seed, net, taken), forms=forms)
    assert sorted(taken.marks) == sorted(net.saved)
    assert taken.effects == len(taken.events) == 5 * NOTES
    assert taken.gaps() == []
    # Each is stored in the form in which it was said.
    assert forms == {1: 3 * NOTES, 2: 2 * NOTES}


def new_form(phone: Phone, name: str) -> None:
    for number in range(NOTES):
        words = [2, f"{phone.name}-{name}{number}", {"worn": "fleece"}]
        phone.here.evaluate("words => phone.noteAs(...words)", words)


def offline(phone: Phone) -> None:
    """Record without a network."""
    phone.context.set_offline(True)
    phone.work(NOTES)
    phone.finish()


def online(phone: Phone) -> None:
    phone.context.set_offline(False)
    phone.here.evaluate("phone.tellRest()")


def become(shop: Shop, application: str) -> None:
    """Kill the server and start another build of it on the same database."""
    shop.kill()
    shop.application = application
    shop.start()
