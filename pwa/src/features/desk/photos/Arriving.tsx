import { X } from "lucide-preact";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { Progress } from "../parts/Progress";
import style from "./photos.module.css";
import type { Upload, Uploads } from "./useUploads";

/** Photos on their way, file by file, and those that were refused with the reason. */
export function Arriving({ uploads }: { uploads: Uploads }) {
  const { items, done, total, stop, dismiss } = uploads;
  const refused = items.filter(({ failure }) => failure !== null);
  const coming = items.filter(({ failure }) => failure === null);
  if (items.length === 0) return null;
  return (
    <section class={style.arriving} aria-label={t("photos.arriving")}>
      {coming.length > 0 && (
        <>
          <div class={style.round}>
            <Progress
              label={t("photos.round")}
              done={(done + coming.reduce((sum, { share }) => sum + share * 0.5, 0)) / Math.max(1, total)}
              detail={t("photos.round.detail", { n: done, total })}
            />
            <Button kind="quiet" onClick={stop}>
              {t("desk.cancel")}
            </Button>
          </div>
          <ul class={style.files}>
            {coming
              .filter(({ queued }) => !queued)
              .map((one) => (
                <Coming key={one.key} upload={one} />
              ))}
          </ul>
        </>
      )}
      {refused.length > 0 && (
        <ul class={style.refused}>
          {refused.map(({ key, name, failure }) => (
            <li key={key}>
              <p>
                <strong>{name}</strong> {failure}
              </p>
              <button type="button" aria-label={t("photos.dismiss", { name })} onClick={() => dismiss(key)}>
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Its bytes leave, then the server works on it: nobody can tell how far that is. */
function Coming({ upload: { name, share } }: { upload: Upload }) {
  return (
    <li>
      <Progress label={name} done={share < 1 ? share : null} detail={share < 1 ? undefined : t("photos.working")} />
    </li>
  );
}
