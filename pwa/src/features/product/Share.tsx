import { Share2 } from "lucide-preact";
import type { Product } from "../../catalogue/types";
import { say } from "../../components/Toast";
import { log } from "../../lib/log";
import { t } from "../../state";
import { nameOf } from "../need/piece";
import style from "./product.module.css";

/** Give the customer's page of a piece to the customer: the phone's own sheet, else the link to paste. */
export function Share({ product, gtin }: { product: Product; gtin: string | undefined }) {
  return (
    <button
      type="button"
      class={style.share}
      aria-label={t("product.share", { name: nameOf(product) })}
      onClick={() => void share(nameOf(product), addressOf(product, gtin))}
    >
      <Share2 aria-hidden="true" />
    </button>
  );
}

/** The page behind the tag's own link: no account, no install; it outlives the shop. */
export const addressOf = ({ ref }: Product, gtin: string | undefined): string =>
  new URL(gtin ? `/01/${gtin}` : `/p/${encodeURIComponent(ref)}`, location.origin).href;

async function share(title: string, url: string): Promise<void> {
  try {
    if (navigator.share) return await navigator.share({ title, url });
    await navigator.clipboard.writeText(url);
    say(t("product.share.copied"));
  } catch (cause) {
    // Closing the sheet without sending is no failure.
    if (cause instanceof DOMException && cause.name === "AbortError") return;
    log.info("link not shared", cause);
    say(t("product.share.failed", { url }));
  }
}
