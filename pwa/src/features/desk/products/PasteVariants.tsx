import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { type Anchor, readBlock } from "./block";
import type { FormProps } from "./EditorForm";
import style from "./paste.module.css";
import { type Plan, type Planned, planOf, shadesOf, usualPrice, withPasted } from "./pasted";

interface Props extends FormProps {
  text: string;
  anchor: Anchor | null;
  onClose: () => void;
}

/** A table out of a spreadsheet or a mail: pasted, looked through line by line, then taken into the grid. */
export function PasteVariants({ editor, words, text, anchor, onClose }: Props) {
  const [typed, setTyped] = useState(text);
  const [shades, setShades] = useState<Readonly<Record<string, string>>>({});
  const [unsold, setUnsold] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setTyped(text), [text]);
  const lines = useMemo(() => readBlock(typed, anchor), [typed, anchor]);
  const plan = useMemo(
    () => planOf(lines, editor.form, shadesOf(words.colours, shades)),
    [lines, editor.form, shades, words],
  );
  const brings = plan.lines.filter(({ what }) => what === "new" || what === "changed").length;
  const wrong = plan.lines.filter(({ what }) => what === "wrong").length;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.scrollIntoView({ block: "nearest" });
    section.current?.querySelector<HTMLElement>("textarea")?.focus();
  }, []);
  const shops = words.shops.flatMap(({ id, name }) => {
    const usual = usualPrice(editor.form, id);
    const isPriced = lines.some(({ price }) => price);
    return usual || isPriced ? [{ id, name, price: isPriced ? null : (usual?.price ?? "") }] : [];
  });
  return (
    <section ref={section} class={style.paste} aria-label={t("products.paste.title")}>
      <h4 class={style.title}>{t("products.paste.title")}</h4>
      <Field
        kind="long"
        label={t("products.paste.field")}
        help={t("products.paste.help")}
        value={typed}
        onInput={setTyped}
        error={typed.trim() && !lines.length ? t("products.paste.none") : undefined}
      />
      <div class={style.shades}>
        {plan.colours.map(({ name, hex }) => (
          <label key={name.fr} class={style.shade}>
            <input
              type="color"
              value={hex}
              onInput={({ currentTarget: { value } }) => setShades((now) => ({ ...now, [name.fr ?? ""]: value }))}
            />
            {t("products.paste.shade", { colour: name.fr ?? "" })}
          </label>
        ))}
      </div>
      {brings > 0 &&
        shops.map(({ id, name, price }) => (
          <label key={id} class={style.shade}>
            <input
              type="checkbox"
              checked={!unsold.has(id)}
              onChange={() => setUnsold((now) => (now.has(id) ? without(now, id) : new Set([...now, id])))}
            />
            {t(price === null ? "products.paste.sold.own" : "products.paste.sold", { shop: name, price: price ?? "" })}
          </label>
        ))}
      {plan.lines.length > 0 && <Lines plan={plan} />}
      <p role="status" class={style.sum}>
        {plan.lines.length > 0 &&
          t("products.paste.sum", { n: brings, wrong: t("products.paste.wrong", { n: wrong }) })}
      </p>
      <div class={style.deeds}>
        <Button
          kind="main"
          disabled={brings === 0}
          onClick={() => {
            const sold = shops.map(({ id }) => id).filter((id) => !unsold.has(id));
            editor.edit("variants pasted", (form) => withPasted(form, plan, sold));
            onClose();
          }}
        >
          {t("products.paste.take", { n: brings })}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t("products.paste.close")}
        </Button>
      </div>
    </section>
  );
}

const without = (set: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...set].filter((one) => one !== id));

/** Every line as it was understood, and what becomes of it. */
function Lines({ plan }: { plan: Plan }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section class={style.box} tabIndex={0} aria-label={t("products.paste.lines")}>
      <table class={style.lines}>
        <thead>
          <tr>
            <th scope="col">{t("products.paste.colour")}</th>
            <th scope="col">{t("products.variant.size")}</th>
            <th scope="col">{t("products.variant.gtin")}</th>
          </tr>
        </thead>
        {plan.lines.map((each) => (
          <Line key={each.line.line + each.line.size} each={each} />
        ))}
      </table>
    </section>
  );
}

function Line({ each }: { each: Planned }) {
  const { line, colour, size, gtin, what, problem } = each;
  return (
    <tbody class={what === "wrong" ? style.isWrong : ""}>
      <tr>
        <td>
          {colour && <i class={style.cloth} style={{ background: colour.hex }} />}
          {line.colour || "\u2013"}
        </td>
        <td>{size || "\u2013"}</td>
        <td class={style.code}>{gtin || line.gtin || "\u2013"}</td>
      </tr>
      {(problem || what !== "new") && (
        <tr>
          <td colSpan={3} class={style.told}>
            {problem || t(`products.paste.what.${what}`)}
          </td>
        </tr>
      )}
    </tbody>
  );
}
