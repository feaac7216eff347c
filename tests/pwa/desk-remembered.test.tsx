import { afterEach, expect, test, vi } from "vitest";
import { asked, close, open, serve, shows, tap, text } from "./desk-room";

afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

const mapping = (id: string, supplier: string) => ({
  id,
  supplier,
  titles: ["EAN", "Coloris"],
  author: "Ana",
  changed_at: "2026-11-20T09:00:00Z",
});

test("the columns of a known supplier can be forgotten, once it was asked twice", async () => {
  serve({
    "GET /imports": { items: [], next_cursor: null },
    "GET /supplier-mappings": { items: [mapping("m1", "Alpes Textile")] },
    "DELETE /supplier-mappings/m1": null,
  });
  await open("/desk/import");
  await shows("Fournisseurs connus1 tableau se lit sans rien demander");
  expect(text()).toContain("EAN · Coloris");
  tap("Oublier");
  expect(asked.some(({ what }) => what.startsWith("DELETE"))).toBe(false);
  tap("Oublier les colonnes de Alpes Textile");
  await vi.waitFor(() => expect(text()).not.toContain("Fournisseurs connus"));
});
