import { number } from "../../../lib/format";
import style from "./Progress.module.css";

interface Props {
  /** What is going on. */
  label: string;
  /** 0 to 1; null where nobody can tell how far it is. */
  done: number | null;
  /** "1 200 sur 5 000 lignes". */
  detail?: string | undefined;
}

/** How far something long has come: as far as it really has. */
export function Progress({ label, done, detail }: Props) {
  const share = done === null ? null : Math.min(1, Math.max(0, done));
  return (
    <div class={style.progress}>
      <p class={style.words}>
        <span>{label}</span>
        {share !== null && (
          <strong class={style.share}>{number(share, { style: "percent", maximumFractionDigits: 0 })}</strong>
        )}
      </p>
      <progress class={style.bar} aria-label={label} {...(share === null ? {} : { value: share, max: 1 })} />
      {detail && <p class={style.detail}>{detail}</p>}
    </div>
  );
}
