/** The application's own modules in one file, by its own compiler and for the same browsers as its build. */
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

export default {
  root: here,
  logLevel: "error",
  build: {
    target: "es2022",
    emptyOutDir: true,
    lib: { entry: `${here}main.ts`, formats: ["iife"], name: "cordee", fileName: () => "bench.js" },
  },
};
