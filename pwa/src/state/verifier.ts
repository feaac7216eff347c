/**
 * Knowing a code again without a network.
 *
 * What is kept is an HMAC, by a key that scripts can use and cannot read, over the code hardened by PBKDF2. The server
 * stays the judge: this only opens again what it has opened on this phone within the last days.
 */
import type { Verifier } from "../db";
import type { Role } from "../lib/api";

/** PBKDF2-HMAC-SHA256, as OWASP's password storage cheat sheet asks for (2023): about a second on a phone of 2019. */
export const ITERATIONS = 600_000;
export const MOST_TRIES = 5;
const DAY_MS = 86_400_000;
/** How long a code counts without the server having seen it again. */
export const COUNTS_MS = 7 * DAY_MS;
const SALT_BYTES = 16;
const BITS = 256;
/** Only who works in the shop; the brand's people need the server for all they do. */
const KNOWN: ReadonlySet<Role> = new Set(["seller", "manager"]);

/** Make the phone's own key; null where the browser has no cryptography (a page without TLS). */
export async function newGuard(): Promise<CryptoKey | null> {
  const made = await crypto.subtle?.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  return made ?? null;
}

/** What to keep of a code that the server has just accepted; null for whom no turn opens without it. */
export async function makeVerifier(
  role: Role,
  pin: string,
  guard: CryptoKey,
  now = Date.now(),
): Promise<Verifier | null> {
  if (!KNOWN.has(role)) return null;
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const mac = await crypto.subtle.sign("HMAC", guard, await hardened(pin, salt, ITERATIONS));
  return {
    salt,
    iterations: ITERATIONS,
    mac: new Uint8Array(mac),
    tries_left: MOST_TRIES,
    made_at: new Date(now).toISOString(),
    until: new Date(now + COUNTS_MS).toISOString(),
  };
}

/** Whether this is the code; compared by the browser, in constant time. */
export async function isCode({ salt, iterations, mac }: Verifier, pin: string, guard: CryptoKey): Promise<boolean> {
  return crypto.subtle.verify("HMAC", guard, mac, await hardened(pin, salt, iterations));
}

async function hardened(pin: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<ArrayBuffer> {
  const code = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  return crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, code, BITS);
}
