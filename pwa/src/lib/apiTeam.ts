/** The people and shared phones of a shop, as the server answers their manager. */
import type { Invitation, Role } from "./api";
import type { components } from "./api-types";
import { ask, isRecord, send } from "./net";

type Schemas = components["schemas"];
/** Somebody of the shop, and the devices that let them in now. */
export type Member = Schemas["Member"];
export type MemberDevice = Schemas["MemberDevice"];
export type ListedPhone = Schemas["ListedPhone"];

const BASE = "/api/v1";
const path = (...parts: string[]): string => `${BASE}/${parts.map(encodeURIComponent).join("/")}`;

const isList = (data: unknown): data is { items: never[] } => isRecord(data) && Array.isArray(data.items);
const isInvitation = (data: unknown): data is Invitation =>
  isRecord(data) && typeof data.link === "string" && typeof data.qr_svg === "string";
const isLock = (data: unknown): data is { minutes: number } => isRecord(data) && typeof data.minutes === "number";

async function list<T>(name: string, signal?: AbortSignal): Promise<readonly T[]> {
  const answer = await ask(path(name), { ...(signal ? { signal } : {}), accept: isList });
  return answer.changed ? answer.data.items : [];
}

export const fetchPeople = (signal?: AbortSignal): Promise<readonly Member[]> => list<Member>("people", signal);

export const fetchPhones = (signal?: AbortSignal): Promise<readonly ListedPhone[]> =>
  list<ListedPhone>("phones", signal);

/** Let somebody out everywhere. */
export const endPerson = (id: string): Promise<void> => send(path("people", id), { method: "DELETE" });

/** Take a shared phone out of service. */
export const endPhone = (id: string): Promise<void> => send(path("phones", id), { method: "DELETE" });

/** Take somebody off a shared phone. */
export const takeOff = (phone: string, person: string): Promise<void> =>
  send(path("phones", phone, "people", person), { method: "DELETE" });

/** Give somebody all tries of the code back. */
export const unblock = (phone: string, person: string): Promise<void> =>
  send(path("phones", phone, "people", person, "unblocking"), { method: "POST" });

export const renamePhone = async (id: string, name: string): Promise<void> => {
  await ask(path("phones", id), { method: "PATCH", body: { name }, accept: isRecord });
};

/** Make a one-time invitation for somebody new. Shown once: the server keeps only its hash. */
export const invite = (role: Role, shop: string, shared: boolean): Promise<Invitation> =>
  made(path("invitations"), { role, shop, shared });

/** Make a one-time invitation for somebody known: they come back as the same person. */
export const renew = (person: string, shared: boolean): Promise<Invitation> =>
  made(path("people", person, "invitations"), { shared });

async function made(url: string, body: unknown): Promise<Invitation> {
  const answer = await ask(url, { method: "POST", body, accept: isInvitation });
  if (!answer.changed) throw new TypeError("an invitation is never unchanged");
  return answer.data;
}

/** After how many minutes without a touch the shop's shared phones lock themselves. */
export async function fetchLock(shop: string, signal?: AbortSignal): Promise<number> {
  const answer = await ask(path("shops", shop, "lock"), { ...(signal ? { signal } : {}), accept: isLock });
  return answer.changed ? answer.data.minutes : 0;
}

export async function setLock(shop: string, minutes: number): Promise<void> {
  await ask(path("shops", shop, "lock"), { method: "PUT", body: { minutes }, accept: isLock });
}
