/** What each kind of event says in words, and which of its words a person may put right. */
import type { OutboxEvent } from "../../db";
import { dotted } from "../../lib/dotted";
import { products, t, variants } from "../../state";

type Payload = OutboxEvent["payload"];

export interface Field {
  name: string;
  /** Message key. */
  label: string;
  type: "text" | "long" | "number" | "choice";
  /** Of a choice: each value with its message key, or without one where the value is the word. */
  options?: readonly { value: string; label?: string }[];
  /** May stay unsaid. */
  optional?: boolean;
}

interface Kind {
  /** What it is about, and what it says of it; parts that say nothing are left out. */
  words: (payload: Payload) => (string | undefined)[];
  fields: (payload: Payload) => Field[];
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;

const piece = (ref: unknown): string | undefined => products.value.get(String(ref))?.name ?? text(ref);

function article(gtin: unknown): string | undefined {
  const found = variants.value.get(String(gtin));
  return found ? `${found.product.name}, ${found.variant.size}` : text(gtin);
}

const signed = (value: unknown): string | undefined =>
  typeof value === "number" ? `${value < 0 ? "\u2212" : "+"}${Math.abs(value)}` : undefined;

const choice = (prefix: string, ...values: string[]) => values.map((value) => ({ value, label: `${prefix}.${value}` }));
const said = (prefix: string, value: unknown): string | undefined =>
  typeof value === "string" ? t(`${prefix}.${value}`) : undefined;

const RESULTS = choice("outcome", "sold", "ordered", "tried", "left");
const REASONS = choice("outcome.reason", "size", "price", "colour", "not-convinced", "just-looking", "not-here");
const VISITORS = choice("outcome.visitor", "local", "visitor");
const VERDICTS = choice("tried", "larger", "right", "smaller");
const ABOUT = choice("outbox.about", "product", "range", "shop");
const WHY = choice("outbox.why", "sold", "received", "returned", "moved", "correction");

function sizesOf(ref: unknown): Field["options"] {
  const sizes = products.value.get(String(ref))?.variants.map(({ size }) => size) ?? [];
  return [...new Set(sizes)].map((value) => ({ value }));
}

/** A size is chosen where the piece is known, written where it is not. */
function sizeField({ ref }: Payload): Field {
  const options = sizesOf(ref);
  const field = { name: "size_tried", label: "tried.size" };
  return options?.length ? { ...field, type: "choice", options } : { ...field, type: "text" };
}

const KINDS: Readonly<Record<string, Kind>> = {
  "try-on": {
    words: ({ ref, size_tried, verdict }) => [piece(ref), text(size_tried), said("tried", verdict)],
    fields: (payload) => [
      sizeField(payload),
      { name: "verdict", label: "outbox.field.verdict", type: "choice", options: VERDICTS },
    ],
  },
  advice: {
    words: ({ remaining }) => [typeof remaining === "number" ? t("outbox.said.advice", { n: remaining }) : undefined],
    fields: () => [],
  },
  outcome: {
    words: ({ result, reason, refs }) => [
      said("outcome", result),
      said("outcome.reason", reason),
      Array.isArray(refs) ? piece(refs[0] ?? "") : undefined,
    ],
    fields: () => [
      { name: "result", label: "outcome.result", type: "choice", options: RESULTS },
      { name: "reason", label: "outcome.reason", type: "choice", options: REASONS, optional: true },
      { name: "visitor", label: "outcome.visitor", type: "choice", options: VISITORS, optional: true },
    ],
  },
  remark: {
    words: ({ ref, text: words }) => [ref ? piece(ref) : undefined, quoted(words)],
    fields: () => [
      { name: "text", label: "outbox.field.text", type: "long" },
      { name: "about", label: "outbox.field.about", type: "choice", options: ABOUT },
    ],
  },
  "dont-know": {
    words: ({ ref, question }) => [ref ? piece(ref) : undefined, quoted(question)],
    fields: () => [{ name: "question", label: "outbox.field.question", type: "long" }],
  },
  "stock-count": {
    words: ({ gtin, count }) => [article(gtin), text(count)],
    fields: () => [{ name: "count", label: "outbox.field.count", type: "number" }],
  },
  "stock-delta": {
    words: ({ gtin, delta, why }) => [article(gtin), signed(delta), said("outbox.why", why)],
    fields: () => [
      { name: "delta", label: "outbox.field.delta", type: "number" },
      { name: "why", label: "outbox.field.why", type: "choice", options: WHY },
    ],
  },
  training: {
    words: ({ correct }) => [typeof correct === "boolean" ? t(`outbox.said.training.${correct}`) : undefined],
    fields: () => [],
  },
};

const LONG = 60;
const quoted = (words: unknown): string | undefined =>
  typeof words === "string" ? t("ui.quote", { text: words }) : undefined;

/** A kind that this version does not know: what it holds that a person can read and write. */
const UNKNOWN: Kind = {
  words: (payload) => [quoted(Object.values(payload).find((value) => typeof value === "string"))],
  fields: (payload) =>
    Object.entries(payload).flatMap(([name, value]): Field[] => {
      if (typeof value === "number") return [{ name, label: name, type: "number" }];
      return typeof value === "string" ? [{ name, label: name, type: value.length > LONG ? "long" : "text" }] : [];
    }),
};

const kindOf = (event: OutboxEvent): Kind => KINDS[event.kind] ?? UNKNOWN;

/** "Essayage". */
export const nameOf = ({ kind }: OutboxEvent): string => t(`outbox.kind.${kind in KINDS ? kind : "other"}`);

/** "Trilogy GTX Jacket · M · Trop petite". */
export function wordsOf(event: OutboxEvent): string {
  return dotted(...kindOf(event).words(event.payload));
}

/** What can be put right; none where correcting makes no sense. */
export const fieldsOf = (event: OutboxEvent): Field[] => kindOf(event).fields(event.payload);
