import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Drawer } from "../../../components/Drawer";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import style from "./products.module.css";

interface Props {
  onClose: () => void;
  onMake: (ref: string) => void;
}

/** Lower case, digits and hyphens: what files and addresses can carry. */
const REF = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** "Trilogy Veste – M" → "trilogy-veste-m". */
const slug = (words: string): string =>
  words
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80);

/** A new product begins with its reference, which never changes again. */
export function NewProduct({ onClose, onMake }: Props) {
  const [ref, setRef] = useState("");
  const [told, setTold] = useState(false);
  const good = REF.test(ref) && ref.length <= 80;
  return (
    <Drawer title={t("products.new")} onClose={onClose}>
      <form
        class={style.newOne}
        onSubmit={(event) => {
          event.preventDefault();
          if (good) onMake(ref);
          else setTold(true);
        }}
      >
        <Field
          label={t("products.new.ref")}
          value={ref}
          onInput={setRef}
          help={t("products.new.help")}
          error={told && !good ? t("products.new.wrong", { near: slug(ref) || "trilogy-veste-f" }) : undefined}
        />
        <Button type="submit" kind="main">
          {t("products.new.make")}
        </Button>
      </form>
    </Drawer>
  );
}
