import { render } from "preact";
import { useState } from "preact/hooks";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ConfirmButton } from "../../pwa/src/features/desk/parts/ConfirmButton";
import { DataTable } from "../../pwa/src/features/desk/parts/DataTable";
import { FileDrop } from "../../pwa/src/features/desk/parts/FileDrop";
import { Progress } from "../../pwa/src/features/desk/parts/Progress";
import { SavedViews } from "../../pwa/src/features/desk/parts/SavedViews";
import type { Column } from "../../pwa/src/features/desk/parts/table";
import { inSight } from "../../pwa/src/features/desk/parts/windowed";
import words from "../../pwa/src/features/desk/words.json";
import { addWords } from "../../pwa/src/lib/i18n";
import { button, clear, click, plain, show } from "./part";

addWords(words);

afterEach(clear);

const press = (element: Element, key: string, more: KeyboardEventInit = {}) =>
  act(
    () => void element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more })),
  );

interface Row {
  id: string;
  name: string;
}
const COLUMNS: readonly Column<Row>[] = [
  { id: "name", title: "Nom", cell: ({ name }) => name, sortable: true },
  { id: "id", title: "Référence", cell: ({ id }) => id, minor: true },
];
const ROWS: readonly Row[] = Array.from({ length: 5000 }, (_, n) => ({ id: `p${n}`, name: `Pièce ${n}` }));
const idOf = ({ id }: Row) => id;

describe("a table of thousands of rows", () => {
  const opened = vi.fn();
  let picked: ReadonlySet<string> = new Set();

  function Picking() {
    const [held, hold] = useState<ReadonlySet<string>>(new Set());
    picked = held;
    return (
      <DataTable label="Pièces" columns={COLUMNS} rows={ROWS} idOf={idOf} picked={held} onPick={hold} onOpen={opened} />
    );
  }
  const grid = () => show(<Picking />).querySelector("table") as HTMLElement;
  const active = (table: Element) => document.getElementById(table.getAttribute("aria-activedescendant") ?? "");

  it("draws those in sight alone, and says how many there are", () => {
    const table = grid();
    expect(table.querySelectorAll("tbody tr[aria-rowindex]").length).toBeLessThan(60);
    expect(table.getAttribute("aria-rowcount")).toBe("5001");
    expect(table.querySelector("tbody tr")?.getAttribute("aria-rowindex")).toBe("2");
  });

  it("is walked through by keyboard, and opened by Enter", () => {
    const table = grid();
    press(table, "ArrowDown");
    press(table, "ArrowDown");
    press(table, "ArrowUp");
    expect(plain(active(table))).toContain("Pièce 1");
    press(table, "Enter");
    expect(opened).toHaveBeenLastCalledWith(ROWS[1]);
    press(table, "ArrowUp");
    press(table, "ArrowUp");
    expect(plain(active(table))).toContain("Pièce 0");
  });

  it("picks by space, and reaches with shift", () => {
    const table = grid();
    press(table, " ");
    expect([...picked]).toEqual(["p0"]);
    press(table, "ArrowDown", { shiftKey: true });
    press(table, "ArrowDown", { shiftKey: true });
    expect([...picked]).toEqual(["p0", "p1", "p2"]);
    expect(active(table)?.getAttribute("aria-selected")).toBe("true");
    press(table, " ");
    expect([...picked]).toEqual(["p0", "p1"]);
  });

  it("picks all rows, in sight or not", () => {
    const table = grid();
    click(table.querySelector("thead input"));
    expect(picked.size).toBe(ROWS.length);
    click(table.querySelector("thead input"));
    expect(picked.size).toBe(0);
  });

  it("leaves keys to what has the focus inside it", () => {
    const table = grid();
    press(table.querySelector("thead input") as Element, "ArrowDown");
    expect(plain(active(table))).toContain("Pièce 0");
  });

  it("asks its owner to sort, the other way the second time", () => {
    const sorted = vi.fn();
    const sort = { column: "name", down: false };
    const props = { label: "Pièces", columns: COLUMNS, rows: ROWS, idOf, onSort: sorted };
    const at = show(<DataTable {...props} sort={sort} />);
    click(button(at, "Nom"));
    expect(sorted).toHaveBeenCalledWith({ column: "name", down: true });
    expect(at.querySelector("th")?.getAttribute("aria-sort")).toBe("ascending");
  });

  it("asks for more where its end is in sight", () => {
    const more = vi.fn();
    show(<DataTable label="Pièces" columns={COLUMNS} rows={ROWS.slice(0, 5)} idOf={idOf} total={90} onEnd={more} />);
    expect(more).toHaveBeenCalled();
  });
});

