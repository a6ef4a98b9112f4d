// A chart of ECharts in the district's colours, and the same as a table.
import { Element, define } from './element.js';
import { failureTemplate } from './failure.js';
import { format } from './format.js';
import { html, nothing, ref, createRef } from './lit.js';
import { colours, onColours } from './colours.js';
import { language, texts } from './words.js';

const t = await texts(import.meta.url);
const DIGITS = 2;
const HEIGHT = 320;

/**
 * `.option` of ECharts · `label` what is shown, for who cannot see it · `height` in pixels · `pickable` whether a value
 * leads somewhere. Fires `gl-pick` with `{name, index, series, value}`.
 */
define('gl-chart', class extends Element {
  static properties = {
    option: { attribute: false },
    label: {},
    height: { type: Number },
    pickable: { type: Boolean },
  };

  #place = createRef();
  #chart = null;
  #failed = null;
  #echarts = null;
  #size = new ResizeObserver(() => this.#chart?.resize());
  #forgetColours = null;

  connectedCallback() {
    super.connectedCallback();
    this.#forgetColours = onColours(() => this.#redraw());
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forgetColours();
    this.#clear();
  }

  render() {
    if (!this.option) return nothing;
    if (this.#failed) return failureTemplate(this.#failed, () => this.#retry());
    return html`
      <figure class="gl-chart" ?data-pickable=${this.pickable}>
        <div class="gl-chart-place" ${ref(this.#place)}></div>
        ${this.#table()}
      </figure>`;
  }

  updated() {
    if (this.option && !this.#failed) this.#draw();
  }

  async #draw() {
    try {
      this.#echarts ??= await import('echarts');
    } catch (error) {
      this.#failed = error;
      this.requestUpdate();
      return;
    }
    const place = this.#place.value;
    if (!place || !this.isConnected) return;
    place.style.height = `${this.height || HEIGHT}px`;
    if (!this.#chart || this.#chart.getDom() !== place) this.#begin(place);
    this.#chart.resize();
    this.#chart.setOption(this.#whole(), { notMerge: true });
  }

  #begin(place) {
    this.#clear();
    const locale = language() === 'en' ? 'EN' : 'ZH';
    this.#chart = this.#echarts.init(place, theme(colours(this)), { renderer: 'canvas', locale });
    this.#chart.on('click', event => this.#pick(event.name, event.dataIndex, event.seriesName, event.value));
    this.#size.observe(place);
  }

  #clear() {
    this.#size.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  #redraw() {
    this.#clear();
    this.requestUpdate();
  }

  #retry() {
    this.#failed = null;
    this.requestUpdate();
  }

  /** What every chart has: tooltips without styles of their own, which the content policy refuses, and a description. */
  #whole() {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { legend } = this.option;
    return {
      ...(still && { animation: false }),
      grid: { left: 8, right: 24, top: 28, bottom: legend ? 40 : 8, containLabel: true },
      ...this.option,
      title: { ...this.option.title, text: this.option.title?.text ?? this.label, show: Boolean(this.option.title) },
      tooltip: { confine: true, ...this.option.tooltip, renderMode: 'richText' },
      aria: { enabled: true, label: { data: { excludeDimensionId: categories(this.option) } }, ...this.option.aria },
    };
  }

  #pick(name, index, series, value) {
    this.dispatchEvent(new CustomEvent('gl-pick', { detail: { name, index, series, value }, bubbles: true }));
  }

  #table() {
    const { names, series } = contents(this.option);
    if (!names.length) return nothing;
    return html`
      <details class="gl-chart-table">
        <summary>${t('chart.table')}</summary>
        <div class="gl-scroll" tabindex="0" role="region" aria-label=${this.label || t('chart.table')}>
          <table>
            <thead><tr><td></td>${series.map(each => html`<th scope="col">${each.name}</th>`)}</tr></thead>
            <tbody>${names.map((name, index) => html`
              <tr><th scope="row">${this.#head(name, index, series)}</th>
                ${series.map(each => html`<td class="gl-number">${shown(each.values[index])}</td>`)}</tr>`)}
            </tbody>
          </table>
        </div>
      </details>`;
  }

  #head(name, index, [first]) {
    if (!this.pickable) return name;
    const pick = () => this.#pick(name, index, first.name, first.values[index]);
    return html`<button type="button" class="gl-link" @click=${pick}>${name}</button>`;
  }
});

function shown(value) {
  const bare = Array.isArray(value) ? value.at(-1) : value;
  return typeof bare === 'number' ? format.number(bare, { digits: DIGITS }) : bare ?? '';
}

/** Dimensions that only number the categories, so that the description leaves them out. */
function categories({ xAxis, yAxis }) {
  return [xAxis, yAxis].flatMap((axis, dimension) => (axis?.type === 'category' ? [dimension] : []));
}

/** Names of the categories and, for each series, its values in their order. */
function contents({ xAxis, yAxis, series = [], dataset }) {
  const lines = [].concat(series);
  const named = [xAxis, yAxis].flat().find(axis => axis?.data)?.data;
  if (dataset?.source) return table(dataset.source);
  const first = lines[0]?.data ?? [];
  const names = named ?? first.map((each, index) => each?.name ?? each?.[0] ?? index + 1);
  return {
    names: names.map(name => name?.value ?? name),
    series: lines.map(line => ({ name: line.name ?? '', values: (line.data ?? []).map(each => each?.value ?? each) })),
  };
}

/** Of a data set whose first row names the columns. */
function table([head, ...rows]) {
  return {
    names: rows.map(row => row[0]),
    series: head.slice(1).map((name, index) => ({ name, values: rows.map(row => row[index + 1]) })),
  };
}

function theme({ text, muted, line, surface, series }) {
  const axis = {
    axisLine: { lineStyle: { color: line } },
    axisTick: { lineStyle: { color: line } },
    axisLabel: { color: muted },
    splitLine: { lineStyle: { color: line } },
    nameTextStyle: { color: muted },
  };
  return {
    color: series,
    backgroundColor: 'transparent',
    textStyle: { color: text, fontFamily: 'inherit' },
    title: { textStyle: { color: text } },
    legend: { textStyle: { color: text }, pageTextStyle: { color: text }, pageIconColor: text },
    tooltip: { backgroundColor: surface, borderColor: line, textStyle: { color: text } },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
    label: { color: text },
  };
}
