"""Other builds of the phone's application, as the next deployments would bring them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from .network import SIGN_IN
from .serving import ROOT, ShopServer, built_dist

NEXT_VERSION, BROKEN_VERSION = "99.1.0", "99.2.0"
BUILD = """
import { build } from "vite";
const [outDir, version, broken] = process.argv.slice(-3);
const define = { __VERSION__: JSON.stringify(version) };
const fail = (code, id) => (id.endsWith("/src/main.tsx") ? `throw new Error("a broken build");${code}` : null);
const plugins = broken === "broken" ? [{ name: "broken", transform: fail }] : [];
await build({ logLevel: "error", define, plugins, build: { outDir, emptyOutDir: true } });
"""


def build(out: Path, version: str, *, broken: bool = False) -> Path:
    """Build the application under another version; a broken one throws before it shows anything."""
    script = 'cd pwa && exec node --input-type=module --eval "$1" "$2" "$3" "$4"'
    words = ["bash", "-c", script, "build", BUILD, str(out), version, "broken" if broken else "whole"]
    done = subprocess.run(["scripts/node", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def damaged(dist: Path, folder: Path, how: str) -> Path:
    """Copy a build of which one new file does not come as it should: a portal's page, nothing, or half of it."""
    copied = folder / how
    shutil.copytree(dist, copied)
    kept = {file.name for file in (built_dist() / "assets").iterdir()}  # the phone has these and asks for none of them
    asset = next(file for file in sorted((copied / "assets").glob("*.js")) if file.name not in kept)
    whole = asset.read_bytes()
    asset.unlink()
    if how != "missing":
        asset.write_bytes({"foreign": SIGN_IN, "half": whole[: len(whole) // 2]}[how])
    return copied


def serve(shop: ShopServer, dist: Path) -> None:
    """Deploy a build: end the server and start it again with other files."""
    shop.kill()
    shop.dist = dist
    shop.start()
