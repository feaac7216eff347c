import { Plus } from "lucide-preact";
import { useState } from "preact/hooks";
import { buzz } from "../../lib/buzz";
import { t, variants } from "../../state";
import { codeText } from "../search/CodeAnswer";
import { type Code, findCode } from "../search/codes";
import style from "./count.module.css";
import { change, draft } from "./counting";
import { added } from "./draft";
import { labelOf } from "./Lines";

/** The number under the bars, for a tag that the camera does not read: a right one adds a piece at once. */
export function Typed() {
  const [text, setText] = useState("");
  const code = findCode(text, variants.value);
  const add = (gtin: string) => {
    change(added(draft.peek(), gtin));
    buzz("scan");
    setText("");
  };
  return (
    <form
      class={style.typed}
      onSubmit={(event) => {
        event.preventDefault();
        const single = code?.found.length === 1 ? code.found[0] : undefined;
        if (single) add(single.variant.gtin);
      }}
    >
      <label class={style.legend} for="count-code">
        {t("scan.type")}
      </label>
      <input
        id="count-code"
        class={style.field}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        enterkeyhint="done"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        placeholder={t("scan.type.example")}
      />
      {code && <Meant code={code} onAdd={add} />}
    </form>
  );
}

function Meant({ code, onAdd }: { code: Code; onAdd: (gtin: string) => void }) {
  return (
    <div>
      <p class={style.hint} role="status">
        {codeText(code)}
      </p>
      <ul>
        {code.found.map(({ product, variant }) => (
          <li key={variant.gtin}>
            <button type="button" class={style.meant} onClick={() => onAdd(variant.gtin)}>
              <Plus aria-hidden="true" />
              {labelOf(product, variant)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
