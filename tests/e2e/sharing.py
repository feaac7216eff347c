"""A phone of the shop that goes from hand to hand: how people get onto it, lock it and take it."""

from __future__ import annotations

import json
import re
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from .seller import Seller
from .serving import ShopServer

PIN = {"Marie": "482915", "Paul": "730264"}
WRONG = "582914"
WHO = "Qui prend le téléphone"
SOON = 20_000
"""Milliseconds that a busy machine may take to harden a code and to begin the page anew."""
_tokens: dict[Path, str] = {}


class Shared:
    """A shared phone in somebody's hand."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def enrol(self, link: str, name: str) -> None:
        self.page.goto(link)
        self.page.get_by_role("textbox", name="Votre prénom").fill(name)
        self.page.get_by_label("Votre code").fill(PIN[name])
        self.page.get_by_label("Encore une fois").fill(PIN[name])
        self.page.get_by_role("button", name="Prendre le téléphone").click()
        expect(self.page.get_by_role("navigation")).to_be_visible(timeout=SOON)

    def wait_until_kept(self) -> None:
        Seller(self.page).wait_until_kept()

    def hand_over(self) -> None:
        self.page.get_by_role("navigation").get_by_role("link", name="Boutique").click()
        self.page.get_by_role("button", name="Passer le téléphone").first.click()
        expect(self.page.get_by_role("heading", name=WHO)).to_be_visible()

    def choose(self, name: str) -> None:
        self.page.get_by_role("button", name=name).click()
        expect(self.page.get_by_role("heading", name=name)).to_be_visible()

    def type(self, pin: str) -> None:
        """Type by the pad, as a thumb does."""
        for digit in pin:
            self.page.get_by_role("button", name=digit, exact=True).click()
        self.page.get_by_role("button", name="Ouvrir").click()

    def take(self, name: str) -> None:
        self.choose(name)
        self.type(PIN[name])
        expect(self.page.get_by_role("navigation")).to_be_visible(timeout=SOON)

    def holder(self) -> str:
        self.page.get_by_role("navigation").get_by_role("link", name="Boutique").click()
        held = self.page.get_by_role("definition").filter(has_text=re.compile("vendeur|responsable"))
        return re.split(r"\s·\s", held.first.inner_text())[0]


def shared_invitation(shop: ShopServer) -> str:
    """Return a link that makes a phone a shared one, as a manager's phone shows it."""
    return invitation(shop, "invitations", {"role": "seller", "shop": "miramas", "shared": True})


def invitation(shop: ShopServer, path: str, body: dict[str, Any]) -> str:
    answer = as_manager(shop, "POST", path, body)
    link: str = answer["link"]
    return link


def as_manager(shop: ShopServer, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    """Ask the server as a machine with a manager's token."""
    if shop.folder not in _tokens:
        _tokens[shop.folder] = shop.flask("token", "--role", "manager", "--shop", "miramas").split()[-1]
    request = urllib.request.Request(
        f"http://127.0.0.1:{shop.port}/api/v1/{path}",
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {_tokens[shop.folder]}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        raw = answer.read()
    return json.loads(raw) if raw else None
