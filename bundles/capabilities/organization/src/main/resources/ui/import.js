/** Bringing in lists: units, party organisations, outside organisations, people and their posts. */
import { Page, define, html, nothing, router, session } from '@gridloom/ui';
import { forgetTerms } from './terms.js';
import { t } from './words.js';

const column = (name, help, required = false) => ({ name, help, required });
const needed = (name, help) => column(name, help, true);

const lists = () => [
  {
    id: 'units', label: t('units.title'), permission: 'organization.unit.edit', path: 'organization/units/import',
    page: 'organization/units',
    headers: [
      needed(t('import.h.code'), t('import.units.code')),
      needed(t('import.h.parent'), t('import.units.parent')),
      needed(t('import.h.level'), t('import.units.level')),
      needed(t('import.h.name'), t('import.units.name')),
      column(t('import.h.kind'), t('import.units.kind')),
      column(t('import.h.validFrom'), t('import.units.validFrom')),
      column(t('import.h.households'), t('import.number')),
      column(t('import.h.residents'), t('import.number')),
      column(t('import.h.extent'), t('import.units.extent')),
      column(t('import.h.note'), ''),
    ],
  },
  {
    id: 'party', label: t('party.title'), permission: 'organization.party.edit',
    path: 'organization/party-organizations/import', page: 'organization/party',
    headers: [
      needed(t('import.h.code'), t('import.organizations.code')),
      needed(t('import.h.name'), ''),
      needed(t('import.h.level'), t('import.party.level')),
      needed(t('import.h.type'), t('import.party.type')),
      needed(t('import.h.parent'), t('import.party.parent')),
      needed(t('import.h.seat'), t('import.organizations.seat')),
      needed(t('import.h.validFrom'), t('import.date')),
      column(t('import.h.covers'), t('import.organizations.covers')),
      column(t('import.h.note'), ''),
    ],
  },
  {
    id: 'outside', label: t('outside.title'), permission: 'organization.outside.edit',
    path: 'organization/outside-organizations/import', page: 'organization/outside',
    headers: [
      needed(t('import.h.code'), t('import.organizations.code')),
      needed(t('import.h.name'), ''),
      needed(t('import.h.type'), t('import.outside.type')),
      needed(t('import.h.seat'), t('import.organizations.seat')),
      needed(t('import.h.validFrom'), t('import.date')),
      column(t('import.h.covers'), t('import.organizations.covers')),
      column(t('import.h.note'), ''),
    ],
  },
  {
    id: 'posts', label: t('import.posts'), permission: 'organization.post.appoint', path: 'organization/posts/import',
    page: 'organization/posts',
    headers: [
      needed(t('import.h.person'), t('import.posts.person')),
      needed(t('import.h.personName'), ''),
      needed(t('import.h.unit'), t('import.posts.unit')),
      column(t('import.h.sex'), t('import.posts.sex')),
      column(t('import.h.birthYear'), ''),
      column(t('import.h.politicalStatus'), ''),
      column(t('import.h.postKind'), t('import.posts.kind')),
      column(t('import.h.at'), t('import.posts.at')),
      column(t('import.h.postFrom'), t('import.date')),
      column(t('import.h.postTo'), t('import.date')),
      column(t('import.h.cross'), t('import.posts.cross')),
      column(t('import.h.represents'), t('import.posts.represents')),
      column(t('import.h.note'), ''),
    ],
  },
];

define('organization-import', class extends Page {
  static properties = { done: { state: true } };

  renderList({ id, label, path, page, headers }) {
    return html`
      <gl-import heading=${label} path=${path} template=${label} .headers=${headers}
        @gl-done=${() => { this.done = id; forgetTerms(); }}></gl-import>
      ${this.done === id ? html`<p><a href=${router.href(page)}>${t('import.look', { list: label })}</a></p>` : nothing}`;
  }

  render() {
    const allowed = lists().filter(({ permission }) => session.can(permission));
    return html`
      <h1>${t('import.title')}</h1>
      <p>${t('import.intro')}</p>
      ${allowed.length
        ? html`<gl-tabs label=${t('import.title')} .tabs=${allowed.map(list => ({
            id: list.id, label: list.label, body: () => this.renderList(list),
          }))}></gl-tabs>`
        : html`<gl-empty icon="lock" label=${t('import.forbidden')}></gl-empty>`}`;
  }
});
