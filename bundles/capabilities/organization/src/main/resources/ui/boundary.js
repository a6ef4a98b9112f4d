/** Drawing a unit's boundary. */
import { Element, api, define, format, html, nothing, notify, openDialog } from '@gridloom/ui';
import { t } from './words.js';

/** @returns {Promise<boolean>} whether it was drawn */
export async function drawBoundary(unit) {
  const [features, inside] = await Promise.all([around(unit), outlines(unit.code)]);
  features.features.push(...inside.features.filter(({ properties }) => properties.code !== unit.code));
  const done = await openDialog({
    heading: t('boundary.drawOf', { name: unit.name }),
    size: 'wide',
    body: close => html`<organization-boundary .unit=${unit} .features=${features} .cancel=${() => close()}
      @gl-done=${event => close(event.detail.body)}></organization-boundary>`,
  }).closed;
  if (!done) return false;
  notify(t('boundary.drawn', { name: unit.name }));
  if (done.warnings.length) await warn(done.warnings);
  return true;
}

const warn = warnings => openDialog({
  heading: t('boundary.check'),
  body: close => html`
    ${warnings.map(warning => html`<p class="gl-alert" data-kind="warn">${warning}</p>`)}
    <div class="gl-actions"><button type="button" class="gl-primary" @click=${() => close()}>${t('boundary.seen')}</button></div>`,
}).closed;

/** Where to draw: the unit and its neighbours, within what lies above. */
const around = unit => outlines(unit.parent ?? unit.code);

const outlines = under => api.get('organization/boundaries', { query: { under, self: true } });

define('organization-boundary', class extends Element {
  static properties = {
    unit: { attribute: false }, features: { attribute: false }, cancel: { attribute: false }, geometry: { state: true },
  };

  constructor() {
    super();
    this.submit = this.submit.bind(this);
  }

  /** What is there to begin with. */
  get outline() {
    return this.features.features.find(({ properties }) => properties.code === this.unit.code)?.geometry ?? true;
  }

  async submit({ date }) {
    const query = { date };
    const type = 'application/geo+json';
    const path = `organization/units/${this.unit.code}/boundary`;
    return api.put(path, JSON.stringify(this.geometry), { query, type, ifMatch: this.unit.etag });
  }

  render() {
    return html`<div class="gl-stack">
      <p>${t('boundary.help')}</p>
      <gl-map label=${t('boundary.drawOf', { name: this.unit.name })} .features=${this.features} .draw=${this.outline}
        @gl-drawn=${event => { this.geometry = event.detail.geometry; }}></gl-map>
      ${this.geometry
        ? html`<gl-form submit-label=${t('common.save')} .submit=${this.submit} .cancel=${this.cancel}
            .value=${{ date: format.today() }}
            .fields=${[{ name: 'date', label: t('common.effectiveDate'), type: 'date', required: true }]}></gl-form>`
        : nothing}
    </div>`;
  }
});
