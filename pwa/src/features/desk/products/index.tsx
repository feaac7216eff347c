import { Plus } from "lucide-preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import type { DeskLine } from "../../../lib/apiProducts";
import { href, navigate, t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import { Split } from "../parts/SidePanel";
import { Waiting } from "../parts/Waiting";
import type { RoomProps } from "../rooms";
import { BulkBar } from "./BulkBar";
import { columnsFor } from "./columns";
import { EditorPanel } from "./EditorPanel";
import { Filters } from "./Filters";
import { type List, type Listed, listedOf, sortOf, useList } from "./list";
import { NewProduct } from "./NewProduct";
import style from "./products.module.css";

const ROOM = "/desk/products";
const idOf = (line: DeskLine): string => line.ref;

/** Every product with what is missing of it; one at the right in its form, or many changed alike. */
export default function ProductsRoom({ id, query, mayWrite }: RoomProps) {
  const listed = useMemo(() => listedOf(query), [JSON.stringify(query)]);
  const list = useList(listed);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [preview, setPreview] = useState<HTMLElement | null>(null);
  const [previews, setPreviews] = useState(false);
  useEffect(() => setPicked(new Set()), [listed]);
  const show = (next: Listed, ref?: string) =>
    navigate(href(ref ? `${ROOM}/${encodeURIComponent(ref)}` : ROOM, next), { replace: !ref && !id });
  const close = () => {
    setPreviews(false);
    // On a phone, going from one product to another closes the panel too: that one must stay.
    if (location.hash.split("?", 1)[0] === `#${ROOM}/${encodeURIComponent(id ?? "")}`) show(listed);
  };
  const panel = id && (
    <EditorPanel
      key={id}
      id={id}
      isNew={query.new === "1"}
      mayWrite={mayWrite}
      shop={listed.shop}
      focus={query.at}
      previewBox={preview}
      previews={previews}
      onPreviews={setPreviews}
      onClose={close}
    />
  );
  return (
    <>
      <Split panel={panel || null}>
        <header class={page.head}>
          <h1 class={page.title}>{t("products.title")}</h1>
          {mayWrite && <NewOne listed={listed} />}
        </header>
        {/* The preview stands where the list was, beside the form. */}
        <div ref={setPreview} hidden={!previews || !id} />
        <div hidden={previews && Boolean(id)}>
          <Filters listed={listed} lines={list.first} narrow={Boolean(id)} onShow={(next) => show(next)} />
          <Instead lines={list.first} />
          <Lines
            list={list}
            listed={listed}
            id={id}
            picked={mayWrite ? picked : undefined}
            onPick={setPicked}
            onShow={show}
          />
        </div>
      </Split>
      {mayWrite && picked.size > 0 && (
        <BulkBar
          picked={picked}
          listed={listed}
          total={list.total}
          shops={list.first?.facets.shop ?? []}
          onDone={() => setPicked(new Set())}
        />
      )}
    </>
  );
}

/** Words that stand nowhere in the range, and what is shown for them. */
function Instead({ lines }: { lines: List["first"] }) {
  return (
    <p role="status" class={style.instead}>
      {lines?.instead.map(({ word, found }) => t("products.instead", { word, found: found.join(", ") })).join(" ")}
    </p>
  );
}

interface LinesProps {
  list: List;
  listed: Listed;
  id: string | undefined;
  picked: ReadonlySet<string> | undefined;
  onPick: (picked: ReadonlySet<string>) => void;
  onShow: (listed: Listed, ref?: string) => void;
}

function Lines({ list, listed, id, picked, onPick, onShow }: LinesProps) {
  const columns = useMemo(() => columnsFor(Boolean(id)), [id, t("products.title")]);
  const sort = sortOf(listed);
  if (list.failure && !list.first) return <Failed text={list.failure} onAgain={list.again} />;
  if (!list.first) return <Waiting />;
  if (list.total === 0)
    return (
      <Empty drawing="cairn" title={t("products.none.title")} text={t("products.none.text")}>
        <Button onClick={() => onShow({})}>{t("products.none.all")}</Button>
      </Empty>
    );
  return (
    <DataTable
      label={t("products.title")}
      columns={columns}
      rows={list.rows}
      idOf={idOf}
      {...(picked ? { picked, onPick } : {})}
      current={id ?? null}
      onOpen={(line) => onShow(listed, line.ref)}
      sort={sort}
      onSort={(next) => onShow({ ...listed, sort: `${next.down ? "-" : ""}${next.column}` })}
      total={list.total}
      onEnd={list.more}
    />
  );
}

function NewOne({ listed }: { listed: Listed }) {
  const [asking, setAsking] = useState(false);
  return (
    <div class={page.deeds}>
      <Button onClick={() => setAsking(true)}>
        <Plus aria-hidden="true" />
        {t("products.new")}
      </Button>
      {asking && (
        <NewProduct
          onClose={() => setAsking(false)}
          onMake={(ref) => {
            setAsking(false);
            navigate(href(`${ROOM}/${ref}`, { ...listed, new: "1" }));
          }}
        />
      )}
    </div>
  );
}
