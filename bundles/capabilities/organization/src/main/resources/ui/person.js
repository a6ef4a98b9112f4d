/** One person, with all posts held now and before. */
import { Element, Task, api, define, facts, html, nothing, session, states } from '@gridloom/ui';
import { linkTo } from './links.js';
import { withNames } from './names.js';
import { changePerson, sexChoices } from './person-changes.js';
import { appoint } from './post-changes.js';
import './post-list.js';
import { labelOf } from './terms.js';
import { t } from './words.js';

define('organization-person', class extends Element {
  static properties = { code: {}, words: { attribute: false }, revision: { state: true } };

  person = new Task(this, {
    args: () => [this.code, this.revision],
    task: async ([code], { signal }) => {
      const person = await api.get(`organization/people/${code}`, { signal });
      return (await withNames([person], { unit: 'unit' }, { signal }))[0];
    },
  });

  constructor() {
    super();
    this.revision = 0;
  }

  async change(person) {
    if (await changePerson(person)) this.revision++;
  }

  async appoint(person) {
    if (await appoint(this.words, { person })) this.querySelectorAll('organization-post-list').forEach(list => list.reload());
  }

  renderMasked(person, field) {
    const reveal = session.can('privacy.data.reveal')
      ? async reason => (await api.post(`organization/people/${person.code}/reveal`, { field, reason }, { key: null })).body.value
      : undefined;
    return person[field] ? html`<gl-masked .value=${person[field]} label=${t(field === 'note' ? 'common.note' : `person.${field}`)} .reveal=${reveal}></gl-masked>` : undefined;
  }

  renderRecord(person) {
    return html`<div class="gl-panel">${facts([
      [t('person.code'), html`<span class="gl-code">${person.code}</span>`],
      [t('person.unit'), linkTo('unit', person.names.unit)],
      [t('person.sex'), labelOf(sexChoices(), person.sex)],
      [t('person.birthYear'), person.birthYear],
      [t('person.politicalStatus'), this.renderMasked(person, 'politicalStatus')],
      [t('person.phone'), this.renderMasked(person, 'phone')],
      [t('person.idNumber'), this.renderMasked(person, 'idNumber')],
      [t('person.account'), person.account],
      [t('common.note'), this.renderMasked(person, 'note')],
    ])}</div>`;
  }

  render() {
    return states(this.person, person => html`
      <div class="gl-head">
        <h1>${person.name}</h1>
        <div class="gl-actions">
          ${session.can('organization.post.appoint') && !person.erased ? html`
            <button type="button" @click=${() => this.appoint(person)}>${t('post.appoint')}</button>` : nothing}
          ${session.can('organization.person.edit') && !person.erased ? html`
            <button type="button" @click=${() => this.change(person)}>${t('person.change')}</button>` : nothing}
        </div>
      </div>
      <div class="gl-stack">
        ${person.erased ? html`<p class="gl-alert" data-kind="warn">${t('person.erased')}</p>` : nothing}
        ${this.renderRecord(person)}
        <section>
          <h2>${t('person.posts')}</h2>
          <organization-post-list label=${t('person.posts')} without="person" .words=${this.words}
            .query=${{ person: person.code, history: true }}></organization-post-list>
        </section>
      </div>`);
  }
});
