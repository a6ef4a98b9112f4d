// A figure with all that it takes to understand it.
import { Element, define } from './element.js';
import { format } from './format.js';
import { html, nothing } from './lit.js';
import { drillDown } from './router.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);
const DIGITS = 2;

/** `.figure` an item of `/api/figures` · `.former` the same on an earlier date, to say what has changed since. */
define('gl-figure', class extends Element {
  static properties = { figure: { attribute: false }, former: { attribute: false } };

  render() {
    const { figure } = this;
    if (!figure) return nothing;
    return html`
      <article class="gl-figure" aria-label=${figure.name}>
        <p class="gl-figure-name">${figure.name}</p>
        <p class="gl-figure-value"><data value=${figure.value}>${format.number(figure.value, { digits: DIGITS })}</data>
          <span>${figure.unit}</span></p>
        <p class="gl-figure-date">${period(figure)}${this.#records()}</p>
        ${this.former ? html`<p class="gl-figure-date">${since(this.former, figure)}</p>` : nothing}
        <details>
          <summary>${t('figure.definition')}</summary>
          <p>${figure.definition}</p>
        </details>
      </article>`;
  }

  #records() {
    const { figure } = this;
    const href = figure.drillDown ? drillDown(figure.drillDown) : null;
    return href ? html` <a href=${href} aria-label=${t('figure.recordsOf', { name: figure.name })}>${t('figure.records')}</a>`
      : nothing;
  }
});

function period({ from, asOf }) {
  return from ? t('figure.period', { from: format.date(from), to: format.date(asOf) })
    : t('figure.asOf', { date: format.date(asOf) });
}

function since({ value, asOf }, figure) {
  const date = format.date(asOf);
  if (value === figure.value) return t('figure.same', { date });
  return t('figure.changed', {
    date, value: format.number(value, { digits: DIGITS }),
    change: format.number(figure.value - value, { digits: DIGITS, signed: true }),
  });
}
