import style from "./Brand.module.css";
import { MARK, MARK_BOX, MARK_SMALL } from "./mark";
import { Topo } from "./Topo";

/** The name with its mark, as it stands on the home screen of the phone. */
export function Brand() {
  return (
    <p class={style.brand}>
      <svg class={style.tile} viewBox={MARK_BOX} aria-hidden="true" dangerouslySetInnerHTML={{ __html: MARK_SMALL }} />
      Cordée
    </p>
  );
}

/** The mark runs over its box: this much of the mountain is a landscape. */
const LANDSCAPE = "-88 96 688 430";

/** Three walkers on one rope, at the foot of a page that has room, or beside it. */
export function Summit() {
  return (
    <div class={style.summit} aria-hidden="true">
      <Topo seed="summit" />
      <svg
        class={style.ridge}
        viewBox={LANDSCAPE}
        preserveAspectRatio="xMidYMin slice"
        dangerouslySetInnerHTML={{ __html: MARK }}
      />
    </div>
  );
}
