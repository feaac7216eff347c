/** What somebody began to change at the desk, kept on this device until it is proposed or dropped. */
import { readDraft, saveDraft } from "../db";
import { log } from "../lib/log";

const keyOf = (ref: string): string => `desk-product ${ref}`;

/** Read the draft of a product; undefined where there is none, or none that can be read. */
export async function deskDraft(ref: string): Promise<unknown> {
  try {
    const kept = await readDraft(keyOf(ref));
    return kept ? JSON.parse(kept) : undefined;
  } catch (cause) {
    log.warn("draft not read", cause);
    return undefined;
  }
}

/** Keep a draft; true once it is safe. */
export async function keepDeskDraft(ref: string, draft: unknown): Promise<boolean> {
  try {
    await saveDraft(keyOf(ref), JSON.stringify(draft));
    return true;
  } catch (cause) {
    log.warn("draft not kept", cause);
    return false;
  }
}

export async function dropDeskDraft(ref: string): Promise<void> {
  await saveDraft(keyOf(ref), "").catch((cause: unknown) => log.warn("draft not dropped", cause));
}
