/** A block copied out of a spreadsheet, read as variants: one a line, or colours down and sizes across. */
import { readGtin } from "../../../lib/gtin";
import { looksLikeSize } from "./sizes";

/** One variant as the block names it; what it does not say is empty. */
export interface BlockLine {
  /** Where it stands in the block, from 1. */
  line: number;
  colour: string;
  hex: string;
  size: string;
  gtin: string;
  sku: string;
  price: string;
}

/** Where codes without words go: the place of the grid that is under the hand. */
export interface Anchor {
  colours: readonly string[];
  sizes: readonly string[];
}

type Name = "colour" | "hex" | "size" | "gtin" | "sku" | "price";
type Table = readonly (readonly string[])[];

const TITLES: readonly [Name, RegExp][] = [
  ["gtin", /^(gtin|ean|upc|barcode|code.?barres?|gencod|codebarre)/],
  ["size", /^(taille|size|pointure|grosse|taglia|talla)/],
  ["hex", /^(hex|teinte|colour.?hex|color.?hex|rgb|code.?couleur)/],
  ["colour", /^(coloris|couleur|colou?r|farbe|colore)/],
  ["sku", /^(sku|ref|article|artikel|item|style)/],
  ["price", /^(prix|price|pvc|ppc|retail|rrp|preis|prezzo)/],
];
/** Share of a column's cells that must look alike before the column is taken for that. */
const MOSTLY = 0.8;
const LEAST_DIGITS = 8;

/** Read a block; nothing where no codes stand in it. */
export function readBlock(text: string, anchor: Anchor | null): BlockLine[] {
  const table = cellsOf(text).filter((row) => row.some(Boolean));
  if (!table.some((row) => row.some(isCode))) return [];
  const titles = titlesOf(table[0] ?? []);
  if (titles.includes("gtin")) return listed(table.slice(1), titles, 2);
  if (isNaked(table)) return anchor ? anchored(table, anchor) : listed(table, ["gtin"], 1);
  return isCross(table) ? crossed(table) : listed(table, guessed(table), 1);
}

/** A cell, quoted or not, with what ends it; the separator stands for "S". */
const CELL = '(?:"((?:[^"]|"")*)"|([^S\\n]*))(S|\\n|$)';

/** Cells of a copied block: tabs out of a spreadsheet, else semicolons or commas; quotes around what holds them. */
export function cellsOf(text: string): string[][] {
  const separator = ["\t", ";", ","].find((each) => text.includes(each)) ?? "\t";
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of text
    .replace(/\r/g, "")
    .matchAll(new RegExp(CELL.replaceAll("S", separator), "g"))) {
    rows.at(-1)?.push(tidy(quoted === undefined ? bare : quoted.replaceAll('""', '"')));
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}

/** Without what surrounds it: spaces of any kind, the apostrophe by which a spreadsheet keeps a code as text. */
const tidy = (cell: string): string =>
  cell
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim()
    .replace(/^'/, "");

/** A code, good or damaged: what must not be taken for a size or a name. */
export const isDamaged = (cell: string): boolean => /^\d+([.,]\d+)?e\+?\d+$/i.test(cell.replace(/\s/g, ""));

function isCode(cell: string): boolean {
  if (isDamaged(cell)) return true;
  const read = readGtin(cell);
  return read !== null && (read.state === "complete" ? cell : read.digits).replace(/\D/g, "").length >= LEAST_DIGITS;
}

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();

const titlesOf = (row: readonly string[]): (Name | null)[] => {
  const taken = new Set<Name>();
  return row.map((cell) => {
    const found = isCode(cell)
      ? undefined
      : TITLES.find(([name, looks]) => !taken.has(name) && looks.test(plain(cell)));
    if (found) taken.add(found[0]);
    return found?.[0] ?? null;
  });
};

const isNaked = (table: Table): boolean => table.every((row) => row.every((cell) => !cell || isCode(cell)));

/** Sizes across and codes below them, a colour before each line. */
function isCross(table: Table): boolean {
  const [head = [], ...rows] = table;
  const inside = rows.flatMap((row) => row.slice(1)).filter(Boolean);
  return (
    rows.length > 0 &&
    head.slice(1).some(Boolean) &&
    !head.some(isCode) &&
    !rows.some(([name = ""]) => isCode(name)) &&
    inside.length > 0 &&
    inside.every(isCode)
  );
}

function crossed([head = [], ...rows]: Table): BlockLine[] {
  return rows.flatMap((row, i) =>
    row
      .slice(1)
      .map((gtin, j) => ({ ...EMPTY, line: i + 2, colour: row[0] ?? "", size: head[j + 1] ?? "", gtin }))
      .filter(({ gtin }) => gtin),
  );
}

const anchored = (table: Table, { colours, sizes }: Anchor): BlockLine[] =>
  table.flatMap((row, i) =>
    row
      .map((gtin, j) => ({ ...EMPTY, line: i + 1, colour: colours[i] ?? "", size: sizes[j] ?? "", gtin }))
      .filter(({ gtin }) => gtin),
  );

const EMPTY = { colour: "", hex: "", size: "", sku: "", price: "" };

function listed(rows: Table, titles: readonly (Name | null)[], first: number): BlockLine[] {
  return rows.map((row, i) => {
    const line: BlockLine = { ...EMPTY, gtin: "", line: i + first };
    titles.forEach((name, column) => {
      if (name) line[name] = row[column] ?? "";
    });
    return line;
  });
}

/** What each column of a table without titles holds, by its cells. */
function guessed(table: Table): (Name | null)[] {
  const width = Math.max(...table.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, j) => table.map((row) => row[j] ?? "").filter(Boolean));
  const taken = new Set<Name>();
  return columns.map((cells) => {
    const name = cells.length
      ? (LOOKS.find(([each, looks]) => !taken.has(each) && mostly(cells, looks))?.[0] ?? null)
      : null;
    if (name) taken.add(name);
    return name;
  });
}

const LOOKS: readonly [Name, (cell: string) => boolean][] = [
  ["gtin", isCode],
  ["hex", (cell) => /^#[0-9a-f]{6}$/i.test(cell)],
  ["size", looksLikeSize],
  ["price", (cell) => /^\d{1,5}[.,]\d{2}\s*\u20ac?$/.test(cell)],
  ["colour", (cell) => /^\D+$/.test(cell)],
  ["sku", (cell) => /\d/.test(cell)],
];

const mostly = (cells: readonly string[], looks: (cell: string) => boolean): boolean =>
  cells.filter(looks).length >= cells.length * MOSTLY;
