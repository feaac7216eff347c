import { signal } from "@preact/signals";
import style from "./Toast.module.css";

const SECONDS = 4;
const said = signal("");
let timer: ReturnType<typeof setTimeout> | undefined;

/** Say something short that needs no answer: shown for a moment, and read by a screen reader. */
export function say(text: string): void {
  clearTimeout(timer);
  said.value = text;
  timer = setTimeout(() => {
    said.value = "";
  }, SECONDS * 1000);
}

/** The one place where such words appear; it stands in the page from the start, so that screen readers listen to it. */
export function Toast() {
  return (
    <p class={style.toast} role="status">
      {said.value}
    </p>
  );
}
