import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Further } from "../../pwa/src/components/Further";
import { useGrowing } from "../../pwa/src/components/useGrowing";
import { painted } from "../../pwa/src/lib/breath";
import { startScrollMemory } from "../../pwa/src/lib/places";

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement("main");
  document.body.append(root);
});

afterEach(() => {
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

test("what stands below comes after what is seen first, one part after the other", async () => {
  const parts = ["dire", "acheter", "savoir"];
  await act(() => render(page(parts), root));
  expect(root.querySelector("h1")).not.toBeNull();
  expect(await frames(parts)).toEqual([[], ["dire"], ["dire", "acheter"], parts]);
});

describe("a page that was left further down", () => {
  beforeEach(() => {
    startScrollMemory();
    scrollTo(0, 400);
    dispatchEvent(new Event("scroll"));
  });

  afterEach(() => {
    scrollTo(0, 0);
    dispatchEvent(new Event("scroll"));
  });

  test("is drawn whole when it comes back", () => {
    render(page(["dire", "acheter"]), root);
    expect(said()).toEqual(["dire", "acheter"]);
  });

  test("has all rows of its list", () => {
    let seen = 0;
    function List() {
      seen = useGrowing([7, 12], 24);
      return null;
    }
    render(<List />, root);
    expect(seen).toBe(24);
  });
});
