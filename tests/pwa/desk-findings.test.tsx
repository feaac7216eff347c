import { act } from "preact/test-utils";
import { afterEach, describe, expect, it } from "vitest";
import { Findings } from "../../pwa/src/features/desk/parts/Findings";
import { findingsFile } from "../../pwa/src/features/desk/parts/findingsFile";
import words from "../../pwa/src/features/desk/words.json";
import type { Finding } from "../../pwa/src/lib/apiImports";
import { addWords } from "../../pwa/src/lib/i18n";
import { button, clear, click, plain, show } from "./part";

addWords(words);

afterEach(clear);

describe("findings", () => {
  const finding = (severity: Finding["severity"], line: number): Finding => ({
    file: "prix.csv",
    line,
    column: "gtin",
    severity,
    code: "x",
    message: `Relisez la ligne ${line}.`,
  });

  it("stand with their place, the errors first, and can be looked at kind by kind", () => {
    const at = show(<Findings findings={[finding("warning", 2), finding("error", 9)]} />);
    const rows = () => [...at.querySelectorAll("li")].map(plain);
    expect(rows()[0]).toContain("Erreur : Relisez la ligne 9.prix.csvligne 9colonne gtin");
    click(button(at, "1 avertissement"));
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toContain("ligne 2");
  });

  it("say once what holds of many places, with what differs left open", () => {
    const wrong = (line: number, value: string, due: number): Finding => ({
      ...finding("error", line),
      value,
      message: `« ${value} » : la clé devrait être ${due}, pas 4. Relisez.`,
    });
    const at = show(<Findings findings={[wrong(2, "11", 3), wrong(7, "12", 9)]} />);
    expect(plain(at.querySelector("summary"))).toContain("« … » : la clé devrait être …, pas 4. Relisez.2 endroits");
    const places = [...at.querySelectorAll("li li")].map(plain);
    expect(places).toEqual([
      "ligne 2« 11 » : la clé devrait être 3, pas 4. Relisez.",
      "ligne 7« 12 » : la clé devrait être 9, pas 4. Relisez.",
    ]);
  });

  it("list values alone where the sentence is the same, a part at a time", () => {
    const many = Array.from(
      { length: 5000 },
      (_, n): Finding => ({
        ...finding("error", n + 2),
        value: `a${n}`,
        message: `« a${n} » n’est pas un prix.`,
      }),
    );
    const at = show(<Findings findings={many} />);
    expect(at.querySelectorAll("li li").length).toBe(24);
    expect(plain(at.querySelector("li li"))).toBe("ligne 2« a0 »");
    click(button(at, "Voir 96 de plus"));
    expect(at.querySelectorAll("li li").length).toBe(120);
  });

  it("are searched by value, line and words", async () => {
    const many = Array.from({ length: 90 }, (_, n): Finding => ({ ...finding("error", n + 100), value: `v${n}` }));
    const at = show(<Findings findings={many} />);
    const search = at.querySelector("input[type=search]") as HTMLInputElement;
    const found = (words: string) => {
      act(() => {
        search.value = words;
        search.dispatchEvent(new Event("input", { bubbles: true }));
      });
      return plain(at.querySelector("[role=status]"));
    };
    expect(found("v17")).toBe("1 remarque");
    expect(found("relisez 105")).toBe("1 remarque");
    expect(found("rien")).toBe("0 remarque");
    expect(plain(at)).toContain("Aucune remarque ne correspond.");
  });

  it("open sixty thousand at once within a breath", () => {
    const many = Array.from(
      { length: 60_000 },
      (_, n): Finding => ({
        ...finding(n % 3 ? "warning" : "error", n),
        code: `c${n % 40}`,
        value: `v${n}`,
      }),
    );
    const at = show(<Findings findings={many} />);
    // Kinds, and the first places of each: what is drawn does not grow with what was found.
    expect(at.querySelectorAll("li").length).toBeLessThan(30 * 25 + 1);
  });

  it("leave as a table whose cells no spreadsheet takes for formulas", async () => {
    const said = { ...finding("error", 3), value: '=HYPERLINK("x")', message: "« a » ; relisez." };
    const text = plain({ textContent: await findingsFile([said]).text() } as Element);
    const [titles, row] = text.split("\r\n");
    expect(titles).toContain('"Ligne";"Colonne";"Valeur"');
    expect(row).toBe('"prix.csv";"3";"gtin";"\'=HYPERLINK(""x"")";"erreur";"« a » ; relisez."');
  });
});
