import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, it, vi } from "vitest";
import { NeedSentence } from "../../pwa/src/components/NeedSentence";
import { Price } from "../../pwa/src/components/Price";
import { SizeRow } from "../../pwa/src/components/SizeRow";
import { Slider } from "../../pwa/src/components/Slider";
import { sizesOf, variantFor } from "../../pwa/src/features/need/piece";
import { product } from "./fixture";

function show(node: ComponentChild): HTMLElement {
  const host = document.createElement("div");
  act(() => render(node, host));
  return host;
}
const plain = (element: Element | null) => element?.textContent?.replace(/[\u202f\u00a0]/g, " ") ?? "";
const click = (element: Element | null | undefined) => act(() => (element as HTMLElement | null)?.click());

describe("the need sentence", () => {
  const sentence = (active: string | null, picked = vi.fn(), removed = vi.fn()) =>
    show(
      <NeedSentence
        words={[
          { id: "activity", text: "Ski de rando" },
          { id: "weather", text: "neige" },
        ]}
        active={active}
        onPick={picked}
        onRemove={removed}
        onStrength={vi.fn()}
        removeLabel={(text) => `Retirer ${text}`}
        placeholder="Touchez"
        label="Le besoin"
      />,
    );

  it("opens the question of a word that is tapped", () => {
    const picked = vi.fn();
    click(sentence(null, picked).querySelectorAll("button")[1]);
    expect(picked).toHaveBeenCalledWith("weather");
  });

  it("takes a word out by the cross that stands beside the open one alone", () => {
    const removed = vi.fn();
    const host = sentence("weather", vi.fn(), removed);
    expect(host.querySelectorAll("[aria-label^=Retirer]").length).toBe(1);
    click(host.querySelector("[aria-label='Retirer neige']"));
    expect(removed).toHaveBeenCalledWith("weather");
  });
});

describe("a wish in the need sentence", () => {
  const strengthened = vi.fn();
  const wish = (active: string | null) =>
    show(
      <NeedSentence
        words={[{ id: "wish:down", text: "refusé : duvet", strength: "must_not" }]}
        active={active}
        onPick={vi.fn()}
        onRemove={vi.fn()}
        onStrength={strengthened}
        removeLabel={(text) => `Retirer ${text}`}
        placeholder="Touchez"
        label="Le besoin"
      />,
    );

  it("shows its strengths once it is tapped, the present one pressed", () => {
    expect(wish(null).querySelectorAll("[aria-pressed]")).toHaveLength(1);
    const pressed = wish("wish:down").querySelectorAll("[role=group] [aria-pressed=true]");
    expect([...pressed].map((each) => each.getAttribute("title"))).toEqual(["refusé"]);
  });

  it("takes another strength in one tap, and goes with the same", () => {
    const [liked, , refused] = wish("wish:down").querySelectorAll("[role=group] button");
    click(liked);
    expect(strengthened).toHaveBeenLastCalledWith("wish:down", "prefer");
    click(refused);
    expect(strengthened).toHaveBeenLastCalledWith("wish:down", "off");
  });
});

describe("the sizes of a piece", () => {
  const row = () =>
    show(
      <SizeRow
        label="Tailles"
        wanted="M"
        sizes={[
          { size: "S", quantity: 0, counted_at: "2026-01-10T09:12:00Z" },
          { size: "M", quantity: 2, counted_at: "2026-01-10T09:12:00Z" },
          { size: "L", quantity: null, counted_at: null },
        ]}
      />,
    );

  it("say how many are here and when that was counted, on a tap", () => {
    const host = row();
    expect(plain(host.querySelector("[role=status]"))).toBe("");
    click(host.querySelectorAll("button")[1]);
    expect(plain(host.querySelector("[role=status]"))).toMatch(/^M : 2 ici · compté .*10 janv/);
  });

  it("tell none from never counted, by more than a colour", () => {
    const [none, , asked] = [...row().querySelectorAll("button")];
    expect(none?.getAttribute("aria-label")).toContain("aucune ici");
    expect(asked?.getAttribute("aria-label")).toContain("pas encore comptée");
    expect(none?.className).not.toBe(asked?.className);
  });

  it("add up over colours, with the oldest count, and stay unknown where nothing was counted", () => {
    const variant = (gtin: string, size: string, colour: number) => ({
      gtin,
      sku: gtin,
      size,
      colour,
      price_cents: 100,
      reference_price_cents: null,
    });
    const piece = product("p", "P", { variants: [variant("1", "S", 0), variant("2", "S", 1), variant("3", "M", 0)] });
    const levels = {
      "1": { quantity: 1, counted_at: "2026-01-02T00:00:00Z" },
      "2": { quantity: 2, counted_at: "2026-01-01T00:00:00Z" },
    };
    expect(sizesOf(piece, levels)).toEqual([
      { size: "S", quantity: 3, counted_at: "2026-01-01T00:00:00Z" },
      { size: "M", quantity: null, counted_at: null },
    ]);
    expect(sizesOf(piece, levels, 1)).toEqual([{ size: "S", quantity: 2, counted_at: "2026-01-01T00:00:00Z" }]);
    expect(variantFor(piece, ["S"], { "2": levels["2"] })?.gtin).toBe("2");
    expect(variantFor(piece, ["M"], levels)?.gtin).toBe("3");
  });
});

describe("a price", () => {
  it("names the reference price and the law where there is a reduction, which it never overstates", () => {
    expect(plain(show(<Price cents={22490} reference={32990} law="Prix barré." size="large" />))).toBe(
      "224,90 €au lieu de 329,90 € −31 %Prix barré.",
    );
    expect(plain(show(<Price cents={22490} law="Prix barré." />))).toBe("224,90 €");
  });
});

describe("a slider", () => {
  const slider = (value: number | undefined, onInput = vi.fn()) =>
    show(
      <Slider
        label="Température"
        value={value}
        min={-30}
        max={30}
        step={1}
        format={(n) => `${n} °C`}
        onInput={onInput}
        unset="à régler"
      />,
    );

  it("says that it is not set, rather than showing where the thumb rests", () => {
    const host = slider(undefined);
    expect(host.querySelector("input")?.getAttribute("aria-valuetext")).toBe("à régler");
    expect(plain(host.querySelector("output"))).toBe("à régler");
    expect(host.querySelector("input")?.style.getPropertyValue("--filled")).toBe("0");
  });

  it("takes a tap on the resting thumb as this very value", () => {
    const onInput = vi.fn();
    const input = slider(undefined, onInput).querySelector("input");
    act(() => {
      input?.dispatchEvent(new Event("pointerup", { bubbles: true }));
    });
    expect(onInput).toHaveBeenCalledWith(0);
  });
});
