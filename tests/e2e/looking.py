"""What can be measured of a screen: whom it shuts out, whether it runs sideways, what a thumb can hit."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
USUAL_TEXT, LARGE_TEXT = 16, 32
PHONE_SIZE = {"width": 390, "height": 844}

TARGETS = """
(least) => {
  const shown = (element) => {
    const { width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const spoken = width <= 1 || height <= 1 || style.clipPath !== "none";
    return !spoken && style.visibility !== "hidden" && !element.closest("[inert]");
  };
  const ticked = "input[type=radio], input[type=checkbox]";
  const hit = (element) => (element.matches(ticked) && element.closest("label")) || element;
  // A link inside a sentence is as high as its line: WCAG 2.5.8 excepts it.
  const inSentence = (element) =>
    element.closest("[data-sentence]") ||
    (getComputedStyle(element).display === "inline" &&
      element.parentElement.textContent.trim() !== element.textContent.trim());
  // A drawing may be smaller than what is hit: a part of it, laid out with negative insets, reaches beyond.
  const reach = (element) => {
    const box = element.getBoundingClientRect();
    const after = getComputedStyle(element, "::after");
    const out = (side) => Math.max(0, -(parseFloat(after[side]) || 0));
    const reaching = after.content !== "none" && after.position === "absolute";
    return {
      width: box.width + (reaching ? out("left") + out("right") : 0),
      height: box.height + (reaching ? out("top") + out("bottom") : 0),
    };
  };
  const named = (element) =>
    `${element.tagName} « ${(element.getAttribute("aria-label") || element.textContent).trim().slice(0, 40)} »`;
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=button]")]
    .map(hit)
    .filter((element) => shown(element) && !inSentence(element))
    .map((element) => ({ name: named(element), box: reach(element) }))
    .filter(({ box }) => Math.min(box.width, box.height) < least - 0.5)
    .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`);
}
"""

WIDE = """
(width) => {
  const root = document.documentElement;
  if (root.scrollWidth <= width) return [];
  const clips = (one) => getComputedStyle(one).overflowX !== "visible";
  // What is fixed grows with the page that another part has made too wide.
  const fixed = (one) => getComputedStyle(one).position === "fixed";
  const cut = (one) => one && one !== document.body && (clips(one) || fixed(one) || cut(one.parentElement));
  const wide = [...document.body.querySelectorAll("*:not(svg *)")]
    .filter((one) => one.getBoundingClientRect().right > width + 1 && !fixed(one) && !cut(one.parentElement));
  const named = (one) => `${one.cloneNode().outerHTML.slice(0, 70)} « ${one.textContent.slice(0, 30)} »`;
  const parts = wide.slice(-3).map(named);
  return [`${root.scrollWidth} px: ${parts.join(" | ")}`];
}
"""

WEAR = """
(theme) => {
  const own = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = theme;
  return own;
}
"""
FOCUSED = "document.activeElement"
FOCUS = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  // Of a row that runs on sideways an end may show; what is covered shows nowhere (WCAG 2.4.11).
  const y = box.y + Math.min(box.height, innerHeight) / 2;
  const at = [0.5, 0.15, 0.85].map((part) => document.elementFromPoint(box.x + box.width * part, y));
  return {
    // Where it stands in the page: names may come twice.
    key: [...document.querySelectorAll("*")].indexOf(element).toString(),
    name: (element.getAttribute("aria-label") || element.innerText || element.tagName).trim().replace(/\\s+/g, " "),
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    shown: at.some((one) => one && (element.contains(one) || one.contains(element))),
  };
}
"""


def shut_out(page: Page) -> list[str]:
    """Return what the accessibility checker finds, one line for each rule."""
    return _checked(page, {"runOnly": RULES})


def pale(page: Page, theme: str) -> list[str]:
    """Return what is hard to read in another light; the page stays in its own."""
    own = page.evaluate(WEAR, theme)
    found = _checked(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
    page.evaluate(WEAR, own)
    return [f"{theme}: {one}" for one in found]


def _checked(page: Page, options: dict[str, Any]) -> list[str]:
    found: list[dict[str, Any]] = Axe().run(page, options=options).response["violations"]
    return [f"{one['impact']} {one['id']}: {one['help']}: {_places(one)}" for one in found]


def _places(violation: dict[str, Any]) -> str:
    return " | ".join(
        f"{node['html'][:120]} {node['any'][0]['message'] if node['any'] else ''}" for node in violation["nodes"][:3]
    )


def runs_sideways(page: Page, width: int, text: int = USUAL_TEXT) -> list[str]:
    """Return what sticks out at this width of the screen and this size of the browser's letters, both in pixels."""
    page.set_viewport_size({"width": width, "height": PHONE_SIZE["height"]})
    set_letters(page, text)
    found: list[str] = page.evaluate(WIDE, width)
    page.set_viewport_size(PHONE_SIZE)  # type: ignore[arg-type]
    set_letters(page, USUAL_TEXT)
    return [f"at {width} px, letters of {text} px: {one}" for one in found]


def set_letters(page: Page, size: int) -> None:
    """Set the size of letters as a person does in the browser's settings."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
    session.detach()
    page.wait_for_function("size => getComputedStyle(document.documentElement).fontSize === `${size}px`", arg=size)


def small_targets(page: Page, least: int = 24) -> list[str]:
    found: list[str] = page.evaluate(TARGETS, least)
    return [f"smaller than {least} px: {one}" for one in found]


def focused(page: Page) -> dict[str, Any] | None:
    """Return name, width of the ring in pixels, and whether nothing hides it, of what has the focus."""
    found: dict[str, Any] | None = page.evaluate(FOCUS)
    return found


def looks_focused(page: Page) -> bool:
    """Tell whether what has the focus looks otherwise than without: for what draws its ring itself."""
    element = page.evaluate_handle(FOCUSED).as_element()
    assert element is not None
    box = element.bounding_box()
    assert box is not None
    around = {"x": box["x"] - 8, "y": box["y"] - 8, "width": box["width"] + 16, "height": box["height"] + 16}
    seen = page.screenshot(clip=around)  # type: ignore[arg-type]
    element.evaluate("element => element.blur()")
    without = page.screenshot(clip=around)  # type: ignore[arg-type]
    element.focus()
    return seen != without
