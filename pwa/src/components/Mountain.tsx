import { useEffect, useState } from "preact/hooks";
import { inSteps } from "../lib/idle";
import { drawing } from "./contours";
import style from "./Topo.module.css";

/** The last mountains that were drawn: a page that comes back has its own at once. */
const drawn = new Map<string, string[]>();
const MOST_DRAWN = 16;

/** The lines of one mountain, when they are worked out. */
export function Mountain({ seed }: { seed: string }) {
  const paths = useDrawing(seed);
  if (!paths) return null;
  return (
    <svg class={style.topo} viewBox="0 0 400 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {paths.map((path, at) => (
        <path key={path} d={path} class={at % 5 === 4 ? style.index : ""} />
      ))}
    </svg>
  );
}

function useDrawing(seed: string): string[] | undefined {
  const [, show] = useState("");
  useEffect(() => (drawn.has(seed) ? undefined : inSteps(kept(seed, show))), [seed]);
  return drawn.get(seed);
}

function* kept(seed: string, show: (seed: string) => void): Generator<undefined, void> {
  const paths = yield* drawing(seed);
  const [oldest = ""] = drawn.keys();
  if (drawn.size >= MOST_DRAWN) drawn.delete(oldest);
  drawn.set(seed, paths);
  show(seed);
}
