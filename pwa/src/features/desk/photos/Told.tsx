import { t } from "../../../state";
import { Field } from "../parts/Field";

interface Props {
  alt: Readonly<Record<string, string>>;
  onChange: (alt: Record<string, string>) => void;
}

const LANGUAGES = ["fr", "en"] as const;
/** As much as a screen reader says in one breath; the server takes no more. */
const MOST = 200;

/** What a photo shows, in words: French and English here, the others as they were proposed. */
export function Told({ alt, onChange }: Props) {
  return (
    <>
      {LANGUAGES.map((lang) => (
        <Field
          key={lang}
          label={t(`photos.alt.${lang}`)}
          kind="long"
          value={alt[lang] ?? ""}
          onInput={(text) => onChange({ ...alt, [lang]: text.replace(/\s+/g, " ").slice(0, MOST) })}
          help={lang === "fr" ? t("photos.alt.help") : undefined}
        />
      ))}
    </>
  );
}
