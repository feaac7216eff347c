/** The table of the desk's rooms, and how the code and words of each are fetched. */
import {
  Boxes,
  Compass,
  FileDown,
  FileUp,
  History,
  House,
  Images,
  ListChecks,
  QrCode,
  Shirt,
  Tag,
} from "lucide-preact";
import type { ComponentType } from "preact";
import { addWords, type Words } from "../../lib/i18n";

/** What a room gets. */
export interface RoomProps {
  /** What stands after the room's name in the address. */
  id: string | undefined;
  query: Record<string, string>;
  /** False for a manager, who reads. */
  mayWrite: boolean;
}

export interface Room {
  /** Its folder here, its part of the address, and the end of its name's key: "desk.room.<id>". */
  id: string;
  /** Pressed after "g", it leads there. */
  letter: string;
  icon: ComponentType<{ "aria-hidden"?: boolean | "true" | "false" }>;
  /** A shop's manager may read it. */
  managers?: boolean;
  /** A thin line stands above it: other kinds of work begin. */
  apart?: boolean;
}

const TABLE: readonly Room[] = [
  { id: "home", letter: "h", icon: House, managers: true },
  { id: "import", letter: "i", icon: FileUp },
  { id: "revisions", letter: "r", icon: History, managers: true },
  { id: "products", letter: "p", icon: Shirt, managers: true, apart: true },
  { id: "completeness", letter: "c", icon: ListChecks, managers: true },
  { id: "photos", letter: "f", icon: Images },
  { id: "prices", letter: "t", icon: Tag, managers: true, apart: true },
  { id: "stock", letter: "s", icon: Boxes, managers: true },
  { id: "labels", letter: "l", icon: QrCode, managers: true },
  { id: "knowledge", letter: "k", icon: Compass, managers: true, apart: true },
  { id: "exports", letter: "e", icon: FileDown, managers: true },
];

const code = import.meta.glob<{ default: ComponentType<RoomProps> }>("./*/index.tsx");
const words = import.meta.glob<{ default: Words }>("./*/words.json");

/** The rooms that are built, in the order of the navigation. */
export const ROOMS = TABLE.filter(({ id }) => `./${id}/index.tsx` in code);

/** The rooms that somebody with this right may enter. */
export const roomsFor = (mayWrite: boolean): readonly Room[] =>
  ROOMS.filter(({ managers }) => mayWrite || managers === true);

/** Fetch a room with its words; null where there is none of that name. */
export async function loadRoom(id: string): Promise<ComponentType<RoomProps> | null> {
  const [room, said] = await Promise.all([code[`./${id}/index.tsx`]?.(), words[`./${id}/words.json`]?.()]);
  if (said) addWords(said.default);
  return room?.default ?? null;
}
