/** A page brings the icons it shows, and no others. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { iconByIcon } from "../../pwa/build/icons";

const transform = iconByIcon(join(import.meta.dirname, "../../pwa")).transform as (
  source: string,
) => { code: string } | null;
const written = (source: string) => transform(source)?.code ?? source;

describe("icons", () => {
  test("come each from a file of their own", () => {
    const code = written('import {\n  House,\n  Search as Glass,\n} from "lucide-preact";\nshow(House, Glass);');
    const found = [...code.matchAll(/import (\w+) from "([^"]+)";/g)].map(
      ([, name, file = ""]) => [name, file] as const,
    );
    expect(found.map(([name]) => name)).toEqual(["House", "Glass"]);
    expect(found.every(([, file]) => existsSync(file))).toBe(true);
    expect(code.split("\n")).toHaveLength(2);
  });

  test("have types that still come through the package's door", () => {
    const types = 'import type { LucideIcon } from "lucide-preact";';
    expect(written(types)).toBe(types);
    expect(written('import { House, type LucideIcon } from "lucide-preact";')).toContain(
      'import { type LucideIcon } from "lucide-preact";',
    );
  });

  test("are nobody else's business", () => {
    expect(transform('import { signal } from "@preact/signals";')).toBeNull();
  });
});
