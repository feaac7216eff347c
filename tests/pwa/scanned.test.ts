import { describe, expect, it } from "vitest";
import { readScan } from "../../pwa/src/lib/scanned";
import vectors from "../vectors/gtin.json";

const links = vectors.links as unknown as [string, string, object][];

describe("a code that the camera read", () => {
  it.each(links)("gives the number of the link %s", (link, gtin) => {
    expect(readScan(link)).toEqual({ gtin });
  });

  it.each([
    "",
    "/",
    "/01",
    "/01/09506000134353",
    "/gtin/09506000134352",
    "https://example.com/",
    "WIFI:S:Shop;;",
    "bonjour",
  ])("gives nothing for %j", (text) => {
    expect(readScan(text)).toBeNull();
  });

  it.each([
    ["4006381333931", "04006381333931"],
    ["96385074", "00000096385074"],
    ["036000291452", "00036000291452"],
    ["]C10109506000134352", "09506000134352"],
    ["]d2(01)09506000134352(10)LOT", "09506000134352"],
    ["\u001d010950600013435210LOT", "09506000134352"],
  ])("gives the number of %j", (text, gtin) => {
    expect(readScan(text)).toEqual({ gtin });
  });

  it("finds our own page of a piece", () => {
    expect(readScan("https://shop.example/p/millet-trilogy?lang=de")).toEqual({ ref: "millet-trilogy" });
  });

  it("takes the rightmost number of a link", () => {
    expect(readScan("https://a.example/01/96385074/01/09506000134352")).toEqual({ gtin: "09506000134352" });
  });
});
