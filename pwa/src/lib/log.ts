/** The only place that writes to the console; the last lines stay readable in the application itself. */

export interface LogLine {
  at: string;
  level: "info" | "warn" | "error";
  text: string;
}

const KEPT = 50;
const kept: LogLine[] = [];

function write(level: LogLine["level"], text: string, cause?: unknown): void {
  const line = { at: new Date().toISOString(), level, text: cause === undefined ? text : `${text}: ${said(cause)}` };
  kept.push(line);
  if (kept.length > KEPT) kept.shift();
  // biome-ignore lint/suspicious/noConsole: this is the one place
  console[level](line.text);
}

function said(cause: unknown): string {
  return cause instanceof Error ? `${cause.name} ${cause.message}` : String(cause);
}

export const log = {
  info: (text: string, cause?: unknown) => write("info", text, cause),
  warn: (text: string, cause?: unknown) => write("warn", text, cause),
  error: (text: string, cause?: unknown) => write("error", text, cause),
  /** The last lines, oldest first. */
  lines: (): readonly LogLine[] => kept,
};
