import { render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, it } from "vitest";
import { photoOf } from "../../pwa/src/catalogue/photos";
import type { Photo } from "../../pwa/src/catalogue/types";
import { Picture } from "../../pwa/src/components/Picture";

type Props = Parameters<typeof Picture>[0];

const photo = (letter: string, colour: number | null, width = 1600): Photo => ({
  photo: letter.repeat(64),
  colour,
  width,
  height: width * 1.25,
  focus: [30, 70],
  alt: "Veste rouge de face",
});

function shown(props: Partial<Props>, host: HTMLElement = document.createElement("div")): HTMLElement {
  act(() => render(<Picture photo={undefined} drawing="<path/>" colour="#c8102e" {...props} />, host));
  return host;
}

describe("the photo of a piece", () => {
  it("is its colour's own, else one for all, and never another colour's", () => {
    const photos = [photo("a", 0), photo("b", null), photo("c", 1)];
    expect(photoOf({ photos }, 1)?.photo[0]).toBe("c");
    expect(photoOf({ photos }, 2)?.photo[0]).toBe("b");
    expect(photoOf({ photos: [photo("a", 0)] }, 1)).toBeUndefined();
    expect(photoOf({}, 0)).toBeUndefined();
  });

  it("is small in a row, waits until it is in sight, and looks where it matters", () => {
    const host = shown({ photo: photo("a", 0) });
    const image = host.querySelector("img");
    expect(image?.getAttribute("src")).toBe(`/media/${"a".repeat(64)}/320.jpg`);
    expect(image?.getAttribute("loading")).toBe("lazy");
    expect(image?.getAttribute("alt")).toBe("");
    expect(image?.style.objectPosition).toBe("30% 70%");
    expect([...host.querySelectorAll("source")].map((one) => one.type)).toEqual(["image/avif", "image/webp"]);
  });

  it("is larger alone, as far as it reaches, and says what it shows", () => {
    const host = shown({ large: true, photo: photo("a", 0), label: "Veste, rouge" });
    expect(host.querySelector("img")?.src).toContain("/640.jpg");
    expect(host.querySelector("img")?.alt).toBe("Veste rouge de face");
    shown({ large: true, photo: { ...photo("a", 0, 500), alt: "" }, label: "Veste, rouge" }, host);
    expect(host.querySelector("img")?.src).toContain("/320.jpg");
    expect(host.querySelector("img")?.alt).toBe("Veste, rouge");
  });

  it("gives way to the drawing where it does not arrive; another one is tried anew", () => {
    const host = shown({ photo: photo("a", 0) });
    act(() => {
      host.querySelector("img")?.dispatchEvent(new Event("error"));
    });
    expect(host.querySelector("img")).toBeNull();
    expect(host.querySelector("svg")).not.toBeNull();
    shown({ photo: photo("c", 1) }, host);
    expect(host.querySelector("img")?.src).toContain("c".repeat(64));
  });
});
