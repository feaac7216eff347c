/** One part on the screen, and what a person does with it. */
import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";

let host: HTMLElement | undefined;

/** Put something on the screen; what stood there makes way. */
export function show(node: ComponentChild): HTMLElement {
  clear();
  const element = document.createElement("div");
  document.body.append(element);
  host = element;
  act(() => render(node, element));
  return element;
}

export function clear(): void {
  const last = host;
  host = undefined;
  if (last) act(() => render(null, last));
  last?.remove();
}

/** The words of an element with plain spaces: typography is set by code. */
export const plain = (element: Element | null | undefined) =>
  element?.textContent?.replace(/[\u202f\u00a0]/g, " ") ?? "";
export const click = (element: Element | null | undefined) => act(() => (element as HTMLElement).click());
export const button = (at: Element, name: string) =>
  [...at.querySelectorAll("button")].find((one) => plain(one).trim() === name);
