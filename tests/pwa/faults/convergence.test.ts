/** F14: whatever the order in which events arrive and are pulled, all phones end with the same stock. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fold, type Level, type Move, quantityOf, type Why } from "../../../pwa/src/stock/fold";
import { random } from "./server";

const RUNS = 1_000;
const DEVICES = ["a", "b", "c", "d", "e"];
const GTINS = ["1", "2", "3"];
const WHYS: Why[] = ["sold", "received", "returned", "moved", "correction"];
const MOST_MOVES = 20;

type Said = Move & { gtin: string };
type Levels = Record<string, Level | null>;
type Chance = () => number;

const below = (chance: Chance, end: number): number => Math.floor(chance() * end);

/** What one device says in a day: its clock may be off, and jump back. */
function day(device: string, chance: Chance, back = 0.2): Said[] {
  const off = (chance() - 0.5) * 7_200_000;
  let at = 1_795_000_000_000 + off;
  return Array.from({ length: 1 + below(chance, MOST_MOVES) }, (_, place): Said => {
    at += (chance() - back) * 600_000;
    const why = chance() < 0.3 ? null : (WHYS[below(chance, WHYS.length)] as Why);
    const amount = why === null ? below(chance, 12) : (why === "sold" ? -1 : 1) * (1 + below(chance, 3));
    const gtin = GTINS[below(chance, GTINS.length)] as string;
    return { id: `${device}-${place}`, device, seq: place + 1, at: Math.round(at), amount, why, gtin };
  });
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  const left = [...list];
  return list.map(() => left.splice(below(chance, left.length), 1)[0] as T);
}

const levels = (moves: readonly Said[], before: Levels = {}): Levels =>
  Object.fromEntries(
    GTINS.map((gtin) => [
      gtin,
      fold(
        before[gtin] ?? null,
        moves.filter((move) => move.gtin === gtin),
      ),
    ]),
  );

const hash = (state: Levels): string => createHash("sha256").update(JSON.stringify(state)).digest("hex");

/** One phone: what it said and has not brought, and the stock as it last pulled it. */
class Phone {
  unsent: Said[];
  pulled: Levels = {};
  constructor(said: Said[]) {
    this.unsent = [...said];
  }
  /** Bring some of what waits, in any order; some of it arrives twice. */
  push(server: Map<string, Said>, chance: Chance): void {
    const some = shuffled(this.unsent, chance).slice(0, 1 + below(chance, 5));
    for (const move of some) server.set(move.id, move);
    // The answer may be lost: then all of it still waits here and comes again.
    if (chance() < 0.7) this.unsent = this.unsent.filter((move) => !some.includes(move));
  }
  pull(server: Map<string, Said>): void {
    this.pulled = levels([...server.values()]);
  }
  /** What the screen shows: what the server knows, and what it does not know yet. */
  shown(server: Map<string, Said>): Levels {
    return levels(
      this.unsent.filter(({ id }) => !server.has(id)),
      this.pulled,
    );
  }
}

/** Let phones push and pull by chance until nothing waits; return how often they did. */
function share(phones: readonly Phone[], server: Map<string, Said>, chance: Chance): number {
  let steps = 0;
  for (; phones.some(({ unsent }) => unsent.length > 0); steps += 1) {
    const phone = phones[below(chance, phones.length)] as Phone;
    if (chance() < 0.6) phone.push(server, chance);
    else phone.pull(server);
  }
  for (const phone of shuffled(phones, chance)) phone.pull(server);
  return steps;
}

describe("F14: convergence", () => {
  test(`in ${RUNS} of ${RUNS} runs five phones and the server end in one state`, { timeout: 120_000 }, () => {
    let moves = 0;
    let steps = 0;
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const chance = random(seed);
      const days = DEVICES.map((device) => day(device, chance));
      const phones = days.map((said) => new Phone(said));
      const server = new Map<string, Said>();
      steps += share(phones, server, chance);
      const whole = hash(levels(shuffled(days.flat(), chance)));
      const states = [...phones.map((phone) => hash(phone.shown(server))), hash(levels([...server.values()]))];
      expect([seed, new Set([whole, ...states]).size]).toEqual([seed, 1]);
      expect(server.size).toBe(days.flat().length);
      moves += server.size;
    }
    process.stdout.write(
      `F14: ${RUNS} runs, seeds 1 to ${RUNS}, ${moves} moves, ${steps} pushes and pulls, 1 state each\n`,
    );
  });

  test("a phone alone, its clock in order, shows at once what the server will know", () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const chance = random(seed);
      const said = day("a", chance, 0);
      const sent = below(chance, said.length + 1);
      const atOnce = levels(said.slice(sent), levels(said.slice(0, sent)));
      expect([seed, hash(atOnce)]).toEqual([seed, hash(levels(said))]);
      const shown = Object.values(atOnce).map((level) => (level ? quantityOf(level) : 0));
      expect(Math.min(...shown)).toBeGreaterThanOrEqual(0);
    }
  });
});
