import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { back, href, lay, match, navigate, parse, route, startRouter } from "../../pwa/src/lib/router";

describe("parse", () => {
  test.each([
    ["", { path: "/", query: {} }],
    ["#", { path: "/", query: {} }],
    ["#main", { path: "/", query: {} }],
    ["#/search?q=veste%20bleue&size=M", { path: "/search", query: { q: "veste bleue", size: "M" } }],
    ["#/shop/", { path: "/shop", query: {} }],
  ])("reads %s", (hash, expected) => expect(parse(hash)).toEqual(expected));
});

describe("match", () => {
  test("gives the names of a pattern", () =>
    expect(match("/product/:ref", "/product/MIV%2010026")).toEqual({ ref: "MIV 10026" }));
  test("knows another path", () => {
    expect(match("/product/:ref", "/product")).toBeNull();
    expect(match("/product/:ref", "/product/")).toBeNull();
    expect(match("/product/:ref", "/compare/x")).toBeNull();
  });
  test("takes a lone percent sign as it stands", () =>
    expect(match("/show/:ref", "/show/50%")).toEqual({ ref: "50%" }));
});

test("href leaves out what is not given", () => {
  expect(href("/search", { q: "été", size: undefined, category: "" })).toBe("#/search?q=%C3%A9t%C3%A9");
  expect(href("/shop")).toBe("#/shop");
});

describe("moving", () => {
  let stop: () => void;
  beforeEach(() => {
    history.replaceState(null, "", "/app/#/advice");
    stop = startRouter();
  });
  afterEach(() => stop());

  test("follows navigate", () => {
    navigate("/product/trilogy");
    expect(route.value.path).toBe("/product/trilogy");
    expect(location.hash).toBe("#/product/trilogy");
  });

  test("replaces without a step in the history", () => {
    const before = history.length;
    navigate("/search?q=a", { replace: true });
    navigate("/search?q=ab", { replace: true });
    expect(history.length).toBe(before);
    expect(route.value.query).toEqual({ q: "ab" });
  });

  test("goes to the fallback where there is nothing to go back to", () => {
    navigate("/product/trilogy", { replace: true });
    back("/search");
    expect(route.value.path).toBe("/search");
  });
});

describe("what lies over a page", () => {
  let stop: () => void;
  beforeEach(() => {
    history.replaceState(null, "", "/app/#/advice");
    stop = startRouter();
  });
  afterEach(() => {
    navigate("/elsewhere");
    stop();
    vi.restoreAllMocks();
  });

  /** What a browser does for "back": the entry before, then the event. */
  const goBackTo = (state: unknown, url = "#/advice") => {
    history.replaceState(state, "", url);
    dispatchEvent(new PopStateEvent("popstate"));
  };

  test("is closed by going back, and the page stays", () => {
    const close = vi.fn();
    const before = history.state;
    lay(close);
    expect(location.hash).toBe("#/advice");
    goBackTo(before);
    expect(close).toHaveBeenCalledOnce();
    expect(route.value.path).toBe("/advice");
  });

  test("is closed one by one, the last first", () => {
    const closed: string[] = [];
    const before = history.state;
    lay(() => closed.push("sheet"));
    const sheet = history.state;
    lay(() => closed.push("dialog over it"));
    goBackTo(sheet);
    expect(closed).toEqual(["dialog over it"]);
    goBackTo(before);
    expect(closed).toEqual(["dialog over it", "sheet"]);
  });

  test("takes its entry out of the history when its own button closes it", () => {
    const away = vi.spyOn(history, "back").mockImplementation(() => {});
    const closed = lay(vi.fn());
    closed();
    expect(away).toHaveBeenCalledOnce();
    closed();
    expect(away).toHaveBeenCalledOnce();
  });

  test("is closed by going on to another page, where it is no part of this one", () => {
    const away = vi.spyOn(history, "back").mockImplementation(() => {});
    const close = vi.fn();
    const closed = lay(close, true);
    navigate("/product/trilogy");
    closed();
    expect(close).toHaveBeenCalledOnce();
    expect(away).not.toHaveBeenCalled();
  });

  test("is left as it is by going on to another page, and found again by coming back", () => {
    const away = vi.spyOn(history, "back").mockImplementation(() => {});
    const close = vi.fn();
    const closed = lay(close);
    const sheet = history.state;
    navigate("/product/trilogy");
    closed();
    expect(away).not.toHaveBeenCalled();
    expect(route.value.path).toBe("/product/trilogy");
    goBackTo(sheet);
    const entries = history.length;
    lay(close);
    expect(history.length).toBe(entries);
    expect(close).not.toHaveBeenCalled();
  });
});
