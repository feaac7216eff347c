/** Say at the end of a run which tests passed only when they were tried again: each of them races something. */
import type { Reporter, TestCase, TestModule } from "vitest/node";

const print = (line: string): unknown => process.stdout.write(`${line}\n`);

export function retried(write = print): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[]) {
      for (const module of modules)
        for (const test of module.children.allTests()) if (isFlaky(test)) write(sentence(module, test));
    },
  };
}

const isFlaky = (test: TestCase): boolean => test.diagnostic()?.flaky ?? false;

const sentence = (module: TestModule, test: TestCase): string =>
  `passed at try ${(test.diagnostic()?.retryCount ?? 0) + 1} only: ${module.relativeModuleId} > ${test.fullName}`;
