/** Files on their way to the server. */
import { useEffect, useRef, useState } from "preact/hooks";
import { v7 } from "uuid";
import { dropFiles } from "../../../lib/apiImports";
import { log } from "../../../lib/log";
import { NetError } from "../../../lib/net";
import { navigate } from "../../../state";
import { isAway, reasonOf } from "../parts/reason";
import { useComeBack } from "../parts/useComeBack";

export interface Sending {
  /** 0 to 1 while bytes leave; null where nothing is on its way. */
  share: number | null;
  /** The files, those that did not leave too; empty where there are none. */
  name: string;
  failure: string | null;
  send: (files: readonly File[]) => void;
  again: () => void;
  /** Stop what is on its way, and forget what did not leave. */
  stop: () => void;
}

interface Way {
  files: readonly File[];
  /** Of this drop, however often it is sent: the server makes one import of it. */
  key: string;
  share: number | null;
  failure: string | null;
  /** How often in a row the network has failed. */
  missed: number;
}

const NOTHING: Way = { files: [], key: "", share: null, failure: null, missed: 0 };

/** Bring files to the server; from then on the work is the server's, and this page may be closed. */
export function useSending(): Sending {
  const [way, setWay] = useState<Way>(NOTHING);
  const [leaving, setLeaving] = useState<AbortController | null>(null);
  // Two signs that the network is back must not send a file twice.
  const going = useRef(false);
  const send = async (files: readonly File[], key: string) => {
    if (going.current) return;
    going.current = true;
    const controller = new AbortController();
    setLeaving(controller);
    setWay(({ missed }) => ({ files, key, share: 0, failure: null, missed }));
    try {
      const kept = await dropFiles(files, key, (share) => setWay((now) => ({ ...now, share })), controller.signal);
      setWay(NOTHING);
      if (isHere.current) navigate(`/desk/import/${kept.id}`);
    } catch (cause) {
      log.info("files not sent", cause);
      setWay((now) => stopped(now, cause));
    } finally {
      going.current = false;
    }
  };
  const isHere = useIsHere();
  useAskBeforeClosing(way.share !== null);
  const again = () => void send(way.files, way.key);
  useComeBack(way.share === null ? way.missed : 0, again);
  return {
    share: way.share,
    name: way.files.map((file) => file.name).join(", "),
    failure: way.failure,
    send: (files) => void send(files, v7()),
    again,
    stop: () => {
      leaving?.abort();
      setWay(NOTHING);
    },
  };
}

/** The files stay at hand: nobody looks for them a second time because a network or the server failed. */
function stopped(way: Way, cause: unknown): Way {
  if (cause instanceof NetError && cause.reason === "aborted") return NOTHING;
  const failure = reasonOf(cause);
  if (isAway(cause)) return { ...way, share: null, failure, missed: way.missed + 1 };
  return isRefused(cause) ? { ...NOTHING, failure } : { ...way, share: null, failure, missed: 0 };
}

const TOO_MANY = 429;

/** The server will not take these files, however often they are sent. */
const isRefused = (cause: unknown): boolean =>
  cause instanceof NetError && cause.status >= 400 && cause.status < 500 && cause.status !== TOO_MANY;

/** Whoever has gone to another room finds the import under the latest ones. */
function useIsHere(): { readonly current: boolean } {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

/** Until the last byte has left, a closed tab would lose the file: the browser asks first. */
function useAskBeforeClosing(sending: boolean): void {
  useEffect(() => {
    if (!sending) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [sending]);
}
