import { useEffect, useState } from "preact/hooks";
import { lockReason, phone, session, sessionRevoked } from "../../state";
import { checkSession } from "../../state/session";
import { Code } from "./Code";
import { Ended } from "./Ended";
import { People } from "./People";

/** What a phone shows that nobody has: who may take it, then their code. Nothing of who had it last. */
export function LockScreen() {
  useEffect(() => {
    // What was open above the page belongs to who had the phone.
    for (const open of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) open.close();
    void checkSession();
  }, []);
  return sessionRevoked.value ? <Ended /> : <Door />;
}

function Door() {
  const people = phone.value?.people ?? [];
  const [chosen, choose] = useState(expected);
  const person = people.find(({ id }) => id === chosen);
  if (person) return <Code person={person} reason={lockReason.value} onOther={() => choose(null)} />;
  return <People people={people} onChoose={choose} />;
}

/** A phone that was handed over awaits anybody; one that locked itself, most likely whoever had it. */
const expected = (): string | null => (lockReason.peek() === "handed" ? null : (session.peek()?.person.id ?? null));
