import { afterEach, describe, expect, test, vi } from "vitest";
import { lineOf, type Situation, standingOf } from "../../pwa/src/components/standing";
import type { OutboxEvent, SetAside } from "../../pwa/src/db";
import { corrected, draftOf, wrongField } from "../../pwa/src/features/outbox/correction";
import { eventsIn, fileOf, handOver, slices } from "../../pwa/src/features/outbox/file";
import { fieldsOf, nameOf, wordsOf } from "../../pwa/src/features/outbox/kinds";
import { reasonOf } from "../../pwa/src/features/outbox/reasons";
import { isWorrying, troublesOf } from "../../pwa/src/features/outbox/troubles";
import type { ShopPhone } from "../../pwa/src/lib/apiDevices";

const event = (kind: string, payload: Record<string, unknown>): OutboxEvent => ({
  id: "01a20636-ee2d-71ba-b460-9df25f921e24",
  kind,
  format: 1,
  device: "d",
  seq: 1,
  at: "2026-11-21T11:00:00.000+01:00",
  shop: "miramas",
  author: "ana",
  payload,
});
const aside = (one: OutboxEvent, reason: string, more: Partial<SetAside> = {}): SetAside => ({
  event: one,
  reason,
  message: "du serveur",
  refused_at: "2026-11-21T11:00:00Z",
  ...more,
});
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");

describe("an event in words", () => {
  test.each([
    [event("try-on", { ref: "shell", size_tried: "M", verdict: "larger" }), "Essayage", "shell · M · Trop petite"],
    [event("outcome", { result: "left", reason: "price", refs: [] }), "Résultat", "Parti · Le prix"],
    [event("outcome", { result: "sold", reason: null, refs: ["shell"] }), "Résultat", "Acheté · shell"],
    [event("remark", { text: "une capuche", about: "range" }), "Remarque du client", "« une capuche »"],
    [event("dont-know", { question: "et la pluie ?" }), "Question sans réponse", "« et la pluie ? »"],
    [event("stock-count", { gtin: "123", count: 0 }), "Comptage", "123 · 0"],
    [event("stock-delta", { gtin: "123", delta: -2, why: "sold" }), "Mouvement de stock", "123 · −2 · vendu"],
    [event("advice", { remaining: 7 }), "Conseil", "7 pièces retenues"],
    [event("training", { correct: false }), "Entraînement", "réponse à revoir"],
    [event("of-tomorrow", { note: "bonjour" }), "Enregistrement", "« bonjour »"],
    [event("try-on", {}), "Essayage", ""],
  ])("%#", (one, name, words) => {
    expect(nameOf(one)).toBe(name);
    expect(plain(wordsOf(one))).toBe(words);
  });
});

describe("a correction", () => {
  const wrong = event("stock-count", { gtin: "123", count: 12000 });

  test("begins with what was said and changes nothing else", () => {
    const fields = fieldsOf(wrong);
    expect(draftOf(fields, wrong.payload)).toEqual({ count: "12000" });
    expect(corrected(fields, wrong.payload, { count: " 12 " })).toEqual({ gtin: "123", count: 12 });
  });

  test.each([
    ["", "count"],
    ["deux", "count"],
    ["1.5", "count"],
    ["−3", null],
    ["12", null],
  ])("of a number: %s", (count, name) => {
    expect(wrongField(fieldsOf(wrong), { count })).toBe(name);
  });

  test("of a choice takes none but the choices, and leaves the optional ones unsaid", () => {
    const outcome = event("outcome", { advice: null, result: "gone", reason: null, refs: [], visitor: null });
    const fields = fieldsOf(outcome);
    const draft = draftOf(fields, outcome.payload);
    expect(wrongField(fields, draft)).toBe("result");
    expect(corrected(fields, outcome.payload, { ...draft, result: "sold" })).toEqual({
      ...outcome.payload,
      result: "sold",
    });
  });

  test("of a kind that this version does not know offers its words and numbers", () => {
    const fields = fieldsOf(event("of-tomorrow", { note: "a", long: "a".repeat(80), n: 3, deep: { x: 1 } }));
    expect(fields.map(({ name, type }) => [name, type])).toEqual([
      ["note", "text"],
      ["long", "long"],
      ["n", "number"],
    ]);
  });

  test("makes no sense for an advice", () => {
    expect(fieldsOf(event("advice", { remaining: 3 }))).toEqual([]);
  });
});

describe("a reason", () => {
  test("is ours where it is known, the server's where it is newer, and names the fields", () => {
    const errors = [
      { field: "payload.count", message: "De 0 à 9999." },
      { field: "payload.gtin", message: "De 0 à 9999." },
    ];
    expect(reasonOf(aside(event("x", {}), "invalid", { errors }))).toBe(
      "Il y manque quelque chose, ou une valeur ne peut pas être juste. De 0 à 9999.",
    );
    expect(reasonOf(aside(event("x", {}), "of-tomorrow"))).toBe("du serveur");
    expect(plain(reasonOf(aside(event("x", {}), "http-403", { message: "" })))).toBe("Il n’a pas été accepté.");
  });
});

