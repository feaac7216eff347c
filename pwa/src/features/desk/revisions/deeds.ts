/** The deeds of the trail, in words. */
import type { Deed } from "../../../lib/apiAudit";
import { href, t } from "../../../state";
import { saidNote } from "../parts/saidNote";

/** "Publié : prix.csv, révision 12"; a deed that has no words yet stands under its own name. */
export function deedText({ action, details }: Deed): string {
  const key = `revisions.deed.${action}`;
  const said = t(key);
  return [said === key ? action.replaceAll("-", " ") : said, aboutOf(details)].filter(Boolean).join(" ");
}

function aboutOf({ name, was, supplier, role, revision, of, count, minutes }: Deed["details"]): string {
  const parts = [
    saidNote(textOf(name ?? supplier)),
    typeof was === "string" ? t("revisions.deed.was", { was }) : "",
    typeof role === "string" ? t(`revisions.deed.role.${role}`) : "",
    revision === undefined ? "" : t("revisions.deed.revision", { number: textOf(revision) }),
    of === undefined ? "" : t("revisions.deed.of", { number: textOf(of) }),
    typeof count === "number" ? t("revisions.deed.count", { n: count }) : "",
    typeof minutes === "number" ? t("revisions.deed.minutes", { n: minutes }) : "",
  ];
  return parts.filter(Boolean).join(", ");
}

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

const IMPORTS = /^(import|supplier)-(?!discarded|mapping-forgotten)/;
const ROOMS: Readonly<Record<string, string>> = { prices: "prices", stock: "stock", photo: "photos" };

/** Where what it was done to can be seen; null where there is nothing left to see. */
export function addressOf({ action, subject, details }: Deed): string | null {
  if (typeof details.revision === "number") return href(`/desk/revisions/${details.revision}`);
  if (action.startsWith("revision-")) return href(`/desk/revisions/${subject}`);
  if (IMPORTS.test(action)) return href(`/desk/import/${subject}`);
  const room = ROOMS[action.slice(0, action.indexOf("-"))];
  return room ? href(`/desk/${room}`) : null;
}
