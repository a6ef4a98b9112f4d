/** How well a unit is covered; each number leads to the records behind it. */
import { Element, Task, api, define, format, html, router, states } from '@gridloom/ui';
import { gapChoices } from './terms.js';
import { t } from './words.js';

define('organization-coverage-report', class extends Element {
  static properties = { unit: {}, asOf: {} };

  report = new Task(this, {
    args: () => [this.unit, this.asOf],
    task: ([unit, asOf], { signal }) => api.get('organization/coverage', { query: { unit, asOf }, signal }),
  });

  link(path, params, label) {
    return html`<a href=${router.href(path, { unit: this.unit, asOf: this.asOf, tab: null, ...params })}>${label}</a>`;
  }

  renderGap({ value, label }, count) {
    return html`<dt>${label}</dt>
      <dd>${this.link('organization/coverage', { kind: value }, format.number(count))}
        ${count ? html`<span class="gl-tag" data-kind="warn">${t('coverage.open')}</span>`
          : html`<span class="gl-tag" data-kind="good">${t('coverage.covered')}</span>`}</dd>`;
  }

  render() {
    return states(this.report, report => html`
      <div class="gl-stack">
        <section class="gl-panel">
          <h2>${t('coverage.staff')}</h2>
          <dl class="gl-facts">
            <dt>${t('coverage.grids')}</dt>
            <dd>${this.link('organization/units', { under: this.unit, level: 'grid' }, format.number(report.grids))}</dd>
            <dt>${t('coverage.workers')}</dt>
            <dd>${format.number(report.fullTimeWorkers)}
              ${this.link('organization/posts', { duty: 'full-time' }, t('coverage.posts'))}</dd>
            <dt>${t('coverage.gridsPerWorker')}</dt>
            <dd>${report.gridsPerWorker === null ? t('coverage.noWorker')
              : format.number(report.gridsPerWorker, { digits: 2 })}</dd>
          </dl>
        </section>
        <section class="gl-panel">
          <h2>${t('coverage.gaps')}</h2>
          <dl class="gl-facts">${gapChoices().map(gap => this.renderGap(gap, report.gaps[gap.value] ?? 0))}</dl>
        </section>
      </div>`);
  }
});
