/** Filters of a list. They stand in the page's address, so that a link leads to just this list. */
import { html, live } from './lit.js';
import { router } from './router.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);

/**
 * @param {{name: string, label: string, type: 'search'|'select'|'date', options?: object[], unset?: string}[]} fields
 *     `unset` is what a choice of none means, "all" if absent
 */
export const filters = fields => fields.map(field => control(field, router.route.params[field.name] ?? ''));

/** What the address says of these filters. */
export const chosen = (...names) =>
  Object.fromEntries(names.map(name => [name, router.route.params[name]]).filter(([, value]) => value));

function changed({ target }) {
  router.stay({ [target.name]: target.value || null }, { replace: true });
}

function control({ name, label, type, options, unset }, value) {
  if (type === 'select') {
    return html`<label>${label}
      <select name=${name} .value=${live(value)} @change=${changed}>
        <option value="" ?selected=${!value}>${unset ?? t('filter.all')}</option>
        ${options.map(it => html`<option value=${it.value} ?selected=${it.value === value}>${it.label}</option>`)}
      </select></label>`;
  }
  return html`<label>${label} <input type=${type} name=${name} .value=${live(value)} @change=${changed}></label>`;
}
