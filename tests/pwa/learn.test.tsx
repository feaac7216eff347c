import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetViews, ownedBy, readReviews, saveReviews } from "../../pwa/src/db";
import HomePage from "../../pwa/src/features/home/index";
import { cardsDue } from "../../pwa/src/features/home/slots";
import { navigate, route } from "../../pwa/src/state";
import { cards } from "../../pwa/src/state/training";
import {
  button,
  card,
  fetchAll,
  open,
  openPage,
  press,
  served,
  setUp,
  shows,
  signIn,
  tearDown,
  text,
} from "./learning";

beforeEach(setUp);
afterEach(tearDown);

describe("the page of the training", () => {
  test("explains itself the first time, and leads to the cards", async () => {
    await open();
    await shows("3 nouvelles fiches");
    expect(text()).toContain("rien ne se perd");
    await press("Commencer : 3 fiches");
    expect(route.peek().path).toBe("/learn/cards");
  });

  test("says when the cards come back, and offers no more than there is", async () => {
    const at = new Date().toISOString();
    served.mine = served.cards.map(({ id, version }) => ({ card: id, version, rating: 1, correct: false, at }));
    await fetchAll();
    await open();
    await shows("C’est tout pour aujourd’hui");
    expect(text()).toContain("3 fiches reviennent demain");
    expect(button(/^Encore/)).toBeUndefined();
  });

  test("says that there are none, where the range has none", async () => {
    served.cards = [];
    await fetchAll();
    await open();
    await shows("Pas encore de fiches");
  });

  test("draws what is known, and opens its places", async () => {
    served.mine = [{ card: "a", version: "aaaaaaaaaaaa", rating: 3, correct: true, at: "2026-11-20T09:00:00Z" }];
    served.cards.push(card("d", { about: { activity: null, condition: null, family: "pack" } }));
    await fetchAll();
    await open();
    await shows("1 fiche sue sur 4");
    expect(text()).toContain("Par famille de pièces");
    await press("Randonnée");
    await shows("Par tous les temps");
    expect(document.querySelector("dialog")?.textContent).toContain("1 sur 3");
    await press("Apprendre ici");
    await open("cards");
    await shows("1 sur 3");
    expect(text()).not.toContain("Question d");
  });

  test("shows a seller no team, and a manager counts without names", async () => {
    await open();
    expect(text()).not.toContain("L’équipe");
    await act(async () => signIn("manager"));
    served.coverage = {
      team: 4,
      cells: [
        { about: { activity: "hiking", condition: null, family: "shell" }, cards: 3, proven: 2 },
        { about: { activity: "hiking", condition: "rain", family: "shell" }, cards: 3, proven: 0 },
      ],
    };
    const team = [...document.querySelectorAll<HTMLInputElement>("input[name=whose]")].at(-1);
    await act(async () => team?.click());
    await shows("25 % · 6 fiches");
    await press("Randonnée");
    await shows("2 personnes sur 4");
  });

  test("says nothing of a team that is too small", async () => {
    await act(async () => signIn("manager"));
    served.coverage = {
      team: 2,
      cells: [{ about: { activity: "hiking", condition: null, family: "shell" }, cards: 3, proven: null }],
    };
    await open();
    const team = [...document.querySelectorAll<HTMLInputElement>("input[name=whose]")].at(-1);
    await act(async () => team?.click());
    await shows("À moins de trois");
    expect(text()).not.toContain("%");
  });
});

describe("what is kept", () => {
  test("is each person's own", async () => {
    const kept = { document: served.mine, etag: undefined, checked_at: "2026-11-23T09:00:00Z" };
    await saveReviews({ ...kept, person: "paul" });
    expect(await readReviews("ana")).toBeUndefined();
    expect(await readReviews("paul")).toBeDefined();
  });

  test("goes with whoever leaves a shared phone, and with nobody else", async () => {
    const kept = { document: [], etag: undefined, checked_at: "2026-11-23T09:00:00Z" };
    for (const person of ["paul", "marie"]) {
      ownedBy(person);
      await saveReviews({ ...kept, person });
    }
    await forgetViews("paul");
    expect(await readReviews("marie")).toBeDefined();
    ownedBy("paul");
    expect(await readReviews("paul")).toBeUndefined();
    ownedBy("");
  });

  test("stays when the server gives something that is no card", async () => {
    served.cards = [{ ...card("broken"), right: "nowhere" }];
    await fetchAll();
    expect(cards.peek()?.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });
});

test("home says what is due and what is new", async () => {
  served.mine = [{ card: "a", version: "old", rating: 4, correct: true, at: "2026-11-20T09:00:00Z" }];
  await fetchAll();
  await openPage(HomePage);
  await shows("1 fiche à revoir");
  expect(cardsDue.peek()).toEqual({ count: 1, fresh: 2, href: "#/learn" });
  served.mine = [];
  await fetchAll();
  await shows("3 nouvelles fiches");
  await act(async () => navigate("/home"));
});
