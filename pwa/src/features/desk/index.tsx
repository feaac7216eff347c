import { effect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { addWords } from "../../lib/i18n";
import { partHere } from "../../lib/partHere";
import type { PageProps } from "../../lib/router";
import { href, keepsRange, session, t } from "../../state";
import style from "./desk.module.css";
import { Help } from "./Help";
import { Navigation } from "./Navigation";
import { Offline } from "./Offline";
import { shownName } from "./parts/useName";
import { RoomHere } from "./RoomHere";
import { roomsFor } from "./rooms";
import { Search } from "./Search";
import { useShortcuts } from "./shortcuts";
import words from "./words.json";

addWords(words);

/** The merchandiser's desk: its navigation, and the room of the address. A manager reads; a seller is shown the way back. */
export default function Desk({ params, query }: PageProps) {
  if (session.value?.person.role === "seller") return <ForOthers />;
  return <Open id={params.id} query={query} room={params.room ?? "home"} />;
}

function Open({ room, id, query }: { room: string; id: string | undefined; query: Record<string, string> }) {
  const mayWrite = keepsRange.value;
  const rooms = useMemo(() => roomsFor(mayWrite), [mayWrite]);
  const entry = rooms.find((one) => one.id === room);
  const keys = useShortcuts(rooms);
  const inside = useRef<HTMLDivElement>(null);
  useTitle(entry?.id);
  useEffect(keepFilesHere, []);
  return (
    <div class={style.desk}>
      <button type="button" class={style.skip} onClick={() => inside.current?.focus()}>
        {t("desk.skip")}
      </button>
      <Navigation rooms={rooms} current={entry?.id ?? null} onOpen={keys.open} />
      <div ref={inside} class={style.room} tabIndex={-1}>
        <Offline />
        {entry ? <RoomHere key={room} room={room} id={id} query={query} mayWrite={mayWrite} /> : <NoRoom />}
      </div>
      {keys.over === "help" && <Help rooms={rooms} onClose={() => keys.open(null)} />}
      {keys.over === "search" && <Search rooms={rooms} onClose={() => keys.open(null)} />}
    </div>
  );
}

/** A file dropped beside the place for it must not make the browser leave the desk for the file. */
function keepFilesHere(): () => void {
  const stay = (event: DragEvent) => event.preventDefault();
  addEventListener("dragover", stay);
  addEventListener("drop", stay);
  return () => {
    removeEventListener("dragover", stay);
    removeEventListener("drop", stay);
  };
}

/** The document is named after what the room shows, else after the room. */
function useTitle(room: string | undefined): void {
  useEffect(() => {
    const stop = effect(() => {
      partHere.value = shownName.value ?? nameOf(room);
    });
    return () => {
      stop();
      partHere.value = null;
    };
  }, [room]);
}

function nameOf(room: string | undefined): string {
  if (room === undefined) return t("title.unknown");
  return room === "home" ? t("desk.title") : t(`desk.room.${room}`);
}

function NoRoom() {
  return (
    <Empty heading="h1" drawing="signpost" title={t("desk.none.title")} text={t("desk.none.text")}>
      <Button href={href("/desk")}>{t("desk.none.back")}</Button>
    </Empty>
  );
}

function ForOthers() {
  return (
    <div class={style.refusal}>
      <Empty heading="h1" drawing="signpost" title={t("desk.refused.title")} text={t("desk.refused.text")}>
        <Button kind="main" href={href("/home")}>
          {t("desk.refused.back")}
        </Button>
      </Empty>
    </div>
  );
}
