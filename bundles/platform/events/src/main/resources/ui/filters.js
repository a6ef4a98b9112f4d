// What both lists can be narrowed by. The filters stand in the address, so that a list can be handed on.
import { html, router, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);

const change = params => router.stay(params, { replace: true });

export function search(name, label, params) {
  return html`<gl-search label=${label} .value=${params[name]} @gl-change=${event => change({ [name]: event.detail.value })}></gl-search>`;
}

export function days({ from, to }) {
  const day = (name, label, value) => html`<label><span>${label}</span>
    <input type="date" .value=${value ?? ''} @change=${event => change({ [name]: event.target.value })}></label>`;
  return html`${day('from', t('filter.from'), from)}${day('to', t('filter.to'), to)}`;
}

/** Says which unit's records are shown, as it is chosen in the header. */
export function scope({ unit }) {
  return unit ? html`<span class="gl-muted gl-small">${t('filter.unit')} <gl-unit code=${unit}></gl-unit></span>` : '';
}
