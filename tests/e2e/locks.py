"""The screens of a phone that a shop shares: who may take it, their code, a wrong one, the word before it locks."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, BrowserContext, expect

from .conftest import PHONE
from .serving import ShopServer
from .sharing import PIN, SOON, WRONG, Shared, as_manager, shared_invitation
from .speech import Speech
from .visit import Visit

HOLDER = "Paul"
SHORTLY_BEFORE_MS = 9 * 60_000 + 45_000
"""A shared phone locks itself after ten minutes, and says so twenty seconds before."""


def shared_phone(browser: Browser, shop: ShopServer, theme: str, lang: str) -> tuple[BrowserContext, Visit]:
    """Return a phone that all of ``PIN`` share, in one light and language; the last of them has it."""
    context = browser.new_context(**PHONE, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    visit = Visit(context.new_page(), shop, Speech(shop, lang))
    phone = Shared(visit.page)
    for name in PIN:
        phone.enrol(shared_invitation(shop), name)
    visit.look(theme, lang)
    return context, visit


def is_held(visit: Visit) -> bool:
    visit.go("/app/#/shop")
    held, shut = visit.page.get_by_role("navigation"), visit.page.get_by_role("main").get_by_role("heading", level=1)
    expect(held.or_(shut).first).to_be_visible()
    return held.is_visible()


def held(visit: Visit) -> None:
    """Have the phone in the hand, at the page of the shop."""
    if not is_held(visit):
        code(visit)
        visit.page.get_by_label(visit.speech.say("lock.code"), exact=True).fill(PIN[HOLDER])
        visit.tap(visit.speech.say("lock.open"))
        expect(visit.page.get_by_role("navigation")).to_be_visible(timeout=SOON)
    visit.open("/shop", "nav.shop")


def people(visit: Visit) -> None:
    """Lock the phone, or go back to those who may take it."""
    speech, page = visit.speech, visit.page
    if is_held(visit):
        visit.tap(speech.say("shop.lock"))
    elif page.get_by_label(speech.say("lock.code"), exact=True).is_visible():
        visit.tap(speech.seen("lock.other"))
    expect(page.get_by_role("heading", name=speech.seen("lock.who"))).to_be_visible()


def code(visit: Visit) -> None:
    people(visit)
    visit.page.get_by_role("button", name=HOLDER).click()
    expect(visit.page.get_by_role("heading", name=HOLDER)).to_be_visible()


def wrong_code(visit: Visit) -> None:
    code(visit)
    visit.page.get_by_label(visit.speech.say("lock.code"), exact=True).fill(WRONG)
    visit.tap(visit.speech.say("lock.open"))
    expect(visit.page.get_by_role("alert")).not_to_be_empty(timeout=SOON)


def invited(visit: Visit) -> None:
    """Open the invitation of one more person: it asks for a code of their own."""
    people(visit)
    visit.page.goto(shared_invitation(visit.shop))
    expect(visit.page.get_by_text(visit.speech.seen("invitation.shared"))).to_be_visible()


def soon(visit: Visit) -> None:
    """Leave the phone alone until it is about to lock."""
    held(visit)
    visit.page.clock.install()
    visit.page.reload()
    visit.open("/advice", "nav.advice")
    visit.page.clock.run_for(SHORTLY_BEFORE_MS)
    expect(visit.page.get_by_role("button", name=visit.speech.say("lock.stay"))).to_be_visible()


def ended(visit: Visit) -> None:
    """Take the phone out of service: for good."""
    for one in as_manager(visit.shop, "GET", "phones")["items"]:
        as_manager(visit.shop, "DELETE", f"phones/{one['id']}")
    visit.page.reload()
    expect(visit.page.get_by_role("heading", name=visit.speech.seen("lock.ended.title"))).to_be_visible()


LOCKS: dict[str, Callable[[Visit], None]] = {
    "lock-held": held,
    "lock-people": people,
    "lock-code": code,
    "lock-wrong-code": wrong_code,
    "lock-invited": invited,
    "lock-soon": soon,
    "lock-ended": ended,
}
"""Scenes of a shared phone; the last of them leaves nothing that could be opened."""
