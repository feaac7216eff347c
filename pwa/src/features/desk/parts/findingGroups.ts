/** Findings that say the same of the same column, told once. */
import type { Finding, Severity } from "../../../lib/apiImports";

export interface FindingGroup {
  key: string;
  severity: Severity;
  file: string;
  column: string | null;
  /** The sentence that all of them share, with "…" where they differ. */
  text: string;
  /** The places alone tell them apart: nothing of a sentence is lost by saying it once. */
  alike: boolean;
  findings: readonly Finding[];
}

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Group by kind, file and column: errors first, then in the order of the file. */
export function groupsOf(findings: readonly Finding[]): FindingGroup[] {
  const kinds = new Map<string, Finding[]>();
  for (const one of findings) {
    const key = [one.severity, one.code, one.file, one.column].join("\n");
    const kind = kinds.get(key);
    if (kind) kind.push(one);
    else kinds.set(key, [one]);
  }
  const groups = [...kinds].map(([key, kind]) => groupOf(key, kind));
  return SEVERITIES.flatMap((severity) => groups.filter((one) => one.severity === severity));
}

function groupOf(key: string, findings: readonly Finding[]): FindingGroup {
  const [first] = findings as [Finding, ...Finding[]];
  const { severity, file, column } = first;
  const texts = new Set(findings.map(({ message, value }) => (value ? message.replaceAll(value, GAP) : message)));
  const alike = texts.size === 1;
  const text = findings.length === 1 ? first.message : shared([...texts]);
  return { key, severity, file, column, text: text ?? first.message, alike, findings };
}

const GAP = "…";
/** Messages held against each other: enough to find out where they differ. */
const HELD = 200;
/** A figure with its thousands and decimals, a word, or one sign. */
const TOKEN = /\d(?:[\d.,\u00a0\u202f]*\d)?|\p{L}+|\s+|[^\p{L}\d\s]/gu;

/** What sentences of one build have in common; null where they are not built alike. */
function shared(texts: readonly string[]): string | null {
  const [first = [], ...others] = texts.slice(0, HELD).map((text) => text.match(TOKEN) ?? []);
  if (others.some(({ length }) => length !== first.length)) return null;
  const kept = first.map((token, i) => (others.every((tokens) => tokens[i] === token) ? token : GAP));
  return kept.join("").replace(/…(?:[\s.,-]*…)+|…\./gu, GAP);
}

/** Whether a finding has all these words: in its sentence, its value, its column, its file, or as its line. */
export function isFound({ message, value, column, file, line }: Finding, words: readonly string[]): boolean {
  const said = `${message}\n${value ?? ""}\n${column ?? ""}\n${file}`.toLocaleLowerCase();
  return words.every((word) => said.includes(word) || String(line) === word);
}

/** The server says so behind the last one that it lists, where there were more. */
export const isMore = ({ code }: Finding): boolean => code === "more-findings";

/** How many of each are listed. */
export function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) if (!isMore(finding)) counts[finding.severity] += 1;
  return counts;
}
