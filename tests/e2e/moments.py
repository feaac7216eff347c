"""What lies over a page for a moment, or is there only after some work: cards, sheets, trays, counts, a refusal."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Locator, Route, expect

from .visit import Visit

WORKED_ON = ("hardshell-jacket", "down-jacket", "softshell-jacket")
"""Of three categories, so that a comparison has something to say."""
MEASURES_CM = ("84", "104")
"""The least and the most of a grown person's: whatever a chart asks for, they belong to different sizes."""


def after_a_customer(visit: Visit) -> Locator:
    """Send a customer off, and return the card that asks what came of it."""
    kept(visit)
    visit.page.keyboard.press("Escape")
    visit.tap(visit.speech.seen("advice.next_customer"))
    card = visit.page.get_by_role("region", name=visit.speech.seen("outcome.after"))
    expect(card.get_by_role("button", name=visit.speech.say("outcome.left"), exact=True)).to_be_visible()
    return card


def reasons(visit: Visit) -> None:
    """Say that the customer left, and stand before the reasons."""
    card = after_a_customer(visit)
    card.get_by_role("button", name=visit.speech.say("outcome.left"), exact=True).click()
    expect(card.get_by_role("group", name=visit.speech.seen("outcome.reason"))).to_be_visible()


def outcome_noted(visit: Visit) -> None:
    card = after_a_customer(visit)
    card.get_by_role("button", name=visit.speech.say("outcome.tried"), exact=True).click()
    expect(card.get_by_role("status")).to_have_text(visit.speech.seen("outcome.kept"))


def outcome_shelf(visit: Visit) -> None:
    """Say that the customer has bought, and be asked which size leaves the stock."""
    card = after_a_customer(visit)
    card.get_by_role("button", name=visit.speech.say("outcome.sold"), exact=True).click()
    expect(card.get_by_role("button", name=visit.speech.say("outcome.sold"), exact=True)).to_have_count(0)


def outcome_sheet(visit: Visit) -> None:
    """Ask what came of it while the customer is still there, with two pieces to choose from."""
    kept(visit)
    visit.tap(visit.speech.seen("advice.outcome"))
    expect(visit.page.get_by_role("dialog")).to_be_visible()


def remark(visit: Visit, text: str = "") -> Locator:
    """Open the sheet for what a customer said, and begin to write."""
    visit.open("/home", "nav.home")
    visit.tap(visit.speech.say("home.remark"))
    sheet = visit.page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    sheet.get_by_role("textbox").fill(text)
    return sheet


def question(visit: Visit) -> None:
    """Ask what nobody knew about a piece, at some length."""
    visit.product("hardshell-jacket")
    visit.tap(visit.speech.say("note.dont-know"))
    field = visit.page.get_by_role("dialog").get_by_role("textbox")
    field.fill("Passe-t-elle au sèche-linge ? " * 15)


def three(visit: Visit) -> None:
    """Lay three pieces side by side for a need."""
    visit.describe()
    refs = [visit.speech.product_of(category)["ref"] for category in WORKED_ON]
    visit.open(f"/compare?refs={','.join(refs)}", "title.compare")
    expect(visit.page.get_by_role("heading", level=2)).not_to_have_count(0)


def tray(visit: Visit) -> None:
    """Lay two pieces beside each other and look for more."""
    visit.next_customer()
    for category in WORKED_ON[:2]:
        visit.product(category)
        visit.tap(visit.speech.say("advice.compare.add"))
    visit.found("gore-tex")
    expect(visit.page.get_by_role("complementary", name=visit.speech.seen("compare.tray"))).to_be_visible()


def kept(visit: Visit) -> None:
    """Keep two pieces for the customer: they stand at the head of the list."""
    visit.list()
    rows = visit.page.get_by_role("article")
    for at in range(2):
        rows.nth(at).get_by_role("button", name=visit.speech.seen("advice.keep")).click()
    expect(visit.page.get_by_role("region", name=visit.speech.say("advice.kept"))).to_be_visible()


def kept_at_home(visit: Visit) -> None:
    kept(visit)
    visit.open("/home", "nav.home")


def sizes_disagree(visit: Visit) -> None:
    """Give measures that belong to different sizes."""
    visit.piece(visit.speech.measured_twice())
    visit.page.locator("summary").filter(has_text=visit.speech.seen("size.title")).click()
    visit.tap(visit.speech.say("size.measures"))
    fields = visit.page.locator("details[open]").get_by_role("textbox")
    expect(fields.nth(1)).to_be_visible()
    for at in range(fields.count()):
        fields.nth(at).fill(MEASURES_CM[at % len(MEASURES_CM)])
    fields.last.scroll_into_view_if_needed()


def gone(visit: Visit) -> None:
    """Find what else there is where a size is not here."""
    visit.describe()
    visit.ask("who")
    women = visit.speech.answer("audience", "women")
    visit.tap(visit.speech.say("advice.who.size").format(who=women, size="XS"))
    visit.tap(re.compile(visit.speech.say("advice.sheet.raise")))
    visit.page.get_by_role("link", name=visit.speech.seen("instead.open.size")).first.click()
    expect(visit.page.get_by_role("heading", name=visit.speech.seen("instead.title.size"))).to_be_visible()


def wrong_code(visit: Visit) -> None:
    """Type a number of which one digit is wrong."""
    visit.scan()
    gtin = visit.speech.product_of("hardshell-jacket")["variants"][0]["gtin"]
    wrong = f"{gtin[:-1]}{(int(gtin[-1]) + 1) % 10}"
    visit.page.get_by_role("textbox", name=visit.speech.say("scan.type")).fill(wrong)
    expect(visit.page.get_by_role("status").filter(has_text=re.compile(gtin[-1])).first).to_be_visible()


def counted(visit: Visit) -> None:
    """Count two pieces of a shelf by the digits below their bars."""
    visit.open("/count", "title.count")
    field = visit.page.get_by_role("textbox", name=visit.speech.say("scan.type"))
    for variant in visit.speech.product_of("hardshell-jacket")["variants"][:2]:
        field.fill(variant["gtin"])
        field.press("Enter")
        expect(field).to_have_value("")


def count_review(visit: Visit) -> None:
    counted(visit)
    visit.tap(visit.speech.say("count.review"))
    expect(visit.page.get_by_role("heading", name=visit.speech.seen("count.review.title"))).to_be_visible()


def show_abroad(visit: Visit) -> None:
    """Turn the screen to somebody who speaks German."""
    visit.describe()
    visit.show()
    visit.tap(re.compile("^(DE|Deutsch)"))
    expect(visit.page.locator("html[lang=de]")).to_have_count(1)


def refused(visit: Visit) -> None:
    """Record what the server does not take: it stays until somebody has decided."""
    page = visit.page
    page.route("**/api/v1/events", _refuse)
    sheet = remark(visit, "Il aurait voulu des poches pour les mains.")
    sheet.get_by_role("button", name=visit.speech.say("note.keep")).click()
    expect(sheet).to_have_count(0)
    visit.open("/outbox", "title.outbox")
    expect(page.get_by_role("button", name=visit.speech.seen("outbox.discard"))).to_be_visible()
    page.unroute("**/api/v1/events")


def _refuse(route: Route) -> None:
    """Answer for each event that it is not taken."""
    events = json.loads(route.request.post_data or "{}")["events"]
    verdict = {"status": "rejected", "reason": "invalid", "message": ""}
    answer = {"results": [{"id": event["id"], **verdict} for event in events], "received_at": events[0]["at"]}
    route.fulfill(json=answer)