describe("the rows in sight", () => {
  it("are those at the place scrolled to, with the height of all others above and below", () => {
    const seen = inSight(1000, 44 * 500, 440, 44);
    expect(seen.from).toBeLessThanOrEqual(500);
    expect(seen.to).toBeGreaterThanOrEqual(510);
    expect(seen.to - seen.from).toBeLessThan(60);
    expect(seen.above + (seen.to - seen.from) * 44 + seen.below).toBe(44 * 1000);
  });

  it("never run over the end, however far somebody has scrolled", () => {
    expect(inSight(3, 44 * 500, 440, 44)).toMatchObject({ from: 0, to: 3, above: 0, below: 0 });
  });
});

describe("what is asked twice", () => {
  const done = vi.fn();
  const twice = (count?: number) =>
    show(
      <ConfirmButton
        confirm="Retirer 12 pièces"
        about="Elles quittent le catalogue."
        onConfirm={done}
        {...(count === undefined ? {} : { count })}
      >
        Retirer
      </ConfirmButton>,
    );
  afterEach(() => done.mockClear());

  it("says the count before it is done", () => {
    const at = twice();
    click(button(at, "Retirer"));
    expect(done).not.toHaveBeenCalled();
    expect(plain(at)).toContain("Elles quittent le catalogue.");
    click(button(at, "Retirer 12 pièces"));
    expect(done).toHaveBeenCalledOnce();
  });

  it("asks for the count by hand where something goes away", () => {
    const at = twice(1200);
    click(button(at, "Retirer"));
    const sure = () => button(at, "Retirer 12 pièces") as HTMLButtonElement;
    const field = at.querySelector("input") as HTMLInputElement;
    expect(document.activeElement).toBe(field);
    const write = (value: string) =>
      act(() => {
        field.value = value;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
    expect(sure().disabled).toBe(true);
    write("120");
    press(field, "Enter");
    expect(done).not.toHaveBeenCalled();
    write("1 200");
    expect(sure().disabled).toBe(false);
    press(field, "Enter");
    expect(done).toHaveBeenCalledOnce();
  });

  it("is taken back by Escape, with the focus where it was", () => {
    const at = twice();
    click(button(at, "Retirer"));
    expect(plain(document.activeElement)).toBe("Retirer 12 pièces");
    press(document.activeElement as Element, "Escape");
    expect(button(at, "Retirer 12 pièces")).toBeUndefined();
    expect(plain(document.activeElement)).toBe("Retirer");
  });
});

describe("files", () => {
  const taken = vi.fn();
  const csv = new File(["a"], "a.csv");
  const zip = new File(["b"], "b.zip");

  it("are taken from the picker, and from a drop", () => {
    const at = show(<FileDrop action="Choisir" text="ou déposez" multiple onFiles={taken} />);
    const field = at.querySelector("input") as HTMLInputElement;
    Object.defineProperty(field, "files", { value: [csv], configurable: true });
    act(() => void field.dispatchEvent(new Event("change", { bubbles: true })));
    expect(taken).toHaveBeenLastCalledWith([csv]);
    const drop = Object.assign(new Event("drop", { bubbles: true, cancelable: true }), {
      dataTransfer: { files: [csv, zip] },
    });
    act(() => void at.firstElementChild?.dispatchEvent(drop));
    expect(taken).toHaveBeenLastCalledWith([csv, zip]);
    expect(drop.defaultPrevented).toBe(true);
  });
});

describe("progress", () => {
  it("is as far as it is said to be, and of no figure where nobody knows", () => {
    const at = show(<Progress label="Lecture" done={0.42} detail="42 sur 100" />);
    const bar = () => at.querySelector("progress");
    expect([plain(at.querySelector("p")), bar()?.getAttribute("value")]).toEqual(["Lecture42 %", "0.42"]);
    act(() => render(<Progress label="Lecture" done={null} />, at));
    expect(bar()?.hasAttribute("value")).toBe(false);
  });
});

describe("saved views", () => {
  it("are named, opened again and forgotten", async () => {
    const opened = vi.fn();
    const at = show(<SavedViews room="products" now={{ brand: "Millet", q: "" }} onOpen={opened} />);
    click(button(at, "Enregistrer cette vue"));
    const name = (text: string) => {
      const field = at.querySelector("input") as HTMLInputElement;
      act(() => {
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      click(button(at, "Enregistrer"));
    };
    name("Millet seul");
    await vi.waitFor(() => expect(button(at, "Millet seul")?.getAttribute("aria-pressed")).toBe("true"));
    click(button(at, "Millet seul"));
    expect(opened).toHaveBeenCalledWith({ brand: "Millet" });
    click(button(at, "Renommer la vue"));
    name("Millet");
    await vi.waitFor(() => expect(button(at, "Millet")?.getAttribute("aria-pressed")).toBe("true"));
    expect(button(at, "Millet seul")).toBeUndefined();
    click(at.querySelector("[aria-label*=Oublier]"));
    expect(button(at, "Millet")).toBeUndefined();
    click(button(at, "Remettre « Millet »"));
    await vi.waitFor(() => expect(button(at, "Millet")?.getAttribute("aria-pressed")).toBe("true"));
  });
});
