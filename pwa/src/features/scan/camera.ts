/** The camera at the back, its lamp, and what it sees. */
import { log } from "../../lib/log";
import type { Detector } from "./detector";

/** Why there is no picture; each has its own way out. */
export type CameraTrouble = "denied" | "absent" | "busy" | "insecure" | "failed";

/** Between two looks at the picture, in ms: often enough for a tag that is held still for half a second. */
const PAUSE_MS = 120;

const CONSTRAINTS: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
};

const TROUBLES: Record<string, CameraTrouble> = {
  NotAllowedError: "denied",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
  NotReadableError: "busy",
  AbortError: "busy",
  SecurityError: "denied",
};

/** Ask for the camera; the word for the trouble where it is not to be had. */
export async function openCamera(): Promise<MediaStream | CameraTrouble> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) return globalThis.isSecureContext ? "absent" : "insecure";
  try {
    return await devices.getUserMedia(CONSTRAINTS);
  } catch (cause) {
    log.info("camera not opened", cause);
    return TROUBLES[cause instanceof Error ? cause.name : ""] ?? "failed";
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

const lens = (stream: MediaStream): MediaStreamTrack | undefined => stream.getVideoTracks()[0];

/** Browsers know the lamp before their types do. */
type WithTorch = { torch?: boolean };

export function hasTorch(stream: MediaStream): boolean {
  const capabilities = lens(stream)?.getCapabilities?.() as WithTorch | undefined;
  return capabilities?.torch === true;
}

export async function setTorch(stream: MediaStream, on: boolean): Promise<void> {
  await lens(stream)?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}

/** Look at the picture again and again, and tell each text that is read, until the returned function is called. */
export function watch(video: HTMLVideoElement, detector: Detector, onText: (text: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const look = async () => {
    const seen = document.hidden || video.readyState < video.HAVE_CURRENT_DATA ? [] : await detect(detector, video);
    if (over) return;
    for (const code of seen) onText(code.rawValue);
    timer = setTimeout(() => void look(), PAUSE_MS);
  };
  void look();
  return () => {
    over = true;
    clearTimeout(timer);
  };
}

async function detect(detector: Detector, video: HTMLVideoElement): Promise<{ rawValue: string }[]> {
  try {
    return await detector.detect(video);
  } catch (cause) {
    log.info("picture not read", cause);
    return [];
  }
}
