import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { back, href, match, navigate, parse, route, startRouter } from "../../pwa/src/lib/router";

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
