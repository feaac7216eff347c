import { afterEach, describe, expect, test, vi } from "vitest";
import { byCard, joined, reviewOf } from "../../pwa/src/training/reviews";
import { rate, standingOf } from "../../pwa/src/training/schedule";
import { dealt, deckOf, forToday, NEW_A_DAY, SESSION } from "../../pwa/src/training/session";
import type { Card, Rating, Review } from "../../pwa/src/training/types";

const dayOf = (iso: string) => iso.slice(0, 10);
const card = (id: string, given: Partial<Card> = {}): Card => ({
  id,
  version: "v1",
  kind: "fact",
  about: { activity: "hiking", family: "shell" },
  question: "Combien ?",
  choices: [
    { id: "a", text: "Dix" },
    { id: "b", text: "Vingt" },
  ],
  right: "a",
  reason: "Parce que.",
  facts: [],
  weight: 1,
  ...given,
});
const review = (id: string, at: string, rating: Rating = 3, version = "v1"): Review => ({
  card: id,
  version,
  rating,
  correct: rating > 1,
  at,
});
const standing = (reviews: Review[], today: string, one = card("x")) =>
  standingOf(one, byCard(joined(reviews, []), dayOf).get(one.id) ?? [], today);
const standings = (cards: Card[], reviews: Review[], today: string) =>
  new Map(
    cards.flatMap((one) => {
      const found = standing(
        reviews.filter((each) => each.card === one.id),
        today,
        one,
      );
      return found ? [[one.id, found] as const] : [];
    }),
  );

afterEach(() => vi.unstubAllEnvs());

describe("a schedule", () => {
  const HISTORY = [
    review("x", "2026-11-02T09:00:00Z", 1),
    review("x", "2026-11-03T18:00:00Z", 3),
    review("x", "2026-11-06T10:00:00Z", 3),
    review("x", "2026-11-14T10:00:00Z", 2),
  ];

  test("comes to the same day whatever brought the reviews, in whatever order", () => {
    const due = standing(HISTORY, "2026-11-15")?.due;
    const phone = joined([], [...HISTORY].reverse());
    const both = joined(HISTORY.slice(0, 2), HISTORY.slice(1));
    expect(phone).toEqual(HISTORY);
    expect(both).toEqual(HISTORY);
    expect(standing(both, "2026-11-15")?.due).toBe(due);
    expect(due && due > "2026-11-15").toBe(true);
  });

  test("asks what was missed the next day, and what was known later each time", () => {
    const days = (until: number) => {
      const { due } = standing(HISTORY.slice(1, until), "2026-11-30") as { due: string };
      return (Date.parse(due) - Date.parse(dayOf((HISTORY[until - 1] as Review).at))) / 86_400_000;
    };
    expect(standing(HISTORY.slice(0, 1), "2026-11-02")?.due).toBe("2026-11-03");
    expect(days(2)).toBeGreaterThan(1);
    expect(days(3)).toBeGreaterThan(days(2));
  });

  test("waits longer after an easy answer than after a hard one", () => {
    const due = (rating: Rating) => standing([review("x", "2026-11-02T09:00:00Z", rating)], "2026-11-02")?.due ?? "";
    expect(due(2) <= due(3) && due(3) < due(4)).toBe(true);
  });

  test("never waits longer than a season", () => {
    const years = Array.from({ length: 12 }, (_, month) => review("x", `20${10 + month}-01-01T09:00:00Z`, 4));
    expect(standing(years, "2026-11-15")?.due).toBe("2021-03-02");
  });

  test("has nothing to say of a card that was never answered", () => {
    expect(standing([], "2026-11-02")).toBeNull();
  });
});

describe("a card that changed", () => {
  test("is due at once, and not proven, whatever was answered before", () => {
    const before = [review("x", "2026-11-02T09:00:00Z", 4, "v0")];
    expect(standing(before, "2026-11-02")).toEqual({
      due: "2026-11-02",
      proven: false,
      changed: true,
      since: "2026-11-02",
      last: "2026-11-02",
    });
  });

  test("begins its schedule anew with the first answer to what it says now", () => {
    const long = [1, 4, 9].map((at) => review("x", `2026-10-0${at}T09:00:00Z`, 4, "v0"));
    const after = [...long, review("x", "2026-11-02T09:00:00Z", 3)];
    expect(standing(after, "2026-11-02")?.due).toBe(standing(after.slice(-1), "2026-11-02")?.due);
  });
});

describe("a wrong clock", () => {
  test("that was set back keeps no card from being asked", () => {
    const ahead = review("x", "2027-11-02T09:00:00Z");
    expect(standing([ahead], "2026-11-02")?.due).toBe("2026-11-02");
    const put = [ahead, review("x", "2026-11-02T10:00:00Z")];
    expect((standing(put, "2026-11-02")?.due ?? "") > "2026-11-02").toBe(true);
    expect((standing(put, "2026-11-03")?.due ?? "") < "2026-12-01").toBe(true);
  });

  test("that goes back by a day within the reviews does no harm", () => {
    const dated = [
      { ...review("x", "2026-11-05T09:00:00Z"), day: "2026-11-05" },
      { ...review("x", "2026-11-05T09:10:00Z"), day: "2026-11-04" },
    ];
    expect((standingOf(card("x"), dated, "2026-11-06")?.due ?? "") > "2026-11-05").toBe(true);
  });

  test("that no clock could say is left out", () => {
    expect(joined([review("x", "yesterday")], [])).toEqual([]);
  });
});

