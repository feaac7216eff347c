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

  function made(tag, parent, content) {
    const node = parent.appendChild(document.createElement(tag));
    if (content) node.textContent = content;
    return node;
  }

  function line(table, label, before, now) {
    const row = made("tr", table);
    made("th", row, label).scope = "row";
    made("td", row, before || "–");
    made("td", row, now || "–");
  }

  function drawTable(before, now) {
    const body = place.querySelector("tbody");
    const [first, second] = place.querySelectorAll("thead th");
    const link = made("a", first, before.name);
    link.href = before.href;
    second.textContent = now.name;
    if (before.price || now.price) line(body, place.dataset.price, before.price, now.price);
    const others = new Map(before.gauges);
    const labels = new Set([...now.gauges, ...before.gauges].map(([label]) => label));
    for (const label of labels) line(body, label, others.get(label), new Map(now.gauges).get(label));
  }

  function show(state) {
    for (const part of place.querySelectorAll("[data-when]")) part.hidden = !part.dataset.when.includes(state);
    place.hidden = false;
  }

  try {
    const before = kept();
    const now = here();
    if (before && before.ref !== now.ref) drawTable(before, now);
    show(before ? (before.ref === now.ref ? "kept" : "both") : "none");
    place.querySelector("[data-keep]").addEventListener("click", () => {
      localStorage.setItem(KEY, JSON.stringify(here()));
      show("kept");
    });
    place.querySelector("[data-stop]").addEventListener("click", () => {
      localStorage.removeItem(KEY);
      show("none");
    });
  } catch {
    place.hidden = true; // a browser that keeps nothing compares nothing
  }
})();
