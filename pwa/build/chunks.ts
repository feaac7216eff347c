/**
 * Which modules travel in one file.
 *
 * Left alone, a bundler makes a file of every few lines that two pages share: a start then asks the worker for forty of
 * them, wave after wave, and each takes a phone's main thread some milliseconds. Here a start asks for what all screens
 * need, for what the first screens share, and for the screen; what the advice brings after its first paint is one more,
 * and what a piece's page needs beyond it the last. All else is cut as the bundler cuts it.
 *
 * What only the desk needs is one file: a seller's phone never fetches it, and its worker keeps it after the first use.
 */

/** What the bundler tells of its modules. */
interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[]; dynamicallyImportedIds?: readonly string[] } | null;
}

/** A file of what any of these modules needs, as far as no file before it has it. */
interface Part {
  name: string;
  of: readonly string[];
  /** Only what one of these needs as well. */
  with?: readonly string[];
}

/** As vite.config.ts gives it to the bundler. */
export interface Group {
  name: string | ((id: string, modules: Modules) => string | null);
  debugName?: string;
  tags?: ["$initial"];
}

const HOME = "src/features/home/index.tsx";
const ADVICE = "src/features/advice/index.tsx";
/** What follows the first answer. */
const ANSWERED = ["src/features/advice/Panel.tsx", "src/features/advice/Results.tsx"];
const PRODUCT = "src/features/product/index.tsx";

const PARTS: readonly Part[] = [
  { name: "screens", of: [HOME], with: [ADVICE, ...ANSWERED, PRODUCT] },
  { name: "home", of: [HOME] },
  { name: "advice", of: [ADVICE] },
  { name: "results", of: ANSWERED },
  { name: "product", of: [PRODUCT] },
];

const DOCUMENT = "index.html";
const DESK = "src/features/desk/";

/** The files of a start, each before those that may need it; `root` is the folder of src/. */
export const startingFiles = (root: string): Group[] => [
  { name: "app", tags: ["$initial"] },
  ...PARTS.map((part) => groupOf(part, root)),
  ...deskOf(root),
];

/**
 * The desk, and before it what other pages need as well: the bundler puts whatever a file needs into that file, and a
 * seller's page that needed something of the desk's would not open without a network.
 */
function deskOf(root: string): Group[] {
  let elsewhere: ReadonlySet<string> | undefined;
  let needed: ReadonlySet<string> | undefined;
  const isElsewhere = (id: string, modules: Modules): boolean => {
    elsewhere ??= withoutDesk(root, modules);
    return elsewhere.has(id);
  };
  const isNeeded = (id: string, modules: Modules): boolean => {
    needed ??= ofDesk(root, modules);
    return needed.has(id);
  };
  return [
    {
      debugName: "shared",
      name: (id, modules) => (isElsewhere(id, modules) && isNeeded(id, modules) ? "shared" : null),
    },
    {
      debugName: "desk",
      name: (id, modules) => (id.startsWith("\0") || isElsewhere(id, modules) ? null : "desk"),
    },
  ];
}

/** Every module that is reached, at once or later, without going through the desk. */
function withoutDesk(root: string, modules: Modules): Set<string> {
  const found = new Set([`${root}${DOCUMENT}`]);
  for (const id of found) {
    if (id.startsWith(`${root}${DESK}`)) continue;
    const { importedIds = [], dynamicallyImportedIds = [] } = modules.getModuleInfo(id) ?? {};
    for (const needed of [...importedIds, ...dynamicallyImportedIds]) found.add(needed);
  }
  for (const id of found) if (id.startsWith(`${root}${DESK}`)) found.delete(id);
  return found;
}

/** All that the desk runs with: its rooms are fetched later, and lie in the same file. */
function ofDesk(root: string, modules: Modules): Set<string> {
  const found = new Set([`${root}${DESK}index.tsx`]);
  for (const id of found) {
    const { importedIds = [], dynamicallyImportedIds = [] } = modules.getModuleInfo(id) ?? {};
    const rooms = id.startsWith(`${root}${DESK}`) ? dynamicallyImportedIds : [];
    for (const needed of [...importedIds, ...rooms]) found.add(needed);
  }
  return found;
}

function groupOf(part: Part, root: string): Group {
  const reached = new Map<string, ReadonlySet<string>>();
  const needs = (path: string, id: string, modules: Modules): boolean => {
    const found = reached.get(path) ?? closure(`${root}${path}`, modules);
    reached.set(path, found);
    return found.has(id);
  };
  return {
    debugName: part.name,
    name: (id, modules) => {
      const isNeeded = (path: string) => needs(path, id, modules);
      return part.of.some(isNeeded) && (part.with?.some(isNeeded) ?? true) ? part.name : null;
    },
  };
}

/** A module and all that it cannot run without. */
export function closure(root: string, modules: Modules): Set<string> {
  const found = new Set([root]);
  for (const id of found) for (const needed of modules.getModuleInfo(id)?.importedIds ?? []) found.add(needed);
  return found;
}
