"""What the training shows: its page, both sides of a card, the places of a mountain, the map of the team."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from .visit import Visit


def overview(visit: Visit) -> None:
    visit.open("/learn", "title.learn")
    expect(mountains(visit).first).to_be_visible()


def mountains(visit: Visit) -> Locator:
    """Return the mountains of the map."""
    return visit.page.get_by_role("main").locator("button[aria-haspopup=dialog]")


def choices(visit: Visit) -> Locator:
    """Return the answers to the card that is asked."""
    return visit.page.get_by_role("list", name=visit.speech.seen("learn.choices")).get_by_role("button")


def card(visit: Visit) -> None:
    """Ask a card; go on where the last visit left one that is answered."""
    visit.open("/learn/cards", "title.cards")
    onward = visit.page.get_by_role("button", name=visit.speech.seen("learn.next"))
    expect(onward.or_(choices(visit).first).first).to_be_visible()
    if onward.is_visible():
        onward.click()
    expect(choices(visit).first).to_be_visible()


def answer(visit: Visit) -> None:
    """Answer a card, rightly or not, and see it stored."""
    card(visit)
    choices(visit).first.click()
    expect(visit.page.get_by_text(visit.speech.seen("learn.stored"))).to_be_visible()


def places(visit: Visit) -> None:
    overview(visit)
    mountains(visit).first.click()
    expect(visit.page.get_by_role("dialog")).to_be_visible()


def team(visit: Visit) -> None:
    """Look at the team's map, as a manager may."""
    overview(visit)
    visit.page.get_by_role("radio", name=visit.speech.seen("learn.map.team")).check(force=True)
    expect(mountains(visit).first).to_be_visible()
