import { render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, it } from "vitest";
import { Gauge } from "../../pwa/src/components/Gauge";
import { readGauge } from "../../pwa/src/components/gauge";

type Props = Parameters<typeof Gauge>[0];

function shown(props: Partial<Props>): HTMLElement {
  const host = document.createElement("div");
  act(() => render(<Gauge id="warm" label="Chaud" level={3} {...props} />, host));
  return host;
}

const spoken = (props: Partial<Props>) =>
  shown(props)
    .querySelector("[role=img]")
    ?.getAttribute("aria-label")
    ?.replace(/\u202f/g, " ");
const notch = (host: HTMLElement) => host.querySelector<HTMLElement>("[class*=notch]");

describe("a gauge", () => {
  it("fills its ticks up to the level where nothing is needed", () => {
    expect(readGauge(3, null)).toMatchObject({ ticks: ["on", "on", "on", "off", "off"], verdict: "plain" });
  });

  it("shows what is there and not needed as over-equipment", () => {
    expect(readGauge(5, 2)).toMatchObject({
      ticks: ["on", "on", "over", "over", "over"],
      verdict: "over",
      difference: 3,
    });
  });

  it("shows what is needed and missing as empty sockets up to the notch", () => {
    expect(readGauge(1, 3)).toMatchObject({
      ticks: ["on", "lack", "lack", "off", "off"],
      verdict: "short",
      difference: -2,
    });
  });

  it("never takes the unknown for zero", () => {
    expect(readGauge(null, 3)).toMatchObject({ verdict: "unknown", difference: 0 });
    expect(new Set(readGauge(null, 3).ticks)).toEqual(new Set(["unknown"]));
    expect(readGauge(0, 3).verdict).toBe("short");
  });

  it("marks an estimate, and only where there is a level", () => {
    expect(readGauge(3, null, "estimate").estimate).toBe(true);
    expect(readGauge(null, null, "estimate").estimate).toBe(false);
    expect(readGauge(3, null, "maker").estimate).toBe(false);
  });

  it("puts the notch at the end of the last tick that is needed, and none without a need", () => {
    expect(notch(shown({ need: 4 }))?.style.getPropertyValue("--at")).toBe("0.8");
    expect(notch(shown({ need: 0 }))?.style.getPropertyValue("--at")).toBe("0");
    expect(notch(shown({}))).toBeNull();
  });

  it("says level, need and difference to a screen reader", () => {
    expect(spoken({ level: 5, need: 4 })).toBe("Chaud : 5 sur 5, besoin 4, 1 cran de plus que le besoin");
    expect(spoken({ level: 1, need: 3 })).toBe("Chaud : 1 sur 5, besoin 3, 2 crans en dessous du besoin");
    expect(spoken({ level: 3, need: 3 })).toContain("juste ce qu’il faut");
    expect(spoken({ level: null, need: 3 })).toBe("Chaud : non communiqué, besoin 3");
    expect(spoken({ level: 3, provenance: "estimate" })).toBe("Chaud : 3 sur 5, estimé");
  });

  it("writes the difference beside the label, for those who see no colour", () => {
    const sign = (props: Partial<Props>) => shown(props).querySelector("[aria-hidden]")?.textContent;
    expect(sign({ level: 5, need: 2 })).toBe("Chaud+3");
    expect(sign({ level: 1, need: 3 })).toBe("Chaud−2");
    expect(sign({ level: null, need: 3 })).toBe("Chaud?");
    expect(sign({ level: 3 })).toBe("Chaud");
  });
});
