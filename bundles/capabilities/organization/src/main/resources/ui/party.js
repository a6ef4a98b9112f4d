/** Party organisations: the tree of six levels, and beside it a list or one of them. */
import {
  Page, Task, chosen, define, filters, html, listOf, nothing, router, session, states, worded,
} from '@gridloom/ui';
import { asOfNotice, isOtherDay } from './dates.js';
import { asOfFilter } from './filters.js';
import { goTo, hrefTo } from './links.js';
import { named } from './lists.js';
import { withNames } from './names.js';
import { createParty } from './party-changes.js';
import './party-organization.js';
import './party-tree.js';
import { besideTree } from './side.js';
import { terms } from './terms.js';
import { t } from './words.js';

const readParty = listOf('organization/party-organizations',
  (items, options) => withNames(items, { seat: 'unit', parent: 'party' }, options));

define('organization-party', class extends Page {
  static properties = { revision: { state: true }, way: { state: true } };

  words = new Task(this, { args: () => [], task: () => terms() });

  constructor() {
    super();
    this.revision = 0;
    this.way = [];
  }

  async create(words) {
    const made = await createParty(words);
    if (!made) return;
    this.revision++;
    goTo('party', made.code);
  }

  renderActions(words) {
    if (!session.can('organization.party.edit') || isOtherDay()) return nothing;
    return html`
      <button type="button" class="gl-primary" @click=${() => this.create(words)}>${t('party.create')}</button>
      <a class="gl-button" href=${router.href('sheets/import', { tab: 'organization.party' })}>${t('import.title')}</a>`;
  }

  renderList(words) {
    const query = { unit: router.unit, ...chosen('level', 'type', 'covering', 'q', 'asOf') };
    const isNarrowed = query.level || query.type || query.covering || query.q;
    return html`
      <h1>${t('party.title')}</h1>
      ${asOfNotice()}
      <gl-table label=${t('party.title')} export-name=${t('party.title')} sheet="organization.party" .columns=${columns(words)} .load=${readParty}
        .query=${query} .href=${it => hrefTo('party', it.code)} .actions=${this.renderActions(words)}
        .filters=${filters([
          { name: 'q', label: t('party.search'), type: 'search' },
          { name: 'level', label: t('party.level'), type: 'select', options: words.partyLevelChoices() },
          { name: 'type', label: t('party.type'), type: 'select', options: words.typeChoices('party', query.level) },
          asOfFilter(),
        ])}
        .empty=${html`<gl-empty icon="flag" label=${isNarrowed ? t('common.emptyFiltered') : t('party.empty')}></gl-empty>`}></gl-table>`;
  }

  render() {
    const [code] = this.route.rest;
    const { asOf } = this.route.params;
    return states(this.words, words => besideTree({
      label: t('party.tree'),
      tree: html`<organization-party-tree .asOf=${asOf} .way=${code ? this.way : []} .words=${words}
        .revision=${this.revision}></organization-party-tree>`,
      main: code
        ? html`<organization-party-organization .code=${code} .asOf=${asOf} .words=${words}
            @organization-changed=${() => { this.revision++; }}
            @organization-way=${event => { this.way = event.detail; }}></organization-party-organization>`
        : this.renderList(words),
    }));
  }
});

const columns = words => [
  { key: 'name', label: t('common.name'), sort: 'name' },
  { key: 'code', label: t('common.code'), sort: 'code' },
  worded('level', t('party.level'), it => words.partyLevel(it.level), { sort: 'level' }),
  worded('type', t('party.type'), it => words.type(it.type)),
  named('seat', t('party.seat'), 'unit'),
  named('parent', t('party.parent'), 'party'),
];
