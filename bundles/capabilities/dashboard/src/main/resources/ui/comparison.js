// Subunits side by side: one figure on map and chart, all of them in a table, which a phone shows when asked.
import { Element, Task, api, define, format, html, nothing, router, states, texts } from '@gridloom/ui';

const t = await texts(import.meta.url);
const BARS = 40;
const BAR = 28;
const FRAME = 60;
const wide = matchMedia('(min-width: 64rem)');

/** `.unit` code of the unit above · `.asOf` · `.chosen` code of the figure to show · `.href` code → address. */
define('dashboard-comparison', class extends Element {
  static properties = {
    unit: {}, asOf: {}, chosen: {}, href: { attribute: false },
  };

  table = new Task(this, {
    args: () => [this.unit, this.asOf],
    task: ([unit, asOf], { signal }) => api.get('figures/comparison', { query: { unit, asOf }, signal }),
  });

  map = new Task(this, {
    args: () => [this.unit, this.asOf],
    task: ([under, asOf], { signal }) => boundaries(under, asOf, signal),
  });

  render() {
    return states(this.table, ({ figures: known, items }) => {
      if (!items.length || !known.length) return nothing;
      const figures = told(known, items, this.chosen);
      const figure = figures.find(each => each.code === this.chosen) ?? telling(figures, items);
      const label = t('comparison.of', { figure: figure.name });
      return html`
        <section class="gl-panel">
          <div class="gl-toolbar">
            <h2>${t('comparison.title')}</h2>
            <div class="gl-filters"><label>${t('comparison.figure')}
              <select @change=${event => router.stay({ figure: event.target.value }, { replace: true })}>
                ${figures.map(({ code, name }) => html`<option value=${code} ?selected=${code === figure.code}>${name}</option>`)}
              </select></label></div>
          </div>
          <div class="gl-halves">
            <div>${states(this.map, features => this.areas(features, figure, items, label))}</div>
            <div>${this.bars(figure, items, label)}</div>
          </div>
        </section>
        <details class="gl-panel" ?open=${wide.matches}>
          <summary>${t('comparison.all')}</summary>
          ${this.whole(figures, items)}
        </details>`;
    });
  }

  open(code) {
    location.hash = this.href(code);
  }

  areas(features, { code, unit }, items, label) {
    if (!features?.features.length) return html`<gl-empty icon="map" label=${t('comparison.noMap')}></gl-empty>`;
    const values = Object.fromEntries(items.map(item => [item.code, item.values[code]]));
    return html`<gl-map pickable label=${label} legend=${t('comparison.legend', { unit })} .features=${features}
      .values=${values} @gl-pick=${event => this.open(event.detail.code)}></gl-map>`;
  }

  bars({ code, name, unit }, items, label) {
    const known = items.filter(item => item.values[code] !== undefined);
    const shown = known.sort((a, b) => b.values[code] - a.values[code]).slice(0, BARS);
    const option = {
      tooltip: { trigger: 'item', valueFormatter: value => `${format.number(value, { digits: 2 })} ${unit}` },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', inverse: true, data: shown.map(item => item.name) },
      series: [{
        type: 'bar', name, data: shown.map(item => item.values[code]), barMaxWidth: 18,
        label: { show: true, position: 'right', formatter: ({ value }) => format.number(value, { digits: 2 }) },
      }],
    };
    return html`
      <gl-chart pickable label=${label} height=${shown.length * BAR + FRAME} .option=${option}
        @gl-pick=${event => this.open(shown[event.detail.index].code)}></gl-chart>
      ${known.length > BARS ? html`<p class="gl-muted gl-small">${t('comparison.top', { shown: BARS, count: known.length })}</p>`
        : nothing}`;
  }

  whole(figures, items) {
    const columns = [
      { key: 'name', label: t('comparison.unit'), sort: 'name' },
      ...figures.map(({ code, name, unit }) => ({
        key: code, label: t('comparison.column', { name, unit }), sort: code, align: 'right',
        render: item => format.number(item.values[code], { digits: 2 }), value: item => item.values[code],
      })),
    ];
    return html`<gl-table label=${t('comparison.all')} export-name=${t('comparison.file')} .columns=${columns} .items=${items}
      .href=${item => this.href(item.code)}></gl-table>`;
  }
});

/** Without those that no subunit has any of, such as levels that the district does not use. */
function told(figures, items, chosen) {
  const some = figures.filter(({ code }) => code === chosen || items.some(item => item.values[code]));
  return some.length ? some : figures;
}

/** The first figure by which the subunits differ. */
function telling(figures, items) {
  return figures.find(({ code }) => new Set(items.map(item => item.values[code])).size > 1) ?? figures[0];
}

/** Outlines of the units directly below; null where the territory is not installed, or not for this account. */
async function boundaries(under, asOf, signal) {
  try {
    return await api.get('organization/boundaries', { query: { under, asOf }, signal });
  } catch (error) {
    if ([403, 404, 410].includes(error.status)) return null;
    throw error;
  }
}
