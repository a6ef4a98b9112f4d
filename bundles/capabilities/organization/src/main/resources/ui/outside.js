/** Outside organisations: a list, the structure of the unit chosen, or one of them. */
import {
  Page, Task, chosen, dated, define, filters, html, listOf, nothing, router, session, states, worded,
} from '@gridloom/ui';
import { asOfNotice, isOtherDay } from './dates.js';
import { asOfFilter } from './filters.js';
import { goTo, hrefTo } from './links.js';
import { named } from './lists.js';
import { withNames } from './names.js';
import { createOutside } from './outside-changes.js';
import './outside-organization.js';
import './structure.js';
import { terms } from './terms.js';
import { t } from './words.js';

const readOutside = listOf('organization/outside-organizations',
  (items, options) => withNames(items, { seat: 'unit' }, options));

define('organization-outside', class extends Page {
  words = new Task(this, { args: () => [], task: () => terms() });

  async create(words) {
    const made = await createOutside(words);
    if (made) goTo('outside', made.code);
  }

  renderActions(words) {
    if (!session.can('organization.outside.edit') || isOtherDay()) return nothing;
    return html`
      <button type="button" class="gl-primary" @click=${() => this.create(words)}>${t('outside.create')}</button>
      <a class="gl-button" href=${router.href('sheets/import', { tab: 'organization.outside' })}>${t('import.title')}</a>`;
  }

  renderList(words) {
    const query = { unit: router.unit, ...chosen('type', 'serving', 'q', 'asOf') };
    const isNarrowed = query.type || query.serving || query.q;
    return html`<gl-table label=${t('outside.title')} export-name=${t('outside.title')} sheet="organization.outside" .columns=${columns(words)}
      .load=${readOutside} .query=${query} .href=${it => hrefTo('outside', it.code)} .actions=${this.renderActions(words)}
      .filters=${filters([
        { name: 'q', label: t('outside.search'), type: 'search' },
        { name: 'type', label: t('outside.type'), type: 'select', options: words.typeChoices('outside') },
        asOfFilter(),
      ])}
      .empty=${html`<gl-empty icon="building" label=${isNarrowed ? t('common.emptyFiltered') : t('outside.empty')}></gl-empty>`}></gl-table>`;
  }

  tabs(words) {
    return [
      { id: 'list', label: t('outside.list'), body: () => this.renderList(words) },
      ...(session.can('organization.party.read') ? [{
        id: 'structure', label: t('structure.title'),
        body: () => html`<organization-structure .unit=${router.unit}
          .asOf=${this.route.params.asOf}></organization-structure>`,
      }] : []),
    ];
  }

  render() {
    const [code] = this.route.rest;
    return states(this.words, words => code
      ? html`<organization-outside-organization .code=${code} .asOf=${this.route.params.asOf}
          .words=${words}></organization-outside-organization>`
      : html`<h1>${t('outside.title')}</h1>
          ${asOfNotice()}
          <gl-tabs label=${t('outside.title')} .tabs=${this.tabs(words)}></gl-tabs>`);
  }
});

const columns = words => [
  { key: 'name', label: t('common.name'), sort: 'name' },
  { key: 'code', label: t('common.code'), sort: 'code' },
  worded('type', t('outside.type'), it => words.type(it.type), { sort: 'type' }),
  named('seat', t('outside.seat'), 'unit'),
  dated('validFrom', t('common.validFrom'), undefined, { sort: 'validFrom' }),
];
