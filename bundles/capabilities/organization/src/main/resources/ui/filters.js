/** Filters of a list. They stand in the page's address, so that a link leads to just this list. */
import { html, live, router } from '@gridloom/ui';
import { t } from './words.js';

/**
 * @param {{name: string, label: string, type: 'search'|'select'|'date', options?: object[], unset?: string}[]} fields
 *     `unset` is what a choice of none means, "all" if absent
 */
export const filters = fields => fields.map(field => control(field, router.route.params[field.name] ?? ''));

/** The date as of which everything is shown. */
export const asOfFilter = () => ({ name: 'asOf', label: t('common.asOf'), type: 'date' });

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
        <option value="" ?selected=${!value}>${unset ?? t('common.all')}</option>
        ${options.map(it => html`<option value=${it.value} ?selected=${it.value === value}>${it.label}</option>`)}
      </select></label>`;
  }
  return html`<label>${label} <input type=${type} name=${name} .value=${live(value)} @change=${changed}></label>`;
}
