/** A shared phone and the server that it asks, for what needs no browser. */
import { vi } from "vitest";
import { forgetPhone, type KeptPhone, savePhone, saveSession } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import type { Session } from "../../pwa/src/lib/api";
import { showKey } from "../../pwa/src/lib/net";
import { newGuard } from "../../pwa/src/state/verifier";
import { json } from "./fixture";

export const PINS: Record<string, string> = { marie: "482915", paul: "730264" };
export const WRONG = "582914";
const NAMES: Record<string, string> = { marie: "Marie", paul: "Paul" };
const SHOP = { id: "miramas", name: "Miramas" };
const PROBLEM = { "content-type": "application/problem+json" };

export const sessionOf = (id: string, role: Session["person"]["role"] = "seller"): Session => ({
  person: { id, name: NAMES[id] ?? id, role },
  shop: SHOP,
  device: { id: `turn-${id}` },
  phone: { id: "phone-1", name: "Rayon sacs", lock_minutes: 10 },
});

export const refusal = (status: number, code: string, message = code): Response =>
  json(
    { type: "about:blank", title: code, status, code, errors: [{ field: "pin", message }] },
    { status, headers: PROBLEM },
  );

/** What the server knows and was asked. */
export class Server {
  reachable = true;
  people = ["marie", "paul"];
  roles: Record<string, Session["person"]["role"]> = {};
  revoked = false;
  /** Whose turn it is, by the key that the phone shows. */
  keys = new Map<string, string>();
  asked: { key: string; person?: string | undefined }[] = [];
  private count = 0;

  install(): void {
    vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
      if (!this.reachable) throw new TypeError("no network");
      return this.answer(`${init.method ?? "GET"} ${url.split("?")[0]}`, init);
    });
  }

  private answer(key: string, init: RequestInit): Response {
    const person = this.keys.get(new Headers(init.headers).get("Cordee-Key") ?? "");
    this.asked.push({ key, person });
    if (this.revoked) return refusal(401, "phone-revoked");
    const leaving = /^DELETE \/api\/v1\/phone\/people\/(\w+)$/.exec(key)?.[1];
    if (leaving) {
      this.people = this.people.filter((id) => id !== leaving);
      return new Response(null, { status: 204 });
    }
    if (key === "GET /api/v1/phone") return json(this.phone());
    if (key === "POST /api/v1/phone/session") return this.take(JSON.parse(String(init.body)));
    if (!person) return refusal(401, "unauthenticated");
    if (key === "GET /api/v1/session") return json(sessionOf(person, this.roles[person]));
    return new Response(null, { status: 204 });
  }

  private phone() {
    const people = this.people.map((id) => ({ person: sessionOf(id, this.roles[id]).person, tries_left: 5 }));
    return { id: "phone-1", name: "Rayon sacs", lock_minutes: 10, shop: SHOP, people };
  }

  private take({ person, pin }: { person: string; pin: string }): Response {
    if (PINS[person] !== pin) return refusal(403, "pin-wrong", "Il reste 4 essais.");
    const key = `key-${++this.count}`;
    this.keys = new Map([[key, person]]);
    return json({ ...sessionOf(person, this.roles[person]), key }, { status: 201 });
  }
}

/** Make this a shared phone that Paul has taken, or that nobody has. */
export async function share(holder: string | null, server: Server, given: Partial<KeptPhone> = {}): Promise<void> {
  server.keys = new Map([["key-0", "paul"]]);
  const guard = await newGuard();
  await savePhone({
    id: "phone-1",
    name: "Rayon sacs",
    shop: SHOP,
    lock_minutes: 10,
    people: server.people.map((id) => ({
      id,
      name: NAMES[id] ?? id,
      role: server.roles[id] ?? "seller",
      tries_left: 5,
    })),
    key: holder ? "key-0" : null,
    touched_at: new Date().toISOString(),
    leaving: [],
    ...(guard ? { guard } : {}),
    ...given,
  });
  if (holder) await saveSession(sessionOf(holder, server.roles[holder]));
}

/** Everything of a phone forgotten, as before its first day. */
export async function wipe(): Promise<void> {
  showKey(null);
  await forgetPhone();
  const stores = ["session", "verifiers", "settings", "customer", "visit", "outbox", "set_aside"] as const;
  for (const store of stores) await withDatabase((database) => database.clear(store));
}
