// What happened, what is, and what is to come.
import { Element, define } from './element.js';
import { format } from './format.js';
import { html, nothing } from './lit.js';
import { texts } from './words.js';

const t = await texts(import.meta.url);

/**
 * `.items` of `{date, title, body?, state?}`; the date is one, or an instant; `state` is done, current or future. What is
 * to come on a date takes effect then; without one it is still to be done.
 */
define('gl-timeline', class extends Element {
  static properties = { items: { attribute: false }, label: {} };

  render() {
    return html`
      <ol class="gl-timeline" aria-label=${this.label || nothing}>
        ${(this.items ?? []).map(item => html`
          <li data-state=${item.state ?? 'done'} aria-current=${item.state === 'current' ? 'step' : nothing}>
            <div class="gl-timeline-head">
              <strong>${item.title}</strong>
              ${item.date ? html`<time datetime=${item.date}>${when(item.date)}</time>` : nothing}
              ${item.state && item.state !== 'done'
                ? html`<small class="gl-timeline-state">${word(item)}</small>` : nothing}
            </div>
            ${item.body ? html`<div class="gl-timeline-body">${item.body}</div>` : nothing}
          </li>`)}
      </ol>`;
  }
});

const word = ({ state, date }) => t(state === 'future' && date ? 'timeline.upcoming' : `timeline.${state}`);

function when(date) {
  return date.includes('T') ? format.dateTime(date) : format.date(date);
}
