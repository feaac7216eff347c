/** Which rows are shown, as the address says it: a link shows the same to somebody else, and "back" comes back to it. */
import { href, navigate } from "../../../state";
import { useRested } from "../parts/useRested";
import type { Sieve } from "./rows";

const NAMES = ["q", "part", "family", "state"] as const;

/** The values of the address, empty ones left out. */
export type Sifting = Readonly<Record<string, string>>;

export interface Sieving {
  /** The rows follow each letter; the address waits until nobody types. */
  sieve: Sieve;
  /** As the address has it. */
  now: Sifting;
  search: (words: string) => void;
  show: (now: Sifting) => void;
  /** The address of one row, or of none, under the same filters. */
  at: (id?: string) => string;
}

export function useSieve(open: string | undefined, query: Sifting): Sieving {
  const now: Sifting = Object.fromEntries(NAMES.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  const at = (id?: string, values = now) => href(id ? `/desk/knowledge/${id}` : "/desk/knowledge", values);
  const show = (next: Sifting) => navigate(at(open, next), { replace: true });
  const [words, search] = useRested(now.q ?? "", (q) => show({ ...now, q }));
  const { part = "", family = "", state = "" } = now;
  return { sieve: { search: words, part, family, state }, now, search, show, at: (id) => at(id) };
}
