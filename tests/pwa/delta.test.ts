import { describe, expect, test } from "vitest";
import { applied, type Delta } from "../../pwa/src/catalogue/delta";
import { canonical, digest } from "../../pwa/src/catalogue/digest";
import type { Snapshot } from "../../pwa/src/catalogue/types";
import cases from "../vectors/delta.json" with { type: "json" };
import { catalogue, product } from "./fixture";

const first = cases.first as unknown as Snapshot;
const steps = cases.steps as unknown as Delta[];

describe("the changes between snapshots", () => {
  test("lead through every edition to the last one, to the byte", async () => {
    let now = first;
    for (const step of steps) {
      now = applied(now, step);
      expect(await digest(now)).toBe(step.digest);
    }
    expect(canonical(now)).toBe(cases.last);
    expect(steps.length).toBeGreaterThan(20);
  });

  test("leave what did not change the very same object, and the old snapshot as it was", () => {
    const before = canonical(first);
    const step = steps[0] as Delta;
    const after = applied(first, step);
    const touched = step.changes.into?.products;
    const gone = new Set([
      ...(touched?.drop ?? []),
      ...Object.keys(touched?.set ?? {}),
      ...Object.keys(touched?.into ?? {}),
    ]);
    const kept = first.products.filter(({ ref }) => !gone.has(ref));
    expect(kept.length).toBeGreaterThan(10);
    const there = new Set(after.products);
    for (const one of kept) expect(there.has(one)).toBe(true);
    expect(canonical(first)).toBe(before);
  });

  test("do not pass for those of another catalogue", async () => {
    const step = steps[3] as Delta;
    const other = { ...first, care: [{ id: "wash", title: "Laver", steps: [] }] };
    const outcome = await Promise.resolve()
      .then(() => applied(other, step))
      .then(digest)
      .catch(() => "did not fit");
    expect(outcome).not.toBe(step.digest);
    expect(() =>
      applied(catalogue({ products: [] }), { changes: { into: { products: { into: { gone: {} } } } } }),
    ).toThrow();
  });
});

describe("the digest", () => {
  test("does not depend on the order of keys, and sees every value", async () => {
    const one = catalogue({ products: [product("a", "A")] });
    const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as Snapshot;
    expect(await digest(turned)).toBe(await digest(one));
    expect(await digest({ ...one, revision: 2 })).not.toBe(await digest(one));
    expect(await digest({ ...one, products: [product("a", "B")] })).not.toBe(await digest(one));
  });

  test("lets go of the screen all along", async () => {
    const many = Array.from({ length: 6_000 }, (_, n) => product(`piece-${n}`, "Veste"));
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setTimeout(count);
    };
    setTimeout(count);
    await digest(catalogue({ products: many }));
    isOver = true;
    expect(turns).toBeGreaterThan(3);
  });
});
