import type { Product } from "../../catalogue/types";
import { t } from "../../state";
import { nameOf } from "../need/piece";
import style from "./Name.module.css";

/** The name of a piece; an article that does not exist says so below it, not inside it. */
export function Name({ product }: { product: Product }) {
  return (
    <span class={style.name}>
      {nameOf(product)}
      {product.demonstration && <small class={style.mark}>{t("ui.demo.article")}</small>}
    </span>
  );
}
