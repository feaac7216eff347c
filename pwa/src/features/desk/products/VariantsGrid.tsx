import { Check, Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { t } from "../../../state";
import type { FormProps } from "./EditorForm";
import { errorOf } from "./errors";
import { same } from "./form";
import { type Grid, type GridColour, gridOf, withVariant } from "./grid";
import { NewColour, NewSize } from "./NewAxis";
import style from "./picks.module.css";
import { VariantDetail } from "./VariantDetail";

/** Sizes across, colours down: what there is, what was added, and an empty place where there is none. */
export function VariantsGrid(props: FormProps) {
  const { editor, errors, readOnly } = props;
  const [sizes, setSizes] = useState<readonly string[]>([]);
  const [colours, setColours] = useState<readonly GridColour[]>([]);
  const [open, setOpen] = useState<string | null>(null);
  const grid = gridOf(editor.form, sizes, colours);
  const add = (colour: GridColour, size: string) => {
    const made = withVariant(editor.form, colour, size);
    editor.edit(`variants.${made.key}`, () => made.form);
    setOpen(made.key);
  };
  const removed = Object.keys(editor.base.variants).filter((key) => !editor.form.variants[key]);
  return (
    <>
      {grid.sizes.length > 0 && grid.colours.length > 0 && (
        <div class={style.gridBox}>
          <table class={style.grid} aria-label={t("products.part.variants")}>
            <Sizes grid={grid} />
            <tbody>
              {grid.colours.map((colour) => (
                <tr key={colour.key}>
                  <th scope="row">
                    <i class={style.cloth} style={{ background: colour.hex }} />
                    {colour.name.fr}
                  </th>
                  {grid.sizes.map((size) => (
                    <td key={size}>
                      <Place
                        {...{ editor, errors, readOnly, colour, size, open }}
                        id={grid.at(colour.key, size)}
                        onOpen={setOpen}
                        onAdd={() => add(colour, size)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open && editor.form.variants[open] && (
        <VariantDetail {...props} key={open} id={open} onRemoved={() => setOpen(null)} />
      )}
      {removed.length > 0 && <p class={style.quiet}>{t("products.variant.removed", { n: removed.length })}</p>}
      {!readOnly && (
        <div class={style.axes}>
          <NewSize onMake={(size) => setSizes((now) => [...now, size])} />
          <NewColour onMake={(colour) => setColours((now) => [...now, colour])} />
        </div>
      )}
      {(grid.sizes.length === 0) !== (grid.colours.length === 0) && (
        <p class={style.quiet}>{t(grid.sizes.length ? "products.grid.colour" : "products.grid.size")}</p>
      )}
    </>
  );
}

interface PlaceProps extends Pick<FormProps, "editor" | "errors" | "readOnly"> {
  colour: GridColour;
  size: string;
  /** The variant's key; undefined where there is none. */
  id: string | undefined;
  open: string | null;
  onOpen: (id: string | null) => void;
  onAdd: () => void;
}

/** One colour in one size: a tick opens the variant, a plus adds it. */
function Place({ editor, errors, readOnly, colour, size, id, open, onOpen, onAdd }: PlaceProps) {
  const words = { colour: colour.name.fr ?? "", size };
  if (id === undefined)
    return (
      <button
        type="button"
        class={style.cell}
        disabled={readOnly}
        aria-label={t("products.variant.add", words)}
        onClick={onAdd}
      >
        <Plus aria-hidden="true" />
      </button>
    );
  const looks = [
    [style.openCell, id === open],
    [style.isNew, !same(editor.base.variants[id], editor.form.variants[id])],
    [style.isWrong, errorOf(errors, `variants.${id}`) !== undefined],
  ] as const;
  return (
    <button
      type="button"
      class={`${style.cell} ${style.here} ${looks.map(([look, on]) => (on ? look : "")).join(" ")}`}
      aria-pressed={id === open}
      aria-label={t("products.variant.open", words)}
      onClick={() => onOpen(id === open ? null : id)}
    >
      <Check aria-hidden="true" />
    </button>
  );
}

function Sizes({ grid }: { grid: Grid }) {
  return (
    <thead>
      <tr>
        <td />
        {grid.sizes.map((size) => (
          <th key={size} scope="col">
            {size}
          </th>
        ))}
      </tr>
    </thead>
  );
}
