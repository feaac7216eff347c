import { beforeEach, describe, expect, test } from "vitest";
import { readVerifier, saveVerifier, spendTry } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import { COUNTS_MS, ITERATIONS, isCode, MOST_TRIES, makeVerifier, newGuard } from "../../pwa/src/state/verifier";

const PIN = "482915";
const NOW = Date.parse("2026-11-23T10:00:00Z");

const guarded = async (): Promise<CryptoKey> => {
  const guard = await newGuard();
  if (!guard) throw new Error("no cryptography here");
  return guard;
};

const made = async (guard: CryptoKey) => {
  const verifier = await makeVerifier("seller", PIN, guard, NOW);
  if (!verifier) throw new Error("none made");
  return verifier;
};

beforeEach(() => withDatabase((database) => database.clear("verifiers")));

describe("knowing a code again without a network", () => {
  test("knows the code and no other", async () => {
    const guard = await guarded();
    const verifier = await made(guard);
    expect(await isCode(verifier, PIN, guard)).toBe(true);
    expect(await isCode(verifier, "482916", guard)).toBe(false);
    expect(await isCode(verifier, "", guard)).toBe(false);
  });

  test("is of no use to a script without the phone's own key, which no script can read", async () => {
    const guard = await guarded();
    expect(guard.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", guard)).rejects.toThrow();
    expect(await isCode(await made(guard), PIN, await guarded())).toBe(false);
  });

  test("is hardened as documented, with a salt of its own, and says nothing of the code", async () => {
    const guard = await guarded();
    const [one, other] = [await made(guard), await made(guard)];
    expect(one.iterations).toBe(ITERATIONS);
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
    expect(one.salt).not.toEqual(other.salt);
    expect(one.mac).not.toEqual(other.mac);
    expect(JSON.stringify(one)).not.toContain(PIN);
  });

  test("counts for seven days", async () => {
    const { made_at, until } = await made(await guarded());
    expect(Date.parse(until) - Date.parse(made_at)).toBe(COUNTS_MS);
    expect(COUNTS_MS).toBe(7 * 24 * 3_600_000);
  });

  test.each(["merchandiser", "administrator"] as const)("is not made for the %s", async (role) => {
    expect(await makeVerifier(role, PIN, await guarded())).toBeNull();
  });
});

describe("the tries", () => {
  const keep = async () => saveVerifier("paul", await made(await guarded()));

  test("are counted on the disk before the code is looked at, and the last one takes the check away", async () => {
    await keep();
    for (let left = MOST_TRIES - 1; left >= 0; left--) {
      expect((await spendTry("paul", NOW))?.tries_left).toBe(left);
      expect((await readVerifier("paul"))?.tries_left).toBe(left);
    }
    expect(await spendTry("paul", NOW)).toBeUndefined();
    expect(await readVerifier("paul")).toBeUndefined();
  });

  test("side by side are all counted", async () => {
    await keep();
    const spent = await Promise.all(Array.from({ length: 8 }, () => spendTry("paul", NOW)));
    expect(spent.filter(Boolean)).toHaveLength(MOST_TRIES);
  });

  test.each([
    ["a week later", COUNTS_MS],
    ["where the clock was set back", -3_600_000],
  ])("are over %s, and the check is wiped", async (_, after) => {
    await keep();
    expect(await spendTry("paul", NOW + after)).toBeUndefined();
    expect(await readVerifier("paul")).toBeUndefined();
  });

  test("of somebody unknown are none", async () => {
    expect(await spendTry("marie", NOW)).toBeUndefined();
  });
});
