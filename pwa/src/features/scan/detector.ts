/** The decoder of the phone where it has one that reads our codes, else our own, which comes with the application. */
import type { BarcodeDetector as Ponyfill } from "barcode-detector/ponyfill";
// From our own address: by default the library asks a public network for it.
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

export const FORMATS = ["ean_13", "ean_8", "upc_a", "upc_e", "qr_code", "data_matrix", "code_128", "itf"] as const;
/** Without these a phone's own decoder is no use: the tag carries both. */
const NEEDED = ["ean_13", "qr_code"] as const;

export type Detector = Pick<Ponyfill, "detect">;

interface NativeDetector {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** Return a decoder. A phone may have the interface and no format behind it, so the formats are asked for. */
export async function makeDetector(): Promise<Detector> {
  return (await nativeDetector()) ?? (await ownDetector());
}

async function nativeDetector(): Promise<Detector | null> {
  const Native = (globalThis as { BarcodeDetector?: NativeDetector }).BarcodeDetector;
  const known = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
  if (!Native || NEEDED.some((format) => !known.includes(format))) return null;
  return new Native({ formats: FORMATS.filter((format) => known.includes(format)) });
}

async function ownDetector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import("barcode-detector/ponyfill");
  const locateFile = (path: string, folder: string) => (path.endsWith(".wasm") ? wasm : folder + path);
  await prepareZXingModule({ overrides: { locateFile }, fireImmediately: true });
  return new BarcodeDetector({ formats: [...FORMATS] });
}
