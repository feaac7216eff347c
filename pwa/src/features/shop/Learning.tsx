import { GraduationCap } from "lucide-preact";
import { Button } from "../../components/Button";
import { href, t } from "../../state";
import { Section } from "./Section";
import style from "./shop.module.css";

/** The way to the cards, also when none is due. */
export function Learning() {
  return (
    <Section title={t("title.learn")}>
      <p class={style.help}>{t("learn.shop")}</p>
      <Button href={href("/learn")}>
        <GraduationCap aria-hidden="true" />
        {t("learn.shop.link")}
      </Button>
    </Section>
  );
}
