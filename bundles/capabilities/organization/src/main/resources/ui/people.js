/** People who hold posts: a list, or one person. */
import {
  Page, Task, api, ask, chosen, compact, define, filters, html, listOf, nothing, openDialog, router, session, states,
  worded,
} from '@gridloom/ui';
import { goTo, hrefTo } from './links.js';
import { named } from './lists.js';
import { withNames } from './names.js';
import './person.js';
import { createPerson, sexChoices } from './person-changes.js';
import { labelOf, terms } from './terms.js';
import { t } from './words.js';

const readPeople = listOf('organization/people', (items, options) => withNames(items, { unit: 'unit' }, options));

define('organization-people', class extends Page {
  words = new Task(this, { args: () => [], task: () => terms() });

  async create() {
    const made = await createPerson({ unit: router.unit });
    if (made) goTo('person', made.code);
  }

  /** Not as a filter in the address, which the browser remembers. */
  async find() {
    const found = await ask({
      heading: t('person.find'),
      label: t('person.find'),
      intro: html`<p class="gl-muted">${t('person.findHelp')}</p>`,
      fields: [
        { name: 'phone', label: t('person.phone'), type: 'text', maxLength: 40 },
        { name: 'idNumber', label: t('person.idNumber'), type: 'text', maxLength: 40 },
      ],
      submit: async numbers => (await api.post('organization/people/search', { unit: router.unit, ...compact(numbers) }, { key: null })).body,
    });
    if (found?.length === 1) goTo('person', found[0].code);
    else if (found) {
      openDialog({
        heading: t('person.found'),
        body: close => (found.length ? html`<ul class="gl-list">${found.map(it => html`<li>
          <a href=${hrefTo('person', it.code)} @click=${() => close()}>${it.name}</a> <span class="gl-code">${it.code}</span> ${it.phone}</li>`)}</ul>`
          : html`<gl-empty icon="people" label=${t('person.findNone')}></gl-empty>`),
      });
    }
  }

  renderActions() {
    return html`<button type="button" @click=${() => this.find()}>${t('person.find')}</button>${this.renderChanges()}`;
  }

  renderChanges() {
    return session.can('organization.person.edit')
      ? html`<button type="button" class="gl-primary" @click=${() => this.create()}>${t('person.create')}</button>
          <a class="gl-button" href=${router.href('sheets/import', { tab: 'organization.posts' })}>${t('import.title')}</a>`
      : nothing;
  }

  renderList() {
    const query = { unit: router.unit, ...chosen('q', 'account') };
    const isNarrowed = query.q || query.account;
    return html`
      <h1>${t('people.title')}</h1>
      <gl-table label=${t('people.title')} export-name=${t('people.title')} sheet="organization.people" .columns=${columns()} .load=${readPeople}
        .query=${query} .href=${it => hrefTo('person', it.code)} .actions=${this.renderActions()}
        .filters=${filters([{ name: 'q', label: t('people.search'), type: 'search' }])}
        .empty=${html`<gl-empty icon="people" label=${isNarrowed ? t('common.emptyFiltered') : t('people.empty')}></gl-empty>`}></gl-table>`;
  }

  render() {
    const [code] = this.route.rest;
    return code
      ? states(this.words, words => html`<organization-person .code=${code} .words=${words}></organization-person>`)
      : this.renderList();
  }
});

const columns = () => [
  { key: 'name', label: t('person.name'), sort: 'name' },
  { key: 'code', label: t('person.code'), sort: 'code' },
  named('unit', t('person.unit'), 'unit'),
  worded('sex', t('person.sex'), it => labelOf(sexChoices(), it.sex)),
  { key: 'birthYear', label: t('person.birthYear'), align: 'right' },
  { key: 'phone', label: t('person.phone') },
  { key: 'account', label: t('person.account') },
];
