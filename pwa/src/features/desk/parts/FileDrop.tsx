import { FileUp } from "lucide-preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import style from "./FileDrop.module.css";

interface Props {
  /** The verb: "Choisir un fichier". */
  action: string;
  /** What may be dropped, and what happens then. */
  text: string;
  onFiles: (files: readonly File[]) => void;
  /** As of an input's `accept`. */
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  /** Lower, where it is no longer the main thing on the page. */
  small?: boolean;
  /** The only thing on its page that takes files: dropped beside it they arrive too. */
  everywhere?: boolean;
}

/** Files by dropping them, or by the picker that a tap, Enter or Space opens. */
export function FileDrop({
  action,
  text,
  onFiles,
  accept,
  multiple = false,
  disabled = false,
  small = false,
  everywhere = false,
}: Props) {
  const [over, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };
  useDroppedBeside(everywhere, setOver, take);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a courtesy of the mouse; the field inside does the same by keyboard
    <div
      data-drop=""
      class={`${style.drop} ${small ? style.small : ""} ${over ? style.over : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <FileUp aria-hidden="true" />
      <input
        ref={field}
        id={id}
        class={style.field}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-describedby={`${id}-text`}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again, mended.
          event.currentTarget.value = "";
        }}
      />
      <label class={style.action} for={id}>
        {action}
      </label>
      <p id={`${id}-text`} class={style.text}>
        {text}
      </p>
    </div>
  );
}

/** Files dropped anywhere on the page; what the area itself took is taken already. */
function useDroppedBeside(on: boolean, setOver: (over: boolean) => void, take: (list: FileList | undefined) => void) {
  const last = useRef(take);
  last.current = take;
  useEffect(() => {
    if (!on) return undefined;
    const over = (event: DragEvent) => setOver(event.dataTransfer?.types.includes("Files") ?? false);
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      setOver(false);
      if (event.target instanceof Element && event.target.closest("[data-drop]")) return;
      last.current(event.dataTransfer?.files);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [on, setOver]);
}
