/** A unit's training, on its page: how far each topic is, and the way to the lists. */
import { Element, Task, api, define, format, html, router, states } from '@gridloom/ui';
import { t, vocabulary } from './words.js';

define('training-unit', class extends Element {
  static properties = { context: { attribute: false } };

  report = new Task(this, {
    args: () => [this.context?.code, this.context?.asOf],
    task: async ([unit, asOf], { signal }) => ({
      words: await vocabulary(),
      topics: await api.get('training/coverage', { query: { unit, asOf }, signal }),
    }),
  });

  render() {
    const params = { unit: this.context?.code };
    return states(this.report, ({ words, topics }) => html`
      <ul>${topics.map(it => html`
        <li>${t('unit.topic', { topic: words.topic(it.topic), covered: it.covered, audience: it.audience, percent: format.percent(it.percent / 100) })}</li>`)}
      </ul>
      <p><a href=${router.href('training/sessions', params)}>${t('sessions.title')}</a>
        <a href=${router.href('training/coverage', { ...params, covered: 'false' })}>${t('coverage.people')}</a></p>`);
  }
});
