import { useCallback } from "preact/hooks";
import { Empty } from "../../components/Empty";
import { type Coverage, fetchCoverage } from "../../lib/apiTraining";
import { shopId, t } from "../../state";
import { massifsOf } from "../../training/readiness";
import { useFetched } from "../outbox/useFetched";
import { MapSheet } from "./MapSheet";
import style from "./readiness.module.css";
import { activityIds } from "./words";

/** How ready the team is, place by place: how many people, never who. */
export function Team() {
  const shop = shopId.value;
  const fetcher = useCallback((signal: AbortSignal) => fetchCoverage(shop ?? "", signal), [shop]);
  const [coverage, failure] = useFetched<Coverage>(fetcher);
  if (failure) return <Empty drawing="fog" title={t("learn.team.offline")} text={failure} />;
  if (!coverage) return <p class={style.text}>{t("learn.team.coming")}</p>;
  return <Covered coverage={coverage} />;
}

function Covered({ coverage: { team, cells } }: { coverage: Coverage }) {
  const isSaid = cells.every(({ proven }) => proven !== null);
  const isBegun = cells.some(({ proven }) => proven);
  const people = Math.max(1, team);
  const massifs = massifsOf(cells, activityIds(), ({ proven }) => (proven === null ? null : proven / people));
  return (
    <>
      <p class={style.text}>
        {isSaid ? t(isBegun ? "learn.team.some" : "learn.team.none", { n: team }) : t("learn.team.few")}
      </p>
      <MapSheet
        massifs={massifs}
        team={team}
        line={({ cards, share }) =>
          share === null
            ? t("learn.cards", { n: cards })
            : t("learn.massif.team", { share: Math.round(100 * share), n: cards })
        }
      />
    </>
  );
}
