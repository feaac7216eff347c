/** Fetch a file and hand it to the browser: on its way, there, or failed with a sentence. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../../../components/Toast";
import { type ExportWish, fetchExport } from "../../../lib/apiExports";
import { log } from "../../../lib/log";
import { explain, t } from "../../../state";
import { fileSize } from "./fileSize";
import { saveFile } from "./saveFile";

export interface Taking {
  busy: boolean;
  failure: string | null;
  /** What has come of it, in bytes; null while the server still writes it. */
  come: { received: number; total: number | null } | null;
  take: (wish: ExportWish) => Promise<void>;
}

const STILL = { busy: false, failure: null, come: null };

export function useTaking(): Taking {
  const [state, setState] = useState<Omit<Taking, "take">>(STILL);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const take = async (wish: ExportWish) => {
    leaving.current?.abort();
    const mine = new AbortController();
    leaving.current = mine;
    setState({ busy: true, failure: null, come: null });
    try {
      const { file, name } = await fetchExport(wish, mine.signal, (received, total) =>
        setState({ busy: true, failure: null, come: { received, total } }),
      );
      saveFile(file, name);
      say(t("desk.taken", { name, size: fileSize(file.size) }));
      setState(STILL);
    } catch (cause) {
      if (mine.signal.aborted) return;
      log.info("export not taken", cause);
      setState({ ...STILL, failure: explain(cause) });
    }
  };
  return { ...state, take };
}
