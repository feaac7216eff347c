/** The photos of a difference: whose, in which colour, and the picture itself before and after. */
import type { Changes, DifferingPicture } from "../../../lib/apiImports";
import { t } from "../../../state";
import type { DifferenceRow } from "./rows";
import { fieldLabel, NOTHING, valueText } from "./values";

interface Whole {
  key: string;
  ref: string;
  /** Null for all colours, undefined where an older report does not say it. */
  colour: string | null | undefined;
  picture: DifferingPicture | undefined;
}

const refOf = (key: string): string => key.slice(0, key.lastIndexOf("/"));

/** One row a picture that goes, comes or takes the place of another of the same colour; one a field that changes. */
export function photoRows(changes: Changes): DifferenceRow[] {
  const { added = [], removed = [], changed = [] } = changes.photos ?? {};
  const coming = added.map((key) => wholeOf(changes, key));
  const rows = removed.map((key) => {
    const gone = wholeOf(changes, key);
    const at = coming.findIndex(
      ({ ref, colour }) => ref === gone.ref && colour !== undefined && colour === gone.colour,
    );
    return wholeRow(changes, gone, at < 0 ? undefined : coming.splice(at, 1)[0]);
  });
  return [
    ...rows,
    ...coming.map((one) => wholeRow(changes, undefined, one)),
    ...changed.flatMap(({ id, fields }) =>
      fields.map(({ field, before, after }) => ({
        ...about(changes, wholeOf(changes, id)),
        key: `${id} ${field}`,
        field: fieldLabel(field),
        before: field === "colour" && before === "" ? t("desk.diff.photo.all") : valueText(field, before),
        after: field === "colour" && after === "" ? t("desk.diff.photo.all") : valueText(field, after),
      })),
    ),
  ];
}

const wholeOf = ({ pictures }: Changes, key: string): Whole => ({
  key,
  ref: refOf(key),
  colour: pictures?.[key]?.colour,
  picture: pictures?.[key],
});

function about(changes: Changes, { ref, colour, picture }: Whole) {
  return {
    what: [changes.names?.[ref] ?? ref, colour === null ? t("desk.diff.photo.all") : colour].filter(Boolean).join(", "),
    ref: null,
    origin: null,
    ...(picture ? { picture } : {}),
  };
}

function wholeRow(changes: Changes, gone: Whole | undefined, come: Whole | undefined): DifferenceRow {
  const one = (come ?? gone) as Whole;
  const what = come && gone ? "replaced" : come ? "added" : "removed";
  return {
    ...about(changes, { ...one, picture: undefined }),
    key: `${what} ${one.key}`,
    field: t(`desk.diff.photo.${what}`),
    before: gone ? t("desk.diff.there") : NOTHING,
    after: come ? t("desk.diff.there") : NOTHING,
    ...(gone?.picture ? { pictureBefore: gone.picture } : {}),
    ...(come?.picture ? { pictureAfter: come.picture } : {}),
  };
}
