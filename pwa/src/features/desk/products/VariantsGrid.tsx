import { useRef, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import type { Anchor } from "./block";
import type { FormProps } from "./EditorForm";
import { type Grid, type GridColour, gridOf, withoutVariant, withVariant } from "./grid";
import { NewColour, NewSize } from "./NewAxis";
import { PasteVariants } from "./PasteVariants";
import style from "./picks.module.css";
import { SizesGrid } from "./SizesGrid";
import { VariantDetail } from "./VariantDetail";

/** What is pasted, and from which place of the grid on. */
interface Pasting {
  text: string;
  anchor: Anchor | null;
}

/** Sizes across, colours down: what there is, what was added, and an empty place where there is none. */
export function VariantsGrid(props: FormProps) {
  const { editor, readOnly } = props;
  const [sizes, setSizes] = useState<readonly string[]>([]);
  const [colours, setColours] = useState<readonly GridColour[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  const [pasting, setPasting] = useState<Pasting | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const grid = gridOf(editor.form, sizes, colours);
  const isFull = grid.sizes.length > 0 && grid.colours.length > 0;
  const removed = Object.keys(editor.base.variants).filter((key) => !editor.form.variants[key]);
  const back = () => box.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
  return (
    <div ref={box} class={style.variants}>
      {isFull && (
        <SizesGrid
          {...props}
          grid={grid}
          open={open}
          onOpen={setOpen}
          onAdd={(colour, size) => {
            const made = withVariant(editor.form, colour, size);
            editor.edit(`variants.${made.key}`, () => made.form);
            setOpen(made.key);
          }}
          onFill={(colour) => editor.edit(`variants of ${colour.key}`, (form) => filled(form, grid, colour))}
          onRemove={(key) => {
            editor.edit(`variants.${key}`, (form) => withoutVariant(form, key));
            setOpen(null);
          }}
          onPaste={(text, anchor) => setPasting({ text, anchor })}
        />
      )}
      {open && editor.form.variants[open] && (
        <VariantDetail
          {...props}
          key={open}
          id={open}
          onRemoved={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            back();
          }}
        />
      )}
      {removed.length > 0 && <p class={style.quiet}>{t("products.variant.removed", { n: removed.length })}</p>}
      {!readOnly && (
        <div class={style.axes}>
          <NewSize onMake={(more) => setSizes((now) => [...now, ...more])} />
          <NewColour known={props.words.colours} onMake={(colour) => setColours((now) => [...now, colour])} />
          {grid.sizes.length > 0 !== grid.colours.length > 0 && (
            <p class={style.quiet}>{t(grid.sizes.length ? "products.grid.colour" : "products.grid.size")}</p>
          )}
          {!pasting && (
            <div>
              <Button onClick={() => setPasting({ text: "", anchor: null })}>{t("products.paste.open")}</Button>
            </div>
          )}
        </div>
      )}
      {pasting && <PasteVariants {...props} {...pasting} onClose={() => setPasting(null)} />}
    </div>
  );
}

/** The form with every size of the grid in a colour; the codes are read off the labels, or pasted. */
function filled(form: FormProps["editor"]["form"], grid: Grid, colour: GridColour): FormProps["editor"]["form"] {
  return grid.sizes.reduce(
    (now, size) => (grid.at(colour.key, size) === undefined ? withVariant(now, colour, size).form : now),
    form,
  );
}
