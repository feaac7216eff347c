/**
 * A code on its way from one page to the next, where the page begins anew and the server has not seen the code yet.
 *
 * It is never written as it is: sealed by a key that scripts can use and cannot read, for the second that a start takes.
 */
import type { Passing } from "../db";

const IV_BYTES = 12;

export async function seal(person: string, pin: string): Promise<Passing> {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(pin));
  return { person, key, iv, sealed: new Uint8Array(sealed) };
}

export async function unseal({ person, key, iv, sealed }: Passing): Promise<{ person: string; pin: string }> {
  const pin = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
  return { person, pin: new TextDecoder().decode(pin) };
}
