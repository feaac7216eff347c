import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import { isWide } from "../../../components/useWide";
import {
  type Completeness,
  type DeskProduct,
  fetchProduct,
  type LostAnswer,
  proposeChanges,
} from "../../../lib/apiProducts";
import { log } from "../../../lib/log";
import { explain, href, lang, navigate, t } from "../../../state";
import { Failed } from "../parts/Failed";
import { SidePanel } from "../parts/SidePanel";
import { useAsked } from "../parts/useAsked";
import { fieldLabel } from "../parts/values";
import { Waiting } from "../parts/Waiting";
import { AttributeField } from "../products/AttributeField";
import { type Errors, errorsOf, isOutdated } from "../products/errors";
import { changeOf, type Form, formOf, isEmpty, type Typed } from "../products/form";
import { fetchedWords } from "../products/words";
import style from "./completeness.module.css";

interface Props {
  row: LostAnswer;
  /** Out of what it was counted. */
  basis: Completeness["basis"];
  mayWrite: boolean;
  onClose: () => void;
}

/** One fact to fill in: what it cost, its value with its witness, and the dry run. */
export function Fill({ row, basis, mayWrite, onClose }: Props) {
  return (
    <SidePanel title={fieldLabel(`properties.${row.attribute}`)} onClose={onClose}>
      <p class={style.name}>{row.name}</p>
      <p class={style.why}>
        {t(basis === "samples" ? "completeness.why.samples" : "completeness.why", { n: row.answers_lost })}
      </p>
      <ul class={style.examples}>
        {row.examples.map(({ says, times }) => (
          <li key={says}>
            <span>{says}</span>
            {times > 1 && <small>{t("completeness.times", { n: times })}</small>}
          </li>
        ))}
      </ul>
      {mayWrite && <Filling row={row} />}
    </SidePanel>
  );
}

function Filling({ row }: { row: LostAnswer }) {
  const product = useAsked(`product ${row.ref} ${lang.value}`, (signal) => found(row.ref, signal));
  const words = useAsked(`desk words ${lang.value}`, () => fetchedWords(lang.peek()));
  const failure = (!product.data && product.failure) || (!words.data && words.failure);
  if (failure) return <Failed text={failure} onAgain={product.data ? words.again : product.again} />;
  const word = words.data?.attributes.find(({ id }) => id === row.attribute);
  if (!product.data || !word) return <Waiting />;
  return <FillForm key={product.data.etag} product={product.data} word={word} row={row} onOutdated={product.again} />;
}

async function found(ref: string, signal: AbortSignal): Promise<DeskProduct> {
  const answer = await fetchProduct(ref, lang.peek(), undefined, signal);
  if (!answer.changed) throw new TypeError("asked without a tag");
  return answer.data;
}

interface FormProps {
  product: DeskProduct;
  word: Parameters<typeof AttributeField>[0]["word"];
  row: LostAnswer;
  onOutdated: () => void;
}

function FillForm({ product, word, row, onOutdated }: FormProps) {
  const base = formOf(product);
  const [typed, setTyped] = useState<Typed | undefined>(base.attributes[word.id]);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form: Form = typed ? { ...base, attributes: { ...base.attributes, [word.id]: typed } } : base;
  const change = changeOf(base, form, product.etag);
  const propose = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const note = t("completeness.note", { name: product.name, fact: word.label }).slice(0, 200);
      const id = await proposeChanges(note, [change]);
      say(t("products.proposed"));
      navigate(`/desk/import/${id}`);
    } catch (cause) {
      log.info("not proposed", cause);
      setErrors(errorsOf(cause, base, form));
      setFailure(isOutdated(cause) ? t("completeness.outdated") : explain(cause));
      if (isOutdated(cause)) onOutdated();
    } finally {
      setBusy(false);
    }
  };
  const box = useRef<HTMLFormElement>(null);
  // One click on the row, and the value can be typed; on a phone the keyboard waits until it is wanted.
  useEffect(() => {
    if (isWide.peek()) box.current?.querySelector<HTMLElement>("input, select")?.focus();
  }, []);
  return (
    <form
      ref={box}
      class={style.fill}
      onSubmit={(event) => {
        event.preventDefault();
        void propose();
      }}
    >
      <AttributeField
        word={word}
        typed={typed}
        before={base.attributes[word.id]}
        completed={product.completed[word.id]}
        isDecisive
        errors={errors}
        sources={product.sources}
        onChange={setTyped}
      />
      {failure && (
        <p class={style.failure} role="alert">
          {failure}
        </p>
      )}
      <Button kind="main" type="submit" disabled={busy || isEmpty(change)}>
        {t(busy ? "completeness.saving" : "completeness.save")}
      </Button>
      <Button kind="quiet" href={href(`/desk/products/${encodeURIComponent(row.ref)}`, { at: row.attribute })}>
        {t("completeness.open")}
      </Button>
    </form>
  );
}
