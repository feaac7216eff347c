import { useEffect, useRef, useState } from "preact/hooks";
import type { Product } from "../../../catalogue/types";
import { Chip, Chips } from "../../../components/Chip";
import { ResultRow } from "../../../components/ResultRow";
import type { Drafted } from "../../../lib/apiProducts";
import { previewDraft } from "../../../lib/apiProducts";
import { log } from "../../../lib/log";
import { explain, lang, t } from "../../../state";
import { resultOf } from "../../need/result";
import { Waiting } from "../parts/Waiting";
import style from "./products.module.css";
import type { Editor } from "./useEditor";

/** How long the form rests before its draft is drawn again. */
const REST_MS = 700;
const LANGUAGES = ["fr", "en", "de", "it", "es"] as const;

/** The draft as the seller's phone shows it, and the customer's page as the tag leads to it. */
export function Preview({ editor, shop }: { editor: Editor; shop: string | undefined }) {
  const [language, setLanguage] = useState<string>(lang.peek());
  const { drafted, failure, busy } = useDrafted(editor, shop, language);
  return (
    <section class={style.preview} aria-busy={busy}>
      {!drafted && !failure && <Waiting />}
      {failure && <p class={style.notice}>{failure}</p>}
      {drafted && (
        <>
          <div>
            <h2 class={style.previewTitle}>{t("products.preview.card")}</h2>
            {/* Links of a draft lead nowhere yet. */}
            <div class={style.card} inert>
              <ResultRow result={resultOf(drafted.product as unknown as Product, null)} />
            </div>
          </div>
          <div>
            <h2 class={style.previewTitle}>{t("products.preview.page")}</h2>
            <CustomerPage drafted={drafted} />
          </div>
          <Chips label={t("products.preview.language")}>
            {LANGUAGES.map((each) => (
              <Chip key={each} on={language === each} onClick={() => setLanguage(each)}>
                {each.toUpperCase()}
              </Chip>
            ))}
          </Chips>
        </>
      )}
    </section>
  );
}

/** Ask for the draft as the form stands; what was drawn last stays until the next is here. */
function useDrafted(editor: Editor, shop: string | undefined, language: string) {
  const [drafted, setDrafted] = useState<Drafted | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  useEffect(() => {
    const leaving = new AbortController();
    setBusy(true);
    const timer = setTimeout(
      () => {
        previewDraft(editor.change, shop, language, leaving.signal).then(
          (found) => {
            if (leaving.signal.aborted) return;
            setDrafted(found);
            setFailure(null);
            setBusy(false);
          },
          (cause: unknown) => {
            if (leaving.signal.aborted) return;
            log.info("no preview", cause);
            setFailure(explain(cause));
            setBusy(false);
          },
        );
      },
      drafted ? REST_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [editor.change, shop, language]);
  return { drafted, failure, busy };
}

/**
 * The page in a frame as wide as a phone, with its own style: neither touches the desk's.
 *
 * The content policy lets no style of a text in, but one that is constructed; the frame runs no scripts.
 */
function CustomerPage({ drafted }: { drafted: Drafted }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const inside = frame.current?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (inside) draw(inside, drafted);
  }, [drafted]);
  return (
    <iframe
      ref={frame}
      class={style.customerPage}
      title={t("products.preview.page")}
      sandbox="allow-same-origin"
      // A draft is looked at: its links lead nowhere yet.
      inert
    />
  );
}

function draw(inside: Window & typeof globalThis, { page, style: css }: Drafted): void {
  const target = inside.document;
  // The page without its inlined style: even a parser reports what the policy does not let in.
  const parsed = new DOMParser().parseFromString(page.replace(css, ""), "text/html");
  for (const part of parsed.querySelectorAll("script, style, link, a.skip")) part.remove();
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(css);
  target.adoptedStyleSheets = [sheet];
  target.documentElement.lang = parsed.documentElement.lang;
  target.body.replaceChildren(...[...parsed.body.childNodes].map((node) => target.importNode(node, true)));
  inside.scrollTo(0, 0);
}
