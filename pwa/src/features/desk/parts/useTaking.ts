/** Fetch a file and hand it to the browser: on its way, there, or failed with a sentence. */
import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../../../components/Toast";
import { type ExportWish, fetchExport } from "../../../lib/apiExports";
import { log } from "../../../lib/log";
import { explain, t } from "../../../state";
import { saveFile } from "./saveFile";

export interface Taking {
  busy: boolean;
  failure: string | null;
  take: (wish: ExportWish) => Promise<void>;
}

export function useTaking(): Taking {
  const [state, setState] = useState<Pick<Taking, "busy" | "failure">>({ busy: false, failure: null });
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const take = async (wish: ExportWish) => {
    leaving.current?.abort();
    const mine = new AbortController();
    leaving.current = mine;
    setState({ busy: true, failure: null });
    try {
      const { file, name } = await fetchExport(wish, mine.signal);
      saveFile(file, name);
      say(t("desk.taken", { name }));
      setState({ busy: false, failure: null });
    } catch (cause) {
      if (mine.signal.aborted) return;
      log.info("export not taken", cause);
      setState({ busy: false, failure: explain(cause) });
    }
  };
  return { ...state, take };
}
