import { signal } from "@preact/signals";

/** A laptop, or a phone laid on its side; `--rail` of tokens.css stands under the same words. */
const query = matchMedia("(min-width: 900px), (min-width: 40em) and (max-height: 30em)");
const wide = signal(query.matches);
query.addEventListener("change", (event) => {
  wide.value = event.matches;
});

/** True where two columns fit: then what is a sheet on a phone stands beside the page. */
export const isWide = wide;
