/** Open a PDF in a tab of its own, where the browser's own printing waits; keep it as a file where tabs are refused. */
import { saveFile } from "../parts/saveFile";

export function printed(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  // The browser reads it for as long as its tab asks for pages.
  setTimeout(() => URL.revokeObjectURL(address), 600_000);
  if (!window.open(address, "_blank")) saveFile(file, name);
}
