// A unit's figures, and how its subunits compare.
import { Page, Task, api, define, drillDown, format, html, nothing, router, states, texts } from '@gridloom/ui';
import './comparison.js';
import { SPANS, before } from './span.js';

const t = await texts(import.meta.url);

define('dashboard-overview', class extends Page {
  figures = new Task(this, {
    args: () => [router.unit, this.asOf],
    task: ([unit, asOf], { signal }) => api.get('figures', { query: { unit, asOf }, signal }),
  });

  /** What they were some time ago: asked for once those of today are there, and where it cannot be told left out. */
  former = new Task(this, {
    args: () => [this.figures.isStale ? null : this.figures.value, this.span],
    task: ([figures, span], { signal }) => former(figures, span, signal),
  });

  above = new Task(this, {
    args: () => [router.unit, this.asOf],
    task: ([unit, asOf], { signal }) => above(unit, asOf, signal),
  });

  get asOf() {
    return this.route.params.asOf;
  }

  get span() {
    return SPANS.includes(this.route.params.since) ? this.route.params.since : SPANS[0];
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
          <label>${t('overview.since')}
            <select @change=${event => router.stay({ since: event.target.value }, { replace: true })}>
              ${SPANS.map(span => html`<option value=${span} ?selected=${span === this.span}>${t(`overview.since.${span}`)}</option>`)}
            </select></label>
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
    const former = this.former.isStale ? new Map() : this.former.value ?? new Map();
    const none = items.filter(({ code, value }) => !value && !former.get(code)?.value);
    return html`
      ${failed.length ? html`<p class="gl-alert" data-kind="warn">${t('overview.failed', { names: list(failed) })}</p>` : nothing}
      ${items.length ? html`
        <div class="gl-grid">${items.filter(figure => !none.includes(figure)).map(figure => html`
          <gl-figure .figure=${figure} .former=${former.get(figure.code)}></gl-figure>`)}</div>
        ${this.zeros(none)}` : html`<gl-empty icon="chart" label=${t('overview.none')}></gl-empty>`}`;
  }

  /** Levels that the district does not use, and whatever else there is none of: in a line, not a card each. */
  zeros(figures) {
    if (!figures.length) return nothing;
    return html`
      <p class="gl-muted" aria-label=${t('overview.zero')}>${t('overview.zero')}
        ${figures.map(({ name, definition, drillDown: address }, index) => {
          const href = address && drillDown(address);
          return html`${index ? t('overview.separator') : nothing}${href
            ? html`<a href=${href} title=${definition}>${name}</a>` : html`<span title=${definition}>${name}</span>`}`;
        })}
      </p>`;
  }
});

/** By code; figures over a period grow with it, so they are not held against a shorter one. */
async function former(figures, span, signal) {
  const codes = figures?.items.filter(figure => !figure.from).map(figure => figure.code) ?? [];
  if (!codes.length) return new Map();
  try {
    const query = { unit: figures.unit.code, asOf: before(figures.asOf, span), codes: codes.join(',') };
    const { items } = await api.get('figures', { query, signal });
    return new Map(items.map(figure => [figure.code, figure]));
  } catch (error) {
    if (signal.aborted) throw error;
    return new Map();
  }
}

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
