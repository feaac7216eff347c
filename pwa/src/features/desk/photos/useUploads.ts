/** Photos on their way to the server: two at a time, each with its share and, where it was refused, why. */
import { useEffect, useRef, useState } from "preact/hooks";
import { dropPhoto, type PhotoDraft } from "../../../lib/apiPhotos";
import { log } from "../../../lib/log";
import { reasonOf } from "../parts/reason";

/** A small server works on one at a time; the second is on its way meanwhile. */
const AT_ONCE = 2;

export interface Upload {
  key: number;
  name: string;
  /** 0 to 1 while bytes leave; 1 while the server works on it. */
  share: number;
  /** Why it was refused, in words. */
  failure: string | null;
  /** It has not begun. */
  queued: boolean;
}

export interface Uploads {
  /** Those on their way, and those refused; what arrived is in the list of photos. */
  items: readonly Upload[];
  /** How many of this round arrived, and of how many. */
  done: number;
  total: number;
  send: (files: readonly File[]) => void;
  dismiss: (key: number) => void;
  stop: () => void;
}

type Waiting = Upload & { file: File };

export function useUploads(onTaken: (draft: PhotoDraft) => void): Uploads {
  const [items, setItems] = useState<readonly Upload[]>([]);
  const [round, setRound] = useState({ done: 0, total: 0 });
  const queue = useRef<Waiting[]>([]);
  const running = useRef(new Set<number>());
  const leaving = useRef(new AbortController());
  const next = useRef(0);
  const taken = useRef(onTaken);
  taken.current = onTaken;

  const change = (key: number, given: Partial<Upload>) =>
    setItems((now) => now.map((one) => (one.key === key ? { ...one, ...given } : one)));

  const bring = async ({ key, file }: Waiting) => {
    change(key, { queued: false });
    const { signal } = leaving.current;
    try {
      const draft = await dropPhoto(file, (share) => change(key, { share }), signal);
      taken.current(draft);
      setItems((now) => now.filter((one) => one.key !== key));
    } catch (cause) {
      log.info("photo not taken", cause);
      if (signal.aborted) setItems((now) => now.filter((one) => one.key !== key));
      else change(key, { failure: reasonOf(cause) });
    }
    running.current.delete(key);
    setRound(({ done, total }) => ({ done: done + 1, total }));
    pump();
  };

  const pump = () => {
    while (running.current.size < AT_ONCE) {
      const first = queue.current.shift();
      if (!first) return;
      running.current.add(first.key);
      void bring(first);
    }
  };

  const send = (files: readonly File[]) => {
    const idle = running.current.size === 0;
    const added = files.map((file): Waiting => {
      next.current += 1;
      return { key: next.current, name: file.name, share: 0, failure: null, queued: true, file };
    });
    queue.current.push(...added);
    setItems((now) => [...(idle ? [] : now), ...added.map(({ file: _, ...shown }) => shown)]);
    setRound((now) => (idle ? { done: 0, total: added.length } : { ...now, total: now.total + added.length }));
    pump();
  };

  const stop = () => {
    const waiting = new Set(queue.current.map(({ key }) => key));
    queue.current = [];
    setItems((now) => now.filter(({ key }) => !waiting.has(key)));
    setRound(({ done, total }) => ({ done, total: total - waiting.size }));
    leaving.current.abort();
    leaving.current = new AbortController();
  };

  useEffect(() => () => leaving.current.abort(), []);
  const dismiss = (key: number) => setItems((now) => now.filter((one) => one.key !== key));
  return { items, ...round, send, dismiss, stop };
}
