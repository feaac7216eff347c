import { type Signal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { log } from "../../lib/log";
import { closed } from "../../state";
import { type CameraTrouble, closeCamera, hasTorch, openCamera, watch } from "./camera";
import { makeDetector } from "./detector";

export type ScannerState = "opening" | "looking" | CameraTrouble | "decoder";

export interface Scanner {
  video: RefObject<HTMLVideoElement | null>;
  state: Signal<ScannerState>;
  /** Null while there is no picture. */
  stream: Signal<MediaStream | null>;
  torch: Signal<boolean>;
  /** Ask again, after something was refused or went wrong. */
  retry: () => void;
}

/** Keep the camera open while somebody sees the page, and tell each text that it reads. */
export function useScanner(onText: (text: string) => void): Scanner {
  const video = useRef<HTMLVideoElement>(null);
  const state = useSignal<ScannerState>("opening");
  const stream = useSignal<MediaStream | null>(null);
  const torch = useSignal(false);
  const turn = useSignal(0);
  const retry = () => {
    turn.value += 1;
  };
  const away = useAway();
  useEffect(() => {
    state.value = "opening";
    if (away) return undefined;
    let close = () => {};
    let left = false;
    void start(video, onText).then((started) => {
      if (typeof started === "string") {
        if (!left) state.value = started;
        return;
      }
      close = started.close;
      if (left) return close();
      stream.value = started.stream;
      torch.value = hasTorch(started.stream);
      state.value = "looking";
    });
    return () => {
      left = true;
      stream.value = null;
      close();
    };
  }, [turn.value, away]);
  return { video, state, stream, torch, retry };
}

/** True while nobody sees the page: out of sight, or behind the lock. Then the camera and its lamp are off. */
function useAway(): boolean {
  const hidden = useSignal(document.hidden);
  useEffect(() => {
    const look = () => {
      hidden.value = document.hidden;
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return hidden.value || closed.value;
}

async function start(video: RefObject<HTMLVideoElement | null>, onText: (text: string) => void) {
  // Both at once: the question to the seller takes longer than the decoder.
  const [opened, detector] = await Promise.all([openCamera(), makeDetector().catch(failed)]);
  if (typeof opened === "string") return opened;
  const element = video.current;
  if (!detector || !element) {
    closeCamera(opened);
    return "decoder" as const;
  }
  element.srcObject = opened;
  await element.play().catch((cause: unknown) => log.info("camera picture not played", cause));
  const stop = watch(element, detector, onText);
  const close = () => {
    stop();
    closeCamera(opened);
  };
  return { stream: opened, close };
}

function failed(cause: unknown): null {
  log.error("decoder not loaded", cause);
  return null;
}
