// How long ago figures are looked at to say what has changed.

export const SPANS = ['month', 'week', 'year'];

/** The same day of an earlier month or year, or the last one that it has; ISO dates. */
export function before(date, span) {
  const [year, month, day] = date.split('-').map(Number);
  if (span === 'week') return iso(Date.UTC(year, month - 1, day - 7));
  const back = span === 'year' ? 12 : 1;
  const last = new Date(Date.UTC(year, month - back, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 - back, Math.min(day, last)));
}

function iso(instant) {
  return new Date(instant).toISOString().slice(0, 10);
}
