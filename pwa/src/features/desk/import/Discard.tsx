import { t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import type { TrialDeeds } from "./useTrial";

/** Forget a dry run, asked twice. */
export function Discard({ deeds }: { deeds: TrialDeeds }) {
  return (
    <ConfirmButton
      kind="quiet"
      confirm={t("import.discard.confirm")}
      about={t("import.discard.about")}
      onConfirm={deeds.discard}
      disabled={deeds.busy}
    >
      {t("import.discard")}
    </ConfirmButton>
  );
}
