import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { t } from "../../../state";

interface Props {
  /** The sentence of the failure. */
  text: string;
  onAgain: () => void;
  /** "h1" where the room has not said its name yet. */
  heading?: "h1" | "h2";
}

/** What was asked for did not come: why, and one button. */
export function Failed({ text, onAgain, heading = "h2" }: Props) {
  return (
    <Empty heading={heading} drawing="fog" title={t("desk.failed.title")} text={text}>
      <Button onClick={onAgain}>{t("desk.again")}</Button>
    </Empty>
  );
}
