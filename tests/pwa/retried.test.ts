import { expect, test } from "vitest";
import type { TestModule } from "vitest/node";
import { retried } from "../../pwa/build/retried";

const run = (...tests: { fullName: string; flaky: boolean; retryCount: number }[]) =>
  ({
    relativeModuleId: "net.test.ts",
    children: { allTests: () => tests.map((one) => ({ fullName: one.fullName, diagnostic: () => one })) },
  }) as unknown as TestModule;

test("what passed only when it was tried again is named at the end, and nothing else", () => {
  const said: string[] = [];
  const steady = { fullName: "ask > answers", flaky: false, retryCount: 0 };
  const racing = { fullName: "ask > stops", flaky: true, retryCount: 2 };
  retried((line) => said.push(line)).onTestRunEnd?.([run(steady, racing)], [], "passed");
  expect(said).toEqual(["passed at try 3 only: net.test.ts > ask > stops"]);
});
