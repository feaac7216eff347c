/** Icons one by one: through the package's one door, every page would seem to need every icon of the application. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";

const PACKAGE = "lucide-preact";
const IMPORT = new RegExp(`import \\{([^}]+)\\} from "${PACKAGE}";`, "g");
const EXPORT = /export \{([^}]+)\} from '(\.\/icons\/[^']+)';/g;

/** The file of each icon, by each of its names, as the package's door says it. */
function icons(root: string): Map<string, string> {
  const door = resolve(
    dirname(createRequire(resolve(root, "package.json")).resolve(PACKAGE)),
    "../esm",
    `${PACKAGE}.mjs`,
  );
  const found = new Map<string, string>();
  for (const [, names = "", file = ""] of readFileSync(door, "utf8").matchAll(EXPORT))
    for (const name of names.split(",")) found.set(name.replace("default as", "").trim(), resolve(dirname(door), file));
  return found;
}

/** Import each icon from its own file; what is no icon (a type) still comes through the door. */
export function iconByIcon(root: string): Plugin {
  let files: Map<string, string> | undefined;
  return {
    name: "icon-by-icon",
    enforce: "pre",
    transform(source) {
      if (!source.includes(`"${PACKAGE}"`)) return null;
      files ??= icons(root);
      const known = files;
      return { code: source.replace(IMPORT, (_, names: string) => named(names, known)), map: null };
    },
  };
}

function named(names: string, files: ReadonlyMap<string, string>): string {
  const asked = names
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const lines = asked.map((name) => {
    const [icon = "", here = icon] = name.split(" as ");
    const file = files.get(icon);
    return file ? `import ${here} from ${JSON.stringify(file)};` : `import { ${name} } from "${PACKAGE}";`;
  });
  // On one line, so that what follows keeps its place for whoever reads an error.
  return lines.join(" ");
}
