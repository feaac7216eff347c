/** A list as it grows: shown and kept at once, read by the server behind it, the latest state last. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Finding } from "../../../lib/apiImports";
import { type Paper, type PaperKind, type PaperLine, readPaper, readScanned } from "../../../lib/apiStock";
import { log } from "../../../lib/log";
import { isAway, reasonOf } from "../parts/reason";
import { useComeBack } from "../parts/useComeBack";
import { begun, keep } from "./begun";
import { type List, linesOf, NOTHING, withFile, without } from "./scanning";

export interface Reading {
  list: List;
  /** Codes that no piece has: they have left the list, and are said until the page is left. */
  strange: readonly Finding[];
  /** What each piece is called, as far as the server has said. */
  named: ReadonlyMap<string, PaperLine>;
  /** What is wrong with the file stays so whatever is changed in the list: it is taken whole, or mended. */
  fromFile: readonly Finding[];
  /** The file's name without its ending. */
  name: string;
  busy: boolean;
  failure: string | null;
  file: (file: File) => void;
  /** Change the list as it stands now: two scans may come between two pictures of it. */
  put: (next: (now: List) => List) => void;
}

export function useReading(shop: string, kind: PaperKind): Reading {
  const [list, setList] = useState<List>(NOTHING);
  const [fromFile, setFromFile] = useState<readonly Finding[]>([]);
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const now = useRef(list);
  const show = (next: List) => {
    now.current = next;
    setList(next);
    keep(kind, shop, next);
  };
  const known = useNames(shop, kind, now, (strangers) =>
    show({ ...now.current, tally: without(now.current.tally, strangers) }),
  );
  const put = (next: (now: List) => List) => {
    show(next(now.current));
    void known.read();
  };
  const file = async (given: File) => {
    setBusy(true);
    setFailure(null);
    try {
      const found = await readPaper(shop, kind, given);
      setName(given.name.replace(/\.[^.]+$/, ""));
      setFromFile(found.findings);
      known.learn(found);
      const said = new Map(found.lines.map(({ gtin, quantity }) => [gtin, quantity]));
      if (said.size > 0) put((list) => withFile(kind, list, said));
    } catch (cause) {
      log.info("paper not read", cause);
      setFailure(reasonOf(cause));
    }
    setBusy(false);
  };
  useEffect(() => {
    let wanted = Boolean(shop);
    if (wanted)
      void begun(kind, shop).then((kept) => {
        if (!wanted || now.current !== NOTHING || kept.tally.size === 0) return;
        now.current = kept;
        setList(kept);
        void known.read();
      });
    return () => {
      wanted = false;
    };
  }, [kind, shop]);
  return {
    list,
    strange: known.strange,
    named: known.named,
    fromFile,
    name,
    busy,
    failure: failure ?? known.failure,
    file: (given) => void file(given),
    put,
  };
}

/** What the server knows of the pieces of a list: asked one at a time, and again for what has changed meanwhile. */
function useNames(
  shop: string,
  kind: PaperKind,
  now: { readonly current: List },
  onStrangers: (gtins: ReadonlySet<string>) => void,
) {
  const [strange, setStrange] = useState<readonly Finding[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [missed, setMissed] = useState(0);
  const named = useRef(new Map<string, PaperLine>());
  const running = useRef(false);
  const again = useRef(false);
  const learn = ({ lines }: Paper) => {
    for (const line of lines) named.current.set(line.gtin, line);
  };
  const once = async () => {
    // An announced piece that has not come yet has a name all the same.
    const asked = linesOf(now.current.tally);
    if (asked.length === 0) return;
    const found = await readScanned(shop, kind, kind === "delivery" ? asked.map(atLeastOne) : asked);
    learn(found);
    const strangers = new Set(asked.map(({ gtin }) => gtin).filter((gtin) => !named.current.has(gtin)));
    if (strangers.size > 0) onStrangers(strangers);
    setStrange((before) => [...before, ...found.findings.filter((one) => !before.some((each) => isSame(each, one)))]);
  };
  const read = async () => {
    again.current = true;
    if (running.current || !shop) return;
    running.current = true;
    try {
      while (again.current) {
        again.current = false;
        await once();
      }
      setFailure(null);
      setMissed(0);
    } catch (cause) {
      log.info("list not read", cause);
      setFailure(reasonOf(cause));
      setMissed((count) => (isAway(cause) ? count + 1 : 0));
    }
    running.current = false;
  };
  useComeBack(missed, () => void read());
  return { strange, named: named.current as ReadonlyMap<string, PaperLine>, failure, learn, read };
}

const atLeastOne = (line: { gtin: string; quantity: number }) => ({ ...line, quantity: Math.max(1, line.quantity) });

const isSame = (one: Finding, other: Finding): boolean => one.message === other.message;
