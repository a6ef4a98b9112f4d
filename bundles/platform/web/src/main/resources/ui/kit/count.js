// How many there are, in words.
import { format } from './format.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);

/** Of what a list answered: a search counts up to a bound only, and says so (`atLeast`). */
export function counted({ total, atLeast }) {
  const count = format.number(total);
  return atLeast ? t('kit.count.atLeast', { count }) : t('kit.count.all', { count });
}