describe("midnight in the shop", () => {
  test("is what makes a card due, not the hour of its answer", () => {
    vi.stubEnv("TZ", "Europe/Paris");
    const wall = (iso: string) => {
      const shifted = new Date(new Date(iso).getTime() - new Date(iso).getTimezoneOffset() * 60_000);
      return shifted.toISOString().slice(0, 10);
    };
    const at = (iso: string) =>
      standingOf(card("x"), byCard([review("x", iso, 1)], wall).get("x") ?? [], "2026-11-23")?.due;
    expect(at("2026-11-22T22:50:00Z")).toBe("2026-11-23");
    expect(at("2026-11-22T23:10:00Z")).toBe("2026-11-24");
  });
});

describe("reviews from several places", () => {
  test("count each once, by the server's word", () => {
    const known = review("x", "2026-11-02T09:00:00.123Z", 3);
    const waiting = { ...known, at: "2026-11-02T10:00:00.123+01:00" };
    expect(joined([known], [waiting])).toEqual([known]);
    expect(joined([known], [{ ...waiting, card: "y" }])).toHaveLength(2);
  });

  test("are read out of an event only where they are understood", () => {
    const payload = { card: "x", version: "v1", rating: 3, correct: true, took_ms: 1200 };
    const at = "2026-11-02T09:00:00Z";
    expect(reviewOf({ at, payload })).toEqual(review("x", at));
    for (const wrong of [{ rating: 5 }, { rating: "3" }, { card: 1 }, { correct: "yes" }])
      expect(reviewOf({ at, payload: { ...payload, ...wrong } })).toBeNull();
  });
});

describe("a session", () => {
  const many = Array.from({ length: 40 }, (_, at) =>
    card(`c${String(at).padStart(2, "0")}`, {
      about: { family: ["shell", "pack", "boots", null][at % 4] ?? null },
      weight: at,
    }),
  );

  test("asks due cards first, the weightiest before the others", () => {
    const due = ["c03", "c30", "c12"].map((id) => review(id, "2026-11-01T09:00:00Z", 1));
    const deck = deckOf(many, standings(many, due, "2026-11-10"), "2026-11-10");
    expect(deck.due.map(({ id }) => id)).toEqual(["c30", "c12", "c03"]);
    const dealtIds = dealt(deck).map(({ id }) => id);
    expect(dealtIds.slice(0, 3)).toEqual(["c30", "c12", "c03"]);
    expect(dealtIds).toHaveLength(SESSION);
  });

  test("mixes new cards over the families", () => {
    const fresh = dealt(deckOf(many, new Map(), "2026-11-10"));
    expect(new Set(fresh.slice(0, 4).map(({ about }) => about.family)).size).toBe(4);
    expect(fresh[0]?.weight).toBe(39);
    expect(fresh.map(({ id }) => id)).toEqual(
      dealt(deckOf([...many].reverse(), new Map(), "2026-11-10")).map(({ id }) => id),
    );
  });

  test("brings no more new cards a day than are learnt, unless somebody wants to go on", () => {
    const begun = many.slice(0, NEW_A_DAY).map(({ id }) => review(id, "2026-11-10T09:00:00Z", 3));
    const deck = deckOf(many, standings(many, begun, "2026-11-10"), "2026-11-10");
    expect(deck.room).toBe(0);
    expect(forToday(deck)).toBe(0);
    expect(dealt(deck)).toEqual([]);
    expect(dealt(deck, true)).toHaveLength(SESSION);
    expect(deck.next).toEqual({ day: expect.stringMatching(/^2026-11-1[1-9]$/), count: NEW_A_DAY });
    const tomorrow = deckOf(many, standings(many, begun, "2026-11-11"), "2026-11-11");
    expect(tomorrow.room).toBe(NEW_A_DAY);
  });

  test("knows nothing of cards whose piece has left", () => {
    const gone = [review("gone", "2026-11-01T09:00:00Z", 1)];
    const deck = deckOf(many.slice(0, 1), standings(many.slice(0, 1), gone, "2026-11-10"), "2026-11-10");
    expect(deck.due).toEqual([]);
    expect(forToday(deck)).toBe(1);
  });
});

describe("a rating", () => {
  const known = { due: "2026-11-02", proven: true, changed: false, since: "2026-11-01", last: "2026-11-01" };

  test("comes from the answer and from the time beyond reading", () => {
    expect(rate(card("x"), false, 900, known, "2026-11-02")).toBe(1);
    expect(rate(card("x"), true, 40_000, known, "2026-11-02")).toBe(2);
    expect(rate(card("x"), true, 9_000, known, "2026-11-02")).toBe(3);
    expect(rate(card("x"), true, 2_000, known, "2026-11-02")).toBe(4);
  });

  test("gives no first answer for easy: it may be luck", () => {
    expect(rate(card("x"), true, 900, null, "2026-11-02")).toBe(3);
    expect(rate(card("x"), true, 900, { ...known, proven: false }, "2026-11-02")).toBe(3);
  });

  test("counts an answer that was read on the same day as a hard one", () => {
    expect(rate(card("x"), true, 900, { ...known, last: "2026-11-02" }, "2026-11-02")).toBe(2);
  });

  test("allows a long card the time to be read", () => {
    const long = card("x", { question: "mot ".repeat(150) });
    expect(rate(long, true, 40_000, known, "2026-11-02")).toBe(3);
  });
});
