import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useErrorBoundary } from "preact/hooks";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { log } from "../../lib/log";
import { online, t } from "../../state";
import { Waiting } from "./parts/Waiting";
import { loadRoom, type RoomProps } from "./rooms";

type Loaded = ComponentType<RoomProps> | "failed";
const loaded = signal<ReadonlyMap<string, Loaded>>(new Map());

async function bring(room: string): Promise<void> {
  if (typeof loaded.peek().get(room) === "function") return;
  const page = await loadRoom(room).catch((cause: unknown) => {
    log.error(`room ${room} not loaded`, cause);
    return null;
  });
  loaded.value = new Map(loaded.peek()).set(room, page ?? "failed");
}

/** The room, fetched when it is first opened; what goes wrong in it leaves the rest of the desk as it is. */
export function RoomHere({ room, ...props }: RoomProps & { room: string }) {
  const [failure, tryAgain] = useErrorBoundary((cause: unknown) => log.error(`room ${room} failed`, cause));
  const isBack = online.value;
  useEffect(() => void bring(room), [room, isBack]);
  const Room = loaded.value.get(room);
  if (Room === undefined) return <Waiting heading={t(`desk.room.${room}`)} />;
  if (failure || Room === "failed")
    return (
      <Empty heading="h1" drawing="fog" title={t("desk.failed.title")} text={t("desk.failed.text")}>
        <Button
          onClick={() => {
            tryAgain();
            void bring(room);
          }}
        >
          {t("desk.again")}
        </Button>
      </Empty>
    );
  return <Room {...props} />;
}
