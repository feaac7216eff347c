/// <reference types="vitest/config" />
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { startingFiles } from "./build/chunks.ts";
import { iconByIcon } from "./build/icons.ts";
import { buildIdentity } from "./build/identity.ts";
import { keepPreviousBuilds } from "./build/previous.ts";
import { retried } from "./build/retried.ts";
import { frenchWords } from "./build/typography.ts";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")) as { version: string };
const here = fileURLToPath(new URL(".", import.meta.url));
const api = process.env.CORDEE_API ?? "http://127.0.0.1:8000";

/** Tests lie beside the other storeys' tests, outside this folder, and use this folder's packages all the same. */
function packagesForTests(): Plugin {
  return {
    name: "packages-for-tests",
    enforce: "pre",
    resolveId(id, importer) {
      const isPackage = !/^[./\0]|^virtual:/.test(id);
      if (!isPackage || !importer?.includes("/tests/pwa/")) return null;
      return this.resolve(id, `${here}src/main.tsx`, { skipSelf: true });
    },
  };
}

/**
 * Give each file of the precache the hash of its bytes: the browser takes no other ones under its name.
 * A portal that answers for the shop's network in the middle of an update then stops the update, and the running build stays.
 */
function withIntegrity<Entry extends { url: string }>(entries: Entry[]) {
  const manifest = entries.map((entry) => ({ ...entry, integrity: integrity(resolve(built.folder, entry.url)) }));
  return { manifest, warnings: [] };
}

const integrity = (file: string): string =>
  `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;

/** Where this build is written: known once the command line has been read. */
const built = { folder: "" };

function rememberFolder(): Plugin {
  return {
    name: "remember-folder",
    configResolved({ root, build }) {
      built.folder = resolve(root, build.outDir);
    },
  };
}

/** The face keeps its name: the server's own pages use it too. A new edition of it comes with a new version of its package. */
const assetFileNames = ({ names }: { names: string[] }): string =>
  names.some((name) => name.startsWith("archivo-latin-")) ? "fonts/archivo[extname]" : "assets/[name]-[hash][extname]";

export default defineConfig({
  base: "/app/",
  plugins: [
    packagesForTests(),
    frenchWords(),
    iconByIcon(here),
    rememberFolder(),
    keepPreviousBuilds(),
    buildIdentity(version, here),
    preact(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: ".",
      filename: "service-worker.js",
      scope: "/app/",
      injectRegister: false, // src/sw-bridge.ts registers, and asks before it reloads
      manifest: false, // public/manifest.webmanifest is served as it is
      injectManifest: {
        globPatterns: ["**/*.{js,css,html,svg,png,wasm,woff2,webmanifest}"],
        // Pictures of the installation sheet, other alphabets and the desk are not needed to start without a network.
        globIgnores: ["screenshots/**", "**/desk-*", "**/*-{cyrillic,greek,vietnamese,latin-ext}*"],
        manifestTransforms: [withIntegrity],
      },
      devOptions: { enabled: false },
    }),
  ],
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { assetFileNames, codeSplitting: { groups: startingFiles(here) } } },
  },
  server: {
    port: 8021,
    strictPort: true,
    proxy: { "/api": api },
    fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] },
  },
  preview: { port: 8021, strictPort: true, proxy: { "/api": api } },
  test: {
    environment: "happy-dom",
    root: here,
    dir: fileURLToPath(new URL("..", import.meta.url)),
    include: ["tests/pwa/**/*.test.{ts,tsx}"],
    setupFiles: ["../tests/pwa/setup.ts"],
    // A day begins where the shops are, wherever the tests run.
    env: { TZ: "Europe/Paris" },
    // A machine busy with a browser and a database beside: slow is no failure here.
    testTimeout: 60_000,
    // Nothing else runs beside the tests: each core has its share of them.
    maxWorkers: "100%",
    // A word that is logged while a worker ends has nobody to go to any more, and would fail the run.
    disableConsoleIntercept: true,
    // A belt, not the cure: what fails is tried again, and the end of the run names it.
    retry: 2,
    reporters: ["default", retried()],
  },
});
