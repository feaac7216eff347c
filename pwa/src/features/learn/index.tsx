import { useEffect } from "preact/hooks";
import type { PageProps } from "../../lib/router";
import { startTraining } from "../../state/training";
import { Overview } from "./Overview";
import { Session } from "./Session";

/** The training: what it has for today and how ready one is, or the cards of a session. */
export default function LearnPage({ params }: PageProps) {
  useEffect(startTraining, []);
  return params.mode === "cards" ? <Session /> : <Overview />;
}
