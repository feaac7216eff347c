/** Everything the screens read and change. */
export { counted, isOldWord, received, when } from "../lib/ages";
export { lang, ownLang, t } from "../lib/i18n";
export { back, href, navigate, route } from "../lib/router";
export { explain } from "../lib/words";
export {
  catalogueMissing,
  edition,
  lastSync,
  nextSnapshot,
  snapshot,
  swapCatalogue,
  syncFailure,
  syncing,
} from "./catalogue";
export { answers, nextCustomer, setAnswer, setAnswers } from "./customer";
export { type Installing, install, installHint, installing, installLater } from "./install";
export { languagesOf, speak, stopSpeaking } from "./languages";
export { attributes, categories, gauges, levelOf, piecesOf, products, technologies, variants } from "./lookup";
export { online } from "./online";
export {
  carry,
  correct,
  discard,
  flush,
  isMine,
  isOverdue,
  lastDelivery,
  note,
  sendAgain,
  sendFailure,
  sending,
  setAside,
  unsent,
  unsentCount,
} from "./outbox";
export { type LockReason, lock, locked, lockingSoon, lockReason, phone, unconfirmed } from "./phone";
export {
  closed,
  enrolDevice,
  enterAs,
  keepsRange,
  session,
  sessionEnded,
  sessionRevoked,
  shopId,
  signOut,
} from "./session";
export { LANGS, SPOKEN, setBuzzing, setLang, setTheme, THEMES, type Theme, theme } from "./settings";
export { type Claim, claimOf, recordCount, recordDelta, stock, type Why } from "./stock";
export { storageFull } from "./storage";
export { refresh } from "./sync";
export { tryOns } from "./tryOns";
export { favourites, need, noteRelaxed, noteSpoken, serving, toggleFavourite } from "./visit";
