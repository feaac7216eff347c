import { createPortal } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import { isWide } from "../../../components/useWide";
import { proposeChanges } from "../../../lib/apiProducts";
import { log } from "../../../lib/log";
import { lang, navigate, t } from "../../../state";
import { noteReach } from "../../../state/online";
import { Failed } from "../parts/Failed";
import { isAway, reasonOf } from "../parts/reason";
import { SidePanel } from "../parts/SidePanel";
import { useAsked } from "../parts/useAsked";
import { useName } from "../parts/useName";
import { Waiting } from "../parts/Waiting";
import { EditorDeeds } from "./EditorDeeds";
import { EditorFoot } from "./EditorFoot";
import { EditorForm } from "./EditorForm";
import { type Errors, errorsOf, isOutdated, loose } from "./errors";
import { sizeOf } from "./form";
import { Notices } from "./Notices";
import { Preview } from "./Preview";
import style from "./products.module.css";
import { type Editor, useEditor } from "./useEditor";
import { fetchedWords } from "./words";

interface Props {
  id: string;
  isNew: boolean;
  mayWrite: boolean;
  shop: string | undefined;
  /** The attribute to begin with. */
  focus: string | undefined;
  /** Where the preview stands beside the form, on a laptop. */
  previewBox: HTMLElement | null;
  previews: boolean;
  onPreviews: (on: boolean) => void;
  onClose: () => void;
}

/** One product in its form, at the right of the list. */
export function EditorPanel(props: Props) {
  const { id, isNew, onClose } = props;
  const { editor, failure, again } = useEditor(id, isNew);
  useName(editor?.form.name || id);
  // The published name: what is being typed must not rename the panel with each letter.
  const title = editor?.base.name || id;
  return (
    <SidePanel title={title} onClose={onClose}>
      {editor && <Open {...props} editor={editor} />}
      {!editor && failure && <Failed text={failure} onAgain={again} />}
      {!editor && !failure && <Waiting />}
    </SidePanel>
  );
}

function Open({
  editor,
  mayWrite,
  shop,
  focus,
  previewBox,
  previews,
  onPreviews,
  onClose,
}: Props & { editor: Editor }) {
  const words = useAsked(`desk words ${lang.value}`, () => fetchedWords(lang.peek()));
  const [errors, setErrors] = useState<Errors>({});
  const proposal = useProposal(editor, setErrors);
  useEffect(() => {
    setErrors({});
    proposal.forget();
  }, [editor.base]);
  if (words.failure && !words.data) return <Failed text={words.failure} onAgain={words.again} />;
  if (!words.data) return <Waiting />;
  const preview = <Preview editor={editor} shop={shop} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the shortcuts of a form, as in any editor
    <div class={style.editor} onKeyDown={(event) => stepping(event, editor)}>
      <Notices editor={editor} onClose={onClose} />
      <div class={style.views}>
        <Button kind="quiet" onClick={() => onPreviews(!previews)}>
          {t(previews ? "products.preview.hide" : "products.preview.show")}
        </Button>
      </div>
      {previews && (isWide.value && previewBox ? createPortal(preview, previewBox) : preview)}
      <EditorForm editor={editor} words={words.data} errors={errors} readOnly={!mayWrite} focus={focus} />
      {mayWrite && <EditorDeeds editor={editor} />}
      {mayWrite && (
        <EditorFoot
          editor={editor}
          busy={proposal.busy}
          failures={[...loose(errors, editor.change), ...proposal.failures]}
          onPropose={proposal.propose}
        />
      )}
    </div>
  );
}

/** Ctrl+Z takes the last step of the form back, with Shift or by Ctrl+Y it comes again. */
function stepping(event: KeyboardEvent, editor: Editor): void {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) editor.redo();
  else editor.undo();
}

function useProposal(editor: Editor, setErrors: (errors: Errors) => void) {
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly string[]>([]);
  const propose = async () => {
    setBusy(true);
    setFailures([]);
    setErrors({});
    await send(editor).catch(refused);
    setBusy(false);
  };
  const refused = async (cause: unknown) => {
    log.info("not proposed", cause);
    if (isAway(cause)) noteReach(cause);
    const told = errorsOf(cause, editor.base, editor.form);
    if (!isOutdated(cause)) {
      setErrors(told);
      setFailures([reasonOf(cause)]);
      showFirst();
    } else if (!(await editor.look())) setFailures(Object.values(told));
  };
  return { busy, failures, propose: () => void propose(), forget: () => setFailures([]) };
}

/** Go to the first field that was refused: it may stand far from the button. */
function showFirst(): void {
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>(`.${style.editor} [aria-invalid="true"]`);
    wrong?.closest("details")?.setAttribute("open", "");
    wrong?.focus();
  });
}

async function send(editor: Editor): Promise<void> {
  const id = await proposeChanges(usual(editor), [editor.change]);
  noteReach("answered");
  await editor.forget();
  say(t("products.proposed"));
  navigate(`/desk/import/${id}`);
}

/** What the import is called in lists. */
const usual = ({ form, change }: Editor): string =>
  t("products.note.usual", { name: form.name || form.ref, n: sizeOf(change) }).slice(0, 200);
