import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changesOf, editedOf, movedTo } from "../../pwa/src/features/desk/photos/editing";
import { Keeping, PAUSE_MS } from "../../pwa/src/features/desk/photos/keeping";
import { moved, sorted, standingOf, within } from "../../pwa/src/features/desk/photos/sorting";
import type { PhotoDecision, PhotoDraft, PhotoPiece } from "../../pwa/src/lib/apiPhotos";

const draft = (id: string, ref: string | null, confidence: PhotoDraft["confidence"], more: Partial<PhotoDraft> = {}) =>
  ({ id, ref, confidence, colour: "", position: 1, name: id, ...more }) as PhotoDraft;

describe("how far a photo is", () => {
  it("needs a piece, a look, or nothing more", () => {
    expect(standingOf(draft("a", null, "none"))).toBe("none");
    expect(standingOf(draft("a", "shell", "likely"))).toBe("check");
    expect(standingOf(draft("a", "shell", "sure"))).toBe("ready");
    expect(standingOf(draft("a", "shell", "decided"))).toBe("ready");
  });

  it("stands beside the others of its piece and colour, in their order", () => {
    const { ready, check, none } = sorted([
      draft("d", "shell", "sure", { colour: "Rouge", position: 2 }),
      draft("x", null, "none"),
      draft("c", "shell", "decided", { colour: "Rouge", position: 1 }),
      draft("b", "shell", "sure", { colour: "Bleu", position: 9 }),
      draft("a", "fleece", "sure"),
      draft("y", "shell", "likely"),
    ]);
    expect(ready.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    expect([check.length, none.length]).toEqual([1, 1]);
  });
});

describe("the point to look at", () => {
  it("moves by the arrows, further with shift, and stays on the photo", () => {
    expect(moved("ArrowLeft", false, [50, 50])).toEqual([49, 50]);
    expect(moved("ArrowDown", true, [50, 95])).toEqual([50, 100]);
    expect(moved("ArrowUp", true, [50, 4])).toEqual([50, 0]);
    expect(moved("Enter", false, [50, 50])).toBeNull();
    expect([within(-3), within(33.4), within(140)]).toEqual([0, 33, 100]);
  });
});

const photo = (letter: string, position: number) => ({
  photo: letter.repeat(64),
  colour: "Rouge",
  position,
  width: 800,
  height: 1000,
  focus_x: 50,
  focus_y: 50,
  alt: { fr: `Vue ${letter}` },
});
const piece = { ref: "shell", photos: [photo("a", 1), photo("b", 2), photo("c", 3)] } as unknown as PhotoPiece;

describe("what changes of published photos", () => {
  it("is nothing at first, and only the cells that differ then", () => {
    const edited = editedOf(piece);
    expect(changesOf(piece, edited)).toEqual([]);
    const other = edited.map((one, at) =>
      at === 1 ? { ...one, focus_x: 20, alt: { ...one.alt, en: "View b" } } : one,
    );
    expect(changesOf(piece, other)).toEqual([
      { ref: "shell", photo: "b".repeat(64), focus_x: 20, alt: { en: "View b" } },
    ]);
  });

  it("tells all places where one moves: those that are kept may have gaps", () => {
    const changes = changesOf(piece, movedTo(editedOf(piece), 2, 0));
    expect(changes.map(({ photo: hash, position }) => [hash[0], position])).toEqual([
      ["c", 1],
      ["a", 2],
      ["b", 3],
    ]);
  });

  it("takes a photo away without changing it first", () => {
    const edited = editedOf(piece).map((one, at) => (at === 0 ? { ...one, removed: true, focus_x: 1 } : one));
    expect(changesOf(piece, edited)).toEqual([{ ref: "shell", photo: "a".repeat(64), remove: true }]);
  });
});

describe("decisions on their way", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("are gathered for a moment and kept in the order they were said", async () => {
    const kept: [string, PhotoDecision][] = [];
    const keeping = new Keeping(async (id, decision) => kept.push([id, decision]) > 0);
    keeping.say("a", { focus_x: 10 });
    keeping.say("a", { focus_x: 12, focus_y: 3 });
    keeping.say("b", { position: 2 });
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(kept).toEqual([
      ["a", { focus_x: 12, focus_y: 3 }],
      ["b", { position: 2 }],
    ]);
    expect(keeping.isEmpty).toBe(true);
  });

  it("do not wait where another piece brings other colours", async () => {
    const keep = vi.fn(async () => true);
    new Keeping(keep).say("a", { ref: "shell" });
    await vi.advanceTimersByTimeAsync(0);
    expect(keep).toHaveBeenCalledWith("a", { ref: "shell" });
  });

  it("come back where no network took them, below what was said since", async () => {
    let away = true;
    const kept: PhotoDecision[] = [];
    const keeping = new Keeping(async (_, decision) => {
      if (away) return false;
      return kept.push(decision) > 0;
    });
    keeping.say("a", { focus_x: 10, focus_y: 10 });
    const first = keeping.flush();
    keeping.say("a", { focus_x: 30 });
    await first;
    expect(keeping.pendingOf("a")).toEqual({ focus_x: 30, focus_y: 10 });
    away = false;
    await keeping.flush();
    expect(kept).toEqual([{ focus_x: 30, focus_y: 10 }]);
  });
});
