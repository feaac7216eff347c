import { Plus } from "lucide-preact";
import { useRef, useState } from "preact/hooks";
import { t } from "../../../state";
import type { Anchor } from "./block";
import type { FormProps } from "./EditorForm";
import { errorOf } from "./errors";
import { type FormVariant, same } from "./form";
import type { Grid, GridColour } from "./grid";
import { type At, placeAfter } from "./gridKeys";
import style from "./picks.module.css";

interface Props extends FormProps {
  grid: Grid;
  open: string | null;
  onOpen: (id: string | null) => void;
  onAdd: (colour: GridColour, size: string) => void;
  /** Every size of a colour. */
  onFill: (colour: GridColour) => void;
  onRemove: (id: string) => void;
  /** A block that was pasted while the hand was at a place. */
  onPaste: (text: string, anchor: Anchor) => void;
}

/** How many last digits of a code stand in its place: enough to hold it against the label. */
const LAST = 4;

/**
 * Sizes across, colours down, walked through as a spreadsheet: arrows, Home and End, Enter opens or adds, Delete takes
 * away, a block is pasted where the hand is.
 */
export function SizesGrid(props: Props) {
  const { grid, readOnly, onRemove, onPaste } = props;
  const [at, setAt] = useState<At>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const active = placeAfter("", false, at, grid.colours.length, grid.sizes.length) ?? clamped(at, grid);
  const pressed = (event: KeyboardEvent) => {
    const key = event.key;
    const colour = grid.colours[active.row];
    const id = colour && grid.at(colour.key, grid.sizes[active.column] ?? "");
    if (!readOnly && id && (key === "Delete" || key === "Backspace")) {
      event.preventDefault();
      return onRemove(id);
    }
    const next = placeAfter(key, event.ctrlKey || event.metaKey, active, grid.colours.length, grid.sizes.length);
    if (!next) return;
    event.preventDefault();
    setAt(next);
    focusAt(table.current, next);
  };
  const pasted = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (readOnly || !text.trim()) return;
    event.preventDefault();
    const colours = grid.colours.slice(active.row).map(({ name }) => name.fr ?? "");
    onPaste(text, { colours, sizes: grid.sizes.slice(active.column) });
  };
  return (
    <div class={style.gridBox}>
      <table
        ref={table}
        class={style.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose places are walked through is a grid
        role="grid"
        aria-label={t("products.part.variants")}
        onKeyDown={pressed}
        onPaste={pasted}
      >
        <Sizes grid={grid} />
        <tbody>
          {grid.colours.map((colour, row) => (
            <tr key={colour.key}>
              <th scope="row">
                <i class={style.cloth} style={{ background: colour.hex }} />
                {colour.name.fr}
              </th>
              {grid.sizes.map((size, column) => (
                <td key={size}>
                  <Place
                    {...props}
                    {...{ colour, size }}
                    id={grid.at(colour.key, size)}
                    isActive={active.row === row && active.column === column}
                    onReach={() => setAt({ row, column })}
                  />
                </td>
              ))}
              {!readOnly && (
                <td>
                  <Rest {...props} colour={colour} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const clamped = ({ row, column }: At, grid: Grid): At => ({
  row: Math.min(row, grid.colours.length - 1),
  column: Math.min(column, grid.sizes.length - 1),
});

function focusAt(table: HTMLTableElement | null, { row, column }: At): void {
  table?.tBodies[0]?.rows[row]?.querySelectorAll<HTMLElement>(`.${style.cell}`)[column]?.focus();
}

interface PlaceProps extends Props {
  colour: GridColour;
  size: string;
  /** The variant's key; undefined where there is none. */
  id: string | undefined;
  /** Where the Tab key comes in. */
  isActive: boolean;
  onReach: () => void;
}

/** One colour in one size: the end of its code opens the variant, a plus adds it. */
function Place({ editor, errors, readOnly, colour, size, id, open, isActive, onReach, onOpen, onAdd }: PlaceProps) {
  const words = { colour: colour.name.fr ?? "", size };
  const shared = { type: "button", tabIndex: isActive ? 0 : -1, onFocus: onReach } as const;
  const variant = id === undefined ? undefined : editor.form.variants[id];
  if (id === undefined || !variant)
    return (
      <button
        {...shared}
        class={style.cell}
        disabled={readOnly}
        aria-label={t("products.variant.add", words)}
        onClick={() => onAdd(colour, size)}
      >
        <Plus aria-hidden="true" />
      </button>
    );
  const looks = [
    [style.openCell, id === open],
    [style.isNew, !same(editor.base.variants[id], variant)],
    [style.isWrong, errorOf(errors, `variants.${id}`) !== undefined],
    [style.uncoded, !variant.gtin],
  ] as const;
  return (
    <button
      {...shared}
      class={`${style.cell} ${style.here} ${looks.map(([look, on]) => (on ? look : "")).join(" ")}`}
      aria-expanded={id === open}
      aria-label={labelOf(variant, words)}
      onClick={() => onOpen(id === open ? null : id)}
    >
      {variant.gtin.slice(-LAST) || "?"}
    </button>
  );
}

const labelOf = ({ gtin }: FormVariant, words: { colour: string; size: string }): string =>
  gtin ? t("products.variant.open", { ...words, gtin }) : t("products.variant.open.uncoded", words);

/** All sizes of a colour at once, where some are missing. */
function Rest({ grid, colour, onFill }: Props & { colour: GridColour }) {
  if (grid.sizes.every((size) => grid.at(colour.key, size) !== undefined)) return null;
  return (
    <button
      type="button"
      class={style.rest}
      aria-label={t("products.variant.fill.all", { colour: colour.name.fr ?? "" })}
      onClick={() => onFill(colour)}
    >
      {t("products.variant.fill")}
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
        <td />
      </tr>
    </thead>
  );
}
