// Compares a piece with the one looked at before. The page is complete without it. Nothing is kept before somebody asks
// for it, nothing leaves the phone, and after a day it is forgotten.
(() => {
  const KEY = "cordee.compare";
  const DAY_MS = 86_400_000;
  const place = document.getElementById("compare");
  const lang = document.documentElement.lang;
  const text = (node) => (node ? node.textContent.trim().replace(/[ \n\t]+/g, " ") : "");

  // What is an estimate says so in brackets: here it has no dotted edge.
  function said(node) {
    const estimate = text(node?.querySelector("em"));
    return estimate ? `${text(node).slice(0, -estimate.length).trim()} (${estimate})` : text(node);
  }

  const here = () => ({
    at: Date.now(),
    lang,
    ref: place.dataset.ref,
    name: text(document.querySelector("h1")),
    href: location.pathname + location.search,
    price: text(document.querySelector(".amount b")),
    gauges: [...document.querySelectorAll(".gauges .gauge")].map((one) => [
      text(one.querySelector(".label")),
      said(one.querySelector(".says")),
    ]),
  });

  function kept() {
    const found = JSON.parse(localStorage.getItem(KEY) || "null");
    if (found && found.lang === lang && Date.now() - found.at < DAY_MS) return found;
    localStorage.removeItem(KEY);
    return null;
  }

  function made(tag, parent, content, more) {
    const node = Object.assign(document.createElement(tag), more);
    if (content) node.textContent = content;
    return parent.appendChild(node);
  }

  function line(table, label, before, now) {
    const row = made("tr", table);
    made("th", row, label, { scope: "row" });
    made("td", row, before || "–");
    made("td", row, now || "–");
  }

  function drawTable(words, before, now) {
    made("h2", place, words.title);
    const box = made("div", place, "", { className: "scroll", role: "region", tabIndex: 0, ariaLabel: words.title });
    const table = made("table", box);
    const titles = made("tr", made("thead", table));
    made("td", titles);
    made("a", made("th", titles, "", { scope: "col" }), before.name, { href: before.href });
    made("th", titles, now.name, { scope: "col" });
    const body = made("tbody", table);
    if (before.price || now.price) line(body, words.price, before.price, now.price);
    const others = new Map(before.gauges);
    const labels = new Set([...now.gauges, ...before.gauges].map(([label]) => label));
    for (const label of labels) line(body, label, others.get(label), new Map(now.gauges).get(label));
  }

  function draw() {
    const words = JSON.parse(place.dataset.words);
    const before = kept();
    const now = here();
    place.replaceChildren();
    if (before && before.ref !== now.ref) drawTable(words, before, now);
    const state = made("p", place, "", { role: "status" });
    const buttons = made("p", place);
    if (before?.ref !== now.ref) button(buttons, words.offer, () => localStorage.setItem(KEY, JSON.stringify(here())));
    if (before) button(buttons, words.stop, () => localStorage.removeItem(KEY));
    if (before) made("p", place, words.private, { className: "small" });
    place.hidden = false;
    if (before?.ref === now.ref) state.textContent = words.kept;
  }

  function button(parent, words, does) {
    made("button", parent, words, { type: "button" }).addEventListener("click", () => {
      does();
      draw();
      place.querySelector("button").focus({ preventScroll: true });
    });
  }

  try {
    draw();
  } catch {
    place.hidden = true; // a browser that keeps nothing compares nothing
  }
})();
