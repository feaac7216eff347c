/** The server's endpoints about what arrived: the audit, the shop's phones, conflicts, files of events. */
import type { components } from "./api-types";
import { ask, isRecord, send } from "./net";

type Schemas = components["schemas"];
/** What the server has of a device. */
export type Audit = Schemas["Audit"];
export type DeviceReport = Schemas["DeviceReport"];
/** A phone of the shop, as it was last heard of. */
export type ShopPhone = Schemas["EventDevice"];
/** Two events under one id. */
export type Conflict = Schemas["EventConflict"];
export type Results = Schemas["EventResults"]["results"];

const BASE = "/api/v1";

const isAudit = (data: unknown): data is Audit =>
  isRecord(data) &&
  typeof data.highest_seq === "number" &&
  typeof data.ids_sum === "string" &&
  Array.isArray(data.gaps) &&
  data.gaps.every((gap) => isRecord(gap) && typeof gap.first === "number" && typeof gap.last === "number");

/** Tell the server what this phone holds; the answer is what the server has of it. */
export async function reportDevice(device: string, report: DeviceReport): Promise<Audit> {
  const url = `${BASE}/devices/${encodeURIComponent(device)}/report`;
  const answer = await ask(url, { method: "PUT", body: report, accept: isAudit });
  if (!answer.changed) throw new TypeError("an audit is never unchanged");
  return answer.data;
}

const isList =
  <T>(has: string) =>
  (data: unknown): data is { items: T[] } =>
    isRecord(data) && Array.isArray(data.items) && data.items.every((one) => isRecord(one) && has in one);

/** The phones of the manager's shop. */
export async function fetchPhones(signal?: AbortSignal): Promise<ShopPhone[]> {
  const accept = isList<ShopPhone>("last_seen_at");
  const answer = await ask(`${BASE}/devices`, { ...(signal ? { signal } : {}), accept });
  return answer.changed ? answer.data.items : [];
}

export async function fetchConflicts(signal?: AbortSignal): Promise<Conflict[]> {
  const accept = isList<Conflict>("came");
  const answer = await ask(`${BASE}/events/conflicts`, { ...(signal ? { signal } : {}), accept });
  return answer.changed ? answer.data.items : [];
}

/** Tell the server that somebody has looked at a conflict; again is harmless. */
export const seeConflict = (id: string): Promise<void> =>
  send(`${BASE}/events/conflicts/${encodeURIComponent(id)}/seen`, { method: "PUT" });

const isResults = (data: unknown): data is Schemas["EventResults"] =>
  isRecord(data) &&
  Array.isArray(data.results) &&
  data.results.every((one) => isRecord(one) && typeof one.status === "string");

/** Bring events out of another phone's file. */
export async function importEvents(events: readonly unknown[]): Promise<Results> {
  const answer = await ask(`${BASE}/events/import`, { method: "POST", body: { events }, accept: isResults });
  return answer.changed ? answer.data.results : [];
}
