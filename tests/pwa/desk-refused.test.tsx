import { act } from "preact/test-utils";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Trial } from "../../pwa/src/lib/apiImports";
import { navigate } from "../../pwa/src/state";
import { asked, button, close, here, open, serve, shows, tap, trial, type } from "./desk-room";

afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

const shown = async (more: Partial<Trial> = {}, answers: Record<string, unknown> = {}) => {
  serve({ "GET /imports/i1": trial(more), ...answers });
  await open("/desk/import/i1");
  await shows("prix.csv");
};

describe("files that cannot be taken", () => {
  const finding = {
    file: "prix.csv",
    line: 9,
    column: "gtin",
    severity: "error",
    message: "Relisez le code.",
  } as const;

  test("say where and what to do, and change nothing", async () => {
    await shown({ state: "refused", findings: [{ ...finding, code: "gtin" }], changes: {}, removals: null });
    await shows("1 erreur à corriger, rien n’est changé");
    await shows("Relisez le code.prix.csvligne 9colonne gtin");
    expect(button("Publier 1 changement")).toBeUndefined();
  });

  test("ask what their columns hold, where nobody has said so", async () => {
    const guess = { column: "Poids", unit: "", separator: "", part: 0, confidence: 60, why: "Le titre." };
    const field = (id: string, label: string, units: string[] = [], constant = false) => ({
      id,
      label,
      kind: "text",
      units,
      constant,
    });
    await shown(
      { state: "refused", findings: [{ ...finding, code: "mapping-needed" }], changes: {}, removals: null },
      {
        "GET /imports/i1/mapping": {
          import_id: "i1",
          tables: [
            {
              file: "f.csv",
              line: 1,
              format: "unknown",
              shape: "s",
              rows: 2,
              remembered: false,
              titles: [
                { title: "Poids", samples: ["0,45", "0,5"] },
                { title: "PVC", samples: ["349"] },
              ],
              columns: { weight_g: guess },
              constants: {},
            },
          ],
          fields: [
            field("weight_g", "Poids", ["g", "kg"]),
            field("price", "Prix"),
            field("shop", "Boutique", [], true),
          ],
          shops: [{ id: "miramas", name: "Miramas" }],
          suppliers: [],
        },
        "PUT /imports/i1/mapping": trial({ state: "queued" }),
      },
    );
    await shows("Une disposition de colonnes encore inconnue");
    expect(document.body.textContent).not.toContain("Choisir le fichier corrigé");
    expect(document.body.textContent).not.toContain("À corriger dans le fichier");
    const way = button("Dire ce que contiennent les colonnes")?.getAttribute("href") ?? "";
    act(() => navigate(way));
    await shows("0,45 · 0,5");
    type("« PVC » contient", "price");
    type("Unité", "kg");
    type("Fournisseur", "Alpes Textile");
    await shows("choisissez laquelle");
    expect(button("Mémoriser et essayer")?.hasAttribute("disabled")).toBe(true);
    type("Boutique", "miramas");
    type("Fournisseur", " ");
    tap("Mémoriser et essayer");
    await shows("Donnez un nom au fournisseur");
    type("Fournisseur", "Alpes Textile");
    tap("Mémoriser et essayer");
    await vi.waitFor(() => expect(asked.some(({ what }) => what.startsWith("PUT"))).toBe(true));
    const source = { unit: "", separator: "", part: 0 };
    expect(asked.find(({ what }) => what.startsWith("PUT"))?.body).toEqual({
      supplier: "Alpes Textile",
      shape: "s",
      columns: { weight_g: { ...source, column: "Poids", unit: "kg" }, price: { ...source, column: "PVC" } },
      constants: { shop: "miramas" },
    });
    await vi.waitFor(() => expect(here()).toBe("/desk/import/i1"));
  });
});
