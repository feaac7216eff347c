/** A form that begins with another product's facts, or with a name: held until its page opens. */
import { emptyForm, type Form } from "./form";

const held = new Map<string, Form>();

/** Let the form of a new product begin so. */
export const beginWith = (form: Form): void => void held.set(form.ref, form);

/** What a new product begins with; nothing but its reference where nobody said. */
export const begunWith = (ref: string): Form => held.get(ref) ?? emptyForm(ref);

/**
 * Another product's facts as those of a new one. Codes, prices and pages are its own alone; a value that was proven for
 * one is an estimate for the other, and says whence.
 */
export const copyOf = (form: Form, ref: string, note: string): Form => ({
  ...form,
  ...{ ref, variants: {}, prices: {}, sources: [] },
  attributes: Object.fromEntries(
    Object.entries(form.attributes)
      .filter(([, { value }]) => value.trim())
      .map(([id, { value }]) => [id, { value, provenance: "estimate", source: "", note }]),
  ),
});
