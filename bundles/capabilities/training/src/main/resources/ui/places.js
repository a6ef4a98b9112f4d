/** Who takes part: a list of one session, or of all. */
import {
  Element, api, ask, compact, dated, define, etagOf, html, listOf, nothing, notify, openDialog, reloadLists, router, session, worded,
} from '@gridloom/ui';
import { placeOf, t } from './words.js';

/** `.query` of `/api/training/attendances`; `.of` the session, where the list is its own; `.filters`. Fires `training-changed`. */
define('training-places', class extends Element {
  static properties = {
    query: { attribute: false }, of: { attribute: false }, filters: { attribute: false }, label: {},
  };

  async act(work) {
    const done = await work;
    if (!done) return;
    notify(done.rows ? t('place.imported', done) : t('common.saved'));
    reloadLists(this);
    this.dispatchEvent(new CustomEvent('training-changed', { bubbles: true }));
  }

  enrol() {
    return ask({
      heading: t('place.enrol'),
      label: t('place.enrol'),
      fields: [personField(), noteField()],
      submit: (value, { key }) => api.post('training/attendances', compact({ ...value, session: this.of.id }), { key }),
    });
  }

  record(place) {
    const person = place ? [] : [personField()];
    return ask({
      heading: t('place.record'),
      label: t('common.save'),
      value: place ? { attended: place.state !== 'absent', score: place.score, signedAt: place.signedAt, note: place.note } : { attended: true },
      fields: [
        ...person,
        { name: 'attended', label: t('place.attended'), type: 'checkbox' },
        { name: 'score', label: t('place.score'), type: 'number', min: 0, max: 100 },
        { name: 'signedAt', label: t('place.signedAt'), type: 'text', maxLength: 20 },
        noteField(),
      ],
      submit: (value, { key }) => api.post(`training/sessions/${this.of?.id ?? place.session}/attendances`,
        { ...compact(value), attended: Boolean(value.attended), person: place?.person ?? value.person }, { key }),
    });
  }

  /** With one click, as a list of those who are expected is gone through. */
  async mark(place, attended) {
    try {
      return await api.post(`training/sessions/${this.of.id}/attendances`, { person: place.person, attended, note: place.note });
    } catch (error) {
      notify(error.message, { kind: 'bad' });
      return null;
    }
  }

  withdraw(place) {
    return ask({
      heading: t('place.withdraw'),
      label: t('place.withdraw'),
      fields: [{ name: 'reason', label: t('common.reason'), type: 'text', required: true, maxLength: 200 }],
      submit: ({ reason }) => api.del(`training/attendances/${place.id}`, { query: { reason }, ifMatch: etagOf(place) }).then(() => true),
    });
  }

  actionsOf(place) {
    if (!session.can('training.attendance.record')) return nothing;
    const button = (label, work) => html`<button type="button" class="gl-quiet" @click=${() => this.act(work())}>${label}</button>`;
    if (this.of?.state === 'held') {
      return [
        place.state === 'enrolled' ? [
          button(t('place.came'), () => this.mark(place, true)), button(t('place.cameNot'), () => this.mark(place, false)),
        ] : nothing,
        button(t('place.record'), () => this.record(place)),
      ];
    }
    return this.of && place.state === 'enrolled' ? button(t('place.withdraw'), () => this.withdraw(place)) : nothing;
  }

  render() {
    const own = Boolean(this.of);
    const may = own && session.can('training.attendance.record');
    const columns = [
      worded('person', t('place.person'), it => it.personName, { sort: 'person' }),
      ...(own ? [] : [
        { key: 'number', label: t('session.number'), render: it => html`<a href=${router.href(`training/sessions/${it.session}`)}>${it.number}</a>`, value: it => it.number },
        { key: 'title', label: t('session.title') },
        dated('heldOn', t('session.heldOn'), undefined, { sort: 'heldOn' }),
      ]),
      { key: 'unit', label: t('place.unit'), render: it => html`<gl-unit code=${it.unit}></gl-unit>`, value: it => it.unit },
      worded('state', t('place.state'), it => placeOf(it.state)),
      { key: 'score', label: t('place.score'), sort: 'score', align: 'right' },
      { key: 'note', label: t('common.note') },
      { key: 'id', label: '', export: false, render: it => this.actionsOf(it) },
    ];
    return html`<gl-table label=${this.label} export-name=${this.label} sheet="training.attendances" .columns=${columns}
      .load=${listOf('training/attendances')} .query=${this.query} .filters=${this.filters}
      .actions=${may ? html`
        ${this.of.state === 'open' ? html`<button type="button" class="gl-primary" @click=${() => this.act(this.enrol())}>${t('place.enrol')}</button>` : nothing}
        ${this.of.state === 'held' ? html`<button type="button" class="gl-primary" @click=${() => this.act(this.record())}>${t('place.record')}</button>
          <button type="button" @click=${() => this.act(signIn(this.of))}>${t('place.signIn')}</button>` : nothing}` : nothing}
      .empty=${html`<gl-empty icon="people" label=${t('place.none')}></gl-empty>`}></gl-table>`;
  }
});

const personField = () => ({ name: 'person', label: t('place.person'), type: 'person', required: true });
const noteField = () => ({ name: 'note', label: t('common.note'), type: 'text', maxLength: 200 });

/** The sign-in sheet of one session, looked through first. */
const signIn = of => openDialog({
  heading: t('place.signIn'),
  body: close => html`
    <gl-import .to=${{
      path: `training/sessions/${of.id}/attendances/import`, type: 'application/octet-stream', accept: '.xlsx,.csv',
      choose: t('place.file'), help: t('place.signInHelp'),
    }} @gl-done=${event => close(event.detail)}></gl-import>`,
}).closed;
