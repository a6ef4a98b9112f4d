/** Filters of a list. They stand in the page's address, so that a link leads to just this list. */
import { html, live, router } from '@gridloom/ui';
import { t } from './words.js';

/** @param {{name: string, label: string, type: 'search'|'select'|'date'|'checkbox', options?: object[]}[]} fields */
export const filters = fields => fields.map(field => control(field, router.route.params[field.name] ?? ''));

/** The date as of which everything is shown. */
export const asOfFilter = () => ({ name: 'asOf', label: t('common.asOf'), type: 'date' });

/** What the address says of these filters. */
export const chosen = (...names) =>
  Object.fromEntries(names.map(name => [name, router.route.params[name]]).filter(([, value]) => value));

function changed({ target }) {
  const value = target.type === 'checkbox' ? target.checked && 'true' : target.value;
  router.stay({ [target.name]: value || null }, { replace: true });
}

function control({ name, label, type, options }, value) {
  if (type === 'select') {
    return html`<label>${label}
      <select name=${name} .value=${live(value)} @change=${changed}>
        <option value="" ?selected=${!value}>${t('common.all')}</option>
        ${options.map(it => html`<option value=${it.value} ?selected=${it.value === value}>${it.label}</option>`)}
      </select></label>`;
  }
  if (type === 'checkbox') {
    return html`<label class="gl-choice"><input type="checkbox" name=${name} .checked=${live(value === 'true')}
      @change=${changed}> ${label}</label>`;
  }
  return html`<label>${label} <input type=${type} name=${name} .value=${live(value)} @change=${changed}></label>`;
}
