/** What tables of pages have in common. */
import { api } from './api.js';
import { format } from './format.js';
import { html } from './lit.js';

/**
 * How a table reads its parts.
 *
 * @param {string} path below `/api/`
 * @param {(items: object[], options: {asOf?: string, signal?: AbortSignal}) => Promise<object[]>} [complete] what becomes
 *     of the items, such as names beside codes
 */
export const listOf = (path, complete = items => items) => async ({ page, size, sort, query, signal }) => {
  const answer = await api.get(path, { query: { ...query, page, size, sort }, signal });
  return { ...answer, items: await complete(answer.items, { asOf: query.asOf, signal }) };
};

/** Reads the lists in a place again. */
export const reloadLists = place => place.querySelectorAll('gl-table').forEach(table => table.reload());

/** A column that says what `text` makes of an item, also in a file. */
export const worded = (key, label, text, more) => ({ key, label, render: text, value: text, ...more });

/** A column of a day or a span of days, which does not wrap. */
export const dated = (key, label, text = item => format.date(item[key]), more) => ({
  ...worded(key, label, text, more), render: item => text(item) && html`<span class="gl-number">${text(item)}</span>`,
});
