// A unit's figures, and how its subunits compare.
import { Page, Task, api, define, html, nothing, router, states, texts } from '@gridloom/ui';
import './comparison.js';

const t = await texts(import.meta.url);

define('dashboard-overview', class extends Page {
  figures = new Task(this, {
    args: () => [router.unit, this.asOf],
    task: ([unit, asOf], { signal }) => api.get('figures', { query: { unit, asOf }, signal }),
  });

  above = new Task(this, {
    args: () => [router.unit, this.asOf],
    task: ([unit, asOf], { signal }) => above(unit, asOf, signal),
  });

  get asOf() {
    return this.route.params.asOf;
  }

  render() {
    const unit = this.figures.isStale ? null : this.figures.value?.unit;
    const up = this.above.isStale ? [] : this.above.value ?? [];
    return html`
      ${up.length ? html`
        <nav class="gl-breadcrumb" aria-label=${t('overview.above')}>
          ${up.map(({ code, name }) => html`<a href=${this.href(code)}>${name}</a>`)}
        </nav>` : nothing}
      <div class="gl-head">
        <h1>${unit ? t('overview.of', { unit: unit.name }) : t('overview.title')}</h1>
        <div class="gl-filters">
          <label>${t('overview.asOf')}
            <input type="date" .value=${this.asOf ?? ''} @change=${event => router.stay({ asOf: event.target.value })}></label>
        </div>
      </div>
      <div class="gl-stack">
        ${states(this.figures, figures => this.cards(figures))}
        <dashboard-comparison .unit=${router.unit} .asOf=${this.asOf} .chosen=${this.route.params.figure}
          .href=${code => this.href(code)}></dashboard-comparison>
      </div>`;
  }

  href(unit) {
    return router.href(this.route.path, { ...this.route.params, unit });
  }

  cards({ items, failed }) {
    return html`
      ${failed.length ? html`<p class="gl-alert" data-kind="warn">${t('overview.failed', { names: list(failed) })}</p>` : nothing}
      ${items.length ? html`<div class="gl-grid">${items.map(figure => html`<gl-figure .figure=${figure}></gl-figure>`)}</div>`
        : html`<gl-empty icon="chart" label=${t('overview.none')}></gl-empty>`}`;
  }
});

/** Units above, from the top; none where the territory is not installed, or not for this account. */
async function above(unit, asOf, signal) {
  try {
    return await api.get(`organization/units/${unit}/ancestors`, { query: { asOf }, signal });
  } catch (error) {
    if ([403, 404, 410].includes(error.status)) return [];
    throw error;
  }
}

function list(failed) {
  return failed.map(({ name }) => name).join(t('overview.separator'));
}
