/** Who takes or took part, of all sessions. */
import { Page, Task, chosen, define, filters, html, router, states } from '@gridloom/ui';
import './places.js';
import { placeStates, t, vocabulary } from './words.js';

define('training-attendances', class extends Page {
  words = new Task(this, { args: () => [], task: () => vocabulary() });

  render() {
    return html`
      <h1>${t('attendances.title')}</h1>
      ${states(this.words, words => html`<training-places label=${t('attendances.title')}
        .query=${{ unit: router.unit, ...chosen('topic', 'state', 'person', 'from', 'to') }}
        .filters=${filters([
          { name: 'topic', label: t('session.topic'), type: 'select', options: words.topics },
          { name: 'state', label: t('place.state'), type: 'select', options: placeStates() },
          { name: 'from', label: t('common.from'), type: 'date' },
          { name: 'to', label: t('common.to'), type: 'date' },
        ])}></training-places>`)}`;
  }
});
