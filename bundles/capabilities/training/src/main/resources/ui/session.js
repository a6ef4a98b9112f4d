/** One session: what it is, who takes part, its files and its steps. */
import { Element, Task, api, caseTimeline, define, facts, format, html, nothing, router, session, states } from '@gridloom/ui';
import './places.js';
import { changeSession } from './session-changes.js';
import { stateOf, t } from './words.js';

/** What the record behind a code is called; the code for who may not see it. */
const nameOf = (noun, code, signal) => api.get(`training/${noun}/${code}`, { signal }).then(it => it.name, () => code);

async function namesOf(of, signal) {
  const [programme, studio, ...trainers] = await Promise.all([
    of.programme && nameOf('programmes', of.programme, signal),
    of.studio && nameOf('studios', of.studio, signal),
    ...of.trainers.map(code => nameOf('trainers', code, signal)),
  ]);
  return { programme, studio, trainers: trainers.join(t('session.between')) };
}

define('training-session', class extends Element {
  static properties = { number: {}, words: { attribute: false }, revision: { state: true } };

  read = new Task(this, {
    args: () => [this.number, this.revision],
    task: async ([id], { signal }) => {
      const [of, moves] = await Promise.all([
        api.get(`training/sessions/${id}`, { signal }), api.get(`training/sessions/${id}/timeline`, { signal }),
      ]);
      return { of, moves, names: await namesOf(of, signal) };
    },
  });

  constructor() {
    super();
    this.revision = 0;
  }

  again() {
    this.revision++;
  }

  async change(of) {
    if (await changeSession(of, this.words)) this.again();
  }

  renderRecord(of, names) {
    return html`<div class="gl-panel">${facts([
      [t('session.number'), html`<span class="gl-code">${of.number}</span>`],
      [t('session.topic'), this.words.topic(of.topic)],
      [t('session.format'), this.words.format(of.format)],
      [t('session.heldOn'), html`${format.date(of.heldOn)} ${of.hours ?? ''}`],
      [t('session.place'), of.place],
      [t('session.unit'), html`<gl-unit code=${of.unit}></gl-unit>`],
      [t('session.programme'), names.programme],
      [t('session.studio'), names.studio],
      [t('session.trainers'), names.trainers],
      [t('session.capacity'), of.capacity ?? t('session.unlimited')],
      [t('session.enrolled'), of.enrolled],
      [t('session.attended'), of.attended],
      [t('common.note'), of.note],
    ])}</div>`;
  }

  render() {
    return states(this.read, ({ of, moves, names }) => html`
      <nav class="gl-breadcrumb" aria-label=${t('sessions.title')}><a href=${router.href('training/sessions')}>${t('sessions.title')}</a></nav>
      <div class="gl-head">
        <h1>${of.title}</h1>
        <div class="gl-actions">
          <span>${stateOf(of.state)}</span>
          ${session.can('training.session.edit') && ['planned', 'open'].includes(of.state)
            ? html`<button type="button" @click=${() => this.change(of)}>${t('session.change')}</button>` : nothing}
          <gl-actions .case=${of.progress} label=${of.title} @gl-done=${() => this.again()}></gl-actions>
        </div>
      </div>
      <gl-tabs label=${of.title} .tabs=${[
        { id: 'record', label: t('session.record'), body: () => this.renderRecord(of, names) },
        {
          id: 'places', label: t('session.places'),
          body: () => html`<training-places label=${t('session.places')} .of=${of} .query=${{ session: of.id }}
            @training-changed=${() => this.again()}></training-places>`,
        },
        {
          id: 'files', label: t('session.files'),
          body: () => html`<gl-attachments type="training.session" record=${of.id} label=${t('session.files')}
            ?editable=${session.can('training.session.edit')}></gl-attachments>`,
        },
        { id: 'steps', label: t('session.steps'), body: () => html`<gl-timeline .items=${caseTimeline(moves)}></gl-timeline>` },
      ]}></gl-tabs>`);
  }
});
