/** Sessions of training: a list, or one of them. */
import { Page, Task, chosen, dated, define, filters, html, listOf, nothing, router, session, states, worded } from '@gridloom/ui';
import { planSession } from './session-changes.js';
import './session.js';
import { sessionStates, stateOf, t, vocabulary } from './words.js';

define('training-sessions', class extends Page {
  words = new Task(this, { args: () => [], task: () => vocabulary() });

  async plan(words) {
    const made = await planSession(words, { unit: router.unit });
    if (made) router.go(`training/sessions/${made.id}`);
  }

  renderList(words) {
    const may = session.can('training.session.edit');
    const columns = [
      { key: 'number', label: t('session.number'), sort: 'number' },
      { key: 'title', label: t('session.title'), sort: 'title' },
      worded('topic', t('session.topic'), it => words.topic(it.topic)),
      worded('format', t('session.format'), it => words.format(it.format)),
      dated('heldOn', t('session.heldOn'), undefined, { sort: 'heldOn' }),
      { key: 'unit', label: t('session.unit'), render: it => html`<gl-unit code=${it.unit}></gl-unit>`, value: it => it.unit },
      worded('state', t('session.state'), it => stateOf(it.state)),
      { key: 'attended', label: t('session.attended'), align: 'right' },
    ];
    return html`
      <h1>${t('sessions.title')}</h1>
      <gl-table label=${t('sessions.title')} export-name=${t('sessions.title')} sheet="training.sessions" .columns=${columns}
        .load=${listOf('training/sessions')} .href=${it => router.href(`training/sessions/${it.id}`)}
        .query=${{ unit: router.unit, ...chosen('q', 'topic', 'format', 'state', 'programme', 'studio', 'from', 'to') }}
        .filters=${filters([
          { name: 'q', label: t('common.search'), type: 'search' },
          { name: 'topic', label: t('session.topic'), type: 'select', options: words.topics },
          { name: 'format', label: t('session.format'), type: 'select', options: words.formats },
          { name: 'state', label: t('session.state'), type: 'select', options: sessionStates() },
          { name: 'from', label: t('common.from'), type: 'date' },
          { name: 'to', label: t('common.to'), type: 'date' },
        ])}
        .actions=${may ? html`
          <button type="button" class="gl-primary" @click=${() => this.plan(words)}>${t('session.plan')}</button>
          <a class="gl-button" href=${router.href('sheets/import', { tab: 'training.sessions' })}>${t('common.import')}</a>` : nothing}
        .empty=${html`<gl-empty icon="calendar" label=${t('sessions.empty')}></gl-empty>`}></gl-table>`;
  }

  render() {
    const [id] = this.route.rest;
    return states(this.words, words => (id
      ? html`<training-session .words=${words} .number=${id}></training-session>` : this.renderList(words)));
  }
});
