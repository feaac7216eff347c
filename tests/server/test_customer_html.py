"""The customers' pages as a validator of the HTML standard reads them."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from server.catalogue.service import current
from server.customer import pages
from server.customer.words import SPOKEN
from server.guide import routes as guide

from .conftest import House, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Sec-Fetch-Mode": "navigate"}
RULES = {
    "extends": ["html-validate:standard", "html-validate:a11y"],
    "rules": {
        # The one style is inlined by intent, with its hash in the policy: a second request would cost a round trip.
        "no-inline-style": "off",
        "long-title": "off",  # brand, piece and category, as a search engine shows them
        "tel-non-breaking": "off",  # a GTIN looks like a telephone number
        "no-implicit-button-type": "off",  # without a type a button sends its form, which is what each of ours is for
        "prefer-native-element": "off",  # the table's scrolling box is a region by name, not a section of the page
    },
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The server with the whole range of the demonstration."""
    with opened(f"sqlite:///{tmp_path_factory.mktemp('html') / 'cordee.db'}") as app:
        assert "is published" in app.test_cli_runner().invoke(args=["first-run"]).output
        yield House(app)


def addresses(house: House) -> Iterator[str]:
    """Yield a piece of each category in turn of languages, and each other kind of page in every language."""
    with house.app.app_context():
        first = {product["category"]: product for product in reversed(current().document["products"])}
    for at, product in enumerate(first.values()):
        yield f"/01/{product['variants'][0]['gtin']}?lang={SPOKEN[at % len(SPOKEN)]}"
    jacket = first["hardshell-jacket"]
    for lang in SPOKEN:
        yield f"/p/{jacket['ref']}?lang={lang}"
        yield f"/p/{jacket['ref']}/size?lang={lang}&chest_mm=98"
        yield f"/p/{jacket['ref']}/size?lang={lang}&chest_mm=large"
        yield f"/p/{jacket['ref']}/review?lang={lang}"
        yield f"/p/{jacket['ref']}/review?lang={lang}&thanks"
        yield f"/guide?lang={lang}"
        yield f"/guide?lang={lang}&activity=ski-touring&wanted=shell&temperature_c=-8&size=M&weather=lava"
        yield f"/guide?lang={lang}&activity=ski-touring&wanted=shell&budget=20"
        yield f"/01/{jacket['variants'][0]['gtin']}?linkType=linkset&lang={lang}"
        yield f"/01/02000000000015?lang={lang}"
        yield f"/01/1?lang={lang}"


@pytest.mark.parametrize("year", [2026, 2028])
def test_every_page_is_valid_while_the_shop_is_open_and_after(
    whole: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    for module in (pages, guide):
        monkeypatch.setattr(module, "now", lambda: datetime(year, 12, 5, 9, 30, tzinfo=UTC))
    asked = list(addresses(whole))
    for at, address in enumerate(asked):
        answer = whole.app.test_client().get(address, headers=BROWSER)
        assert answer.mimetype == "text/html", address
        (tmp_path / f"{at}.html").write_text(answer.text, "utf-8")
    (tmp_path / ".htmlvalidate.json").write_text(json.dumps({"root": True, **RULES}), "utf-8")
    report = tmp_path / "report.json"
    words = ["scripts/node", "pwa/node_modules/.bin/html-validate", "--formatter", f"json={report}", str(tmp_path)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert report.is_file(), done.stderr
    found = [
        f"{asked[int(Path(page['filePath']).stem)]}: {message['ruleId']} {message['message']} (line {message['line']})"
        for page in json.loads(report.read_text("utf-8"))
        for message in page["messages"]
    ]
    assert not found, "\n".join(found[:40])


def test_a_browser_of_text_reads_words_apart_and_none_of_the_script_s(whole: House) -> None:
    for address in addresses(whole):
        page = whole.app.test_client().get(address, headers=BROWSER).text
        body = page[page.index("<body>") :]
        assert re.findall(r"\w</(?:span|b|a|button)><(?:span|b|a|button)\b[^>]*>\w", body) == [], address
        assert not re.search(r"<(\w+)(?=[^>]*\shidden[\s>])[^>]*>[^<]", body), "a text browser shows what is hidden"
