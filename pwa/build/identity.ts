/** Which build this is: the page says it of itself, and version.json of what the server has. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** Files under their own name that the page runs or shows: their content counts, where a hashed name would do. */
const UNHASHED = ["public/watchdog.js", "index.html"];
const LENGTH = 12;

/** Name the build after the hashed names of its files, and write the name into the page and into version.json. */
export function buildIdentity(version: string, root: string): Plugin {
  return {
    name: "build-identity",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) => [
        {
          tag: "meta",
          attrs: { name: "build", content: identityOf(Object.keys(bundle ?? {}), root) },
          injectTo: "head",
        },
      ],
    },
    generateBundle: {
      order: "pre",
      handler(_options, bundle) {
        const build = identityOf(Object.keys(bundle), root);
        this.emitFile({
          type: "asset",
          fileName: "version.json",
          source: `${JSON.stringify({ version, build })}\n`,
        });
      },
    },
  };
}

function identityOf(names: string[], root: string): string {
  const hash = createHash("sha256");
  for (const name of names.filter((one) => one.startsWith("assets/")).sort()) hash.update(`${name}\n`);
  for (const name of UNHASHED) hash.update(readFileSync(`${root}${name}`));
  return hash.digest("hex").slice(0, LENGTH);
}
