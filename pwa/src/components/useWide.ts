import { signal } from "@preact/signals";

const query = matchMedia("(min-width: 900px)");
const wide = signal(query.matches);
query.addEventListener("change", (event) => {
  wide.value = event.matches;
});

/** True where two columns fit: then what is a sheet on a phone stands beside the page. */
export const isWide = wide;
