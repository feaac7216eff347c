import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Drawer } from "../../../components/Drawer";
import { fetchProduct } from "../../../lib/apiProducts";
import { log } from "../../../lib/log";
import { lang, t } from "../../../state";
import { Field } from "../parts/Field";
import { beginWith, copyOf } from "./copied";
import { emptyForm, type Form } from "./form";
import style from "./products.module.css";

interface Props {
  /** The product that it begins as a copy of. */
  from?: Form;
  onClose: () => void;
  onMake: (ref: string) => void;
}

/** Lower case, digits and hyphens: what files and addresses can carry. */
const REF = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST = 80;

/** "Trilogy Veste – M" → "trilogy-veste-m". */
const slug = (words: string): string =>
  words
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MOST)
    .replace(/^-|-$/g, "");

/** A new product begins with its name and its reference, which never changes again. */
export function NewProduct({ from, onClose, onMake }: Props) {
  const [brand, setBrand] = useState(from?.brand ?? "");
  const [name, setName] = useState("");
  const [own, setOwn] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | undefined>();
  const ref = own ?? slug(`${brand} ${name}`);
  const make = async () => {
    if (!REF.test(ref) || ref.length > MOST)
      return setWrong(t("products.new.wrong", { near: slug(ref) || "trilogy-veste-f" }));
    if (await isTaken(ref)) return setWrong(t("products.new.taken"));
    const base = from ? copyOf(from, ref, t("products.copy.note", { name: from.name || from.ref })) : emptyForm(ref);
    beginWith({ ...base, name: name.trim(), brand: brand.trim() });
    onMake(ref);
  };
  return (
    <Drawer
      title={from ? t("products.copy.title", { name: from.name || from.ref }) : t("products.new")}
      onClose={onClose}
    >
      <form
        class={style.newOne}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        {from && <p class={style.quiet}>{t("products.copy.about")}</p>}
        <Field label={t("products.field.brand")} value={brand} onInput={setBrand} list="desk-brands" />
        <Field label={t("products.field.name")} value={name} onInput={setName} />
        <Field
          label={t("products.new.ref")}
          value={ref}
          onInput={(typed) => {
            setWrong(undefined);
            setOwn(typed);
          }}
          help={t("products.new.help")}
          error={wrong}
        />
        <Button type="submit" kind="main">
          {t("products.new.make")}
        </Button>
      </form>
    </Drawer>
  );
}

/** Whether a product of this reference is published; what cannot be asked now is told when it is proposed. */
async function isTaken(ref: string): Promise<boolean> {
  try {
    await fetchProduct(ref, lang.peek());
    return true;
  } catch (cause) {
    log.info("reference not found, or not asked", cause);
    return false;
  }
}
