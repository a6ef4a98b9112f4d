/** Units of territory: the tree, and beside it a list or one unit. */
import {
  Page, Task, chosen, define, filters, html, listOf, nothing, router, session, slotColumns, states, worded,
} from '@gridloom/ui';
import { asOfNotice } from './dates.js';
import { asOfFilter } from './filters.js';
import { hrefTo } from './links.js';
import { named } from './lists.js';
import { withNames } from './names.js';
import { besideTree } from './side.js';
import { terms } from './terms.js';
import './unit.js';
import './unit-tree.js';
import { t } from './words.js';

const readUnits = listOf('organization/units', (items, options) => withNames(items, { parent: 'unit' }, options));

define('organization-units', class extends Page {
  static properties = { revision: { state: true }, way: { state: true } };

  words = new Task(this, { args: () => [], task: () => terms() });

  constructor() {
    super();
    this.revision = 0;
    this.way = [];
  }

  renderList(words) {
    const query = chosen('under', 'parent', 'level', 'kind', 'q', 'asOf');
    if (!query.under && !query.parent) query.under = router.unit;
    const kinds = words.kindChoices(query.level);
    return html`
      <h1>${t('units.title')}</h1>
      ${asOfNotice()}
      <gl-table label=${t('units.title')} export-name=${t('units.title')} sheet="organization.units" .columns=${columns(words)} .load=${readUnits}
        .query=${query} .href=${unit => hrefTo('unit', unit.code)} .actions=${importLink()} .empty=${empty(query)}
        .filters=${filters([
          { name: 'q', label: t('units.search'), type: 'search' },
          { name: 'level', label: t('units.level'), type: 'select', options: words.levelChoices() },
          ...(kinds.length ? [{ name: 'kind', label: t('units.kind'), type: 'select', options: kinds }] : []),
          asOfFilter(),
        ])}></gl-table>`;
  }

  render() {
    const [code] = this.route.rest;
    const { asOf } = this.route.params;
    return states(this.words, words => besideTree({
      label: t('units.tree'),
      tree: html`<organization-unit-tree .root=${router.unit} .asOf=${asOf} .way=${code ? this.way : []} .words=${words}
        .revision=${this.revision}></organization-unit-tree>`,
      main: code
        ? html`<organization-unit .code=${code} .asOf=${asOf} .words=${words}
            @organization-changed=${() => { this.revision++; }}
            @organization-way=${event => { this.way = event.detail; }}></organization-unit>`
        : this.renderList(words),
    }));
  }
});

const columns = words => [
  { key: 'name', label: t('common.name'), sort: 'name' },
  { key: 'code', label: t('common.code'), sort: 'code' },
  worded('kind', t('units.kind'), unit => words.kind(unit)),
  named('parent', t('units.parent'), 'unit'),
  { key: 'households', label: t('units.households'), align: 'right' },
  { key: 'residents', label: t('units.residents'), align: 'right' },
  ...slotColumns('organization.units'),
];

const importLink = () => session.can('organization.unit.edit')
  ? html`<a class="gl-button" href=${router.href('sheets/import', { tab: 'organization.units' })}>${t('import.title')}</a>
    <a class="gl-button" href=${router.href('organization/boundaries')}>${t('boundary.import')}</a>`
  : nothing;

const isNarrowed = query => Object.keys(query).some(name => !['under', 'asOf'].includes(name));

const empty = query => isNarrowed(query)
  ? html`<gl-empty label=${t('common.emptyFiltered')}></gl-empty>`
  : html`<gl-empty label=${t('units.empty')} .action=${importLink()}></gl-empty>`;
