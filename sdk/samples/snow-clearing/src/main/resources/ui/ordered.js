/** A column in lists of units: how many call-outs are ordered there. All rows of a page ask together. */
import { Element, Task, api, define, format, html, states } from '@gridloom/ui';

let together = null;

function ordered(code) {
  together ??= { codes: new Set(), answer: Promise.resolve().then(ask) };
  together.codes.add(code);
  return together.answer.then(counts => counts[code] ?? 0);
}

function ask() {
  const { codes } = together;
  together = null;
  return api.get('snow/ordered', { query: { units: [...codes].join(',') } });
}

define('snow-ordered', class extends Element {
  static properties = { context: { attribute: false } };

  count = new Task(this, { args: () => [this.context?.code], task: ([code]) => ordered(code) });

  render() {
    return states(this.count, count => html`${format.number(count)}`);
  }
});
