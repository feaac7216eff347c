import { useState } from "preact/hooks";
import { Button } from "../../components/Button";
import style from "./shop.module.css";

interface Props {
  /** What the first button says, and what it says to who cannot see beside what it stands. */
  text: string;
  label?: string;
  /** What is asked before it is done. */
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
}

/** What cannot be taken back with one more tap is asked twice. */
export function Sure({ text, label, question, yes, no, onYes }: Props) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button kind="quiet" onClick={() => setAsked(true)} {...(label ? { label } : {})}>
        {text}
      </Button>
    );
  return (
    <div class={style.confirm} role="alert">
      <p>{question}</p>
      <Button
        onClick={() => {
          setAsked(false);
          onYes();
        }}
      >
        {yes}
      </Button>
      <Button kind="quiet" onClick={() => setAsked(false)}>
        {no}
      </Button>
    </div>
  );
}
