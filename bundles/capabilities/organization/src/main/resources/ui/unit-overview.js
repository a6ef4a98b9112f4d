/** What is recorded of a unit, where it lies, what it counts. */
import { Element, Task, api, define, facts, format, html, nothing, session, slots, states } from '@gridloom/ui';
import { drawBoundary } from './boundary.js';
import { isOtherDay, period } from './dates.js';
import { goTo } from './links.js';
import { t } from './words.js';

define('organization-unit-overview', class extends Element {
  static properties = { unit: { attribute: false }, asOf: {}, words: { attribute: false } };

  map = new Task(this, {
    args: () => [this.unit.code, this.asOf, this.unit.etag],
    task: ([under, asOf], { signal }) => api.get('organization/boundaries', { query: { under, self: true, asOf }, signal }),
  });

  figures = new Task(this, {
    args: () => [this.unit.code, this.asOf],
    task: ([unit, asOf], { signal }) => api.get('figures', { query: { unit, asOf }, signal }),
  });

  render() {
    return html`<div class="gl-stack">
      <section class="gl-panel" aria-label=${t('unit.record')}>${this.renderRecord()}</section>
      <section class="gl-panel">
        <h2>${t('unit.map')}</h2>
        ${states(this.map, found => this.renderMap(found))}
      </section>
      <section>
        <h2>${t('unit.figures')}</h2>
        ${states(this.figures, ({ items, failed }) => renderFigures(items, failed))}
      </section>
      ${slots('organization.unit', { code: this.unit.code, asOf: this.asOf ?? format.today() })}
    </div>`;
  }

  renderRecord() {
    const { unit, words } = this;
    return facts([
      [t('common.code'), html`<span class="gl-code">${unit.code}</span>`],
      [t('units.level'), words.level(unit.level)],
      [t('units.kind'), unit.kind && words.kind(unit)],
      [t('units.households'), format.number(unit.households)],
      [t('units.residents'), format.number(unit.residents)],
      [t('units.extent'), unit.extent],
      [t('common.note'), unit.note],
      [t('common.validity'), period(unit.validFrom, unit.validTo)],
    ]);
  }

  renderMap(found) {
    const mayDraw = session.can('organization.unit.edit') && !isOtherDay();
    return html`
      ${found.features.length
        ? html`<gl-map pickable label=${t('unit.mapOf', { name: this.unit.name })} .features=${found} .selected=${this.unit.code}
            @gl-pick=${event => this.pick(event.detail.code)}></gl-map>`
        : html`<gl-empty icon="map" label=${t('unit.noBoundary')}></gl-empty>`}
      ${mayDraw
        ? html`<div class="gl-actions"><button type="button" @click=${() => this.draw()}>${t('boundary.draw')}</button></div>`
        : nothing}`;
  }

  pick(code) {
    if (code !== this.unit.code) goTo('unit', code);
  }

  async draw() {
    if (await drawBoundary(this.unit)) {
      this.dispatchEvent(new CustomEvent('organization-changed', { bubbles: true }));
    }
  }
});

function renderFigures(items, failed) {
  const some = items.filter(figure => Number(figure.value) !== 0);
  const none = items.filter(figure => Number(figure.value) === 0);
  const cards = figures => html`<div class="gl-grid">${figures.map(figure => html`
    <gl-figure .figure=${figure}></gl-figure>`)}</div>`;
  return html`
    ${failed?.length ? html`<p class="gl-alert" data-kind="warn">${t('unit.figuresFailed', { count: failed.length })}</p>` : nothing}
    ${cards(some)}
    ${none.length ? html`<details><summary>${t('unit.figuresNone', { count: none.length })}</summary>${cards(none)}</details>`
      : nothing}`;
}
