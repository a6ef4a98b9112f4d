/** A unit's call-outs, on its page: what was done this year, what is ordered, and the way to the list. */
import { Element, Task, api, define, format, html, router, states } from '@gridloom/ui';
import { t } from './words.js';

define('snow-unit', class extends Element {
  static properties = { context: { attribute: false } };

  report = new Task(this, {
    args: () => [this.context?.code, this.context?.asOf],
    task: async ([unit, asOf], { signal }) => {
      const [{ items }, ordered] = await Promise.all([
        api.get('figures', { query: { unit, asOf, codes: 'snow.callOuts,snow.hours' }, signal }),
        api.get('snow/ordered', { query: { units: unit }, signal }),
      ]);
      const value = code => items.find(figure => figure.code === code)?.value ?? 0;
      return { done: value('snow.callOuts'), hours: value('snow.hours'), ordered: ordered[unit] ?? 0 };
    },
  });

  render() {
    return states(this.report, ({ done, hours, ordered }) => html`
      <p>${t('unit.summary', { done: format.number(done), hours: format.number(hours), ordered: format.number(ordered) })}</p>
      <p><a href=${router.href('snow/call-outs', { unit: this.context?.code })}>${t('callOuts.title')}</a></p>`);
  }
});
