import { useEffect, useRef, useState } from "preact/hooks";
import { Drawer } from "../../components/Drawer";
import { fetchAuthors } from "../../lib/apiAudit";
import { fetchImports, fetchRevisions } from "../../lib/apiImports";
import { fetchKnowledge } from "../../lib/apiKnowledge";
import { type DeskLines, fetchLines } from "../../lib/apiProducts";
import { keepsRange, lang, t } from "../../state";
import { askedOf, type FoundGroup, foundFor } from "./everywhere";
import { Field } from "./parts/Field";
import { useAsked } from "./parts/useAsked";
import type { Room } from "./rooms";
import style from "./Search.module.css";

interface Props {
  rooms: readonly Room[];
  onClose: () => void;
}

/** How long a word rests before the server is asked for products. */
const REST_MS = 150;
/** The newest of what is looked through here. */
const IMPORTS = 100;
const REVISIONS = 200;
const PRODUCTS = 6;

/** One field that finds over the whole desk; arrows walk through what it finds, Enter opens the first. */
export function Search({ rooms, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const { groups, busy, failure } = useFound(typed, rooms);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  const count = groups.reduce((sum, { found }) => sum + found.length, 0);
  const isAsked = typed.trim() !== "";
  return (
    <Drawer title={t("desk.find")} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows are a short way between the links that it holds */}
      <div ref={box} class={style.search} onKeyDown={(event) => walk(event, box.current)}>
        <Field label={t("desk.find.label")} kind="search" value={typed} onInput={setTyped} />
        <p class="spoken" role="status">
          {isAsked && !busy && t("desk.find.count", { n: count })}
        </p>
        {groups.map((group) => (
          <Group key={group.id} group={group} onClose={onClose} />
        ))}
        {isAsked && !busy && count === 0 && <p class={style.note}>{t("desk.find.none", { words: typed.trim() })}</p>}
        {!isAsked && <p class={style.note}>{t("desk.find.help")}</p>}
        {failure && <p class={style.note}>{failure}</p>}
      </div>
    </Drawer>
  );
}

function Group({ group, onClose }: { group: FoundGroup; onClose: () => void }) {
  return (
    <section aria-labelledby={`found-${group.id}`}>
      <h3 id={`found-${group.id}`} class={style.heading}>
        {t(`desk.find.${group.id}`)}
      </h3>
      <ul>
        {group.found.map(({ title, about, address }) => (
          <li key={address}>
            <a class={style.found} href={address} onClick={() => isHere(address) && onClose()}>
              <span class={style.title}>{title}</span>
              {about && <span class={style.about}>{about}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Another page closes the sheet by itself; the present one does not. */
const isHere = (address: string): boolean => address === location.hash;

/** What has the words now; while products are on their way those of the words before stay. */
function useFound(typed: string, rooms: readonly Room[]) {
  const words = useRested(askedOf(typed));
  const products = useAsked(words ? `find products ${words} ${lang.value}` : null, (signal) =>
    fetchLines({ q: words, lang: lang.value, limit: PRODUCTS }, signal),
  );
  const imports = useAsked(keepsRange.value ? "find imports" : null, (signal) =>
    fetchImports({ limit: IMPORTS }, signal),
  );
  const revisions = useAsked("find revisions", (signal) => fetchRevisions(null, REVISIONS, signal));
  const knowledge = useAsked(`find knowledge ${lang.value}`, fetchKnowledge);
  const authors = useAsked("find people", fetchAuthors);
  const last = useRef<DeskLines | undefined>(undefined);
  if (products.data || !words) last.current = products.data;
  const groups = foundFor(typed, {
    rooms,
    products: last.current?.items,
    imports: imports.data?.items,
    revisions: revisions.data?.items,
    knowledge: knowledge.data?.lines,
    authors: authors.data,
  });
  const asked = [products, imports, revisions, knowledge, authors];
  return {
    groups,
    busy: asked.some((one) => one.busy) || words !== askedOf(typed),
    failure: asked.find((one) => one.failure)?.failure ?? null,
  };
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrows walk from the field through the links and back; Enter in the field follows the first. */
function walk(event: KeyboardEvent, box: HTMLElement | null): void {
  const places = [...(box?.querySelectorAll<HTMLElement>("input, a") ?? [])];
  const at = places.indexOf(document.activeElement as HTMLElement);
  const step = STEPS[event.key];
  if (event.key === "Enter" && at === 0) {
    event.preventDefault();
    places[1]?.click();
  } else if (step !== undefined && at >= 0) {
    event.preventDefault();
    places[Math.min(places.length - 1, Math.max(0, at + step))]?.focus();
  }
}
