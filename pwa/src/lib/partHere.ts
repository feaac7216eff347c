/** The name of the part of a page that is open, where a page has several under one address: the document is named after it. */
import { signal } from "@preact/signals";

export const partHere = signal<string | null>(null);