describe("a file of events", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("holds what waits and what was refused, with the reasons, and is read again", async () => {
    const [one, two] = [event("remark", { text: "é" }), { ...event("remark", {}), id: "two" }];
    const file = fileOf([one], [aside(two, "invalid")], new Date(2026, 10, 23, 14, 2));
    expect(file.name).toBe("cordee-2026-11-23-1402.json");
    const text = await file.text();
    expect(eventsIn(text)).toEqual([one, two]);
    expect(JSON.parse(text).refused).toEqual({ two: { reason: "invalid", message: "du serveur" } });
  });

  test.each(["", "{}", "[]", "null", '{"format":"cordee-events","version":2,"events":[]}', "PNG"])(
    "is not this: %s",
    (text) => {
      expect(eventsIn(text)).toBeNull();
    },
  );

  test("is cut into requests that a network can carry, nothing left out", () => {
    expect(slices(Array.from({ length: 230 }, (_, n) => n)).map((slice) => slice.length)).toEqual([100, 100, 30]);
    const heavy = Array.from({ length: 5 }, () => "x".repeat(100_000));
    expect(slices(heavy).map((slice) => slice.length)).toEqual([2, 2, 1]);
    expect(slices(["y".repeat(400_000)])).toHaveLength(1);
    expect(slices([])).toEqual([]);
  });

  test("goes by the share menu where it takes files, and is downloaded where it does not", async () => {
    const file = fileOf([], []);
    const share = vi.fn(async () => {});
    vi.stubGlobal("navigator", { canShare: () => true, share });
    expect(await handOver(file)).toBe("shared");
    share.mockRejectedValueOnce(new DOMException("", "AbortError"));
    expect(await handOver(file)).toBe("cancelled");
    const made = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:x");
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    vi.stubGlobal("navigator", {});
    expect(await handOver(file)).toBe("saved");
    expect(clicked).toHaveBeenCalledTimes(1);
    made.mockRestore();
    clicked.mockRestore();
  });
});

describe("what a manager hears of a phone", () => {
  const NOW = Date.parse("2026-11-23T12:00:00Z");
  const phone = (more: Partial<ShopPhone>): ShopPhone => ({
    device: "d",
    shop: "miramas",
    person: "Ana",
    first_seen_at: "2026-11-01T12:00:00Z",
    last_seen_at: "2026-11-23T11:59:00Z",
    clock_offset_ms: 300,
    reported_at: null,
    waiting: 0,
    refused: 0,
    oldest_at: null,
    count: 12,
    highest_seq: 12,
    missing: 0,
    unexplained: 0,
    replaced_by: null,
    current: false,
    ...more,
  });

  test("nothing where all is well, or nothing is known", () => {
    expect(troublesOf(phone({}), NOW)).toEqual([]);
    expect(troublesOf(phone({ waiting: null, refused: null, unexplained: null, clock_offset_ms: null }), NOW)).toEqual(
      [],
    );
  });

  test("what waits is no worry before a day of silence", () => {
    const waits = phone({ waiting: 3, oldest_at: "2026-11-23T11:00:00Z" });
    expect(isWorrying(waits, NOW)).toBe(false);
    expect(troublesOf(waits, NOW)).toHaveLength(1);
    const silent = phone({ waiting: 3, last_seen_at: "2026-11-22T11:00:00Z" });
    expect(isWorrying(silent, NOW)).toBe(true);
    expect(troublesOf(silent, NOW)).toHaveLength(2);
  });

  test("a phone that came back without its memory has lost what waited, and is looked for no longer", () => {
    const gone = phone({ waiting: 2, replaced_by: "e", last_seen_at: "2026-11-20T11:00:00Z" });
    expect(isWorrying(gone, NOW)).toBe(true);
    expect(plain(troublesOf(gone, NOW).join())).toContain("2 enregistrements non envoyés");
    expect(isWorrying(phone({ waiting: 0, replaced_by: "e" }), NOW)).toBe(false);
  });

  test("numbers on no side, and clocks that are minutes off", () => {
    expect(isWorrying(phone({ unexplained: 1 }), NOW)).toBe(true);
    expect(plain(troublesOf(phone({ clock_offset_ms: 3_600_000 }), NOW).join())).toContain("retarde de 60 minutes");
    expect(plain(troublesOf(phone({ clock_offset_ms: -86_400_000 }), NOW).join())).toContain("avance de 24 heures");
  });
});

describe("the state in one line", () => {
  const well: Situation = { online: true, full: false, waiting: 0, waits: false, overdue: false, refused: 0 };
  test.each([
    [{}, "well", null],
    [{ waiting: 2 }, "well", null],
    [{ waiting: 2, waits: true }, "waiting", { key: "notice.waiting", n: 2 }],
    [{ online: false }, "offline", { key: "notice.offline", n: 0 }],
    [{ online: false, waiting: 3 }, "offline", { key: "notice.offline.waiting", n: 3 }],
    [{ refused: 1 }, "refused", { key: "notice.refused", n: 1 }],
    [{ overdue: true, online: false, waiting: 3 }, "overdue", { key: "notice.overdue", n: 3 }],
    [{ full: true, overdue: true }, "full", { key: "notice.full", n: 0 }],
  ] as const)("%j", (change, standing, line) => {
    const situation = { ...well, ...change };
    expect(standingOf(situation)).toBe(standing);
    expect(lineOf(standing, situation)).toEqual(line);
  });
});
