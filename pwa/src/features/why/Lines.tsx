import style from "./why.module.css";

/** A few sentences under a quiet title; nothing where there is none. */
export function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (!lines.length) return null;
  return (
    <div class={style.lines}>
      <h4 class={style.small}>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
