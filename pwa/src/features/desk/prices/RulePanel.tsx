import { TriangleAlert } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { type PriceChoice, type PricePreview, type ProposedPrice, previewRule, tryRule } from "../../../lib/apiPrices";
import { money } from "../../../lib/format";
import { log } from "../../../lib/log";
import { navigate, t } from "../../../state";
import { Field } from "../parts/Field";
import page from "../parts/page.module.css";
import { reasonOf } from "../parts/reason";
import { SidePanel } from "../parts/SidePanel";
import { useAsked } from "../parts/useAsked";
import type { Shops } from "../parts/useShops";
import style from "./prices.module.css";
import { RuleFields } from "./RuleFields";
import { BLANK, ruleOf, type Typed } from "./typedRule";

interface Props {
  shops: Shops;
  choice: PriceChoice;
  /** How many sizes the choice leaves. */
  total: number;
  onClose: () => void;
}

/** How long a rule rests before its preview is made. */
const REST_MS = 350;

/** One rule for the chosen pieces: what it would do is shown while it is typed. */
export function RulePanel({ shops, choice, total, onClose }: Props) {
  const [said, setSaid] = useState<Typed>({ ...BLANK, change: choice.carried === "no" ? "set" : BLANK.change });
  const rested = useRested(said);
  const rule = ruleOf(rested);
  const chosen = cleared(choice);
  const key = rule && shops.id ? `rule ${shops.id} ${JSON.stringify([chosen, rule])}` : null;
  const asked = useAsked(key, () => (rule ? previewRule(shops.id, chosen, rule) : Promise.reject(new TypeError())));
  const currency = shops.shop?.currency ?? "EUR";
  const picked = choice.refs?.length ?? 0;
  return (
    <SidePanel title={t("prices.rule.title")} onClose={onClose}>
      <p class={page.note}>
        {picked > 0 ? t("prices.rule.of.picked", { n: picked }) : t("prices.rule.of", { n: total })}
      </p>
      <RuleFields said={said} onSay={setSaid} shops={shops} />
      {asked.failure && <p class={style.warning}>{asked.failure}</p>}
      {rule && asked.data && (
        <Outcome shop={shops.id} choice={chosen} rule={rule} preview={asked.data} currency={currency} />
      )}
    </SidePanel>
  );
}

function useRested(said: Typed): Typed {
  const [rested, setRested] = useState(said);
  useEffect(() => {
    const timer = setTimeout(() => setRested(said), REST_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return rested;
}

const cleared = (choice: PriceChoice): PriceChoice =>
  Object.fromEntries(Object.entries(choice).filter(([, value]) => value && value.length > 0));

interface OutcomeProps {
  shop: string;
  choice: PriceChoice;
  rule: NonNullable<ReturnType<typeof ruleOf>>;
  preview: PricePreview;
  currency: string;
}

/** What would change, and the way on. */
function Outcome({ shop, choice, rule, preview, currency }: OutcomeProps) {
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const tryOut = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const { import_id } = await tryRule(
        shop,
        name.trim() || t("prices.draft.name", { n: preview.count }),
        choice,
        rule,
      );
      navigate(`/desk/import/${import_id}`);
    } catch (cause) {
      log.info("rule not tried out", cause);
      setFailure(reasonOf(cause));
      setBusy(false);
    }
  };
  if (preview.count === 0) return <p class={style.outcome}>{t("prices.preview.none")}</p>;
  const parts = (["lower", "higher", "added", "removed"] as const).filter((each) => preview[each] > 0);
  return (
    <section class={style.outcome} aria-label={t("prices.preview")}>
      <p role="status" class={style.sum}>
        {t("prices.preview.count", { n: preview.count })}
      </p>
      {parts.length > 0 && (
        <p class={page.note}>{parts.map((each) => t(`prices.preview.${each}`, { n: preview[each] })).join(" · ")}</p>
      )}
      <ul class={style.proposed}>
        {preview.items.map((each) => (
          <Proposed key={each.gtin} of={each} currency={currency} />
        ))}
      </ul>
      {preview.count > preview.items.length && (
        <p class={page.note}>{t("prices.preview.more", { n: preview.count - preview.items.length })}</p>
      )}
      <Field label={t("prices.rule.name")} value={name} onInput={setName} help={t("prices.rule.name.help")} />
      <Button kind="main" wide disabled={busy} onClick={() => void tryOut()}>
        {t("prices.draft.try", { n: preview.count })}
      </Button>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </section>
  );
}

function Proposed({ of, currency }: { of: ProposedPrice; currency: string }) {
  return (
    <li>
      <span class={style.who}>
        {of.name} <span class={style.brand}>{[of.size, of.colour?.name].filter(Boolean).join(", ")}</span>
      </span>
      <span class={style.move}>
        {of.before && <del>{money(of.before[0], currency)}</del>}{" "}
        <ins>{of.after ? money(of.after[0], currency) : t("prices.out")}</ins>
        {of.after?.[1] && <s>{money(of.after[1], currency)}</s>}
        {of.is_above && (
          <span class={style.above}>
            <TriangleAlert aria-hidden="true" />
            <span class="spoken">{t("prices.above")}</span>
          </span>
        )}
      </span>
    </li>
  );
}
