/** Decisions on their way to the server: said words are gathered for a moment, then kept one after another. */
import type { PhotoDecision } from "../../../lib/apiPhotos";

/** Long enough for a word to be typed, short enough that leaving loses none. */
export const PAUSE_MS = 500;

/** Keep a decision; false where it did not get through and is to be sent again. */
type Keep = (id: string, decision: PhotoDecision) => Promise<boolean>;

export class Keeping {
  readonly #keep: Keep;
  readonly #pending = new Map<string, PhotoDecision>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  /** What was said of a photo and is not on its way yet: newer than any answer. */
  pendingOf(id: string): PhotoDecision | undefined {
    return this.#pending.get(id);
  }

  /** Take a decision; what follows from another piece comes with the answer, so that one does not wait. */
  say(id: string, decision: PhotoDecision): void {
    this.#pending.set(id, { ...this.#pending.get(id), ...decision });
    clearTimeout(this.#timer);
    if (decision.ref) void this.flush();
    else this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  forget(id: string): void {
    this.#pending.delete(id);
  }

  /** Send all that was said; resolves when it is kept, or came back to wait for the network. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    const all = [...this.#pending];
    this.#pending.clear();
    for (const [id, decision] of all)
      this.next(async () => {
        // What was said since stays above what comes back.
        if (!(await this.#keep(id, decision))) this.#pending.set(id, { ...decision, ...this.#pending.get(id) });
      });
    return this.#last;
  }

  /** Do something after all that is on its way. */
  next(work: () => Promise<void>): void {
    this.#last = this.#last.then(work);
  }

  get isEmpty(): boolean {
    return this.#pending.size === 0;
  }
}
