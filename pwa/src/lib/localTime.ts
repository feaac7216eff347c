/** A moment as the phone's own clock shows it, with its offset: "2026-11-21T11:04:05.123+01:00". */
export function localTime(moment: Date): string {
  const ahead = -moment.getTimezoneOffset();
  const shifted = new Date(moment.getTime() + ahead * 60_000).toISOString().slice(0, -1);
  const two = (number: number) => String(Math.floor(number)).padStart(2, "0");
  return `${shifted}${ahead < 0 ? "-" : "+"}${two(Math.abs(ahead) / 60)}:${two(Math.abs(ahead) % 60)}`;
}
