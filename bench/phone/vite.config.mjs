/** The application's own modules in one file, by its own compiler and for the same browsers as its build. */
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const installed = fileURLToPath(new URL("../../pwa/node_modules/", import.meta.url));

export default {
  root: here,
  logLevel: "error",
  resolve: {
    alias: ["json-rules-engine", "minisearch"].map((name) => ({
      find: new RegExp(`^${name}$`),
      replacement: installed + name,
    })),
  },
  build: {
    target: "es2022",
    emptyOutDir: true,
    lib: { entry: `${here}main.ts`, formats: ["iife"], name: "cordee", fileName: () => "bench.js" },
  },
};
