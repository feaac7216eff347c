import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beginStart, endStart, Further } from "../../pwa/src/components/Further";
import { painted } from "../../pwa/src/lib/breath";

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.append(root);
});

afterEach(() => {
  endStart();
  render(null, root);
  root.remove();
});

const page = (parts: readonly string[]) => (
  <>
    <h1>Veste</h1>
    {parts.map((part) => (
      <Further key={part}>
        <p>{part}</p>
      </Further>
    ))}
  </>
);

const said = () => [...root.querySelectorAll("p")].map(({ textContent }) => textContent);

/** What stands after each frame, until all of it stands. */
async function frames(parts: readonly string[]): Promise<string[][]> {
  const seen = [said() as string[]];
  while (said().length < parts.length) {
    await act(painted);
    seen.push(said() as string[]);
  }
  return seen.filter((now, at) => now.length !== seen[at - 1]?.length);
}

test("at a start what stands below comes after the first screen, one part after the other", async () => {
  beginStart();
  const parts = ["dire", "acheter", "savoir"];
  await act(() => render(page(parts), root));
  expect(root.querySelector("h1")).not.toBeNull();
  expect(await frames(parts)).toEqual([[], ["dire"], ["dire", "acheter"], parts]);
});

test("once the application stands, a page is drawn whole", () => {
  beginStart();
  endStart();
  render(page(["dire", "acheter"]), root);
  expect(said()).toEqual(["dire", "acheter"]);
});

test("what waits for its turn comes although the start is over meanwhile", async () => {
  beginStart();
  const parts = ["dire", "acheter"];
  await act(() => render(page(parts), root));
  endStart();
  expect((await frames(parts)).at(-1)).toEqual(parts);
});
