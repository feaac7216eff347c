import { useMemo } from "preact/hooks";
import { buzz } from "../../../lib/buzz";
import { t } from "../../../state";
import { newcomers } from "../../count/draft";
import { useScanner } from "../../scan/useScanner";
import { Viewfinder } from "../../scan/Viewfinder";
import { scanOf } from "./scanning";

/** The camera as a scanner: each code that comes before it is one piece more; held there it counts once. */
export default function Camera({ onScan }: { onScan: (gtin: string) => void }) {
  const isNew = useMemo(newcomers, []);
  const scanner = useScanner((text) => {
    const scan = scanOf(text);
    if (!("gtin" in scan) || !isNew(scan.gtin, performance.now())) return;
    buzz("scan");
    onScan(scan.gtin);
  });
  return <Viewfinder scanner={scanner} hint={t("stock.camera.hint")} low />;
}
